import { accessControlGuide } from './access-control-guide.ts'
import { choice, type Guide, list, map, object, text } from './guide.ts'

const seconds = (fallback: string) =>
  text(`Seconds until the step is stopped. Without it: ${fallback}.`, { example: '120' })
const flag = (doc: string) => choice(doc, { true: 'Yes.', false: 'No: the default.' })
const variables = (doc: string) =>
  map(doc, text('Value of the variable. Recipe variables are filled in.'), 'NAME')

const script = text(
  'What is run: by sh on Linux, by cmd on Windows. Recipe variables such as {artifacts:path} are filled in.',
  { script: true },
)

function step(doc: string, timeout: string | null, skippable = true): Guide {
  return object(doc, {
    Script: { ...script, required: true },
    RequiresPrivilege: flag('Run as root, or as LocalSystem on Windows.'),
    ...(skippable && {
      Skipif: text(
        'Skip the step when this holds: "onpath PROGRAM" or "exists FILE", "!" before it negates.',
        {
          choices: {
            'onpath git': 'The program is on the PATH.',
            'exists /path/to/file': 'The file is there.',
          },
        },
      ),
    }),
    ...(timeout && { Timeout: seconds(timeout) }),
    Setenv: variables('Environment of this step alone; goes before that of the whole lifecycle.'),
  })
}

const bootstrap = step(
  'Runs before install, when the version or this step changes. Exit code 100 restarts the nucleus, 101 the device.',
  '120 s',
  false,
)

/** Steps spelled as nucleus lite reads them; the classic nucleus takes any case. */
export const stepGuides: Record<string, Guide> = {
  install: step('Runs when the component is installed and at every start of the nucleus.', '120 s'),
  run: step('The main process. Exit code 0 makes the component FINISHED. Excludes startup.', null),
  startup: step('Starts a background process; RUNNING once it exits with 0. Excludes run.', '120 s'),
  shutdown: step('Runs when the component stops. Nucleus lite does not run it.', '15 s'),
  recover: step(
    'Runs after an error. Three errors make the component BROKEN. Nucleus lite does not run it.',
    '60 s',
  ),
  bootstrap: {
    ...bootstrap,
    keys: {
      ...bootstrap.keys,
      BootstrapOnRollback: flag('Run it too when a deployment is rolled back (nucleus 2.12.0).'),
    },
  },
  uninstall: step('Runs when the component is removed for good (nucleus 2.17.0).', '120 s'),
  Setenv: variables('Environment of all steps.'),
}

export const selectionGuides: Record<string, string> = {
  all: 'Every manifest that finds nothing more special. Nucleus lite asks for it in the global lifecycle.',
  linux: 'For manifests with the selection linux.',
  windows: 'For manifests with the selection windows.',
  darwin: 'For manifests with the selection darwin.',
  posix: 'For manifests with the selection posix.',
}

const lifecycle = (doc: string) => object(doc, stepGuides, { lifecycle: true })

const permission = (doc: string, fallback: string) =>
  choice(`${doc} Without it: ${fallback}.`, {
    NONE: 'Nobody.',
    OWNER: 'The user that components run as.',
    ALL: 'Everybody; needed where other components use the file.',
  })

const artifact = object('A file that devices download before they install the component.', {
  Uri: text('Where the file is: s3://BUCKET/KEY or docker:IMAGE.', {
    required: true,
    choices: {
      's3://': 'An object that your account can read.',
      'docker:': 'An image of Docker Hub, public.ecr.aws or your ECR.',
    },
  }),
  Unarchive: choice('Whether an archive is unpacked, into {artifacts:decompressedPath}/NAME.', {
    NONE: 'It is left as it is: the default.',
    ZIP: 'It is unpacked into a folder called as the file without .zip.',
  }),
  Permission: object('Who may use the file on the device.', {
    Read: permission('Who may read it.', 'OWNER'),
    Execute: permission('Who may run it; whoever may run it may read it.', 'NONE'),
  }),
  Digest: text('Hash of the file. The service writes it; leave it out.'),
  Algorithm: text('How the hash is made. The service writes it; leave it out.'),
})

