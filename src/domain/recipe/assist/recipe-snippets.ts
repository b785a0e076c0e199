/** Marks in a snippet’s texts for what its author fills in: `«1:default»`. The same number is the same text. */
export interface RecipeSnippet {
  id: string
  title: string
  description: string
  /** The parts of a recipe besides its name, version and publisher. */
  configuration?: Record<string, unknown>
  dependencies?: Record<string, { VersionRequirement: string; DependencyType: 'HARD' | 'SOFT' }>
  manifest: Record<string, unknown>
}

const linux = { os: 'linux', runtime: '*' }
const classicLinux = { os: 'linux' }
const lines = (...all: string[]) => all.join('\n')

/** https://docs.aws.amazon.com/greengrass/v2/developerguide/create-components.html */
export const recipeSnippets: readonly RecipeSnippet[] = [
  {
    id: 'shell-script',
    title: 'Shell script',
    description: 'Runs a script of a few lines; its message can be set by deployments.',
    configuration: { Message: '«4:Hello from Greengrass»' },
    manifest: {
      Platform: linux,
      Lifecycle: { run: { Script: 'echo "{configuration:/Message}"' } },
    },
  },
  {
    id: 'python-venv',
    title: 'Python with a virtual environment',
    description:
      'Unpacks an archive, installs its requirements into an environment of its own and runs main.py.',
    manifest: {
      Platform: linux,
      Lifecycle: {
        install: {
          Script: lines(
            'python3 -m venv {work:path}/venv',
            '{work:path}/venv/bin/pip install -r {artifacts:decompressedPath}/«5:app»/requirements.txt',
          ),
          Timeout: 600,
        },
        run: { Script: '{work:path}/venv/bin/python -u {artifacts:decompressedPath}/«5:app»/main.py' },
      },
      Artifacts: [{ Uri: 's3://«4:bucket»/«5:app».zip', Unarchive: 'ZIP' }],
    },
  },
  {
    id: 'docker-container',
    title: 'Docker container',
    description: 'Runs an image that the Docker application manager pulls.',
    dependencies: {
      'aws.greengrass.DockerApplicationManager': { VersionRequirement: '^2.0.0', DependencyType: 'HARD' },
    },
    manifest: {
      Platform: classicLinux,
      Lifecycle: {
        run: { Script: 'docker run --rm --name «5:web» «4:nginx:1.27»' },
        shutdown: { Script: 'docker stop «5:web»', Timeout: 30 },
      },
      Artifacts: [{ Uri: 'docker:«4:nginx:1.27»' }],
    },
  },
  {
    id: 'nodejs-service',
    title: 'Node.js service',
    description: 'Unpacks an archive, installs its packages and keeps a Node.js service running.',
    configuration: { Port: '«6:8080»' },
    manifest: {
      Platform: linux,
      Lifecycle: {
        install: {
          Script: lines(
            'cp -r {artifacts:decompressedPath}/«5:service»/. {work:path}',
            'cd {work:path} && npm ci --omit=dev',
          ),
          Timeout: 600,
        },
        run: { Script: 'cd {work:path} && exec node index.js', Setenv: { PORT: '{configuration:/Port}' } },
      },
      Artifacts: [{ Uri: 's3://«4:bucket»/«5:service».zip', Unarchive: 'ZIP' }],
    },
  },
  {
    id: 'cpp-binary',
    title: 'C++ binary',
    description: 'Downloads a program built for one architecture and runs it.',
    manifest: {
      Platform: { os: 'linux', architecture: '«6:aarch64»', runtime: '*' },
      Lifecycle: { run: { Script: 'exec {artifacts:path}/«5:program»' } },
      Artifacts: [{ Uri: 's3://«4:bucket»/«5:program»', Permission: { Read: 'OWNER', Execute: 'OWNER' } }],
    },
  },
  {
    id: 'mqtt-publisher',
    title: 'MQTT publisher with access control',
    description: 'A Python program that may publish to a topic of AWS IoT Core.',
    configuration: {
      Topic: '«6:devices/status»',
      accessControl: {
        'aws.greengrass.ipc.mqttproxy': {
          '«1:com.example.Hello»:mqttproxy:1': {
            policyDescription: 'Publish the status',
            operations: ['aws.greengrass#PublishToIoTCore'],
            resources: ['«6:devices/status»'],
          },
        },
      },
    },
    manifest: {
      Platform: linux,
      Lifecycle: {
        install: {
          Script: lines('python3 -m venv {work:path}/venv', '{work:path}/venv/bin/pip install awsiotsdk'),
          Timeout: 600,
        },
        run: {
          Script: '{work:path}/venv/bin/python -u {artifacts:path}/«5:publish.py» "{configuration:/Topic}"',
        },
      },
      Artifacts: [{ Uri: 's3://«4:bucket»/«5:publish.py»' }],
    },
  },
]

export const artifactSnippets: readonly {
  title: string
  description: string
  value: Record<string, unknown>
}[] = [
  { title: 'File in S3', description: 'A file, left as it is.', value: { Uri: 's3://«1:bucket»/«2:file»' } },
  {
    title: 'Archive in S3',
    description: 'A ZIP file that is unpacked.',
    value: { Uri: 's3://«1:bucket»/«2:archive».zip', Unarchive: 'ZIP' },
  },
  {
    title: 'Docker image',
    description: 'An image; needs aws.greengrass.DockerApplicationManager.',
    value: { Uri: 'docker:«1:nginx:1.27»' },
  },
]

/** The whole document of a snippet, marks and all. */
export function snippetDocument(snippet: RecipeSnippet): Record<string, unknown> {
  return {
    RecipeFormatVersion: '2020-01-25',
    ComponentName: '«1:com.example.Hello»',
    ComponentVersion: '«2:1.0.0»',
    ComponentDescription: snippet.description,
    ComponentPublisher: '«3:Example»',
    ...(snippet.configuration && {
      ComponentConfiguration: { DefaultConfiguration: snippet.configuration },
    }),
    ...(snippet.dependencies && { ComponentDependencies: snippet.dependencies }),
    Manifests: [snippet.manifest],
  }
}
