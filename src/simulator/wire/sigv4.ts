import type { CredentialIssuer, Session } from './credentials.ts'
import { decode, rawParameters, type WireRequest } from './request.ts'
import { ServiceError } from './service-error.ts'
import { hex, hmacSha256, sha256, utf8 } from './sha256.ts'

/** How far a signature's date may be off (AWS allows five minutes). */
const windowMs = 5 * 60_000

export interface VerifyOptions {
  /** Service name that the scope must carry; null where the path belongs to no service. */
  service: string | null
  region: string
  credentials: CredentialIssuer
  /** Wall-clock time, epoch ms: credentials expire by it. */
  wallNow: number
  /** The world's time, epoch ms: a client that corrects its clock by our Date header signs with it. */
  worldNow: number
}

export interface Verified {
  accessKeyId: string
  session: Session
}

export interface Signature {
  accessKeyId: string
  date: string
  region: string
  service: string
  signedHeaders: string[]
  signature: string
  amzDate: string
  token: string | null
  /** Seconds that a presigned URL is good for; null for a signature in the header. */
  expiresIn: number | null
}

/**
 * Verifies a Signature Version 4, in the Authorization header or in the query, and says who signed.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * Throws a ServiceError (403) in the order in which AWS finds fault.
 */
export function verifySignature(request: WireRequest, options: VerifyOptions): Verified {
  const signature = readSignature(request)
  checkScope(signature, options)
  const resolved = options.credentials.resolve(signature.accessKeyId, signature.token)
  if (!resolved.ok) {
    throw new ServiceError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    )
  }
  if (options.credentials.isExpired(resolved.session, options.wallNow)) {
    throw new ServiceError('ExpiredTokenException', 'The security token included in the request is expired')
  }
  checkDate(signature, options)
  const expected = sign(request, signature, resolved.secretKey)
  if (expected !== signature.signature) {
    throw invalidSignature(
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    )
  }
  return { accessKeyId: signature.accessKeyId, session: resolved.session }
}

const invalidSignature = (message: string) => new ServiceError('InvalidSignatureException', message)
const incomplete = (message: string) => new ServiceError('IncompleteSignatureException', message)

function readSignature(request: WireRequest): Signature {
  const authorization = request.headers.get('authorization')
  if (authorization === null) return readPresigned(request)
  const match = /^AWS4-HMAC-SHA256\s+(.*)$/.exec(authorization)
  if (match === null) {
    throw incomplete(
      'Authorization header requires the AWS4-HMAC-SHA256 algorithm with Credential, SignedHeaders and Signature parameters.',
    )
  }
  const parts = new Map<string, string>()
  for (const part of (match[1] as string).split(',')) {
    const equals = part.indexOf('=')
    if (equals > 0) parts.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim())
  }
  for (const name of ['Credential', 'SignedHeaders', 'Signature']) {
    if (!parts.get(name)) throw incomplete(`Authorization header requires '${name}' parameter.`)
  }
  return complete({
    credential: parts.get('Credential') as string,
    signedHeaders: parts.get('SignedHeaders') as string,
    signature: parts.get('Signature') as string,
    amzDate: request.headers.get('x-amz-date') ?? '',
    token: request.headers.get('x-amz-security-token'),
    expiresIn: null,
  })
}

function readPresigned(request: WireRequest): Signature {
  const query = new Map(rawParameters(request.query).map(([name, value]) => [name, decode(value)]))
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256' || !query.get('X-Amz-Signature')) {
    throw new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token')
  }
  return complete({
    credential: query.get('X-Amz-Credential') ?? '',
    signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
    signature: query.get('X-Amz-Signature') ?? '',
    amzDate: query.get('X-Amz-Date') ?? '',
    token: query.get('X-Amz-Security-Token') ?? null,
    expiresIn: Number(query.get('X-Amz-Expires') ?? 300),
  })
}

function complete(parts: {
  credential: string
  signedHeaders: string
  signature: string
  amzDate: string
  token: string | null
  expiresIn: number | null
}): Signature {
  const scope = parts.credential.split('/')
  const [accessKeyId, date, region, service, terminator] = scope
  if (scope.length !== 5 || terminator !== 'aws4_request' || !accessKeyId || !date || !region || !service) {
    throw incomplete(
      "Credential must have exactly 5 slash-delimited elements, e.g. 'keyid/date/region/service/term'.",
    )
  }
  if (!/^\d{8}T\d{6}Z$/.test(parts.amzDate)) {
    throw incomplete("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.")
  }
  return {
    accessKeyId,
    date,
    region,
    service,
    signedHeaders: parts.signedHeaders.toLowerCase().split(';'),
    signature: parts.signature,
    amzDate: parts.amzDate,
    token: parts.token,
    expiresIn: parts.expiresIn,
  }
}

