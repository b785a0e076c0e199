/**
 * Every call of the product that changes something, by the name of its API operation; a copied command exists for each.
 */
export const writeActions = {
  greengrassv2: [
    'AssociateServiceRoleToAccount',
    'BatchAssociateClientDeviceWithCoreDevice',
    'BatchDisassociateClientDeviceFromCoreDevice',
    'CancelDeployment',
    'CreateComponentVersion',
    'CreateDeployment',
    'DeleteComponent',
    'DeleteCoreDevice',
    'DeleteDeployment',
    'DisassociateServiceRoleFromAccount',
    'TagResource',
    'UntagResource',
    'UpdateConnectivityInfo',
  ],
  iot: [
    'AddThingToThingGroup',
    'CancelJob',
    'CancelJobExecution',
    'CreateJob',
    'CreateThingGroup',
    'DeleteJob',
    'DeleteThingGroup',
    'RemoveThingFromThingGroup',
  ],
} as const

export type WriteAction = (typeof writeActions)['greengrassv2' | 'iot'][number]

/** The AWS CLI's name of an API operation: `create-deployment` for `CreateDeployment`. */
function cliName(operation: string): string {
  return cliOption(operation.charAt(0).toLowerCase() + operation.slice(1)).slice(2)
}

/** Commands that are of AWS IoT; all others are of Greengrass V2. */
const iotCommands: ReadonlySet<string> = new Set(writeActions.iot.map(cliName))

/** `coreDeviceThingName` as `--core-device-thing-name`, in the way that the AWS CLI spells members. */
export function cliOption(member: string): string {
  const words = member.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2')
  return `--${words.toLowerCase()}`
}

/** Text as one word of a POSIX shell. */
export function shellQuote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`
}

function optionValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return shellQuote(JSON.stringify(value))
  return shellQuote(String(value))
}

/** An option with its value, or the flag it is if the value is a boolean. */
function optionOf(member: string, value: unknown): string {
  const option = cliOption(member)
  if (typeof value === 'boolean') return value ? option : option.replace('--', '--no-')
  const quoted = optionValue(value)
  // The CLI takes a value that begins with a hyphen for an option, unless an equals sign binds it.
  return quoted.startsWith("'-") ? `${option}=${quoted}` : `${option} ${quoted}`
}

/**
 * Whether the CLI would read the value from a file, or (version 1) fetch it, instead of taking it as it is.
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html
 * https://docs.aws.amazon.com/cli/latest/userguide/cliv2-migration-changes.html#cliv2-migration-paramfile
 */
function namesFile(value: unknown): boolean {
  return typeof value === 'string' && /^(fileb?|https?):\/\//.test(value)
}

/** A blob that lies in a file beside the shell: version 1 of the CLI takes blobs on the line raw, version 2 as base64. */
export interface BlobFile {
  file: string
}

const isBlobFile = (member: string, value: unknown): value is BlobFile =>
  member === 'inlineRecipe' && typeof value === 'object' && value !== null && 'file' in value

/**
 * The AWS CLI command of a call, ready to paste into a POSIX shell. `command` is spelled as the CLI does, such as
 * `create-deployment`; `input` has the API's own member names. Members without a value are left out; lists and
 * structures become JSON. `inlineRecipe` is a `BlobFile`. Keep a write action's members in `input` as the API has
 * them; `clientToken` too may be left out.
 */
export function cliCommand(
  command: string,
  input: object,
  options: { region?: string; endpoint?: string } = {},
): string {
  const service = iotCommands.has(command) ? 'iot' : 'greengrassv2'
  const parts = [`aws ${service} ${command}`]
  const asJson: [member: string, value: unknown][] = []
  for (const [member, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue
    if (isBlobFile(member, value)) parts.push(optionOf(member, `fileb://${value.file}`))
    else if (namesFile(value)) asJson.push([member, value])
    else parts.push(optionOf(member, value))
  }
  if (asJson.length > 0)
    parts.push(`--cli-input-json ${shellQuote(JSON.stringify(Object.fromEntries(asJson)))}`)
  if (options.region) parts.push(`--region ${shellQuote(options.region)}`)
  if (options.endpoint) parts.push(`--endpoint-url ${shellQuote(options.endpoint)}`)
  return parts.join(' \\\n  ')
}

/** A call that changes something, with the API's own member names as `input`. */
export interface WriteCall {
  action: WriteAction
  input: object
}

/** `cliCommand` for one call after the other, as a script. */
export function cliScript(
  calls: readonly WriteCall[],
  options: { region?: string; endpoint?: string } = {},
): string {
  return calls.map(({ action, input }) => cliCommandOf(action, input, options)).join('\n\n')
}

/** `cliCommand` by the name of the API operation. */
export function cliCommandOf(
  action: WriteAction,
  input: object,
  options: { region?: string; endpoint?: string } = {},
): string {
  return cliCommand(cliName(action), input, options)
}
