import { describe, expect, it } from 'vitest'
import { readRequest, type WireRequest } from './request.ts'
import { findRoute, routes } from './router.ts'

const origin = 'http://127.0.0.1:8787'
const request = (method: string, target: string, headers: Record<string, string> = {}, body?: string) =>
  readRequest(new Request(origin + target, { method, headers, ...(body !== undefined && { body }) }))

async function route(method: string, target: string) {
  const match = findRoute(await request(method, target))
  return match && `${match.service} ${match.name}`
}

const arn = 'arn:aws:greengrass:us-east-1:123456789012:components:com.example.Pump:versions:1.0.0'

describe('findRoute', () => {
  it('finds every operation by its own template', async () => {
    for (const { service, name, contract } of routes) {
      if (service === 'cognito-identity' || service === 'sts' || /tag/i.test(name)) continue
      const path = contract.segments.map(part => (part.startsWith('{') ? 'x' : part)).join('/')
      expect(await route(contract.method, `/${path}`)).toBe(`${service} ${name}`)
    }
  })

  it.each([encodeURIComponent(arn), arn, encodeURIComponent(arn).replaceAll('%3A', '%3a')])(
    'finds a component by its ARN, sent as %s',
    async label => {
      const match = findRoute(await request('GET', `/greengrass/v2/components/${label}/metadata`))
      expect(match?.name).toBe('DescribeComponent')
      expect(decodeURIComponent(match?.labels.arn ?? '')).toBe(arn)
    },
  )

  it('splits the path before it decodes', async () => {
    const match = findRoute(await request('GET', '/things/a%2Fb/jobs/c%2Fd'))
    expect(match?.name).toBe('DescribeJobExecution')
    expect(match?.labels).toEqual({ thingName: 'a%2Fb', jobId: 'c%2Fd' })
  })

  it('lets a greedy label hold slashes', async () => {
    const match = findRoute(
      await request('GET', `/greengrass/v2/components/${arn}/artifacts/dir/file%20a.zip`),
    )
    expect(match?.name).toBe('GetComponentVersionArtifact')
    expect(match?.labels.artifactName).toBe('dir/file%20a.zip')
  })

  it('tells the generations of Greengrass apart', async () => {
    const v1 = 'arn:aws:greengrass:us-east-1:123456789012:/greengrass/groups/abc'
    expect(await route('POST', `/tags/${encodeURIComponent(arn)}`)).toBe('greengrassv2 TagResource')
    expect(await route('POST', `/tags/${encodeURIComponent(v1)}`)).toBe('greengrass TagResource')
    expect(await route('POST', '/greengrass/v2/deployments')).toBe('greengrassv2 CreateDeployment')
    expect(await route('POST', '/greengrass/groups/g/deployments')).toBe('greengrass CreateDeployment')
    expect(await route('GET', '/greengrass/servicerole')).toBe('greengrassv2 GetServiceRoleForAccount')
  })

  it('takes $reset encoded or not', async () => {
    for (const name of ['$reset', '%24reset']) {
      expect(await route('POST', `/greengrass/groups/g/deployments/${name}`)).toBe(
        'greengrass ResetDeployments',
      )
    }
  })

  it('prefers a literal to a label', async () => {
    expect(await route('PUT', '/thing-groups/addThingToThingGroup')).toBe('iot AddThingToThingGroup')
    expect(await route('GET', '/thing-groups/addThingToThingGroup')).toBe('iot DescribeThingGroup')
  })

  it.each([
    ['GET', '/greengrass/v2/unicorns'],
    ['POST', '/greengrass/v2/components'],
    ['GET', '/greengrass/v2/coreDevices/'],
    ['GET', '/things//jobs'],
    ['DELETE', '/indexing/config'],
  ])('knows nothing of %s %s', async (method, target) => {
    expect(await route(method, target)).toBeNull()
  })

  it('finds Cognito by its target header and STS by its action', async () => {
    const target = { 'x-amz-target': 'AWSCognitoIdentityService.GetId' }
    const cognito: WireRequest = await request('POST', '/', target, '{}')
    expect(findRoute(cognito)?.name).toBe('GetId')
    const sts = await request('POST', '/', {}, 'Action=GetCallerIdentity&Version=2011-06-15')
    expect(findRoute(sts)?.service).toBe('sts')
    expect(findRoute(await request('POST', '/', { 'x-amz-target': 'Other.GetId' }, '{}'))).toBeNull()
    expect(findRoute(await request('POST', '/', {}, 'Action=constructor'))).toBeNull()
  })
})
