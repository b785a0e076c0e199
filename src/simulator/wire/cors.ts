import { serviceOfPath } from './router.ts'

/**
 * What a browser may send, per service. Greengrass and IoT do not allow the SDK's retry headers
 * (amz-sdk-invocation-id, amz-sdk-request): https://github.com/aws/aws-sdk-js-v3/issues/3787. A simulator that
 * allowed them would hide a client that fails on the real service.
 */
const restHeaders = [
  'authorization',
  'content-type',
  'date',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-target',
  'x-amz-user-agent',
  'x-amzn-iot-principal',
  'x-amzn-principal',
]
const identityHeaders = [...restHeaders, 'amz-sdk-invocation-id', 'amz-sdk-request', 'cache-control']

/** Headers that a page may read; needed on errors as well, else a page sees only "Failed to fetch". */
const corsHeaders: Record<string, string> = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'x-amzn-errortype,x-amzn-errormessage,x-amzn-trace-id,x-amzn-requestid,x-amz-apigw-id,date',
}

export function addCors(headers: Headers): void {
  for (const [name, value] of Object.entries(corsHeaders)) headers.set(name, value)
}

/** Headers that a preflight for this path allows, in lower case. */
export function allowedHeaders(path: string): readonly string[] {
  return serviceOfPath(path) === 'identity' ? identityHeaders : restHeaders
}

/** The answer to a preflight. It is never signed, and is the same for resources that do not exist. */
export function preflight(path: string, requestHeaders: Headers): Headers {
  const headers = new Headers(corsHeaders)
  headers.set('access-control-allow-headers', allowedHeaders(path).join(','))
  headers.set('access-control-allow-methods', 'OPTIONS,GET,HEAD,POST,PUT,PATCH,DELETE')
  headers.set('access-control-max-age', '7200')
  // A page from elsewhere that talks to this machine: https://wicg.github.io/private-network-access/
  if (requestHeaders.get('access-control-request-private-network') === 'true') {
    headers.set('access-control-allow-private-network', 'true')
  }
  return headers
}
