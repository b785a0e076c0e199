/**
 * Why a call did not give what was asked, in the terms that decide what a person can do about it.
 * - `forbidden` the role lacks an IAM action · `expired` credentials are over · `read-only` refused before it was sent
 * - `not-found`, `conflict`, `invalid`, `throttled`, `quota` as the service says
 * - `cors` the browser was refused an answer · `offline` nothing was reached · `timeout` nothing came in time
 * - `unreadable` an answer that is not the service's (HTML, garbage, an empty body) · `service` a 5xx
 */
export type FailureKind =
  | 'forbidden'
  | 'expired'
  | 'read-only'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'throttled'
  | 'quota'
  | 'cors'
  | 'offline'
  | 'timeout'
  | 'unreadable'
  | 'service'

export interface FailureFacts {
  kind: FailureKind
  /** IAM action of the call, such as `greengrass:CreateDeployment`. */
  action: string
  /** The service's own code, such as `ConflictException`, or the error's name. */
  code: string
  status: number | null
  requestId: string | null
  /** Per-member complaints of a ValidationException. */
  fields: { name: string; message: string }[]
  retryAfterSeconds: number | null
  resource: { id: string; type: string } | null
}

/** The one error type that queries and mutations throw. `message` is what the service said, or our words if it said nothing. */
export class ServiceFailure extends Error implements FailureFacts {
  override readonly name = 'ServiceFailure'
  readonly kind: FailureKind
  readonly action: string
  readonly code: string
  readonly status: number | null
  readonly requestId: string | null
  readonly fields: { name: string; message: string }[]
  readonly retryAfterSeconds: number | null
  readonly resource: { id: string; type: string } | null

  constructor(message: string, facts: FailureFacts, cause?: unknown) {
    super(message, { cause })
    this.kind = facts.kind
    this.action = facts.action
    this.code = facts.code
    this.status = facts.status
    this.requestId = facts.requestId
    this.fields = facts.fields
    this.retryAfterSeconds = facts.retryAfterSeconds
    this.resource = facts.resource
  }
}
