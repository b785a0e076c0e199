import { describe, expect, it } from 'vitest'
import { addCors, allowedHeaders, preflight } from './cors.ts'

/** What a browser does with a preflight's answer. https://fetch.spec.whatwg.org/#cors-preflight-fetch */
function browserAllows(path: string, wanted: string[]): boolean {
  const headers = preflight(path, new Headers())
  const allowed = (headers.get('access-control-allow-headers') ?? '').split(',')
  return headers.get('access-control-allow-origin') === '*' && wanted.every(name => allowed.includes(name))
}

const sdkHeaders = [
  'authorization',
  'content-type',
  'x-amz-content-sha256',
  'x-amz-date',
  'x-amz-security-token',
  'x-amz-user-agent',
]
const retryHeaders = ['amz-sdk-invocation-id', 'amz-sdk-request']

describe('preflight', () => {
  it.each([
    '/greengrass/v2/coreDevices',
    '/greengrass/servicerole',
    '/tags/arn%3Aaws',
    '/things',
    '/jobs/x/cancel',
    '/nowhere',
  ])('allows what the SDK sends to %s, but not its retry headers', path => {
    expect(browserAllows(path, sdkHeaders)).toBe(true)
    expect(browserAllows(path, [...sdkHeaders, ...retryHeaders])).toBe(false)
    expect(browserAllows(path, [...sdkHeaders, 'amz-sdk-request'])).toBe(false)
  })

  it('allows the retry headers and the target header on Cognito and STS', () => {
    expect(browserAllows('/', [...sdkHeaders, ...retryHeaders, 'x-amz-target'])).toBe(true)
  })

  it('names each header: a wildcard would not cover Authorization', () => {
    expect(allowedHeaders('/things')).not.toContain('*')
    expect(allowedHeaders('/things')).toContain('authorization')
  })

  it('may be cached, and allows the methods in use', () => {
    const headers = preflight('/greengrass/v2/deployments/x', new Headers())
    expect(Number(headers.get('access-control-max-age'))).toBeGreaterThan(600)
    const methods = headers.get('access-control-allow-methods')?.split(',')
    expect(methods).toEqual(expect.arrayContaining(['GET', 'POST', 'PUT', 'DELETE']))
  })

  it('answers a page on a public site that asks for this machine', () => {
    const asks = new Headers({ 'access-control-request-private-network': 'true' })
    expect(preflight('/things', asks).get('access-control-allow-private-network')).toBe('true')
    expect(preflight('/things', new Headers()).has('access-control-allow-private-network')).toBe(false)
  })
})

describe('addCors', () => {
  it('lets a page read what it needs to explain an error', () => {
    const headers = new Headers()
    addCors(headers)
    const exposed = headers.get('access-control-expose-headers')?.split(',')
    expect(exposed).toEqual(expect.arrayContaining(['x-amzn-errortype', 'x-amzn-requestid', 'date']))
  })
})
