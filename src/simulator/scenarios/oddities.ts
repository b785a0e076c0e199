import type { Behaviour } from '../world/behaviour.ts'
import type { WorldBuilder } from '../world/build.ts'
import { noQuirks } from '../world/device-states.ts'
import { report } from '../world/reporting.ts'
import type { Quirks } from '../world/records.ts'
import { deviceName } from './fleet.ts'
import { day, hour, minute, type Timeline } from './timeline.ts'

/** One device in every odd state there is. Line 3 of the harbor has none, on purpose. */

/** Device, days ago from when on it is odd, and how. The deployments of `history.ts` come after. */
const quirks: [group: string, number: number, ago: number, quirks: Quirks][] = [
  // FAILED_NO_STATE_CHANGE, once with codes and once from a nucleus too old to send any.
  ['harbor-line-1', 11, 15, { diskFull: true }],
  ['harbor-line-1', 9, 15, { diskFull: true }],
  // FAILED_UNABLE_TO_ROLLBACK
  ['harbor-line-1', 10, 15, { cannotRollBack: true }],
  // IN_PROGRESS for ever, IN_PROGRESS with a timer, and TIMED_OUT.
  ['harbor-line-2', 7, 7, { hangs: true }],
  ['ridgeway-cold-store', 8, 4, { hangs: true }],
  ['mesa-sorting', 11, 17, { hangs: true }],
  ['mesa-sorting', 5, 17, { rejects: true }],
  ['mesa-sorting', 3, 17, { noDocker: true }],
  ['ridgeway-cold-store', 6, 4, { clockSkew: 5400 }],
  ['mesa-yard', 2, 12, { denied: ['S3_GET_OBJECT_ACCESS_DENIED'] }],
]

const things = (group: string, ...numbers: number[]) => numbers.map(number => deviceName(group, number))

const behaviours: Behaviour[] = [
  {
    component: 'com.meadowdemo.EdgeRules',
    versions: '1.5.1',
    devices: { things: things('harbor-line-1', 7, 10) },
    effect: {
      kind: 'fails',
      phase: 'apply',
      errorStack: ['COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN'],
      errorTypes: ['USER_COMPONENT_ERROR'],
      reason:
        'Service com.meadowdemo.EdgeRules in broken state after deployment: Startup script timed out after 90 seconds',
      codes: ['STARTUP_TIMEOUT'],
      details: 'Startup script timed out after 90 seconds',
    },
  },
  {
    component: 'com.meadowdemo.EdgeRules',
    versions: '1.5.1',
    devices: { things: things('harbor-line-2', 9) },
    effect: {
      kind: 'fails',
      phase: 'apply',
      errorStack: ['COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN'],
      errorTypes: ['USER_COMPONENT_ERROR'],
      reason:
        'Service com.meadowdemo.EdgeRules in broken state after deployment: Startup script exited with code 1',
      codes: ['STARTUP_ERROR'],
      details: 'Startup script exited with code 1',
    },
  },
  {
    component: 'com.meadowdemo.YardBeacon',
    effect: {
      kind: 'fails',
      phase: 'apply',
      errorStack: ['COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN'],
      errorTypes: ['USER_COMPONENT_ERROR'],
      reason:
        'Service com.meadowdemo.YardBeacon in broken state after deployment: Install script exited with code 1',
      codes: ['INSTALL_ERROR'],
      details: 'Install script exited with code 1',
    },
  },
]

export function buildOddities(timeline: Timeline): void {
  timeline.ago(41 * day, ({ world }) => {
    world.behaviours.push(...behaviours)
    world.serviceRole = {
      roleArn: `arn:aws:iam::${world.account}:role/service-role/Greengrass_ServiceRole`,
      associated: world.time - 300 * day,
    }
  })
  for (const [group, number, ago, quirk] of quirks)
    timeline.ago(ago * day, ({ world }) => {
      const core = world.devices.get(deviceName(group, number))
      if (core) core.quirks = quirk
    })

  // Somebody restarted the one that had timed out; the two others still hang.
  timeline.ago(15 * day, builder => {
    const core = builder.world.devices.get(deviceName('mesa-sorting', 11))
    if (!core) return
    core.quirks = noQuirks
    core.current = null
    report(builder.world, core)
  })

  // Silent for nine days, with a deployment that has waited for six of them; and one that missed a daily report.
  timeline.ago(9 * day, builder =>
    lastWords(builder, deviceName('harbor-line-2', 5), 'MQTT_KEEP_ALIVE_TIMEOUT'),
  )
  timeline.ago(30 * hour, builder => lastWords(builder, deviceName('harbor-line-2', 2), 'CONNECTION_LOST'))

  // Broken, and with it UNHEALTHY; failing but trying again, and so HEALTHY.
  timeline.ago(5 * hour, builder =>
    builder.componentState(deviceName('harbor-line-1', 4), 'com.meadowdemo.EdgeRules', {
      state: 'BROKEN',
      codes: ['RUN_ERROR'],
      details: 'Run script exited with code 137',
    }),
  )
  timeline.ago(40 * minute, builder => {
    const name = deviceName('harbor-line-1', 6)
    builder.componentState(name, 'com.meadowdemo.LineSensors', {
      state: 'ERRORED',
      codes: ['RUN_ERROR'],
      details: 'Run script exited with code 1',
    })
    tell(builder, name)
  })

  // Pins a version that its area has moved on from: the two deployments contradict each other.
  timeline.ago(6 * day, builder => builder.join(deviceName('ridgeway-cold-store', 4), 'cold-pilot'))
  // Taken out of its group; what the group brought stays until the next deployment.
  timeline.ago(4 * day - hour, builder =>
    builder.leave(deviceName('ridgeway-dispatch', 10), 'ridgeway-dispatch'),
  )
  // Mounted and connected to power, but it never told its status: a thing, and no core device.
  timeline.ago(13 * day, builder =>
    builder.addCore({
      name: 'mesa-yard-gate-07',
      type: 'EdgeGateway',
      attributes: { site: 'mesa', area: 'yard' },
      nucleusVersion: '2.12.6',
      unheard: true,
    }),
  )
}

function tell({ world }: WorldBuilder, name: string): void {
  const core = world.devices.get(name)
  if (core) report(world, core)
}

/** A device reports once more and is gone. */
function lastWords(builder: WorldBuilder, name: string, reason: string): void {
  tell(builder, name)
  builder.offline(name, reason)
}
