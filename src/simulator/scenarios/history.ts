import type { ComponentDeployment } from '#src/domain/deployment.ts'
import type { BuilderDeployment } from '../world/build.ts'
import { cancelDeployment } from '../world/deployments.ts'
import { deviceName } from './fleet.ts'
import { day, hour, type Timeline } from './timeline.ts'

/** Forty days of deployments. What goes wrong with them, and on which devices, is told in `oddities.ts`. */

/** Components as `Name@version`; own ones without their prefix. Configuration to merge comes as an object. */
export function components(
  list: string,
  merges: Record<string, Record<string, unknown>> = {},
): Record<string, ComponentDeployment> {
  return Object.fromEntries(
    list.split(' ').map(entry => {
      const [shortName = '', version = ''] = entry.split('@')
      const merge = merges[shortName]
      return [
        shortName.startsWith('aws.') ? shortName : `com.meadowdemo.${shortName}`,
        {
          componentVersion: version,
          ...(merge ? { configurationUpdate: { merge: JSON.stringify(merge) } } : {}),
        },
      ]
    }),
  )
}

const base = (cli: string, logs: string) =>
  components(`aws.greengrass.Cli@${cli} aws.greengrass.LogManager@${logs}`, {
    'aws.greengrass.LogManager': {
      logsUploaderConfiguration: {
        systemLogsConfiguration: { uploadToCloudWatch: 'true', minimumLogLevel: 'WARN' },
      },
    },
  })

const line = (number: number, versions: string) =>
  components(versions, {
    DeviceIdentity: { Site: 'harbor', Line: String(number) },
    LineSensors: {
      Controllers: [
        { Name: 'plc-a', Host: `192.168.${10 + number}.11`, Unit: 1 },
        { Name: 'plc-b', Host: `192.168.${10 + number}.12`, Unit: 2 },
      ],
    },
  })

