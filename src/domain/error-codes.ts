import { errorCodeTable } from './error-code-table.ts'

/** What kind of remedy helps. */
export type RemedyClass =
  /** The same again may well succeed. */
  | 'retry'
  /** Something in the cloud has to change: recipe, deployment, bucket, role. */
  | 'definition'
  /** Something on the device has to change. */
  | 'device'
  /** A matter of AWS's software: look for a newer version, ask support. */
  | 'aws'
  | 'none'

export interface DeploymentErrorCode {
  code: string
  /** The error type it usually comes with; '' if that depends on what went before it. */
  type: string
  /** One plain sentence without a full stop. */
  headline: string
  /** The headline and what else is worth knowing, with full stops. */
  explanation: string
  remedy: string
  remedyClass: RemedyClass
  /** Only a link of a chain: a deeper code says what happened. */
  generic: boolean
}

const classes: Record<string, RemedyClass> = {
  R: 'retry',
  F: 'definition',
  D: 'device',
  S: 'aws',
  '-': 'none',
}

function readTable(): Map<string, DeploymentErrorCode> {
  const codes = new Map<string, DeploymentErrorCode>()
  let type = ''
  for (const line of errorCodeTable.split('\n')) {
    const cells = line.split('|').map(cell => cell.trim())
    if (cells.length === 1) type = cells[0]!.startsWith('#') ? cells[0]!.slice(1).trim() : type
    if (cells.length !== 4) continue
    const [head, headline, more, remedy] = cells as [string, string, string, string]
    const [code, cls] = head.split(' ') as [string, string]
    codes.set(code, {
      code,
      type: type === 'GENERIC' ? '' : type,
      headline,
      explanation: more ? `${headline}. ${more}` : `${headline}.`,
      remedy,
      remedyClass: classes[cls[0]!]!,
      generic: cls.endsWith('*'),
    })
  }
  return codes
}

let table: Map<string, DeploymentErrorCode> | null = null

/**
 * What an error code of a failed deployment means, and what to do about it; `null` if the code is not known (codes
 * are open: nuclei may grow new ones).
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting-deployment.html
 */
export function deploymentErrorCode(code: string): DeploymentErrorCode | null {
  table ??= readTable()
  return table.get(code) ?? null
}

/** All codes that are known. */
export function deploymentErrorCodes(): DeploymentErrorCode[] {
  table ??= readTable()
  return [...table.values()]
}

/** Who is usually able to put a failure right. */
export type Fixer =
  | 'component author'
  | 'deployment author'
  | 'device owner'
  | 'IAM owner'
  | 'network owner'
  | 'artifact owner'
  | 'AWS'
  | 'nobody'

export interface ErrorType {
  type: string
  meaning: string
  whoFixes: Fixer
}

const rows: readonly [type: string, whoFixes: Fixer, meaning: string][] = [
  ['PERMISSION_ERROR', 'IAM owner', 'A call was refused for lack of rights.'],
  ['REQUEST_ERROR', 'deployment author', 'The deployment asks for something impossible or contradictory.'],
  ['COMPONENT_RECIPE_ERROR', 'component author', 'The recipe, or what it says of its artifacts, is wrong.'],
  [
    'AWS_COMPONENT_ERROR',
    'deployment author',
    'A component of AWS did not start, stop or update as it should.',
  ],
  [
    'USER_COMPONENT_ERROR',
    'component author',
    'One of your own components did not start, stop or update as it should.',
  ],
  ['COMPONENT_ERROR', 'component author', 'A component did not start, stop or update as it should.'],
  [
    'DEVICE_ERROR',
    'device owner',
    'Something on the device itself is wrong: its disk, its files, its settings.',
  ],
  [
    'DEPENDENCY_ERROR',
    'artifact owner',
    'A source of artifacts, such as S3 or a Docker registry, could not deliver.',
  ],
  ['HTTP_ERROR', 'network owner', 'An HTTP exchange failed.'],
  ['NETWORK_ERROR', 'network owner', 'The device had no usable connection.'],
  ['NUCLEUS_ERROR', 'AWS', 'The nucleus has an internal problem, or sent a request that AWS did not take.'],
  ['SERVER_ERROR', 'nobody', 'AWS answered with a server error; a later attempt may succeed.'],
  [
    'CLOUD_SERVICE_ERROR',
    'AWS',
    'The cloud side of Greengrass sent something that the device could not use.',
  ],
  ['UNKNOWN_ERROR', 'device owner', 'An error that nothing else describes; the logs of the device say more.'],
]

