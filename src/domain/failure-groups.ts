import { deploymentErrorCode, errorType, type Fixer, type RemedyClass } from './error-codes.ts'

export interface FailureFactsOfDevice {
  /** Most generic code first. */
  errorStack: readonly string[]
  errorTypes: readonly string[]
  /** The device's own words. */
  reason: string
  /** FAILED, REJECTED, TIMED_OUT or another status of the execution, if known. */
  executionStatus?: string
}

export interface FailureExplanation {
  /** One plain sentence without a full stop. */
  headline: string
  explanation: string
  remedy: string
  whoFixes: Fixer
  /** The last code that is known, or the last one there is; '' if the device reported none. */
  code: string
  chain: string[]
  /** The component it is about, if the device's words name it. */
  component: string | null
  /** The file in the nucleus's folder of logs that says most about it. */
  log: string
}

const ofClass: Record<RemedyClass, Fixer> = {
  retry: 'nobody',
  definition: 'deployment author',
  device: 'device owner',
  aws: 'AWS',
  none: 'nobody',
}

/** Who comes first where a device names several types: what is nearest to the cause. */
const typeOrder = [
  'PERMISSION_ERROR',
  'COMPONENT_RECIPE_ERROR',
  'USER_COMPONENT_ERROR',
  'AWS_COMPONENT_ERROR',
  'COMPONENT_ERROR',
  'DEPENDENCY_ERROR',
  'REQUEST_ERROR',
  'DEVICE_ERROR',
  'NETWORK_ERROR',
  'HTTP_ERROR',
  'SERVER_ERROR',
  'CLOUD_SERVICE_ERROR',
  'NUCLEUS_ERROR',
]