/** Name, days ago, and the rest of the deployment. */
const history: [ago: number, deployment: BuilderDeployment][] = [
  [40, { target: 'fleet-base', name: 'Base software', components: base('2.12.6', '2.3.9') }],
  [
    38,
    {
      target: 'harbor-line-1',
      name: 'Line 1',
      components: line(1, 'DeviceIdentity@1.1.0 LineSensors@1.2.1 EdgeRules@1.5.0 OperatorPanel@5.2.0'),
      tags: { line: '1' },
    },
  ],
  [
    37,
    {
      target: 'harbor-line-2',
      name: 'Line 2',
      components: line(2, 'DeviceIdentity@1.1.0 LineSensors@1.2.1 EdgeRules@1.5.0'),
    },
  ],
  [
    36,
    {
      target: 'harbor-line-3',
      name: 'Line 3',
      components: line(3, 'DeviceIdentity@1.1.0 LineSensors@1.2.1 EdgeRules@1.5.0 TelemetryUplink@3.2.0'),
      jobConfiguration: { jobExecutionsRolloutConfig: { maximumPerMinute: 10 } },
    },
  ],
  [35, { target: 'harbor-utilities', name: 'Utilities', components: components('DeviceIdentity@1.1.0') }],
  [34, { target: 'canary', name: 'Canary: pumps', components: components('PumpController@2.3.1') }],
  [
    33,
    {
      target: 'ridgeway-cold-store',
      name: 'Cold rooms',
      components: components('ColdChainGuard@1.1.0 DeviceIdentity@1.1.0'),
    },
  ],
  [
    32,
    {
      target: 'ridgeway-dispatch',
      name: 'Dispatch labels',
      components: components('LabelPrinter@2.1.0 aws.greengrass.LogManager@2.2.8', {
        LabelPrinter: { Printer: 'ZT411' },
      }),
    },
  ],
  [31, { target: 'mesa-sorting', name: 'Sorting cameras', components: components('LineVision@1.1.0') }],
  [30, { target: 'mesa-tank-farm', name: 'Tank gauges', components: components('TankGauge@1.1.0') }],
  [29, { target: 'mesa-yard', name: 'Yard', components: components('EdgeRules@1.5.1 DeviceIdentity@1.1.0') }],
  [
    28,
    {
      target: 'field-gateways',
      name: 'Brokers for client devices',
      components: components(
        'aws.greengrass.clientdevices.Auth@2.5.2 aws.greengrass.clientdevices.mqtt.Moquette@2.3.7 aws.greengrass.clientdevices.mqtt.Bridge@2.3.2 aws.greengrass.clientdevices.IPDetector@2.2.0',
        {
          'aws.greengrass.clientdevices.mqtt.Bridge': {
            mqttTopicMapping: {
              readings: { topic: 'clients/+/readings', source: 'LocalMqtt', target: 'IotCore' },
            },
          },
        },
      ),
    },
  ],
  [27, { target: 'workshop-bench', name: 'Bench', components: components('DeviceIdentity@1.1.0') }],
  [
    24,
    {
      target: 'harbor-line-3',
      name: 'Line 3: newer uplink',
      components: line(3, 'DeviceIdentity@1.1.0 LineSensors@1.2.1 EdgeRules@1.5.1 TelemetryUplink@3.2.1'),
      jobConfiguration: {
        jobExecutionsRolloutConfig: { maximumPerMinute: 20 },
        abortConfig: {
          criteriaList: [
            {
              failureType: 'FAILED',
              action: 'CANCEL',
              thresholdPercentage: 20,
              minNumberOfExecutedThings: 10,
            },
          ],
        },
        timeoutConfig: { inProgressTimeoutInMinutes: 60 },
      },
    },
  ],
  [20, { target: 'fleet-base', name: 'Base software', components: base('2.12.6', '2.3.11') }],
  [
    16,
    {
      target: 'mesa-sorting',
      name: 'Sorting cameras: sharper model',
      components: components('LineVision@1.1.1', { LineVision: { Confidence: '0.88' } }),
      jobConfiguration: { timeoutConfig: { inProgressTimeoutInMinutes: 30 } },
      tags: { change: 'CHG-2214' },
    },
  ],
  [
    14,
    {
      target: 'harbor-line-1',
      name: 'Line 1: new rules',
      components: {
        ...line(1, 'DeviceIdentity@1.1.0 LineSensors@1.2.1 OperatorPanel@5.2.0'),
        ...components('EdgeRules@1.5.1', { EdgeRules: { Heap: '96m' } }),
      },
      policies: { failureHandlingPolicy: 'ROLLBACK', componentUpdatePolicy: { timeoutInSeconds: 120 } },
    },
  ],
  [
    11,
    {
      target: deviceName('harbor-line-1', 3),
      name: 'Nightly audit of one machine',
      components: components('NightlyAudit@1.0.1'),
    },
  ],
  [
    10,
    {
      target: deviceName('mesa-yard', 2),
      name: 'Panel for the gate',
      components: components('OperatorPanel@5.3.0'),
    },
  ],
  [
    8,
    {
      target: 'mesa-yard',
      name: 'Yard: forklift beacons',
      components: components('EdgeRules@1.5.1 DeviceIdentity@1.1.0 YardBeacon@0.3.1'),
      jobConfiguration: {
        abortConfig: {
          criteriaList: [
            {
              failureType: 'FAILED',
              action: 'CANCEL',
              thresholdPercentage: 50,
              minNumberOfExecutedThings: 3,
            },
          ],
        },
      },
    },
  ],
  [
    6,
    {
      target: 'harbor-line-2',
      name: 'Line 2: new rules',
      components: line(2, 'DeviceIdentity@1.1.0 LineSensors@1.2.1 EdgeRules@1.5.1'),
      policies: { failureHandlingPolicy: 'DO_NOTHING' },
    },
  ],
  [5, { target: 'cold-pilot', name: 'Cold pilot', components: components('ColdChainGuard@1.1.0') }],
  [
    3,
    {
      target: 'ridgeway-cold-store',
      name: 'Cold rooms: shorter grace',
      components: components('ColdChainGuard@1.2.0 DeviceIdentity@1.1.0', {
        ColdChainGuard: { GraceMinutes: 5 },
      }),
      jobConfiguration: { timeoutConfig: { inProgressTimeoutInMinutes: 10_080 } },
    },
  ],
]

export function buildHistory(timeline: Timeline): void {
  history.forEach(([ago, deployment], index) => {
    // Nobody deploys at the same minute every day.
    timeline.ago(ago * day - ((index * 37) % 300) * 60_000, builder => builder.pastDeployment(deployment))
  })
  // Taken back before the devices had it: the docks are only connected during shifts.
  timeline.ago(4 * day, builder => {
    const deployment = builder.deploy({
      target: 'ridgeway-dispatch',
      name: 'Dispatch labels: wrong printer',
      components: components('LabelPrinter@2.0.0 aws.greengrass.LogManager@2.2.8'),
      jobConfiguration: { jobExecutionsRolloutConfig: { maximumPerMinute: 1 } },
    })
    builder.at(builder.world.time + 90_000)
    cancelDeployment(builder.world, deployment)
  })
  // A fix for those devices alone; the parent's content is replaced on them.
  timeline.ago(2 * day + 5 * hour, builder => {
    for (const number of [9, 10]) builder.join(deviceName('harbor-utilities', number), 'pump-retry')
    builder.pastDeployment({
      target: 'pump-retry',
      parent: 'harbor-utilities',
      name: 'Utilities: older identity for two stations',
      components: components('DeviceIdentity@1.0.1'),
    })
  })
  // The lite runtime does not listen to deployments for a single thing.
  timeline.ago(2 * day, builder =>
    builder.deploy({
      target: deviceName('mesa-tank-farm', 2),
      name: 'Faster gauge',
      components: components('TankGauge@1.1.0', { TankGauge: { IntervalSeconds: 2 } }),
    }),
  )
}
