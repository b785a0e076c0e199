import {
  lambdaComponent,
  lambdaDefaults,
  type LambdaEventSource,
  type LambdaNumber,
  type LambdaSourceForm,
  parseLambdaArn,
} from './lambda-source.ts'
import { platformSlip } from './platform-slip.ts'
import { parseRequirement, parseVersion } from './version.ts'

export interface LambdaProblem {
  /** Path of the field in the form, such as `eventSources[0].topic`. */
  field: string
  severity: 'error' | 'warning'
  message: string
}

type Say = (field: string, message: string, severity?: LambdaProblem['severity']) => void

function checkIdentity(
  form: LambdaSourceForm,
  here: { region: string; account?: string } | null,
  say: Say,
): void {
  const arn = parseLambdaArn(form.lambdaArn)
  if (form.lambdaArn.trim() === '') say('lambdaArn', 'The ARN of a version of a Lambda function is needed.')
  else if (!arn)
    say(
      'lambdaArn',
      'This is not the ARN of a Lambda function: arn:aws:lambda:REGION:ACCOUNT:function:NAME:VERSION.',
    )
  else if (arn.qualifier === '')
    say(
      'lambdaArn',
      'The ARN must end in a version number, such as :1. Publish a version of the function first.',
    )
  else if (!/^\d+$/.test(arn.qualifier))
    say(
      'lambdaArn',
      `${arn.qualifier} is not a version number. Aliases and $LATEST are not taken, since a component never changes.`,
    )
  else if (here && arn.region !== here.region)
    say('lambdaArn', `The function is in ${arn.region}; components here are in ${here.region}.`, 'warning')
  const { name, version } = lambdaComponent(form)
  if (name !== '' && !/^[a-zA-Z0-9_.-]{1,128}$/.test(name)) {
    const why =
      name.length > 128
        ? `has ${name.length} characters; 128 are allowed`
        : 'may have letters, digits, "-", "_" and "." only'
    say('componentName', `The component name ${why}.`)
  } else if (name.startsWith('aws.greengrass.')) {
    say('componentName', 'The prefix aws.greengrass. is that of AWS.', 'warning')
  }
  if (version !== '' && !parseVersion(version))
    say('componentVersion', `"${version}" is not a semantic version; write one such as 1.0.0.`)
}

function checkLists(form: LambdaSourceForm, say: Say): void {
  for (const [index, { attributes }] of form.platforms.entries()) {
    for (const [at, { name, value }] of attributes.entries()) {
      const field = `platforms[${index}].attributes[${at}]`
      if (name.trim() === '') say(`${field}.name`, 'The attribute needs a name, such as os.')
      else if (attributes.findIndex(other => other.name.trim() === name.trim()) < at)
        say(`${field}.name`, `${name.trim()} is given twice.`)
      if (value.trim() === '') say(`${field}.value`, 'The attribute needs a value, such as linux.')
      const right = platformSlip(name.trim(), value.trim())
      if (right)
        say(
          `${field}.value`,
          `No device reports ${name.trim()} "${value.trim()}"; this one is called ${right}.`,
          'warning',
        )
    }
  }
  for (const [index, { name, versionRequirement }] of form.dependencies.entries()) {
    const field = `dependencies[${index}]`
    if (!/^[a-zA-Z0-9_.-]{1,128}$/.test(name.trim()))
      say(
        `${field}.name`,
        name.trim() === '' ? 'The dependency needs a name.' : `No component can be called "${name.trim()}".`,
      )
    else if (form.dependencies.findIndex(other => other.name.trim() === name.trim()) < index)
      say(`${field}.name`, `${name.trim()} is given twice.`)
    else if (name.trim() === lambdaComponent(form).name)
      say(`${field}.name`, 'A component cannot depend on itself.')
    const verdict = parseRequirement(versionRequirement.trim())
    if (!verdict.ok) say(`${field}.versionRequirement`, verdict.message)
  }
  for (const [index, { name }] of form.environmentVariables.entries()) {
    const field = `environmentVariables[${index}].name`
    if (name.trim() === '') say(field, 'The variable needs a name.')
    else if (form.environmentVariables.findIndex(other => other.name.trim() === name.trim()) < index)
      say(field, `${name.trim()} is given twice.`)
    else if (!/^[A-Za-z_]\w*$/.test(name.trim()))
      say(field, `"${name.trim()}" is not a usual name of a variable: letters, digits and "_".`, 'warning')
  }
}

