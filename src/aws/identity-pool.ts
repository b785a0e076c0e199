// Both are thin: they load what does the work when it is first needed.
import { fromCognitoIdentityPool, fromWebToken } from '@aws-sdk/credential-providers'
import type { ConnectionConfig } from './config.ts'
import type { Credentials } from './credentials.ts'
import type { createTransport } from './transport.ts'

/** Keys of a user pool or another issuer, each with a function that gives a token that is still good. */
export type Logins = Record<string, () => Promise<string>>

export interface IdentityPoolParts {
  config: ConnectionConfig
  transport: ReturnType<typeof createTransport>
  logins: Logins | null
}

/** Where the connection's credentials come from: the enhanced flow, or the basic one if the configuration says so. */
export function credentialSource(parts: IdentityPoolParts): () => Promise<Credentials> {
  return parts.config.flow === 'basic' ? basicFlow(parts) : enhancedFlow(parts)
}

/** The Region is part of the pool's id, and need not be the fleet's. */
const regionOfPool = (identityPoolId: string) => identityPoolId.split(':')[0]!

function cognitoConfig({ config, transport }: IdentityPoolParts) {
  const endpoint = config.endpoints.cognitoIdentity
  return {
    region: regionOfPool(config.identityPoolId),
    requestHandler: transport,
    maxAttempts: 2,
    ...(endpoint === undefined ? {} : { endpoint }),
  }
}

function enhancedFlow(parts: IdentityPoolParts): () => Promise<Credentials> {
  const provide = fromCognitoIdentityPool({
    clientConfig: cognitoConfig(parts),
    identityPoolId: parts.config.identityPoolId,
    ...(parts.logins === null ? {} : { logins: parts.logins }),
  })
  return async () => {
    try {
      return await provide()
    } catch (error) {
      // A guest's identity is kept by the browser and can be gone at the service. The provider then forgets it.
      if (!(error instanceof Error) || error.name !== 'ResourceNotFoundException') throw error
      return provide()
    }
  }
}

/**
 * GetId, GetOpenIdToken, then AssumeRoleWithWebIdentity: three calls, for guests who need services that the
 * enhanced flow does not give them. The pool must allow the classic flow.
 */
function basicFlow(parts: IdentityPoolParts): () => Promise<Credentials> {
  const { config, transport, logins } = parts
  return async () => {
    const { CognitoIdentityClient, GetIdCommand, GetOpenIdTokenCommand } = await import(
      '@aws-sdk/client-cognito-identity'
    )
    const cognito = new CognitoIdentityClient({ ...cognitoConfig(parts), credentials: neverUsed })
    const Logins = logins === null ? undefined : await resolved(logins)
    const { IdentityId } = await cognito.send(
      new GetIdCommand({ IdentityPoolId: config.identityPoolId, Logins }),
    )
    const { Token } = await cognito.send(new GetOpenIdTokenCommand({ IdentityId, Logins }))
    if (!Token) throw new Error('Amazon Cognito gave no token for the identity.')
    const endpoint = config.endpoints.sts
    const provide = fromWebToken({
      roleArn: config.roleArn ?? '',
      roleSessionName: 'meadow',
      webIdentityToken: Token,
      clientConfig: {
        region: config.region,
        requestHandler: transport,
        ...(endpoint === undefined ? {} : { endpoint }),
      },
    })
    return { ...(await provide()), ...(IdentityId ? { identityId: IdentityId } : {}) }
  }
}

/** GetId and GetOpenIdToken are not signed. */
const neverUsed = async () => {
  throw new Error('The calls of the basic flow are not signed.')
}

async function resolved(logins: Logins): Promise<Record<string, string>> {
  const entries = Object.entries(logins).map(async ([key, token]) => [key, await token()] as const)
  return Object.fromEntries(await Promise.all(entries))
}
