import { GreengrassV2Client } from '@aws-sdk/client-greengrassv2'
import { IoTClient } from '@aws-sdk/client-iot'
import { getOmitRetryHeadersPlugin } from '@smithy/core/retry'
import type { ConnectionConfig } from './config.ts'
import type { CredentialProvider } from './credentials.ts'
import { refuseWrites } from './read-only-guard.ts'
import type { createTransport } from './transport.ts'

export interface Clients {
  greengrass: GreengrassV2Client
  iot: IoTClient
}

export interface ClientOptions {
  config: ConnectionConfig
  credentials: CredentialProvider
  transport: ReturnType<typeof createTransport>
  /** Off in the demo, whose world may run hours ahead of the wall; its signatures are checked against both. */
  correctClockSkew: boolean
}

export function createClients({ config, credentials, transport, correctClockSkew }: ClientOptions): Clients {
  const shared = {
    region: config.region,
    credentials,
    requestHandler: transport,
    // The scheduler retries, so that a retry costs a token and Retry-After holds everything, not one call.
    maxAttempts: 1,
    disableClockSkewCorrection: !correctClockSkew,
  }
  const { greengrass: greengrassEndpoint, iot: iotEndpoint } = config.endpoints
  const greengrass = new GreengrassV2Client({
    ...shared,
    ...(greengrassEndpoint === undefined ? {} : { endpoint: resolveEndpoint(greengrassEndpoint) }),
  })
  // The service's CORS answer does not allow amz-sdk-invocation-id and amz-sdk-request, and this client would sign
  // and send them; the IoT client leaves them out by itself. https://github.com/aws/aws-sdk-js-v3/issues/3787
  greengrass.middlewareStack.use(getOmitRetryHeadersPlugin(greengrass.config))
  const iot = new IoTClient({
    ...shared,
    ...(iotEndpoint === undefined ? {} : { endpoint: resolveEndpoint(iotEndpoint) }),
  })
  // Without a logger it would still filter every answer for one, which costs more than parsing it.
  for (const client of [greengrass, iot]) client.middlewareStack.remove('loggerMiddleware')
  if (config.readOnly) {
    refuseWrites(greengrass, 'greengrass', config.name)
    refuseWrites(iot, 'iot', config.name)
  }
  return { greengrass, iot }
}

/** A path in the configuration is one on the site that serves Meadow: a gateway without CORS. */
function resolveEndpoint(endpoint: string): string {
  return endpoint.startsWith('/')
    ? `${globalThis.location?.origin ?? 'http://localhost'}${endpoint}`
    : endpoint
}
