import { seededRandom } from './random.ts'
import { CredentialIssuer } from './wire/credentials.ts'
import { splitTarget, type WireRequest } from './wire/request.ts'
import type { Role } from './wire/roles.ts'
import { utf8 } from './wire/sha256.ts'
import { amzDate, type Signature, sign } from './wire/sigv4.ts'

export interface CallToSign {
  method: string
  /** Path and query, encoded as they are to be sent. */
  path: string
  body?: unknown
  role: Role
  /** The caller's idea of the time, epoch ms. */
  wallNow: number
  headers?: Record<string, string>
  /** Service name in the scope; by default the one that the path belongs to. */
  service?: string
}

/** A request signed with fresh credentials of a role, as any AWS client would sign it. For tests. */
export function signed(call: CallToSign): WireRequest {
  const credentials = new CredentialIssuer(seededRandom(call.wallNow))
  const issued = credentials.issue(call.role, 'test', call.wallNow)
  const date = amzDate(call.wallNow)
  const request: WireRequest = {
    method: call.method,
    ...splitTarget(call.path),
    host: 'simulator',
    headers: new Headers({
      ...call.headers,
      'x-amz-date': date,
      'x-amz-security-token': issued.sessionToken,
    }),
    body: call.body === undefined ? new Uint8Array() : utf8(JSON.stringify(call.body)),
  }
  const signature: Omit<Signature, 'signature'> = {
    accessKeyId: issued.accessKeyId,
    date: date.slice(0, 8),
    region: 'us-east-1',
    service: call.service ?? (/^\/(greengrass|tags)\b/.test(call.path) ? 'greengrass' : 'iot'),
    signedHeaders: ['host', 'x-amz-date', 'x-amz-security-token'],
    amzDate: date,
    token: issued.sessionToken,
    expiresIn: null,
  }
  const scope = `${signature.accessKeyId}/${signature.date}/${signature.region}/${signature.service}/aws4_request`
  request.headers.set(
    'authorization',
    `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=${signature.signedHeaders.join(';')}, Signature=${sign(request, signature, issued.secretKey)}`,
  )
  return request
}
