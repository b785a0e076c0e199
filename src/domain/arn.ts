export interface ComponentName {
  account: string
  region: string
  name: string
  /** `null` where the ARN names the component as a whole. */
  version: string | null
}

export interface DeploymentTarget {
  kind: 'thing' | 'thinggroup'
  name: string
  region: string
  account: string
}

const componentPattern =
  /^arn:[^:]*:greengrass:([^:]*):(aws|[0-9]+):components:([^:]+)(?::versions:([^:]+))?$/
// Names of things and groups may hold colons, so everything after the slash is the name.
const targetPattern = /^arn:[^:]*:iot:([^:]*):([0-9]+):(thing|thinggroup)\/(.+)$/s

/** The ARN partition a Region belongs to: `aws`, `aws-cn` or `aws-us-gov`. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  if (region.startsWith('us-gov-')) return 'aws-us-gov'
  return 'aws'
}

/** ARN of a component, or of one version of it. The account of AWS's public components is `aws`. */
export function componentArn(component: {
  region: string
  account: string
  name: string
  version?: string | null
}): string {
  const { region, account, name, version } = component
  const arn = `arn:${partitionOf(region)}:greengrass:${region}:${account}:components:${name}`
  return version ? `${arn}:versions:${version}` : arn
}

/** Reads a component ARN with or without a version; `null` if the text is not one. */
export function parseComponentArn(arn: string): ComponentName | null {
  const match = componentPattern.exec(arn)
  if (!match) return null
  return { region: match[1]!, account: match[2]!, name: match[3]!, version: match[4] ?? null }
}

/** ARN of the core device that is this thing, as tags take it; `null` if the ARN is not a thing's. */
export function coreDeviceArn(thingArn: string): string | null {
  const thing = parseTargetArn(thingArn)
  if (thing?.kind !== 'thing') return null
  const { region, account, name } = thing
  return `arn:${partitionOf(region)}:greengrass:${region}:${account}:coreDevices:${name}`
}

/** ARN of a thing or a thing group, as deployments take it for a target. */
export function targetArn(target: DeploymentTarget): string {
  return `arn:${partitionOf(target.region)}:iot:${target.region}:${target.account}:${target.kind}/${target.name}`
}

/** Reads the ARN of a deployment's target; `null` if it is neither a thing's nor a thing group's. */
export function parseTargetArn(arn: string): DeploymentTarget | null {
  const match = targetPattern.exec(arn)
  if (!match) return null
  return {
    kind: match[3] === 'thing' ? 'thing' : 'thinggroup',
    name: match[4]!,
    region: match[1]!,
    account: match[2]!,
  }
}

/** The name of the thing or group behind a target ARN, or the ARN itself if it cannot be read. */
export function targetName(arn: string): string {
  return parseTargetArn(arn)?.name ?? arn
}