const platform = map(
  'Attributes that a device must have. Without any, every device matches. A value is a word, `*` or /expression/.',
  text('A word, `*` or /expression/.'),
  'attribute',
  {
    os: choice('Operating system.', {
      linux: 'Linux.',
      windows: 'Windows.',
      darwin: 'macOS.',
      '*': 'Any.',
    }),
    architecture: choice('Processor architecture.', {
      amd64: '64-bit x86, which others call x86_64.',
      aarch64: '64-bit ARM, which others call arm64.',
      arm: '32-bit ARM.',
      x86: '32-bit x86.',
      '*': 'Any.',
    }),
    'architecture.detail': choice('More on an ARM processor.', {
      armv6l: 'As of the first Raspberry Pi.',
      armv7l: 'As of the Raspberry Pi 2.',
      armv8l: '32-bit mode of ARMv8.',
    }),
    runtime: choice('The nucleus. Nucleus lite takes only manifests that name it or `*` here.', {
      '*': 'Both the classic nucleus and nucleus lite.',
      aws_nucleus_classic: 'The Java nucleus.',
      aws_nucleus_lite: 'Nucleus lite.',
    }),
  },
)

const manifest = object(
  'How the component is installed on devices of a platform. A device takes the first that matches.',
  {
    Name: text('Name of the platform, shown in the console.'),
    Platform: platform,
    Lifecycle: lifecycle('What runs on devices that take this manifest.'),
    Selections: list(
      'Which parts of the global lifecycle apply, best first; used where the manifest has no Lifecycle.',
      choice('A key of the global lifecycle.', selectionGuides),
    ),
    Artifacts: list('Files that devices download before they install the component.', artifact),
  },
)

/** Every key and choice of a recipe, with the spelling that all nuclei read. */
export const recipeGuide: Guide = object('A component recipe.', {
  RecipeFormatVersion: choice(
    'Version of the recipe format.',
    { '2020-01-25': 'The only one there is.' },
    { required: true },
  ),
  ComponentName: text(
    'Name of the component, unique in account and Region: up to 128 letters, digits, `-`, `_` and `.`.',
    {
      required: true,
      example: 'com.example.HelloWorld',
    },
  ),
  ComponentVersion: text('Semantic version. A published version never changes.', {
    required: true,
    example: '1.0.0',
  }),
  ComponentDescription: text('What the component does.'),
  ComponentPublisher: text('Who publishes it.'),
  ComponentConfiguration: object('Configuration that deployments can change.', {
    DefaultConfiguration: {
      kind: 'object',
      doc: 'What a device starts with. New defaults of a later version do not overwrite what a device has.',
      free: true,
      keys: { accessControl: accessControlGuide },
    },
  }),
  ComponentDependencies: map(
    'Components that this one needs, by name.',
    object('A component that this one needs.', {
      VersionRequirement: text('Versions that will do, as npm writes them: ^1.2.0, ~1.2.0, >=1.0.0 <2.0.0.', {
        required: true,
      }),
      DependencyType: choice('What happens here when the dependency changes state.', {
        HARD: 'This component is restarted along: the default.',
        SOFT: 'This component goes on.',
      }),
    }),
    'com.example.Other',
  ),
  ComponentType: choice('Kind of component. The service writes it; leave it out.', {
    'aws.greengrass.generic': 'Runs scripts: the default.',
    'aws.greengrass.plugin': 'Runs inside the Java nucleus.',
    'aws.greengrass.lambda': 'Made of a Lambda function.',
    'aws.greengrass.nucleus': 'The nucleus itself.',
  }),
  ComponentSource: text('ARN of the Lambda function it was made of. The service writes it; leave it out.'),
  Manifests: { ...list('One for each platform, the most special first.', manifest), required: true },
  Lifecycle: lifecycle('The global lifecycle, for manifests without one of their own.'),
})

/** Recipe variables of the component itself, without braces. */
export const variableGuides: Record<string, string> = {
  'artifacts:path': 'Folder of the downloaded files.',
  'artifacts:decompressedPath':
    'Folder of the unpacked archives, each in one called as the file without .zip.',
  'work:path': 'Working folder of the component.',
  'kernel:rootPath': 'Root folder of the nucleus.',
  'iot:thingName': 'Name of the core device’s thing.',
}