/** Phrases in which whatever stands there is a component's name, even one without periods. */
const phrases = [
  /\bService (\S+) in broken state/,
  /\bComponent (\S+) version constraints/,
  /\bversion of (\S+) meets\b/,
  /\bno component (\S+?)\./,
  /\bof component ([\w.-]*[\w-])/,
  /\b(?:component|service|recipe (?:of|for))s?\s+['"[]?([a-zA-Z][\w-]*(?:\.[\w-]+)+)/i,
  /\b((?:com|org|net|io|aws|dev|de|me)\.[a-zA-Z][\w-]*(?:\.[a-zA-Z][\w-]*)+)/,
]

/** A component's name in a device's words: where a known phrase has it, or else anything that looks like one. */
function componentIn(reason: string): string | null {
  for (const phrase of phrases) {
    const found = phrase.exec(reason)?.[1]
    if (!found || /^com\.aws\.greengrass|^software\.amazon|Exception$/.test(found)) continue
    // A version is not a part of the name, nor a file's ending.
    return found.replace(/-v?\d+(\.\d+)*$/, '').replace(/\.(?:\d.*|sh|py|zip|jar|log|json)$/, '')
  }
  return null
}

/** Parties and their requirements, as the nucleus lists them: `thinggroup/Line1: ==1.0.0`, or `… requires ==1.0.0`. */
function constraintsIn(reason: string): { by: string; requirement: string }[] {
  const found = reason.matchAll(
    /([\w:-]+\/[\w:.-]+|[a-zA-Z][\w-]*(?:\.[\w-]+)+)(?::| requires)\s*((?:[<>=^~]+ ?)?[vV]?\d[\w.+*-]*(?: ?[<>]=? ?\d[\w.+*-]*)*|\*)/g,
  )
  return [...found].map(match => ({ by: match[1]!, requirement: match[2]!.replace(/[.,]+$/, '') }))
}

function contradiction(reason: string, component: string | null): string | null {
  const constraints = constraintsIn(reason)
  const name = component ?? 'a component'
  const deployments = constraints.filter(({ by }) => by.includes('/'))
  const wanted = new Set(deployments.map(({ requirement }) => requirement))
  if (wanted.size > 1) {
    return `${deployments.length === 2 ? 'Two' : 'Several'} deployments want different versions of ${name}`
  }
  if (constraints.length > 1) return `A deployment and a dependency want different versions of ${name}`
  const only = constraints[0]
  return only && component ? `No version of ${name} meets ${only.requirement}` : null
}

function howItEnded(reason: string): string {
  const step = /\b(bootstrap|install|startup|run|shutdown)(?: script| step)?\b/i
    .exec(reason)?.[1]
    ?.toLowerCase()
  const seconds = /timed out after (\d+) ?s/i.exec(reason)?.[1]
  if (seconds) return `: its ${step ?? 'script'}${step ? ' script' : ''} was not done after ${seconds} s`
  const code = /exit(?:ed)?(?: with)?(?: code| status)?\s*[:=]?\s*(\d+)/i.exec(reason)?.[1]
  return code ? `: its ${step ? `${step} script` : 'script'} ended with exit code ${code}` : ''
}

/**
 * What a component's own scripts do is in its own log, all else in that of the nucleus.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/monitor-logs.html
 */
const inComponentLog = new Set([
  'COMPONENT_UPDATE_ERROR',
  'COMPONENT_BROKEN',
  'COMPONENT_BOOTSTRAP_TIMEOUT',
  'COMPONENT_BOOTSTRAP_ERROR',
  'COMPONENT_CONFIGURATION_NOT_VALID',
  'REMOVE_COMPONENT_ERROR',
])

function logOf(code: string, component: string | null): string {
  if (code === 'NUCLEUS_RESTART_FAILURE') return 'loader.log'
  return component && inComponentLog.has(code) ? `${component}.log` : 'greengrass.log'
}

/** How the service and the nucleus say that no manifest of a recipe fits the device. */
const noManifest = /No manifest of (\S+)|component (\S+) doesn't claim platform/i

/** The headline of a code, with what the device's words add to it. */
function headlineOf(code: string, plain: string, reason: string, component: string | null): string {
  switch (code) {
    case 'NO_AVAILABLE_COMPONENT_VERSION':
    case 'COMPONENT_VERSION_REQUIREMENTS_NOT_MET':
      return contradiction(reason, component) ?? plain
    case 'COMPONENT_BROKEN':
      return component ? `${component} does not keep running${howItEnded(reason)}` : plain
    case 'COMPONENT_UPDATE_ERROR':
      return component ? `${component} does not start${howItEnded(reason)}` : plain
    default:
      return component && / component\b/.test(plain)
        ? plain.replace(/\b(?:a|one of AWS's|an installed) component\b/i, component)
        : plain
  }
}

const noCodes: Omit<FailureExplanation, 'chain' | 'component' | 'log'> = {
  headline: 'The device did not report error codes',
  explanation:
    'Nuclei before 2.8.0 and nucleus lite send no codes; what they say, if anything, is the reason below.',
  remedy: 'Read greengrass.log on the device, and update its nucleus to get codes next time.',
  whoFixes: 'device owner',
  code: '',
}

const withoutCodes: Record<string, typeof noCodes> = {
  TIMED_OUT: {
    headline: 'The device did not finish in time',
    explanation: 'It began the deployment and had not ended when the timeout of the deployment was over.',
    remedy:
      'See what holds it up: a long download, a slow Install or Startup step, a component that defers the update. Or raise the timeout.',
    whoFixes: 'deployment author',
    code: 'TIMED_OUT',
  },
  REJECTED: {
    headline: 'The device refused the deployment',
    explanation: 'It did so without an error code.',
    remedy:
      'See that a newer deployment of this target succeeded; otherwise read greengrass.log on the device.',
    whoFixes: 'device owner',
    code: 'REJECTED',
  },
}

/** Says in plain words why a deployment failed on a device, and what to do about it. */
export function explainFailure(failure: FailureFactsOfDevice): FailureExplanation {
  const { errorTypes, reason } = failure
  const chain = failure.errorStack.filter(code => code !== '')
  const platform = noManifest.exec(reason)
  const component = platform?.[1] ?? platform?.[2] ?? componentIn(reason)
  if (chain.length === 0) {
    const plain = withoutCodes[failure.executionStatus ?? ''] ?? noCodes
    return { ...plain, chain, component, log: logOf('', component) }
  }
  const known = chain.findLast(code => deploymentErrorCode(code) !== null)
  const entry = known === undefined ? null : deploymentErrorCode(known)
  const unknown = chain.slice(known === undefined ? 0 : chain.lastIndexOf(known) + 1)
  const type = typeOrder.find(candidate => errorTypes.includes(candidate)) ?? entry?.type ?? ''
  const whoFixes = errorType(type)?.whoFixes ?? (entry ? ofClass[entry.remedyClass] : 'device owner')
  if (!entry) {
    const code = chain.at(-1)!
    const headline = `The deployment failed with ${code}`
    const explanation = 'Meadow does not know this code yet.'
    const log = logOf(code, component)
    return { headline, explanation, remedy: noCodes.remedy, whoFixes, code, chain, component, log }
  }
  if (platform) {
    return {
      headline: `${component} has nothing for the platform of the device`,
      explanation: 'No manifest of its recipe fits the operating system and architecture of the device.',
      remedy:
        'Publish a version with a manifest for that platform, or leave the component out where it does not fit.',
      whoFixes: 'component author',
      code: entry.code,
      chain,
      component,
      log: logOf(entry.code, component),
    }
  }
  const addition =
    unknown.length > 0 ? ` Deeper codes that Meadow does not know yet: ${unknown.join(', ')}.` : ''
  return {
    headline: headlineOf(entry.code, entry.headline, reason, component),
    explanation: entry.explanation + addition,
    remedy: entry.remedy,
    whoFixes,
    code: entry.code,
    chain,
    component,
    log: logOf(entry.code, component),
  }
}

export interface DeviceFailure extends FailureFactsOfDevice {
  thingName: string
  /** `detailed-deployment-status` of the execution; '' if it is not known. */
  detailedStatus: string
}

export interface FailureGroup extends FailureExplanation {
  /** Stable for the same failure, so that a screen can keep a group open over a refresh. */
  key: string
  /** Thing names, in order. */
  devices: string[]
  /** How many devices ended in each `detailed-deployment-status`; it tells which rolled back. */
  detailedStatuses: Record<string, number>
  /** Different wordings of the reason, the commonest first, at most five. */
  reasons: string[]
}

/** Groups devices by error chain and headline: the biggest group first, devices without codes last. */
export function groupFailures(failures: Iterable<DeviceFailure>): FailureGroup[] {
  const groups = new Map<string, FailureGroup & { said: Map<string, number> }>()
  for (const failure of failures) {
    const explanation = explainFailure(failure)
    const key = [...explanation.chain, explanation.headline].join(' > ')
    let group = groups.get(key)
    if (!group) {
      group = { ...explanation, key, devices: [], detailedStatuses: {}, reasons: [], said: new Map() }
      groups.set(key, group)
    }
    group.devices.push(failure.thingName)
    const { detailedStatus, reason } = failure
    if (detailedStatus)
      group.detailedStatuses[detailedStatus] = (group.detailedStatuses[detailedStatus] ?? 0) + 1
    if (reason) group.said.set(reason, (group.said.get(reason) ?? 0) + 1)
  }
  return [...groups.values()]
    .map(({ said, ...group }) => ({
      ...group,
      devices: group.devices.sort(),
      reasons: [...said]
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .slice(0, 5)
        .map(([text]) => text),
    }))
    .sort(
      (a, b) =>
        Number(a.code === '') - Number(b.code === '') ||
        b.devices.length - a.devices.length ||
        (a.key < b.key ? -1 : 1),
    )
}
