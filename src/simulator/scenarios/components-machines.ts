import { accessControl } from './recipe-builder.ts'
import { family, native, prefix, python, topics } from './recipe-forms.ts'

/** What runs next to the machines of a line. */

const deviceIdentity = family(
  'DeviceIdentity',
  'JSON',
  '1.0.0@212 1.0.1@160 1.1.0@74',
  (release, _version, name) => ({
    description: 'Tells other components on which machine, line and site they run.',
    configuration: {
      Site: 'unknown',
      Line: 'unknown',
      ...(release > 1 ? { AssetTagFile: '/etc/meadow/asset-tag' } : {}),
      accessControl: accessControl(name, { 'ipc.pubsub': topics('identity/*') }),
    },
    manifests: [
      ...native(
        'identityd',
        ['amd64 lite', 'aarch64 lite', 'arm/armv7l lite', 'arm/armv6l lite'],
        binary => ({
          Startup: {
            Script: `${binary} --site {configuration:/Site} --line {configuration:/Line} &`,
            Timeout: 30,
          },
          Shutdown: { Script: 'pkill -x identityd || true', Timeout: 10 },
        }),
      ),
      {
        platform: 'windows',
        lifecycle: { Startup: { Script: 'start /b {artifacts:path}\\identityd.exe', Timeout: 30 } },
        artifacts: ['identityd.exe!'],
      },
      {
        platform: 'darwin',
        lifecycle: { Startup: '{artifacts:path}/identityd-mac &' },
        artifacts: ['identityd-mac!'],
      },
    ],
  }),
)

const lineSensors = family(
  'LineSensors',
  'YAML',
  '1.0.0@198 1.1.0@150 1.2.0@96 1.2.1@61 2.0.0@33',
  (release, _version, name) => ({
    description: 'Reads the controllers of a line over Modbus and passes their values on.',
    configuration: {
      PollSeconds: release > 2 ? 2 : 5,
      Controllers: [{ Name: 'plc-1', Host: '192.168.10.11', Unit: 1 }],
      ...(release > 0 ? { Topic: 'line/readings' } : {}),
      ...(release > 3 ? { DeadBand: { Temperature: 0.2, Pressure: 0.05 } } : {}),
      accessControl: accessControl(name, { 'ipc.pubsub': topics('line/*') }),
    },
    needs: { [`${prefix}DeviceIdentity`]: release > 3 ? '^1.1.0' : '^1.0.0' },
    manifests: python('line-sensors', { windows: true, args: '--every {configuration:/PollSeconds}' }),
  }),
)

const telemetryUplink = family(
  'TelemetryUplink',
  'JSON',
  '3.0.0@170 3.1.0@120 3.2.0@58 3.2.1@27 4.0.0-rc.1@6',
  (release, _version, name) => ({
    description: 'Buffers readings and sends them to the cloud when the link is up.',
    configuration: {
      Stream: 'readings',
      BatchSize: release > 1 ? 500 : 100,
      MaximumAgeSeconds: 60,
      ...(release > 3 ? { Compression: 'zstd' } : {}),
      accessControl: accessControl(name, {
        'ipc.pubsub': topics('line/readings'),
        'ipc.mqttproxy': {
          text: 'Sends readings to AWS IoT Core.',
          operations: ['PublishToIoTCore'],
          resources: ['plants/+/readings'],
        },
      }),
    },
    needs: {
      'aws.greengrass.StreamManager': '^2.1.0',
      [`${prefix}LineSensors`]: release > 3 ? '>=1.2.0 <3.0.0' : '>=1.0.0 <3.0.0',
    },
    manifests: python('uplink', { args: '--stream {configuration:/Stream}' }),
  }),
)

const pumpController = family(
  'PumpController',
  'YAML',
  '2.2.0@140 2.3.0@90 2.3.1@44 2.4.0@2',
  (release, _version, name) => ({
    description: 'Keeps tank levels and pump pressure within their limits.',
    configuration: {
      Setpoints: { LevelPercent: 72, PressureBar: 3.4 },
      ControlMilliseconds: release > 2 ? 100 : 250,
      ...(release > 2 ? { Model: 'adaptive' } : {}),
      accessControl: accessControl(name, { 'ipc.pubsub': topics('line/readings', 'pump/*') }),
    },
    needs: { [`${prefix}LineSensors`]: '>=1.1.0 <3.0.0', [`${prefix}DeviceIdentity`]: '^1.0.0' },
    manifests: native('pumpd', ['amd64', 'aarch64', 'arm/armv7l'], binary => ({
      Install: `install -d {work:path}/state`,
      Run: { Script: `${binary} --cycle {configuration:/ControlMilliseconds} --state {work:path}/state` },
      Recover: { Script: 'rm -f {work:path}/state/*.lock', Timeout: 20 },
    })).map(manifest => ({
      ...manifest,
      // The adaptive controller came with a model of 180 MB.
      artifacts: [...(manifest.artifacts ?? []), ...(release > 2 ? ['adaptive-model.zip'] : [])],
    })),
  }),
)

const registry = 'docker:123456789012.dkr.ecr.us-east-1.amazonaws.com/meadow/line-vision'
const lineVision = family(
  'LineVision',
  'YAML',
  '0.9.0@130 1.0.0@85 1.1.0@40 1.1.1@19',
  (release, version, name) => ({
    description: 'Looks at every bottle and marks the ones to reject.',
    configuration: {
      Camera: '/dev/video0',
      Confidence: release > 1 ? '0.82' : '0.75',
      SaveRejects: true,
      accessControl: accessControl(name, {
        'ipc.pubsub': topics('vision/*'),
        SecretManager: {
          text: 'Reads the password of the cameras.',
          operations: ['GetSecretValue'],
          resources: ['arn:aws:secretsmanager:us-east-1:123456789012:secret:camera-login'],
        },
      }),
    },
    needs: {
      'aws.greengrass.DockerApplicationManager': '~2.0.0',
      'aws.greengrass.TokenExchangeService': '^2.0.0',
      ...(release > 0 ? { 'aws.greengrass.SecretManager': '^2.1.0 soft' } : {}),
    },
    manifests: ['amd64', 'aarch64'].map(architecture => ({
      platform: `linux/${architecture}`,
      lifecycle: {
        Run: `docker run --rm --name line-vision --device {configuration:/Camera} \\\n  -v {artifacts:decompressedPath}/bottle-model:/model:ro \\\n  ${registry.slice(7)}:${version}-${architecture} --confidence {configuration:/Confidence}\n`,
        Shutdown: { Script: 'docker stop line-vision', Timeout: 30 },
      },
      artifacts: [`${registry}:${version}-${architecture}`, 'bottle-model.zip'],
    })),
  }),
)

export const machineComponents = [deviceIdentity, lineSensors, telemetryUplink, pumpController, lineVision]
