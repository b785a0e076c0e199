import type { WorldBuilder } from '../world/build.ts'
import { deviceNames } from './fleet.ts'
import { components } from './history.ts'
import { hour, minute, type Timeline } from './timeline.ts'

/** What is going on at present, on top of the calm fleet. */

/** The uplink's next release goes to all gateways, and half of them have been reached. */
export function rollOut(timeline: Timeline): void {
  timeline.ago(37 * minute, builder =>
    builder.deploy({
      target: 'fleet-base',
      name: 'Base software with remote shell',
      components: {
        ...components(
          'aws.greengrass.Cli@2.12.6 aws.greengrass.LogManager@2.3.11 aws.greengrass.SecureTunneling@1.1.2',
        ),
      },
      jobConfiguration: {
        jobExecutionsRolloutConfig: {
          maximumPerMinute: 20,
          exponentialRate: {
            baseRatePerMinute: 1,
            incrementFactor: 1.5,
            rateIncreaseCriteria: { numberOfNotifiedThings: 20 },
          },
        },
        abortConfig: {
          criteriaList: [
            {
              failureType: 'FAILED',
              action: 'CANCEL',
              thresholdPercentage: 25,
              minNumberOfExecutedThings: 30,
            },
          ],
        },
        timeoutConfig: { inProgressTimeoutInMinutes: 45 },
      },
      tags: { change: 'CHG-2291' },
    }),
  )
}

/** A new pump controller that dies on one processor, and does not fit on the disks of some other devices. */
export function breakRelease(timeline: Timeline): void {
  timeline.ago(3 * hour, ({ world }) => {
    world.behaviours.push({
      component: 'com.meadowdemo.PumpController',
      versions: '2.4.0',
      devices: { architecture: 'arm' },
      effect: {
        kind: 'fails',
        phase: 'apply',
        errorStack: ['COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN'],
        errorTypes: ['USER_COMPONENT_ERROR'],
        reason:
          'Service com.meadowdemo.PumpController in broken state after deployment: Run script exited with code 132',
        codes: ['RUN_ERROR'],
        details: 'Run script exited with code 132 (illegal instruction)',
      },
    })
    for (const name of deviceNames('ridgeway-cold-store').filter((_, index) =>
      [0, 1, 8, 9].includes(index),
    )) {
      const core = world.devices.get(name)
      if (core) core.quirks = { diskFull: true }
    }
  })
  timeline.ago(17 * minute, builder =>
    builder.deploy({
      target: 'canary',
      name: 'Canary: adaptive pumps',
      components: components('PumpController@2.4.0', { PumpController: { Model: 'adaptive' } }),
      jobConfiguration: {
        jobExecutionsRolloutConfig: { maximumPerMinute: 1 },
        abortConfig: {
          criteriaList: [
            {
              failureType: 'FAILED',
              action: 'CANCEL',
              thresholdPercentage: 75,
              minNumberOfExecutedThings: 20,
            },
          ],
        },
        timeoutConfig: { inProgressTimeoutInMinutes: 15 },
      },
      tags: { change: 'CHG-2300' },
    }),
  )
}

/** The plant in the desert lost its uplink three hours ago; somebody deployed to it since. */
export function darkenSite(timeline: Timeline): void {
  timeline.ago(3 * hour, builder => {
    for (const group of ['mesa-sorting', 'mesa-tank-farm', 'mesa-yard']) loseConnection(builder, group)
  })
  timeline.ago(50 * minute, builder =>
    builder.deploy({
      target: 'mesa-tank-farm',
      name: 'Tank gauges: slower',
      components: components('TankGauge@1.1.0', { TankGauge: { IntervalSeconds: 60 } }),
    }),
  )
}

/** The keep-alive of each device runs out at its own second. */
function loseConnection(builder: WorldBuilder, group: string): void {
  const { world } = builder
  for (const [index, name] of deviceNames(group).entries())
    world.after(index * 4100 + world.chance(`outage ${name}`) * 3000, () =>
      builder.offline(name, 'MQTT_KEEP_ALIVE_TIMEOUT'),
    )
}
