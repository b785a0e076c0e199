import { type FailureFacts, type FailureKind, ServiceFailure } from '#src/domain/service-failure.ts'
import { kindOf } from './failure-codes.ts'
import { UnreadableAnswer, Unreached } from './transport.ts'

/** Turns whatever the SDK threw into the app's one error type. `action` is the IAM action of the call. */
export function toServiceFailure(error: unknown, action: string): ServiceFailure {
  if (error instanceof ServiceFailure) return error
  if (error instanceof Unreached) {
    return failure('offline', action, offlineMessage(error.url), { code: error.name }, error)
  }
  if (error instanceof UnreadableAnswer) {
    return failure('unreadable', action, error.message, { code: error.name, status: error.status }, error)
  }
  const said = isRecord(error) ? error : {}
  const metadata = isRecord(said.$metadata) ? said.$metadata : {}
  const status = typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : null
  const code = typeof said.name === 'string' && said.name !== '' ? said.name : 'UnknownError'
  const facts = { code, status, requestId: textOrNull(metadata.requestId) }
  // A service's own exception carries $fault; an answer that the SDK could not take apart does not.
  const garbled =
    status !== null && (error instanceof SyntaxError || (said.$fault === undefined && status < 400))
  if (garbled) return failure('unreadable', action, garbledMessage(status), facts, error)
  const kind = kindOf(code, status)
  const message = messageOf(error)
  if (kind === null) return failure('unreadable', action, message || 'The call failed.', facts, error)
  return failure(
    kind,
    kind === 'forbidden' ? refusedAction(message, action) : action,
    wordsFor(kind, status, message),
    {
      ...facts,
      fields: fieldsOf(said.fields),
      retryAfterSeconds: retryAfter(said),
      resource: resourceOf(said),
    },
    error,
  )
}

export function timeoutFailure(action: string, timeoutMs: number, cause?: unknown): ServiceFailure {
  const seconds = Math.round(timeoutMs / 1000)
  return failure(
    'timeout',
    action,
    `No answer came within ${seconds} seconds.`,
    { code: 'TimeoutError' },
    cause,
  )
}

export function expiredFailure(action: string, reason: string): ServiceFailure {
  return failure('expired', action, reason, { code: 'ExpiredCredentials' })
}

/** The answer came and is in the service's format, but says nothing that this call can mean. */
export function unreadableFailure(action: string, message: string, cause?: unknown): ServiceFailure {
  return failure('unreadable', action, message, { code: 'UnreadableAnswer' }, cause)
}

/** The browser was not shown the answer that came from `url`. */
export function corsFailure(action: string, url: string, cause: unknown): ServiceFailure {
  return failure(
    'cors',
    action,
    `${new URL(url).host} answers, but the browser may not read its answer: the service does not allow this call from a web site (CORS). A gateway in front of it helps; see "endpoint" in config.json.`,
    { code: 'CorsRefusal' },
    cause,
  )
}

function failure(
  kind: FailureKind,
  action: string,
  message: string,
  facts: Partial<FailureFacts>,
  cause?: unknown,
): ServiceFailure {
  const none = {
    code: kind,
    status: null,
    requestId: null,
    fields: [],
    retryAfterSeconds: null,
    resource: null,
  }
  return new ServiceFailure(message, { ...none, ...facts, kind, action }, cause)
}

const offlineMessage = (url: string) =>
  `${new URL(url).host} could not be reached. Check the network connection.`
const garbledMessage = (status: number) =>
  `The answer (HTTP ${status}) could not be read: it is garbled or cut short.`

function wordsFor(kind: FailureKind, status: number | null, said: string): string {
  const silent = said === '' || said === 'UnknownError'
  if (kind === 'expired')
    return silent ? 'The credentials are over.' : `The credentials are over. The service says: ${said}`
  if (!silent) return said
  const http = status === null ? '' : ` (HTTP ${status})`
  return kind === 'service'
    ? `The service failed${http} and gave no reason.`
    : `The service refused the call${http} and gave no reason.`
}

/** "… is not authorized to perform: iot:CreateJob on resource …" names the missing action better than we can. */
function refusedAction(message: string, action: string): string {
  return /not authorized to perform: ([a-z0-9-]+:[A-Za-z]+)/.exec(message)?.[1] ?? action
}

/** Seconds: the exception's own member, or the header where the browser may see it. */
function retryAfter(said: Record<string, unknown>): number | null {
  const response = isRecord(said.$response) ? said.$response : {}
  const headers = isRecord(response.headers) ? response.headers : {}
  const given = said.retryAfterSeconds ?? headers['retry-after']
  if (given === undefined || given === null || given === '') return null
  const seconds = Number(given)
  if (Number.isFinite(seconds)) return Math.max(0, seconds)
  const date = Date.parse(String(given))
  return Number.isNaN(date) ? null : Math.max(0, Math.round((date - Date.now()) / 1000))
}

function fieldsOf(fields: unknown): { name: string; message: string }[] {
  if (!Array.isArray(fields)) return []
  return fields
    .filter(isRecord)
    .map(field => ({ name: String(field.name ?? ''), message: String(field.message ?? '') }))
}

function resourceOf(said: Record<string, unknown>) {
  const id = textOrNull(said.resourceId)
  return id === null ? null : { id, type: textOrNull(said.resourceType) ?? '' }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '')
const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
