import { accessControl } from './recipe-builder.ts'
import { family, native, prefix, python, topics } from './recipe-forms.ts'

/** What runs for a site as a whole: alarms, warehouse, operators, small sensors. */

const edgeRules = family('EdgeRules', 'YAML', '1.4.0@155 1.5.0@70 1.5.1@30', (release, _version, name) => ({
  description: 'Evaluates the alarm rules of a site next to the machines.',
  configuration: {
    Heap: release > 1 ? '192m' : '128m',
    Rules: { Overpressure: 'pressure > 4.2', Silent: 'age > 30' },
    accessControl: accessControl(name, {
      'ipc.pubsub': topics('line/*', 'alarm/*'),
      ShadowManager: {
        text: 'Keeps acknowledged alarms in a shadow.',
        operations: ['GetThingShadow', 'UpdateThingShadow'],
        resources: ['$aws/things/{iot:thingName}/shadow/name/alarms'],
      },
    }),
  },
  needs: { 'aws.greengrass.ShadowManager': '^2.2.0', [`${prefix}LineSensors`]: '>=1.0.0' },
  manifests: ['linux', 'windows'].map(platform => ({
    platform,
    lifecycle: {
      Startup: {
        Script: `java -Xmx{configuration:/Heap} -jar {artifacts:path}/edge-rules.jar --detach`,
        Timeout: 90,
      },
      Shutdown: { Script: 'java -cp {artifacts:path}/edge-rules.jar works.meadow.rules.Stop', Timeout: 20 },
    },
    artifacts: ['edge-rules.jar'],
  })),
}))

const coldChain = family(
  'ColdChainGuard',
  'JSON',
  '1.0.0@110 1.1.0@66 1.2.0@21',
  (release, _version, name) => ({
    description: 'Raises an alarm when a cold store leaves its temperature band.',
    configuration: {
      Band: { LowCelsius: 2, HighCelsius: 7 },
      GraceMinutes: release > 1 ? 8 : 15,
      accessControl: accessControl(name, { 'ipc.pubsub': topics('cold/*') }),
    },
    needs: { [`${prefix}DeviceIdentity`]: '^1.0.0' },
    manifests: native('cold-guard', ['amd64 lite', 'aarch64 lite', 'arm/armv7l lite'], binary => ({
      Run: { Script: `${binary} --grace {configuration:/GraceMinutes}` },
    })),
  }),
)

const labelPrinter = family('LabelPrinter', 'YAML', '2.0.0@125 2.1.0@52', (release, _version, name) => ({
  description: 'Prints pallet labels on the dispatch stations.',
  configuration: {
    Printer: 'default',
    Copies: 1,
    ...(release > 0 ? { Language: 'zpl' } : {}),
    accessControl: accessControl(name, { 'ipc.pubsub': topics('dispatch/labels') }),
  },
  manifests: python('label-printer', { windows: true, args: '--printer "{configuration:/Printer}"' }),
}))

const operatorPanel = family('OperatorPanel', 'YAML', '5.1.0@88 5.2.0@47 5.3.0@12', release => ({
  description: 'The touch screen beside the line.',
  configuration: {
    Port: 8080,
    Theme: 'high-contrast',
    ...(release > 1 ? { Languages: ['en', 'nl', 'pl'] } : {}),
  },
  needs: { [`${prefix}EdgeRules`]: '^1.4.0 soft' },
  manifests: [
    {
      platform: 'linux',
      lifecycle: {
        Setenv: { PORT: '{configuration:/Port}', NODE_ENV: 'production' },
        Install: {
          Skipif: 'onpath node',
          Script: 'apt-get install -y nodejs',
          RequiresPrivilege: true,
          Timeout: 600,
        },
        Run: { Script: 'node {artifacts:decompressedPath}/operator-panel/server.js' },
      },
      artifacts: ['operator-panel.zip'],
    },
  ],
}))

const tankGauge = family('TankGauge', 'JSON', '1.0.0@95 1.1.0@38', (release, _version, name) => ({
  description: 'Reads the level of a tank by radar. Small enough for the lite runtime.',
  configuration: {
    IntervalSeconds: release > 0 ? 10 : 30,
    accessControl: accessControl(name, {
      'ipc.mqttproxy': {
        text: 'Sends levels.',
        operations: ['PublishToIoTCore'],
        resources: ['plants/+/levels'],
      },
    }),
  },
  manifests: [
    {
      platform: 'linux lite',
      lifecycle: { run: { Script: '{artifacts:path}/tank-gauge' } },
      artifacts: ['tank-gauge!'],
    },
  ],
}))

const nightlyAudit = family('NightlyAudit', 'YAML', '1.0.0@100 1.0.1@25', () => ({
  description: 'Collects what is installed on a machine, once, and ends.',
  manifests: [
    {
      platform: 'linux',
      lifecycle: { Run: 'sh {artifacts:path}/audit.sh > {work:path}/audit.json' },
      artifacts: ['audit.sh'],
    },
  ],
}))

const yardBeacon = family('YardBeacon', 'JSON', '0.3.0@9 0.3.1@8', (_release, _version, name) => ({
  description: 'Follows forklifts in the yard by Bluetooth.',
  configuration: { accessControl: accessControl(name, { 'ipc.pubsub': topics('yard/*') }) },
  manifests: python('yard-beacon'),
})).map((release, index) =>
  index === 0
    ? {
        ...release,
        failed: {
          [release.recipe.manifests[0]!.artifacts[0]!.uri]: 'Specified artifact resource cannot be accessed',
        },
      }
    : release,
)

export const siteComponents = [
  edgeRules,
  coldChain,
  labelPrinter,
  operatorPanel,
  tankGauge,
  nightlyAudit,
  yardBeacon,
]