const byType = new Map(rows.map(([type, whoFixes, meaning]) => [type, { type, whoFixes, meaning }]))

/**
 * What an error type of a failed deployment means. `null` if it is not known.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting-deployment.html
 */
export function errorType(type: string): ErrorType | null {
  return byType.get(type) ?? null
}

export interface DetailedStatus {
  status: string
  meaning: string
  /** What the device runs now. */
  running: 'new' | 'old' | 'mixed' | 'unknown'
}

const statuses: readonly DetailedStatus[] = [
  { status: 'SUCCESSFUL', running: 'new', meaning: 'The deployment was applied.' },
  {
    status: 'FAILED_NO_STATE_CHANGE',
    running: 'old',
    meaning: 'It failed before anything was changed: the device runs what it ran before.',
  },
  {
    status: 'FAILED_ROLLBACK_NOT_REQUESTED',
    running: 'mixed',
    meaning: 'It failed half-way and was told not to roll back: the device may be in a mixed state.',
  },
  {
    status: 'FAILED_ROLLBACK_COMPLETE',
    running: 'old',
    meaning: 'It failed and rolled back: the device runs what it ran before.',
  },
  {
    status: 'FAILED_UNABLE_TO_ROLLBACK',
    running: 'unknown',
    meaning: 'It failed, and rolling back failed too: look at this device first.',
  },
  { status: 'REJECTED', running: 'old', meaning: 'The device refused the deployment.' },
]

/** What a device's `detailed-deployment-status` means; `null` if it is not known. */
export function detailedStatus(status: string): DetailedStatus | null {
  return statuses.find(known => known.status === status) ?? null
}

export interface ComponentStatusCode {
  code: string
  explanation: string
  remedy: string
}

const steps: Record<string, { word: string; name: string; limit: string }> = {
  INSTALL: { word: 'install', name: 'Install', limit: '120 s unless it says otherwise' },
  STARTUP: { word: 'startup', name: 'Startup', limit: '120 s unless it says otherwise' },
  RUN: { word: 'run', name: 'Run', limit: 'none unless it says so' },
  SHUTDOWN: { word: 'shutdown', name: 'Shutdown', limit: '15 s unless it says otherwise' },
  UNINSTALL: { word: 'uninstall', name: 'Uninstall', limit: '120 s unless it says otherwise' },
}

type Cause = (step: (typeof steps)[string]) => [explanation: string, remedy: string]

const causes: Record<string, Cause> = {
  ERROR: ({ word, name }) => [
    `The ${word} script ended with a failure.`,
    `Read the component's log, put the ${name} script right, and deploy again.`,
  ],
  CONFIG_NOT_VALID: ({ name }) => [
    `The ${name} step of the recipe is malformed: it has no Script, or its Skipif cannot be read.`,
    'Correct the recipe and publish a new version.',
  ],
  IO_ERROR: ({ word }) => [
    `A file could not be read or written during ${word}.`,
    "Read the component's log; check disk space and permissions on the device.",
  ],
  MISSING_DEFAULT_RUNWITH: ({ word }) => [
    `No user and group could be found to ${word} the component as.`,
    'Set runWith in the deployment, or runWithDefault in the configuration of the nucleus.',
  ],
  TIMEOUT: ({ word, name, limit }) => [
    `The ${word} step took longer than it may (${limit}).`,
    name === 'Startup'
      ? 'Raise Startup.Timeout, or let the component report RUNNING itself.'
      : `Raise ${name}.Timeout in the recipe, or make the step shorter.`,
  ],
}

/**
 * What a component's status code says, such as `INSTALL_TIMEOUT`: a step and what went wrong in it. `null` if it is
 * not known.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/troubleshooting-component.html
 */
export function componentStatusCode(code: string): ComponentStatusCode | null {
  const at = code.indexOf('_')
  const [step, cause] = [code.slice(0, at), code.slice(at + 1)]
  if (!Object.hasOwn(steps, step) || !Object.hasOwn(causes, cause)) return null
  const [explanation, remedy] = causes[cause]!(steps[step]!)
  return { code, explanation, remedy }
}
