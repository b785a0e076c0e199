import { describe, expect, it } from 'vitest'
import { answerBody, bindInput } from './bind.ts'
import { readRequest } from './request.ts'
import { findRoute, routes } from './router.ts'

async function bind(method: string, target: string, body?: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const request = await readRequest(
    new Request(`http://host${target}`, { method, headers, ...(body !== undefined && { body: text }) }),
  )
  const match = findRoute(request)
  if (match === null) throw new Error(`no route for ${method} ${target}`)
  return bindInput(match.contract, match.labels, request)
}

const messages = (bound: { violations: { message: string }[] }) =>
  bound.violations.map(({ message }) => message)
const group = 'arn:aws:iot:us-east-1:123456789012:thinggroup/G'

describe('bindInput', () => {
  it('gathers labels, query, headers and body', async () => {
    expect((await bind('GET', '/greengrass/v2/coreDevices?maxResults=5&status=HEALTHY')).input).toEqual({
      maxResults: 5,
      status: 'HEALTHY',
    })
    expect((await bind('GET', '/things/My%3Athing')).input).toEqual({ thingName: 'My:thing' })
    const header = { 'X-Amzn-Client-Token': 'abc' }
    expect((await bind('POST', '/greengrass/groups', { Name: 'n' }, header)).input).toEqual({
      Name: 'n',
      AmznClientToken: 'abc',
    })
  })

  it('keeps every value of a repeated parameter, and decodes it', async () => {
    const arn = 'arn:aws:greengrass:us-east-1:123456789012:components:a:versions:1'
    const bound = await bind(
      'DELETE',
      `/tags/${encodeURIComponent(arn)}?tagKeys=a%26b&tagKeys=c+d&tagKeys=%E6%B8%A9`,
    )
    expect(bound.input.tagKeys).toEqual(['a&b', 'c d', '温'])
    expect(bound.violations).toEqual([])
  })

  it('ignores what it does not know, and takes null for absent', async () => {
    const bound = await bind('POST', '/greengrass/v2/deployments?unicorn=1', {
      targetArn: group,
      deploymentName: null,
      components: { a: { componentVersion: '1.0.0', configurationUpdate: null, unicorn: [1] }, gone: null },
      unicorn: {},
    })
    expect(bound.violations).toEqual([])
    expect(bound.input).toEqual({ targetArn: group, components: { a: { componentVersion: '1.0.0' } } })
  })

  it('takes members under their wire names', async () => {
    const bound = await bind('PUT', '/greengrass/things/t/connectivityInfo', {
      ConnectivityInfo: [{ Id: '1', HostAddress: '10.0.0.1', PortNumber: 8883, Metadata: 'm' }],
      connectivityInfo: [{ Id: 'wrong' }],
    })
    expect(bound.input.connectivityInfo).toEqual([
      { id: '1', hostAddress: '10.0.0.1', portNumber: 8883, metadata: 'm' },
    ])
  })

  it('reports what is missing or out of bounds, all at once', async () => {
    const bound = await bind('POST', '/greengrass/v2/deployments', {
      deploymentName: '',
      components: { pump: {} },
      deploymentPolicies: { failureHandlingPolicy: 'PANIC' },
      iotJobConfiguration: { abortConfig: { criteriaList: [] } },
      clientToken: 'no spaces allowed',
    })
    expect(bound.violations.map(violation => violation.path).toSorted()).toEqual([
      'clientToken',
      'components.pump.member.componentVersion',
      'deploymentName',
      'deploymentPolicies.failureHandlingPolicy',
      'iotJobConfiguration.abortConfig.criteriaList',
      'targetArn',
    ])
    expect(messages(bound)).toContain(
      "Value 'PANIC' at 'deploymentPolicies.failureHandlingPolicy' failed to satisfy constraint: Member must satisfy enum value set: [ROLLBACK, DO_NOTHING]",
    )
  })

  it('holds patterns for the whole text', async () => {
    const bound = await bind(
      'GET',
      `/greengrass/v2/components/${encodeURIComponent('x arn:aws:greengrass:r:1:components:n:versions:1')}/metadata`,
    )
    expect(messages(bound)[0]).toContain('Member must satisfy regular expression pattern')
  })

  it.each([
    ['targetArn', 5],
    ['components', []],
    ['components', { a: '1.0.0' }],
    ['tags', 'x'],
    ['iotJobConfiguration', { jobExecutionsRolloutConfig: { maximumPerMinute: '5' } }],
    ['iotJobConfiguration', { jobExecutionsRolloutConfig: { maximumPerMinute: 1.5 } }],
  ])('finds a wrong type in %s: %j', async (member, value) => {
    const bound = await bind('POST', '/greengrass/v2/deployments', { targetArn: group, [member]: value })
    expect(bound.violations.map(violation => violation.kind)).toEqual(['type'])
  })

  it('takes numbers and booleans of a query for what they are', async () => {
    expect(messages(await bind('GET', '/greengrass/v2/coreDevices?maxResults=0'))).toHaveLength(1)
    expect(messages(await bind('GET', '/greengrass/v2/coreDevices?maxResults=101'))).toHaveLength(1)
    expect(messages(await bind('GET', '/greengrass/v2/coreDevices?maxResults=ten'))[0]).toContain('Integer')
    expect((await bind('GET', '/thing-groups?recursive=true')).input.recursive).toBe(true)
    expect(messages(await bind('GET', '/thing-groups?recursive=yes'))[0]).toContain('Boolean')
  })

  it('wants base64 with padding for a blob', async () => {
    const blob = async (inlineRecipe: string) =>
      (await bind('POST', '/greengrass/v2/createComponentVersion', { inlineRecipe })).violations.length
    expect(await blob('e30=')).toBe(0)
    expect(await blob('e30')).toBe(1)
    expect(await blob('_-==')).toBe(1)
  })

  it('says when the body is no JSON object', async () => {
    for (const body of ['{', '[]', '"x"', 'null']) {
      expect((await bind('POST', '/greengrass/v2/deployments', body)).unreadable).toContain(
        'parse request body',
      )
    }
    expect(
      (await bind('POST', '/greengrass/v2/deployments/x/cancel', 'not read at all')).unreadable,
    ).toBeNull()
    expect((await bind('POST', '/greengrass/v2/deployments')).violations).toHaveLength(1)
  })

  it('is not fooled by keys that objects are born with', async () => {
    const body = `{"targetArn":"${group}","components":{"__proto__":{"componentVersion":"1.0.0"},"constructor":{"componentVersion":"2.0.0"}}}`
    const bound = await bind('POST', '/greengrass/v2/deployments', body)
    expect(bound.violations).toEqual([])
    expect(Object.keys(bound.input.components as object)).toEqual(['__proto__', 'constructor'])
    expect((await bind('POST', '/greengrass/v2/deployments', '{}')).input).toEqual({})
  })
})

describe('answerBody', () => {
  const contract = (name: string) => {
    const found = routes.find(route => route.name === name)
    if (found === undefined) throw new Error(name)
    return found.contract
  }

  it('writes members under their wire names and leaves out what is undefined', () => {
    const output = { connectivityInfo: [{ id: '1', hostAddress: 'h', portNumber: 1, metadata: undefined }] }
    expect(answerBody(contract('GetConnectivityInfo'), output)).toBe(
      '{"ConnectivityInfo":[{"Id":"1","HostAddress":"h","PortNumber":1}]}',
    )
    expect(answerBody(contract('ListCoreDevices'), { coreDevices: [], nextToken: undefined })).toBe(
      '{"coreDevices":[]}',
    )
  })
})
