export interface LambdaEventSource {
  topic: string
  type: 'PUB_SUB' | 'IOT_CORE'
}

export interface LambdaVolume {
  sourcePath: string
  destinationPath: string
  permission: 'ro' | 'rw'
  addGroupOwner: boolean
}

export interface LambdaDevice {
  path: string
  permission: 'ro' | 'rw'
  addGroupOwner: boolean
}

/** The form of a component made from a Lambda function. Numbers are texts as typed; '' leaves the default. */
export interface LambdaSourceForm {
  lambdaArn: string
  /** '' takes the name of the function. */
  componentName: string
  /** '' takes the function's version N as N.0.0. */
  componentVersion: string
  platforms: { name: string; attributes: { name: string; value: string }[] }[]
  dependencies: { name: string; versionRequirement: string; dependencyType: 'HARD' | 'SOFT' }[]
  eventSources: LambdaEventSource[]
  maxQueueSize: string
  maxInstancesCount: string
  maxIdleTimeInSeconds: string
  timeoutInSeconds: string
  statusTimeoutInSeconds: string
  pinned: boolean
  inputPayloadEncodingType: 'json' | 'binary'
  execArgs: string[]
  environmentVariables: { name: string; value: string }[]
  isolationMode: 'GreengrassContainer' | 'NoContainer'
  memorySizeInKB: string
  mountROSysfs: boolean
  volumes: LambdaVolume[]
  devices: LambdaDevice[]
}

/** What the service takes where a number is left out. https://docs.aws.amazon.com/greengrass/v2/APIReference/API_LambdaExecutionParameters.html */
export const lambdaDefaults = {
  maxQueueSize: 1000,
  maxInstancesCount: 100,
  maxIdleTimeInSeconds: 60,
  timeoutInSeconds: 3,
  statusTimeoutInSeconds: 60,
  memorySizeInKB: 16384,
} as const

export type LambdaNumber = keyof typeof lambdaDefaults

export const emptyLambdaSource: LambdaSourceForm = {
  lambdaArn: '',
  componentName: '',
  componentVersion: '',
  platforms: [],
  dependencies: [],
  eventSources: [],
  maxQueueSize: '',
  maxInstancesCount: '',
  maxIdleTimeInSeconds: '',
  timeoutInSeconds: '',
  statusTimeoutInSeconds: '',
  pinned: true,
  inputPayloadEncodingType: 'json',
  execArgs: [],
  environmentVariables: [],
  isolationMode: 'GreengrassContainer',
  memorySizeInKB: '',
  mountROSysfs: false,
  volumes: [],
  devices: [],
}

export interface LambdaArn {
  region: string
  account: string
  functionName: string
  /** Version number, alias, `$LATEST`, or '' if the ARN names none. */
  qualifier: string
}

/** The parts of a Lambda function's ARN; `null` if the text is none. */
export function parseLambdaArn(text: string): LambdaArn | null {
  const match =
    /^arn:aws(?:-[a-z]+)*:lambda:([a-z]{2}(?:-[a-z]+)+-\d):(\d{12}):function:([a-zA-Z0-9-_]{1,140})(?::(\$LATEST|[a-zA-Z0-9-_]+))?$/.exec(
      text.trim(),
    )
  if (!match) return null
  return { region: match[1]!, account: match[2]!, functionName: match[3]!, qualifier: match[4] ?? '' }
}

/** Name and version that the component gets where the form leaves them open; '' where the ARN does not tell. */
export function lambdaComponent(form: LambdaSourceForm): { name: string; version: string } {
  const arn = parseLambdaArn(form.lambdaArn)
  const numbered = arn && /^\d+$/.test(arn.qualifier) ? `${Number(arn.qualifier)}.0.0` : ''
  return {
    name: form.componentName.trim() || (arn?.functionName ?? ''),
    version: form.componentVersion.trim() || numbered,
  }
}

/** The request member `lambdaFunction`; what is left at its default is left out. */
export interface LambdaFunctionSource {
  lambdaArn: string
  componentName?: string
  componentVersion?: string
  componentPlatforms?: { name?: string; attributes?: Record<string, string> }[]
  componentDependencies?: Record<string, { versionRequirement?: string; dependencyType: 'HARD' | 'SOFT' }>
  componentLambdaParameters?: {
    eventSources?: LambdaEventSource[]
    maxQueueSize?: number
    maxInstancesCount?: number
    maxIdleTimeInSeconds?: number
    timeoutInSeconds?: number
    statusTimeoutInSeconds?: number
    pinned?: boolean
    inputPayloadEncodingType?: 'json' | 'binary'
    execArgs?: string[]
    environmentVariables?: Record<string, string>
    linuxProcessParams?: {
      isolationMode?: 'GreengrassContainer' | 'NoContainer'
      containerParams?: {
        memorySizeInKB?: number
        mountROSysfs?: boolean
        volumes?: LambdaVolume[]
        devices?: LambdaDevice[]
      }
    }
  }
}

const number = <K extends LambdaNumber>(form: LambdaSourceForm, key: K) => {
  const text = form[key].trim()
  return (text === '' ? {} : { [key]: Number(text) }) as { [P in K]?: number }
}
const some = <K extends string, T>(key: K, items: readonly T[]) =>
  (items.length > 0 ? { [key]: items } : {}) as { [P in K]?: T[] }
const named = <T extends string>(items: readonly { name: string; value: T }[]) =>
  Object.fromEntries(items.map(({ name, value }) => [name.trim(), value]))

/** What CreateComponentVersion is sent for a form. Check it first: texts that are no numbers become NaN here. */
export function lambdaFunctionSource(form: LambdaSourceForm): LambdaFunctionSource {
  const inContainer = form.isolationMode === 'GreengrassContainer'
  const dependencies = form.dependencies.map(({ name, versionRequirement, dependencyType }) => [
    name.trim(),
    { ...(versionRequirement.trim() && { versionRequirement: versionRequirement.trim() }), dependencyType },
  ])
  return {
    lambdaArn: form.lambdaArn.trim(),
    ...(form.componentName.trim() && { componentName: form.componentName.trim() }),
    ...(form.componentVersion.trim() && { componentVersion: form.componentVersion.trim() }),
    ...some(
      'componentPlatforms',
      form.platforms.map(({ name, attributes }) => ({
        ...(name.trim() && { name: name.trim() }),
        ...(attributes.length > 0 && { attributes: named(attributes) }),
      })),
    ),
    ...(dependencies.length > 0 && { componentDependencies: Object.fromEntries(dependencies) }),
    componentLambdaParameters: {
      ...some('eventSources', form.eventSources),
      ...number(form, 'maxQueueSize'),
      ...number(form, 'maxInstancesCount'),
      ...number(form, 'maxIdleTimeInSeconds'),
      ...number(form, 'timeoutInSeconds'),
      ...number(form, 'statusTimeoutInSeconds'),
      pinned: form.pinned,
      inputPayloadEncodingType: form.inputPayloadEncodingType,
      ...some('execArgs', form.execArgs),
      ...(form.environmentVariables.length > 0 && { environmentVariables: named(form.environmentVariables) }),
      linuxProcessParams: {
        isolationMode: form.isolationMode,
        ...(inContainer && {
          containerParams: {
            ...number(form, 'memorySizeInKB'),
            mountROSysfs: form.mountROSysfs,
            ...some('volumes', form.volumes),
            ...some('devices', form.devices),
          },
        }),
      },
    },
  }
}
