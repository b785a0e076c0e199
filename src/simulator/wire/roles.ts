/** A role that the simulated identity pools hand out, with the actions that its policy allows. */
export interface Role {
  name: string
  /** The identity pool whose identities get it. */
  identityPoolId: string
  /** IAM action patterns; `*` stands for any characters. */
  allow: readonly string[]
}

/** Pool and role of somebody who may do everything that the console offers. */
export const adminRole: Role = {
  name: 'MeadowAdmin',
  identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000000',
  allow: ['greengrass:*', 'iot:*'],
}

/** Pool and role of somebody who only looks: a wall display, an auditor. */
export const readOnlyRole: Role = {
  name: 'MeadowReadOnly',
  identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000001',
  allow: [
    'greengrass:List*',
    'greengrass:Get*',
    'greengrass:Describe*',
    'iot:List*',
    'iot:Get*',
    'iot:Describe*',
    'iot:SearchIndex',
  ],
}

export const roles: readonly Role[] = [adminRole, readOnlyRole]

/** Whether a role's policy allows an action such as `greengrass:CreateDeployment`; IAM ignores case in actions. */
export function roleAllows(role: Role, action: string): boolean {
  return role.allow.some(pattern => matchesAction(pattern, action))
}

function matchesAction(pattern: string, action: string): boolean {
  if (!pattern.endsWith('*')) return pattern.toLowerCase() === action.toLowerCase()
  return action.toLowerCase().startsWith(pattern.slice(0, -1).toLowerCase())
}

const roleArn = (role: Role, account: string) => `arn:aws:iam::${account}:role/${role.name}`

export function roleByArn(arn: string, account: string): Role | undefined {
  return roles.find(role => roleArn(role, account) === arn)
}

type ArnParts = { region: string; account: string }

/**
 * The resource that IAM names when it refuses an action. Actions that cannot be limited to a resource are refused
 * on `*`. https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiotgreengrassv2.html
 */
export function deniedResource(
  service: 'greengrass' | 'iot',
  input: Readonly<Record<string, unknown>>,
  { region, account }: ArnParts,
): string {
  const arn = (suffix: string) => `arn:aws:${service}:${region}:${account}:${suffix}`
  const text = (name: string) => (typeof input[name] === 'string' ? (input[name] as string) : undefined)
  const whole = text('arn') ?? text('resourceArn') ?? text('ResourceArn')
  if (whole !== undefined) return whole
  if (service === 'greengrass') {
    const deployment = text('deploymentId')
    if (deployment !== undefined) return arn(`deployments:${deployment}`)
    const core = text('coreDeviceThingName')
    if (core !== undefined) return arn(`coreDevices:${core}`)
    const thing = text('thingName')
    if (thing !== undefined) return arn(`/greengrass/things/${thing}/connectivityInfo`)
    const group = text('GroupId')
    return group === undefined ? '*' : arn(`/greengrass/groups/${group}`)
  }
  const job = text('jobId')
  if (job !== undefined) return arn(`job/${job}`)
  const group = text('thingGroupName')
  if (group !== undefined) return arn(`thinggroup/${group}`)
  const thing = text('thingName')
  if (thing !== undefined) return arn(`thing/${thing}`)
  const index = text('queryString')
  return index === undefined ? '*' : arn(`index/${text('indexName') ?? 'AWS_Things'}`)
}
