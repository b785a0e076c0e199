import type {
  GetCredentialsForIdentityCommandInput,
  GetCredentialsForIdentityCommandOutput,
  GetIdCommandInput,
  GetIdCommandOutput,
  GetOpenIdTokenCommandInput,
  GetOpenIdTokenCommandOutput,
} from '@aws-sdk/client-cognito-identity'
import { type Role, roleByArn, roles } from '../wire/roles.ts'
import { ServiceError } from '../wire/service-error.ts'
import { type IdentityContext, type IdentityOperation, seconds } from '../wire/types.ts'

const notFound = (what: string, id: string) =>
  new ServiceError('ResourceNotFoundException', `${what} '${id}' not found.`, { status: 400 })

/** A new identity in a pool; logins of any provider are believed. */
export const getId: IdentityOperation<GetIdCommandInput, GetIdCommandOutput> = (input, { credentials }) => {
  const poolId = input.IdentityPoolId ?? ''
  const role = roles.find(candidate => candidate.identityPoolId === poolId)
  if (role === undefined) throw notFound('IdentityPool', poolId)
  return { IdentityId: credentials.newIdentity(role) }
}

/** Temporary credentials with the role of the identity's pool. */
export const getCredentialsForIdentity: IdentityOperation<
  GetCredentialsForIdentityCommandInput,
  GetCredentialsForIdentityCommandOutput
> = (input, context) => {
  const identityId = input.IdentityId ?? ''
  const role = roleOf(identityId, context)
  if (input.CustomRoleArn !== undefined && roleByArn(input.CustomRoleArn, context.account) !== role) {
    throw new ServiceError('NotAuthorizedException', 'Access to Identity is forbidden', { status: 400 })
  }
  const issued = context.credentials.issue(role, 'CognitoIdentityCredentials', context.wallNow)
  return {
    IdentityId: identityId,
    Credentials: {
      AccessKeyId: issued.accessKeyId,
      SecretKey: issued.secretKey,
      SessionToken: issued.sessionToken,
      Expiration: seconds(issued.expiration),
    },
  }
}

/** The token that STS takes in exchange for credentials (the basic flow). */
export const getOpenIdToken: IdentityOperation<GetOpenIdTokenCommandInput, GetOpenIdTokenCommandOutput> = (
  input,
  context,
) => {
  const identityId = input.IdentityId ?? ''
  const token = context.credentials.openIdToken(identityId, roleOf(identityId, context), context.wallNow)
  return { IdentityId: identityId, Token: token }
}

function roleOf(identityId: string, { credentials }: IdentityContext): Role {
  const role = credentials.roleOfIdentity(identityId)
  if (role === null) throw notFound('Identity', identityId)
  return role
}
