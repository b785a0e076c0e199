import {
  GreengrassV2Client,
  ListCoreDevicesCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-greengrassv2'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random.ts'
import { CredentialIssuer } from './credentials.ts'
import { readRequest, type WireRequest } from './request.ts'
import { adminRole } from './roles.ts'
import type { ServiceError } from './service-error.ts'
import { verifySignature, type VerifyOptions } from './sigv4.ts'

/** The example of the AWS General Reference: a request to IAM whose signature is published. */
const published: WireRequest = {
  method: 'GET',
  path: '/',
  query: 'Action=ListUsers&Version=2010-05-08',
  host: 'iam.amazonaws.com',
  headers: new Headers({
    'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    'x-amz-date': '20150830T123600Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
  }),
  body: new Uint8Array(),
}
const publishedAt = Date.UTC(2015, 7, 30, 12, 36)
const publishedKey = {
  accessKeyId: 'AKIDEXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  role: adminRole,
}

const issuer = () => new CredentialIssuer(seededRandom(1), [publishedKey])

function codeOf(request: WireRequest, options: Partial<VerifyOptions> = {}): string {
  try {
    verifySignature(request, {
      service: 'iam',
      region: 'us-east-1',
      credentials: issuer(),
      wallNow: publishedAt,
      worldNow: publishedAt,
      ...options,
    })
    return 'verified'
  } catch (error) {
    return (error as ServiceError).code
  }
}

const withHeader = (name: string, value: string | null): WireRequest => {
  const headers = new Headers(published.headers)
  if (value === null) headers.delete(name)
  else headers.set(name, value)
  return { ...published, headers }
}
const authorization = published.headers.get('authorization') as string

describe('verifySignature', () => {
  it('accepts the published example', () => {
    expect(codeOf(published)).toBe('verified')
  })

  it('accepts parameters in another order', () => {
    expect(codeOf({ ...published, query: 'Version=2010-05-08&Action=ListUsers' })).toBe('verified')
  })

  it('notices every change to what was signed', () => {
    const changes: Partial<WireRequest>[] = [
      { method: 'DELETE' },
      { path: '/x' },
      { query: 'Action=ListRoles&Version=2010-05-08' },
      { host: 'elsewhere' },
      { body: new Uint8Array([1]) },
    ]
    for (const change of changes)
      expect(codeOf({ ...published, ...change })).toBe('InvalidSignatureException')
    expect(codeOf(withHeader('content-type', 'text/plain'))).toBe('InvalidSignatureException')
  })

  it('names what is wrong with the header', () => {
    expect(codeOf(withHeader('authorization', null))).toBe('MissingAuthenticationTokenException')
    expect(codeOf(withHeader('x-amz-date', null))).toBe('IncompleteSignatureException')
    for (const bad of [
      'AWS4-HMAC-SHA256',
      'Bearer abc',
      'AWS4-HMAC-SHA256 Credential=x, SignedHeaders=host, Signature=0',
      'AWS4-HMAC-SHA256 Credential=a/b/c/d/e/f/g, Signature=',
    ]) {
      expect(codeOf(withHeader('authorization', bad))).toBe('IncompleteSignatureException')
    }
    expect(codeOf(withHeader('authorization', authorization.replace('AKIDEXAMPLE', 'AKIDNOBODY')))).toBe(
      'UnrecognizedClientException',
    )
    expect(codeOf(published, { service: 'greengrass' })).toBe('InvalidSignatureException')
    expect(codeOf(published, { region: 'eu-west-1' })).toBe('InvalidSignatureException')
    expect(codeOf(withHeader('x-amz-security-token', 'made.up'))).toBe('UnrecognizedClientException')
  })

  it('wants a date within five minutes of one of its clocks, or between them', () => {
    const minute = 60_000
    const at = (wall: number, world: number) =>
      codeOf(published, { wallNow: publishedAt + wall * minute, worldNow: publishedAt + world * minute })
    expect(at(4, 4)).toBe('verified')
    expect(at(-4, -4)).toBe('verified')
    expect(at(6, 6)).toBe('InvalidSignatureException')
    expect(at(-6, -6)).toBe('InvalidSignatureException')
    expect(at(0, 9000)).toBe('verified')
    expect(at(-9000, 0)).toBe('verified')
    expect(at(-60, 60)).toBe('verified')
  })

  it('says that credentials have expired before it looks at the signature', () => {
    const credentials = issuer()
    const issued = credentials.issue(adminRole, 'someone', publishedAt, 60)
    const headers = new Headers({
      'x-amz-date': '20150830T123600Z',
      'x-amz-security-token': issued.sessionToken,
      authorization: `AWS4-HMAC-SHA256 Credential=${issued.accessKeyId}/20150830/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0`,
    })
    const request = { ...published, headers }
    expect(codeOf(request, { credentials })).toBe('InvalidSignatureException')
    expect(codeOf(request, { credentials, wallNow: publishedAt + 61_000 })).toBe('ExpiredTokenException')
    credentials.expiredBefore = publishedAt + 1
    expect(codeOf(request, { credentials })).toBe('ExpiredTokenException')
  })
})

describe('the SDK’s signatures', () => {
  const credentials = issuer()
  const now = Date.now()
  const issued = credentials.issue(adminRole, 'someone', now)

  /** What a server gets to see of a call; `browser` drops what a browser does not let a page set. */
  async function capture(command: ListCoreDevicesCommand | UntagResourceCommand, browser: boolean) {
    const sent: WireRequest[] = []
    const client = new GreengrassV2Client({
      region: 'us-east-1',
      credentials: {
        accessKeyId: issued.accessKeyId,
        secretAccessKey: issued.secretKey,
        sessionToken: issued.sessionToken,
      },
      requestHandler: {
        handle: async (request: {
          method: string
          hostname: string
          path: string
          query: Record<string, string | string[]>
          headers: Record<string, string>
          body?: string
        }) => {
          const query = new URLSearchParams()
          for (const [name, value] of Object.entries(request.query)) {
            for (const item of [value].flat()) query.append(name, item)
          }
          const headers = { ...request.headers }
          if (browser) for (const name of ['host', 'content-length']) delete headers[name]
          const text = query.toString().replaceAll('+', '%20')
          const url = `https://${request.hostname}${request.path}${text === '' ? '' : `?${text}`}`
          const { method, body } = request
          sent.push(await readRequest(new Request(url, { method, headers, ...(body && { body }) })))
          throw new Error('not sent any further')
        },
      } as never,
      maxAttempts: 1,
    })
    await client.send(command as ListCoreDevicesCommand).catch(() => undefined)
    return sent[0] as WireRequest
  }

  const verify = (request: WireRequest) =>
    verifySignature(request, {
      service: 'greengrass',
      region: 'us-east-1',
      credentials,
      wallNow: now,
      worldNow: now,
    })

  it.each([true, false])('are accepted (from a browser: %s)', async browser => {
    const filter = 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line 1*(a)!'
    const list = await capture(new ListCoreDevicesCommand({ thingGroupArn: filter, maxResults: 5 }), browser)
    expect(verify(list).session.role).toBe(adminRole)
    const arn = 'arn:aws:greengrass:us-east-1:123456789012:components:a:versions:1.0.0'
    const untag = await capture(
      new UntagResourceCommand({ resourceArn: arn, tagKeys: ['b', 'a b', 'é+='] }),
      browser,
    )
    expect(verify(untag).accessKeyId).toBe(issued.accessKeyId)
    expect(() => verify({ ...untag, query: untag.query.replace('=b', '=c') })).toThrow(/does not match/)
  })
})
