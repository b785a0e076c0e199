import { accessControl, buildRecipe, type RecipeDraft, type Release } from './recipe-builder.ts'

/**
 * AWS's public components, in our own words and with plausible recipes. Names and version numbers are theirs:
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/public-components.html
 */
const prefix = 'aws.greengrass.'

interface Publication {
  name: string
  type?: RecipeDraft['type']
  text: string
  /** `version@age in days`. */
  releases: string
  needs?: Record<string, string>
  configuration?: Record<string, unknown>
  platforms?: string[]
}

const anywhere = ['linux', 'windows']
const clientDevices = { [`${prefix}clientdevices.Auth`]: '>=2.2.0 <2.6.0' }

const publications: Publication[] = [
  {
    name: 'Nucleus',
    type: 'nucleus',
    text: 'The core of the Greengrass software: runs components and talks to the cloud.',
    releases: '2.5.6@900 2.8.1@760 2.9.6@620 2.11.3@450 2.12.6@310 2.13.0@230 2.14.3@120 2.15.0@45',
    configuration: {
      awsRegion: '',
      iotRoleAlias: '',
      fleetStatus: { periodicStatusPublishIntervalSeconds: 86400 },
      componentStoreMaxSizeBytes: '10000000000',
      logging: { level: 'INFO', format: 'TEXT', fileSizeKB: '1024', totalLogsSizeKB: '10240' },
      mqtt: { port: 8883, keepAliveTimeoutMs: 60000 },
      telemetry: { enabled: true, periodicPublishMetricsIntervalSeconds: 86400 },
    },
    platforms: [...anywhere, 'darwin'],
  },
  {
    name: 'NucleusLite',
    type: 'nucleus',
    text: 'The core of the Greengrass software for devices with little memory.',
    releases: '2.0.2@300 2.1.0@170 2.2.0@60',
    platforms: ['linux lite'],
  },
  {
    name: 'Cli',
    type: 'plugin',
    text: 'A command line on the device, for local deployments and for looking at components.',
    releases: '2.8.0@760 2.9.6@620 2.12.6@310 2.14.3@120 2.15.0@45',
    needs: { [`${prefix}Nucleus`]: '>=2.5.0 <2.16.0 soft' },
    configuration: { AuthorizedPosixGroups: null, AuthorizedWindowsGroups: null },
    platforms: [...anywhere, 'darwin'],
  },
  {
    name: 'TokenExchangeService',
    text: 'Gives components AWS credentials of the device’s role.',
    releases: '2.0.3@700',
    configuration: { activePort: 0 },
  },
  {
    name: 'StreamManager',
    text: 'Buffers streams of data on the device and exports them to AWS.',
    releases: '2.1.0@640 2.1.9@300 2.2.0@90',
    needs: { [`${prefix}TokenExchangeService`]: '^2.0.0', [`${prefix}Nucleus`]: '>=2.5.0 <2.16.0 soft' },
    configuration: {
      STREAM_MANAGER_STORE_ROOT_DIR: '.',
      STREAM_MANAGER_SERVER_PORT: '8088',
      JVM_ARGS: '-XX:MaxRAMPercentage=50.0',
      LOG_LEVEL: 'INFO',
    },
  },
  {
    name: 'LogManager',
    type: 'plugin',
    text: 'Uploads logs of components to Amazon CloudWatch Logs.',
    releases: '2.2.8@720 2.3.9@200 2.3.11@75',
    needs: { [`${prefix}TokenExchangeService`]: '^2.0.0' },
    configuration: { logsUploaderConfiguration: {}, periodicUploadIntervalSec: '300' },
  },
  {
    name: 'ShadowManager',
    type: 'plugin',
    text: 'Keeps shadows on the device and synchronises them with the cloud.',
    releases: '2.2.4@680 2.3.9@220 2.3.12@70',
    configuration: {
      synchronize: { coreThing: { classic: true, namedShadows: [] } },
      strategy: { type: 'realTime' },
    },
  },
  {
    name: 'SecretManager',
    type: 'plugin',
    text: 'Fetches secrets from AWS Secrets Manager and hands them to components.',
    releases: '2.1.5@540 2.2.1@130',
    needs: { [`${prefix}TokenExchangeService`]: '^2.0.0' },
    configuration: { cloudSecrets: [] },
  },
  {
    name: 'DockerApplicationManager',
    text: 'Lets components use Docker images as artifacts.',
    releases: '2.0.10@500 2.0.14@140',
    needs: { [`${prefix}Nucleus`]: '>=2.1.0 <2.16.0 soft' },
  },
  {
    name: 'clientdevices.Auth',
    type: 'plugin',
    text: 'Decides which client devices may connect and what they may do.',
    releases: '2.4.0@380 2.5.2@110',
    configuration: { deviceGroups: { formatVersion: '2021-03-05', definitions: {}, policies: {} } },
  },
  {
    name: 'clientdevices.mqtt.Moquette',
    type: 'plugin',
    text: 'A small MQTT broker for client devices.',
    releases: '2.3.3@390 2.3.7@115',
    needs: clientDevices,
    configuration: { moquette: { ssl_port: '8883', host: '0.0.0.0' } },
  },
  {
    name: 'clientdevices.mqtt.Bridge',
    type: 'plugin',
    text: 'Passes messages between client devices, components and AWS IoT Core.',
    releases: '2.3.0@370 2.3.2@105',
    needs: clientDevices,
    configuration: { mqttTopicMapping: {} },
  },
  {
    name: 'clientdevices.IPDetector',
    type: 'plugin',
    text: 'Reports the addresses of the device, so that client devices find its broker.',
    releases: '2.1.8@360 2.2.0@125',
    configuration: { defaultPort: 8883, includeIPv4LoopbackAddrs: false, includeIPv4LinkLocalAddrs: false },
  },
  {
    name: 'SecureTunneling',
    text: 'Opens a tunnel for remote shells and desktops.',
    releases: '1.0.19@330 1.1.2@80',
    configuration: {
      OS_DIST_INFO: 'auto',
      accessControl: accessControl(`${prefix}SecureTunneling`, {
        'ipc.mqttproxy': {
          text: 'Listens for requests to open a tunnel.',
          operations: ['SubscribeToIoTCore'],
          resources: ['$aws/things/+/tunnels/notify'],
        },
      }),
    },
    platforms: ['linux/amd64', 'linux/aarch64', 'linux/arm/armv7l'],
  },
  {
    name: 'DiskSpooler',
    type: 'plugin',
    text: 'Keeps messages for AWS IoT Core on disk while the link is down.',
    releases: '1.0.1@410 1.0.6@95',
    needs: { [`${prefix}Nucleus`]: '>=2.11.0 <2.16.0 soft' },
  },
  {
    name: 'telemetry.NucleusEmitter',
    type: 'plugin',
    text: 'Publishes the nucleus’s own measurements.',
    releases: '1.0.7@430 1.0.11@85',
    configuration: { pubSubPublish: true, mqttTopic: '', telemetryPublishIntervalMs: 60000 },
  },
  {
    name: 'LambdaLauncher',
    text: 'Starts Lambda functions and their containers.',
    releases: '2.0.13@350',
    platforms: ['linux'],
  },
  {
    name: 'LambdaManager',
    type: 'plugin',
    text: 'Passes work to Lambda functions.',
    releases: '2.3.5@340',
    platforms: ['linux'],
  },
  {
    name: 'LambdaRuntimes',
    text: 'The runtimes of Lambda functions.',
    releases: '2.0.8@520',
    platforms: ['linux'],
  },
]

