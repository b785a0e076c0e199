import { element } from '../wire/respond.ts'
import { roleByArn } from '../wire/roles.ts'
import { ServiceError } from '../wire/service-error.ts'
import type { IdentityContext } from '../wire/types.ts'

interface AssumeRoleWithWebIdentityInput {
  RoleArn: string
  RoleSessionName: string
  WebIdentityToken: string
  DurationSeconds?: number
}

/**
 * Credentials for a token of `getOpenIdToken`. The role must be the one that trusts the token's pool.
 * Answers the XML inside the result element.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function assumeRoleWithWebIdentity(
  input: AssumeRoleWithWebIdentityInput,
  { credentials, account, wallNow }: IdentityContext,
): string {
  const token = credentials.readOpenIdToken(input.WebIdentityToken, wallNow)
  if (token === 'invalid') {
    throw new ServiceError(
      'InvalidIdentityToken',
      'Couldn’t retrieve verification key from your identity provider',
    )
  }
  if (token === 'expired') throw new ServiceError('ExpiredTokenException', 'Token expired', { status: 400 })
  const role = roleByArn(input.RoleArn, account)
  if (role === undefined || role !== token.role) {
    throw new ServiceError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', {
      status: 403,
    })
  }
  const session = input.RoleSessionName
  const issued = credentials.issue(role, session, wallNow, input.DurationSeconds)
  const arn = `arn:aws:sts::${account}:assumed-role/${role.name}/${session}`
  return [
    element('SubjectFromWebIdentityToken', token.identityId),
    element('Audience', role.identityPoolId),
    element('Provider', 'cognito-identity.amazonaws.com'),
    `<AssumedRoleUser>${element('AssumedRoleId', `AROAMEADOWSIMULATOR:${session}`)}${element('Arn', arn)}</AssumedRoleUser>`,
    '<Credentials>',
    element('AccessKeyId', issued.accessKeyId),
    element('SecretAccessKey', issued.secretKey),
    element('SessionToken', issued.sessionToken),
    element('Expiration', new Date(issued.expiration).toISOString()),
    '</Credentials>',
  ].join('')
}

/** Who signed the call. */
export function getCallerIdentity(_input: unknown, { caller, account }: IdentityContext): string {
  const session = caller?.arn.split('/').at(-1) ?? ''
  return [
    element('Arn', caller?.arn ?? ''),
    element('UserId', `AROAMEADOWSIMULATOR:${session}`),
    element('Account', account),
  ].join('')
}
