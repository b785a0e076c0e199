import { map, operation, text } from '../contract.ts'

const identityId = text(1, 55, '[\\w-]+:[0-9a-f-]+')
const loginsMap = map(text(1, 128), text(1, 50_000), 0, 10)

/** The calls of Amazon Cognito Identity that hand out credentials. All travel as POST / with X-Amz-Target. */
export const cognitoIdentityContract = {
  GetCredentialsForIdentity: operation('POST /', {
    body: { IdentityId: identityId, Logins: loginsMap, CustomRoleArn: text(20, 2048) },
    required: ['IdentityId'],
  }),
  GetId: operation('POST /', {
    body: {
      AccountId: text(1, 15, '\\d+'),
      IdentityPoolId: text(1, 55, '[\\w-]+:[0-9a-f-]+'),
      Logins: loginsMap,
    },
    required: ['IdentityPoolId'],
  }),
  GetOpenIdToken: operation('POST /', {
    body: { IdentityId: identityId, Logins: loginsMap },
    required: ['IdentityId'],
  }),
}
