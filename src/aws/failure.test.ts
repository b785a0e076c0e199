import { expect, test } from 'vitest'
import { toServiceFailure } from './failure.ts'
import { UnreadableAnswer, Unreached } from './transport.ts'

/** As the SDK throws what a service said. */
function said(name: string, status: number, more: object = {}) {
  return Object.assign(new Error('It said so.'), {
    name,
    $fault: status < 500 ? 'client' : 'server',
    $metadata: { httpStatusCode: status, requestId: 'r-1' },
    ...more,
  })
}

// Codes and statuses: contract and docs.aws.amazon.com/greengrass/v2/APIReference, docs.aws.amazon.com/iot/latest/apireference
test.each([
  ['AccessDeniedException', 403, 'forbidden'],
  ['UnauthorizedException', 401, 'forbidden'],
  ['ExpiredTokenException', 403, 'expired'],
  ['UnrecognizedClientException', 403, 'expired'],
  ['ResourceNotFoundException', 404, 'not-found'],
  ['ConflictException', 409, 'conflict'],
  ['RequestAlreadyInProgressException', 400, 'conflict'],
  ['VersionConflictException', 409, 'conflict'],
  ['ValidationException', 400, 'invalid'],
  ['InvalidRequestException', 400, 'invalid'],
  ['ThrottlingException', 429, 'throttled'],
  ['ThrottlingException', 400, 'throttled'],
  ['ServiceQuotaExceededException', 402, 'quota'],
  ['LimitExceededException', 410, 'quota'],
  ['InternalServerException', 500, 'service'],
  ['SomethingNewException', 503, 'service'],
  ['SomethingNewException', 418, 'invalid'],
])('%s (HTTP %i) is %s', (name, status, kind) => {
  const failure = toServiceFailure(said(name, status), 'greengrass:GetDeployment')
  expect(failure).toMatchObject({
    kind,
    code: name,
    status,
    requestId: 'r-1',
    action: 'greengrass:GetDeployment',
  })
})

test('the action that the service names is the one that is missing', () => {
  const error = said('AccessDeniedException', 403)
  error.message =
    'User: arn:aws:sts::1:assumed-role/x is not authorized to perform: iot:CreateJob on resource: y'
  expect(toServiceFailure(error, 'greengrass:CreateDeployment').action).toBe('iot:CreateJob')
  // https://github.com/aws/aws-cli/issues/7189
  error.message = 'User is not authorized to perform: null'
  expect(toServiceFailure(error, 'greengrass:CreateDeployment').action).toBe('greengrass:CreateDeployment')
})

test('fields and resource of the service’s answer are kept', () => {
  const fields = [{ name: 'deploymentName', message: 'too long' }]
  expect(toServiceFailure(said('ValidationException', 400, { fields }), 'a').fields).toEqual(fields)
  const resource = { resourceId: 'd-1', resourceType: 'deployment' }
  expect(toServiceFailure(said('ConflictException', 409, resource), 'a').resource).toEqual({
    id: 'd-1',
    type: 'deployment',
  })
})

test('Retry-After is read as seconds, from the answer or from its header', () => {
  expect(
    toServiceFailure(said('ThrottlingException', 429, { retryAfterSeconds: 7 }), 'a').retryAfterSeconds,
  ).toBe(7)
  const $response = { headers: { 'retry-after': '3' } }
  expect(toServiceFailure(said('ThrottlingException', 429, { $response }), 'a').retryAfterSeconds).toBe(3)
  expect(toServiceFailure(said('ThrottlingException', 429), 'a').retryAfterSeconds).toBeNull()
})

test('an answer that could not be taken apart is unreadable, whatever its status', () => {
  const garbled = Object.assign(new SyntaxError('Unexpected end'), { $metadata: { httpStatusCode: 500 } })
  expect(toServiceFailure(garbled, 'a').kind).toBe('unreadable')
  const misshapen = Object.assign(new TypeError('x is not iterable'), { $metadata: { httpStatusCode: 200 } })
  expect(toServiceFailure(misshapen, 'a').kind).toBe('unreadable')
  expect(toServiceFailure(new UnreadableAnswer('A web page', 502), 'a')).toMatchObject({
    kind: 'unreadable',
    status: 502,
  })
})

test('nothing reached names the host', () => {
  const failure = toServiceFailure(
    new Unreached('https://greengrass.eu-west-1.amazonaws.com/x', new TypeError()),
    'a',
  )
  expect(failure.kind).toBe('offline')
  expect(failure.message).toContain('greengrass.eu-west-1.amazonaws.com')
})

test.each([undefined, null, 'text', 7, {}, new Error('')])('%j becomes a failure with words', thrown => {
  const failure = toServiceFailure(thrown, 'a')
  expect(failure.message).not.toBe('')
})
