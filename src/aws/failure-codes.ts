import type { FailureKind } from '#src/domain/service-failure.ts'

/**
 * What the codes of Greengrass, IoT, Cognito, STS and the signature check come down to for a person.
 * https://docs.aws.amazon.com/greengrass/v2/APIReference/CommonErrors.html and each operation's "Errors"
 */
const kinds: Record<string, FailureKind> = {
  AccessDenied: 'forbidden',
  AccessDeniedException: 'forbidden',
  ForbiddenException: 'forbidden',
  NotAuthorizedException: 'forbidden',
  UnauthorizedException: 'forbidden',
  ExpiredToken: 'expired',
  ExpiredTokenException: 'expired',
  InvalidClientTokenId: 'expired',
  UnrecognizedClientException: 'expired',
  CertificateConflictException: 'conflict',
  ConflictException: 'conflict',
  ConflictingResourceUpdateException: 'conflict',
  DeleteConflictException: 'conflict',
  InvalidStateTransitionException: 'conflict',
  RequestAlreadyInProgressException: 'conflict',
  ResourceAlreadyExistsException: 'conflict',
  ResourceConflictException: 'conflict',
  VersionConflictException: 'conflict',
  NotFoundException: 'not-found',
  ResourceNotFoundException: 'not-found',
  LimitExceededException: 'quota',
  ServiceQuotaExceededException: 'quota',
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  InternalException: 'service',
  InternalFailureException: 'service',
  InternalServerException: 'service',
  ServiceUnavailableException: 'service',
  IncompleteSignatureException: 'invalid',
  IndexNotReadyException: 'invalid',
  InvalidParameterException: 'invalid',
  InvalidQueryException: 'invalid',
  InvalidRequestException: 'invalid',
  InvalidSignatureException: 'invalid',
  NotConfiguredException: 'invalid',
  SerializationException: 'invalid',
  ValidationException: 'invalid',
}

/** By the code, or, where it is new to us, by the HTTP status; null if neither says anything. */
export function kindOf(code: string, status: number | null): FailureKind | null {
  const known = kinds[code]
  if (known) return known
  if (status === null) return null
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 402 || status === 410) return 'quota'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 429) return 'throttled'
  if (status >= 500) return 'service'
  return status >= 400 ? 'invalid' : null
}
