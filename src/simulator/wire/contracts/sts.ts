import { operation, text, whole } from '../contract.ts'

/** The two calls of AWS STS that a client without long-lived keys needs. Form-encoded in, XML out. */
export const stsContract = {
  AssumeRoleWithWebIdentity: operation('POST /', {
    body: {
      RoleArn: text(20, 2048),
      RoleSessionName: text(2, 64, '[\\w+=,.@-]*'),
      WebIdentityToken: text(4, 20_000),
      ProviderId: text(4, 2048),
      Policy: text(1),
      DurationSeconds: whole(900, 43_200),
    },
    required: ['RoleArn', 'RoleSessionName', 'WebIdentityToken'],
  }),
  GetCallerIdentity: operation('POST /'),
}