/** What is wrong with a topic or topic filter; `null` if nothing is. https://docs.aws.amazon.com/general/latest/gr/iot-core.html */
function topicComplaint({ topic, type }: LambdaEventSource): string | null {
  if (topic === '') return 'The event source needs a topic.'
  if (new TextEncoder().encode(topic).length > 256) return 'A topic has at most 256 bytes.'
  if (/[#+]/.test(topic)) {
    if (type === 'PUB_SUB')
      return 'Local publish/subscribe takes no wildcards: "+" and "#" are for AWS IoT Core.'
    const levels = topic.split('/')
    if (levels.some(level => level.includes('+') && level !== '+'))
      return '"+" stands for a whole level: a/+/b.'
    if (levels.some((level, at) => level.includes('#') && (level !== '#' || at < levels.length - 1)))
      return '"#" stands at the end, for all levels from there: a/#.'
  }
  return topic.split('/').length > 8 && type === 'IOT_CORE'
    ? 'A topic of AWS IoT Core has at most 7 slashes.'
    : null
}

function checkExecution(form: LambdaSourceForm, say: Say): void {
  for (const [index, source] of form.eventSources.entries()) {
    const complaint = topicComplaint(source)
    if (complaint) say(`eventSources[${index}].topic`, complaint)
    const same = form.eventSources.findIndex(
      ({ topic, type }) => topic === source.topic && type === source.type,
    )
    if (!complaint && same < index)
      say(`eventSources[${index}].topic`, 'This event source is listed twice.', 'warning')
  }
  for (const key of Object.keys(lambdaDefaults) as LambdaNumber[]) {
    const text = form[key].trim()
    if (text === '' || (key === 'memorySizeInKB' && form.isolationMode === 'NoContainer')) continue
    if (!/^\d+$/.test(text) || Number(text) < 1)
      say(key, `This is a whole number above 0; without one it is ${lambdaDefaults[key]}.`)
    else if (Number(text) > 2_147_483_647) say(key, 'This is at most 2147483647.')
  }
  if (!form.pinned && form.eventSources.length === 0) {
    say(
      'eventSources',
      'An on-demand function without an event source is never called by a topic.',
      'warning',
    )
  }
}

function checkContainer(form: LambdaSourceForm, say: Say): void {
  const used =
    form.volumes.length + form.devices.length > 0 || form.memorySizeInKB.trim() !== '' || form.mountROSysfs
  if (form.isolationMode === 'NoContainer') {
    if (used)
      say(
        'isolationMode',
        'Without a container, memory size, volumes and devices have no effect and are not sent.',
        'warning',
      )
    return
  }
  const absolute = (path: string) => path.startsWith('/')
  for (const [index, { sourcePath, destinationPath }] of form.volumes.entries()) {
    const field = `volumes[${index}]`
    if (!absolute(sourcePath)) say(`${field}.sourcePath`, 'A path on the device begins with "/".')
    if (!absolute(destinationPath))
      say(`${field}.destinationPath`, 'A path in the container begins with "/".')
    else if (form.volumes.findIndex(other => other.destinationPath === destinationPath) < index)
      say(`${field}.destinationPath`, 'Another volume is mounted there already.')
  }
  for (const [index, { path }] of form.devices.entries()) {
    const field = `devices[${index}].path`
    if (!absolute(path)) say(field, 'A path on the device begins with "/".')
    else if (form.devices.findIndex(other => other.path === path) < index)
      say(field, 'This device is listed twice.')
    else if (!path.startsWith('/dev/')) say(field, 'Devices are under /dev as a rule.', 'warning')
  }
}

/**
 * All that is wrong with the form, each with its field. `here` is where the component would be made.
 * https://docs.aws.amazon.com/greengrass/v2/APIReference/API_LambdaFunctionRecipeSource.html
 */
export function checkLambdaSource(
  form: LambdaSourceForm,
  here: { region: string; account?: string } | null = null,
): LambdaProblem[] {
  const problems: LambdaProblem[] = []
  const say: Say = (field, message, severity = 'error') => problems.push({ field, severity, message })
  checkIdentity(form, here, say)
  checkLists(form, say)
  checkExecution(form, say)
  checkContainer(form, say)
  return problems
}
