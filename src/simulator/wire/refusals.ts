import type { WireRequest } from './request.ts'
import { ServiceError, validation } from './service-error.ts'
import type { ServiceName } from './types.ts'
import { type Violation, violationMessage } from './validate.ts'

/** The error for a path or method that no operation has. */
export function unknownOperation(request: WireRequest): ServiceError {
  return new ServiceError(
    'UnknownOperationException',
    `No operation answers to ${request.method} ${request.path}.`,
    { status: 404 },
  )
}

/** The error for input that breaks the contract, in the words of its service. */
export function invalidInput(
  service: ServiceName,
  violations: readonly Violation[],
  unreadable: string | null,
): ServiceError {
  const message = unreadable ?? violationMessage(violations)
  switch (service) {
    case 'iot':
      return new ServiceError('InvalidRequestException', message)
    case 'greengrass':
      return new ServiceError('BadRequestException', message)
    case 'cognito-identity':
      return unreadable === null
        ? new ServiceError('InvalidParameterException', message)
        : new ServiceError('SerializationException', message)
    case 'sts':
      return new ServiceError('ValidationError', message)
    case 'greengrassv2': {
      const wrongType = violations.some(violation => violation.kind === 'type')
      if (unreadable !== null) return validation(message, undefined, 'CANNOT_PARSE')
      const fields = violations.map(violation => ({ name: violation.path, message: violation.message }))
      return validation(message, fields, wrongType ? 'CANNOT_PARSE' : 'FIELD_VALIDATION_FAILED')
    }
  }
}