function checkScope(signature: Signature, { service, region }: VerifyOptions): void {
  if (service !== null && signature.service !== service) {
    throw invalidSignature(`Credential should be scoped to correct service: '${service}'.`)
  }
  if (signature.region !== region) {
    throw invalidSignature(`Credential should be scoped to a valid region, not '${signature.region}'.`)
  }
  if (!signature.amzDate.startsWith(signature.date)) {
    throw invalidSignature(`Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date.`)
  }
}

/**
 * A date is fine from the earlier to the later of the two clocks: in a world that runs fast, a client's idea of the
 * time is that of the last answer it got.
 */
function checkDate(signature: Signature, { wallNow, worldNow }: VerifyOptions): void {
  const signed = parseAmzDate(signature.amzDate)
  const earliest = Math.min(wallNow, worldNow)
  const latest = Math.max(wallNow, worldNow)
  const goodFor = signature.expiresIn === null ? windowMs : Math.max(0, signature.expiresIn) * 1000
  if (signed > latest + windowMs) {
    throw invalidSignature(
      `Signature not yet current: ${signature.amzDate} is still later than ${amzDate(latest + windowMs)} (${amzDate(latest)} + 5 min.)`,
    )
  }
  if (signed + goodFor < earliest) {
    throw invalidSignature(
      `Signature expired: ${signature.amzDate} is now earlier than ${amzDate(earliest - goodFor)} (${amzDate(earliest)} - ${goodFor / 60_000} min.)`,
    )
  }
}

function parseAmzDate(text: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? []
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second))
}

/** A time in the form of X-Amz-Date. */
export const amzDate = (milliseconds: number) =>
  new Date(milliseconds).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')

/** The signature that a request should carry, in hexadecimal digits. */
export function sign(
  request: WireRequest,
  signature: Omit<Signature, 'signature'>,
  secretKey: string,
): string {
  const scope = `${signature.date}/${signature.region}/${signature.service}/aws4_request`
  const canonical = canonicalRequest(request, signature)
  const toSign = `AWS4-HMAC-SHA256\n${signature.amzDate}\n${scope}\n${hex(sha256(utf8(canonical)))}`
  return hex(hmacSha256(signingKey(secretKey, scope), utf8(toSign)))
}

/** Deriving the key takes four HMACs and is the same for a day. */
const signingKeys = new Map<string, Uint8Array>()

function signingKey(secretKey: string, scope: string): Uint8Array {
  const name = `${secretKey} ${scope}`
  const known = signingKeys.get(name)
  if (known !== undefined) return known
  let key = utf8(`AWS4${secretKey}`)
  for (const part of scope.split('/')) key = hmacSha256(key, utf8(part))
  if (signingKeys.size > 200) signingKeys.clear()
  signingKeys.set(name, key)
  return key
}

function canonicalRequest(request: WireRequest, signature: Omit<Signature, 'signature'>): string {
  const query = rawParameters(request.query)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(decode(name))}=${encode(decode(value))}`)
  const headers = signature.signedHeaders.map(name => `${name}:${canonicalHeader(request, name)}\n`)
  return [
    request.method,
    // Every service but S3 encodes the path as sent once more.
    request.path.split('/').map(encode).join('/'),
    query.sort(byNameThenValue).join('&'),
    headers.join(''),
    signature.signedHeaders.join(';'),
    hex(sha256(request.body)),
  ].join('\n')
}

/** `=` sorts after digits, so pairs are compared by name first. */
function byNameThenValue(a: string, b: string): number {
  const [left, right] = [a.split('=') as [string, string], b.split('=') as [string, string]]
  const index = left[0] === right[0] ? 1 : 0
  return left[index] < right[index] ? -1 : left[index] > right[index] ? 1 : 0
}

function canonicalHeader(request: WireRequest, name: string): string {
  const value = request.headers.get(name)
  if (name === 'host') return value ?? request.host
  // A browser does not let a page set this one, and leaves it out of what a worker gets to see.
  if (value === null && name === 'content-length') return String(request.body.length)
  return (value ?? '').trim().replace(/\s+/g, ' ')
}

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