const discontinued: Record<string, string> = {
  'LogManager 2.2.8':
    'This version is discontinued: it may lose log lines when files rotate. Use 2.3.9 or later.',
  'Nucleus 2.5.6': 'This version is discontinued. Use 2.12.0 or later.',
}

export const publicComponents = (): Release[] =>
  publications.flatMap(publication =>
    publication.releases.split(' ').map(release => {
      const [version = '', age = '0'] = release.split('@')
      const name = prefix + publication.name
      const guidance = discontinued[`${publication.name} ${version}`]
      return {
        name,
        version,
        age: Number(age),
        format: 'YAML' as const,
        recipe: buildRecipe(name, version, draftOf(publication)),
        ...(guidance ? { discontinued: guidance } : {}),
      }
    }),
  )

/** Plugins run inside the nucleus and have no script of their own. */
function draftOf({ name, type, text, needs, configuration, platforms = anywhere }: Publication): RecipeDraft {
  const script = `{artifacts:decompressedPath}/${prefix}${name}/start`
  return {
    description: text,
    publisher: 'AWS',
    type: type ?? 'generic',
    ...(configuration ? { configuration } : {}),
    ...(needs ? { needs } : {}),
    manifests: platforms.map(platform => ({
      platform,
      lifecycle: type
        ? {}
        : { Run: { Script: platform === 'windows' ? `${script}.cmd` : `sh ${script}.sh` } },
      artifacts: [`greengrass:${prefix}${name}${type === 'plugin' ? '.jar' : '.zip'}`],
    })),
  }
}
