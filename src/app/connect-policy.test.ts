import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type ConnectionConfig, parseConfig } from '#src/aws/config.ts'
import { checkConnectPolicy } from './connect-policy.ts'
import { StartProblem } from './start-problem.ts'

const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8')
const shipped = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? ''
const self = 'https://meadow.example.org'

function connection(extra: Record<string, unknown>): ConnectionConfig {
  const parsed = parseConfig({
    mode: 'aws',
    connections: [
      {
        name: 'Production',
        region: 'eu-central-1',
        identityPoolId: 'eu-central-1:00000000-0000-0000-0000-000000000000',
        ...extra,
      },
    ],
  })
  if (!parsed.ok) throw new Error(parsed.problems.join(' '))
  return parsed.config.connections[0] as ConnectionConfig
}

const userPool = (domain: string) => ({
  authority: 'https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_EXAMPLE',
  clientId: 'EXAMPLE',
  domain,
})

test('the policy as shipped lets AWS, Cognito’s own domains, this origin and this machine through', () => {
  for (const extra of [
    {},
    { userPool: userPool('https://example.auth.eu-central-1.amazoncognito.com') },
    { endpoint: '/aws' },
    { endpoint: `${self}/aws` },
    { endpoint: 'http://127.0.0.1:8787' },
    { endpoints: { greengrass: 'https://greengrass.eu-central-1.amazonaws.com' } },
  ])
    expect(() => checkConnectPolicy(connection(extra), shipped, self)).not.toThrow()
})

test('names each address that the policy would block, once', () => {
  const other = connection({
    userPool: userPool('https://login.example.org'),
    endpoint: 'https://gateway.example.org/greengrass',
  })
  try {
    checkConnectPolicy(other, shipped, self)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(StartProblem)
    expect((error as StartProblem).problems).toHaveLength(3)
    expect((error as StartProblem).problems.join(' ')).toMatch(/gateway\.example\.org.*login\.example\.org/)
  }
  const mended = shipped.replace("connect-src 'self'", "connect-src 'self' https://*.example.org")
  expect(() => checkConnectPolicy(other, mended, self)).not.toThrow()
})

test('a source without a port means the port of its scheme', () => {
  const gateway = connection({ endpoint: 'https://gateway.example.org:8443' })
  expect(() => checkConnectPolicy(gateway, 'connect-src https://gateway.example.org', self)).toThrow()
  expect(() =>
    checkConnectPolicy(gateway, 'connect-src https://gateway.example.org:8443', self),
  ).not.toThrow()
})

test('a page without a policy, or with one that is silent about connections, blocks nothing', () => {
  const gateway = connection({ endpoint: 'https://gateway.example.org' })
  expect(() => checkConnectPolicy(gateway, null, self)).not.toThrow()
  expect(() => checkConnectPolicy(gateway, "script-src 'self'", self)).not.toThrow()
  expect(() => checkConnectPolicy(gateway, "default-src 'none'", self)).toThrow()
})
