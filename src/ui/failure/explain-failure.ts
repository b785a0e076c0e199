import { type FailureKind, ServiceFailure } from '#src/domain/service-failure.ts'

export interface FailureWords {
  title: string
  /** What it means for the person, in a sentence. */
  meaning: string
  /** What to do next. */
  next: string
  /** Trying the same again may help. */
  worthRetrying: boolean
  severity: 'error' | 'warning' | 'info'
}

type Words = Omit<FailureWords, 'severity'> & { severity?: FailureWords['severity'] }

const seconds = (amount: number) => (amount === 1 ? '1 second' : `${amount} seconds`)

const words: Record<FailureKind, (failure: ServiceFailure) => Words> = {
  forbidden: failure => ({
    title: `Your role may not ${sayAction(failure.action)}`,
    meaning: failure.message,
    next: `Ask whoever looks after the account to allow ${failure.action || 'this action'} for the role. The statement below is what is missing.`,
    worthRetrying: false,
  }),
  expired: () => ({
    title: 'Your session is over',
    meaning: 'The credentials have expired, so no further calls are sent.',
    next: 'Renew the session. What is on this page, including anything typed into it, stays as it is.',
    worthRetrying: false,
    severity: 'warning',
  }),
  'read-only': failure => ({
    title: 'This connection is read-only',
    meaning: `${sayAction(failure.action, true)} was stopped before it left the browser.`,
    next: 'Choose a connection that may write, or run the equivalent command with a role of your own.',
    worthRetrying: false,
    severity: 'info',
  }),
  'not-found': failure => ({
    title: failure.resource
      ? `There is no ${spoken(failure.resource.type) || 'resource'} "${failure.resource.id}"`
      : 'It does not exist',
    meaning: failure.message,
    next: 'It may have been deleted, or belong to another account or region. Check the connection shown at the top.',
    worthRetrying: false,
  }),
  conflict: failure => ({
    title: 'That does not fit the present state',
    meaning: failure.message,
    next: 'Someone or something else changed it in the meantime. Refresh, look again, and decide then.',
    worthRetrying: false,
  }),
  invalid: failure => ({
    title: 'The service does not accept this request',
    meaning: failure.message,
    next:
      failure.fields.length > 0
        ? 'Correct the members named below and send it again.'
        : 'Correct it and send it again.',
    worthRetrying: false,
  }),
  throttled: failure => ({
    title: 'Too many calls for the moment',
    meaning: 'The account has reached the rate that the service allows, counting everybody who calls it.',
    next:
      failure.retryAfterSeconds !== null
        ? `The service asks to wait ${seconds(failure.retryAfterSeconds)}. Meadow slows down by itself.`
        : 'Meadow slows down by itself. Wait a little and try again.',
    worthRetrying: true,
    severity: 'warning',
  }),
  quota: failure => ({
    title: 'A quota of the account is used up',
    meaning: failure.message,
    next: 'Delete what is no longer needed, or ask AWS for a higher quota where it can be raised.',
    worthRetrying: false,
  }),
  cors: failure => ({
    title: 'The browser was not allowed to read the answer',
    meaning: `The endpoint does not accept this page's origin or headers (${failure.action || 'the call'}).`,
    next: 'Point the connection at a gateway that answers CORS for this origin. The call may have taken effect all the same: check before repeating a write.',
    worthRetrying: false,
  }),
  offline: () => ({
    title: 'The service could not be reached',
    meaning: 'The network gave no answer at all.',
    next: 'Check the network connection, VPN and endpoint address. Data already on the page stays, with its age.',
    worthRetrying: true,
    severity: 'warning',
  }),
  timeout: () => ({
    title: 'No answer in time',
    meaning: 'The call was given up. If it was a write, it may still have taken effect.',
    next: 'Look whether it happened before sending it again.',
    worthRetrying: true,
    severity: 'warning',
  }),
  unreadable: failure => ({
    title: 'The answer was not the service\u2019s',
    meaning: `Something between here and AWS answered in its place${failure.status ? ` (HTTP ${failure.status})` : ''}: a proxy, a sign-in page or a wrong endpoint.`,
    next: 'Check the endpoint of the connection, and whether a proxy wants a sign-in.',
    worthRetrying: true,
  }),
  service: failure => ({
    title: 'The service failed',
    meaning: failure.message || 'It answered with an internal error.',
    next: 'This is on the service\u2019s side. Try again in a moment; if it lasts, see the AWS Health Dashboard.',
    worthRetrying: true,
  }),
}

/** Any thrown thing, in a person's words. Views show nothing of an error but this. */
export function explainServiceFailure(error: unknown): FailureWords {
  if (error instanceof ServiceFailure) return { severity: 'error', ...words[error.kind](error) }
  return {
    title: 'Something went wrong in Meadow itself',
    meaning: error instanceof Error ? error.message : String(error),
    next: 'Reload the page. If it happens again, please report it with the text above.',
    worthRetrying: true,
    severity: 'error',
  }
}

/** `greengrass:ListCoreDevices` -> "list core devices". */
export function sayAction(action: string, capital = false): string {
  const name = action.includes(':') ? action.slice(action.indexOf(':') + 1) : action
  if (!name) return capital ? 'The call' : 'do this'
  const text = spoken(name)
  return capital ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/** `thingGroup` -> "thing group". */
const spoken = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\biam\b/g, 'IAM')

/** The policy statement that would allow `action`, as JSON text ready to paste. */
export function policyStatementFor(action: string): string {
  return JSON.stringify({ Effect: 'Allow', Action: [action], Resource: '*' }, null, 2)
}
