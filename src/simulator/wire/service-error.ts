/**
 * An error of the simulated services, as a client sees it: a code, an HTTP status, a sentence, and the members
 * and headers that the modelled exception carries.
 */
export class ServiceError extends Error {
  readonly code: string
  readonly status: number
  /** Further members of the body, e.g. `resourceId`. */
  readonly members: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(code: string, message: string, options: ServiceErrorOptions = {}) {
    super(message)
    this.name = code
    this.code = code
    this.status = options.status ?? statusOf[code] ?? 400
    this.members = options.members ?? {}
    this.headers = options.headers ?? {}
  }
}

export interface ServiceErrorOptions {
  members?: Record<string, unknown>
  status?: number
  headers?: Record<string, string>
}

/**
 * HTTP status by code, from the service models. IoT's ThrottlingException is a 400 (see `throttled`).
 * https://docs.aws.amazon.com/greengrass/v2/APIReference/CommonErrors.html
 */
const statusOf: Record<string, number> = {
  AccessDeniedException: 403,
  ConflictException: 409,
  ConflictingResourceUpdateException: 409,
  DeleteConflictException: 409,
  ExpiredTokenException: 403,
  IncompleteSignatureException: 403,
  InternalFailureException: 500,
  InternalServerErrorException: 500,
  InternalServerException: 500,
  InvalidSignatureException: 403,
  InvalidStateTransitionException: 409,
  LimitExceededException: 410,
  MissingAuthenticationTokenException: 403,
  NotAuthorizedException: 400,
  ResourceAlreadyExistsException: 409,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 402,
  ThrottlingException: 429,
  UnauthorizedException: 401,
  UnrecognizedClientException: 403,
  VersionConflictException: 409,
}

// ---- Greengrass V2 -------------------------------------------------------------------------------------------

export interface ValidationField {
  name: string
  message: string
}

/** 400; `fields` names the members at fault, `reason` says of what kind the fault is. */
export function validation(
  message: string,
  fields?: readonly ValidationField[],
  reason: ValidationReason = fields === undefined ? 'OTHER' : 'FIELD_VALIDATION_FAILED',
): ServiceError {
  const members = fields === undefined ? { reason } : { reason, fields }
  return new ServiceError('ValidationException', message, { members })
}

export type ValidationReason = 'UNKNOWN_OPERATION' | 'CANNOT_PARSE' | 'FIELD_VALIDATION_FAILED' | 'OTHER'

/** 404; the model requires both members. */
export function notFound(resourceType: string, resourceId: string, message?: string): ServiceError {
  return new ServiceError(
    'ResourceNotFoundException',
    message ?? `The ${resourceType} ${resourceId} does not exist.`,
    { members: { resourceId, resourceType } },
  )
}

/** 409; the model requires both members. */
export function conflict(resourceType: string, resourceId: string, message: string): ServiceError {
  return new ServiceError('ConflictException', message, { members: { resourceId, resourceType } })
}

/** 402; the model requires the quota's code and the service's. */
export function quotaExceeded(message: string, quotaCode: string, resourceType?: string): ServiceError {
  const members = {
    quotaCode,
    serviceCode: 'greengrass',
    ...(resourceType === undefined ? {} : { resourceType }),
  }
  return new ServiceError('ServiceQuotaExceededException', message, { members })
}

/** 403, also for reasons that are not the role's. */
export function accessDenied(message: string): ServiceError {
  return new ServiceError('AccessDeniedException', message)
}

/** 429 with Retry-After for Greengrass; IoT answers the same code with 400. */
export function throttled(message: string, retryAfterSeconds: number, status = 429): ServiceError {
  return new ServiceError('ThrottlingException', message, {
    status,
    headers: { 'retry-after': String(retryAfterSeconds) },
    ...(status === 429 ? { members: { quotaCode: 'L-GREENGRASS-RATE', serviceCode: 'greengrass' } } : {}),
  })
}

// ---- AWS IoT ---------------------------------------------------------------------------------------------------

/** 400: what Greengrass calls a ValidationException. */
export function invalidRequest(message: string): ServiceError {
  return new ServiceError('InvalidRequestException', message)
}

/** 404 without the resource members that Greengrass adds. */
export function iotNotFound(message: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', message)
}

/** 409 for a name that is taken by something different. */
export function alreadyExists(message: string, resourceArn: string, resourceId: string): ServiceError {
  return new ServiceError('ResourceAlreadyExistsException', message, { members: { resourceArn, resourceId } })
}

/** 409: the expected version is not the present one. */
export function versionConflict(message: string): ServiceError {
  return new ServiceError('VersionConflictException', message)
}

/** 409: the job or execution is in a state that does not allow this. */
export function invalidStateTransition(message: string): ServiceError {
  return new ServiceError('InvalidStateTransitionException', message)
}
