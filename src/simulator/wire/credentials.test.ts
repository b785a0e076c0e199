import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random.ts'
import { CredentialIssuer } from './credentials.ts'
import { adminRole, deniedResource, readOnlyRole, roleAllows, roles } from './roles.ts'

const now = 1_800_000_000_000
const issuer = (seed = 1) => new CredentialIssuer(seededRandom(seed))

describe('CredentialIssuer', () => {
  it('recognises what it issued, also after a restart', () => {
    const issued = issuer().issue(readOnlyRole, 'wall', now)
    expect(issued.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/)
    expect(issued.expiration).toBe(now + 3_600_000)
    const resolved = issuer(2).resolve(issued.accessKeyId, issued.sessionToken)
    expect(resolved).toMatchObject({
      ok: true,
      secretKey: issued.secretKey,
      session: { role: readOnlyRole, sessionName: 'wall' },
    })
  })

  it('does not believe a token that was changed, or belongs to another key', () => {
    const credentials = issuer()
    const one = credentials.issue(readOnlyRole, 'a', now)
    const two = credentials.issue(adminRole, 'a', now)
    const [payload, seal] = one.sessionToken.split('.') as [string, string]
    const forged = `${btoa(atob(payload).replace('MeadowReadOnly', 'MeadowAdmin'))}.${seal}`
    for (const [key, token] of [
      [one.accessKeyId, forged],
      [two.accessKeyId, one.sessionToken],
      [one.accessKeyId, ''],
      [one.accessKeyId, 'x.y'],
      [one.accessKeyId, null],
    ] as const) {
      expect(credentials.resolve(key, token)).toEqual({ ok: false, reason: 'unknown' })
    }
  })

  it('knows the pool of an identity without a list of identities', () => {
    const credentials = issuer()
    for (const role of roles) {
      const identity = credentials.newIdentity(role)
      expect(identity).toMatch(/^us-east-1:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(issuer(9).roleOfIdentity(identity)).toBe(role)
    }
    expect(credentials.roleOfIdentity('us-east-1:12345678-1234-1234-1234-123456789012')).toBeNull()
    expect(credentials.newIdentity(adminRole)).not.toBe(credentials.newIdentity(adminRole))
  })

  it('reads its own identity tokens until they expire', () => {
    const credentials = issuer()
    const identityId = credentials.newIdentity(adminRole)
    const token = credentials.openIdToken(identityId, adminRole, now)
    expect(token.split('.')).toHaveLength(3)
    expect(credentials.readOpenIdToken(token, now)).toEqual({ identityId, role: adminRole })
    expect(credentials.readOpenIdToken(token, now + 901_000)).toBe('expired')
    expect(credentials.readOpenIdToken(`${token}0`, now)).toBe('invalid')
    expect(credentials.readOpenIdToken('nonsense', now)).toBe('invalid')
  })
})

describe('roles', () => {
  it('allow what their policies say', () => {
    expect(roleAllows(adminRole, 'greengrass:CreateDeployment')).toBe(true)
    expect(roleAllows(readOnlyRole, 'greengrass:ListCoreDevices')).toBe(true)
    expect(roleAllows(readOnlyRole, 'iot:SearchIndex')).toBe(true)
    for (const action of ['greengrass:CreateDeployment', 'greengrass:TagResource', 'iot:CancelJob']) {
      expect(roleAllows(readOnlyRole, action)).toBe(false)
    }
    expect(roleAllows(adminRole, 's3:GetObject')).toBe(false)
  })

  it('name the resource that an action was refused on', () => {
    const here = { region: 'us-east-1', account: '123456789012' }
    const start = 'arn:aws:greengrass:us-east-1:123456789012'
    expect(deniedResource('greengrass', { deploymentId: 'd' }, here)).toBe(`${start}:deployments:d`)
    expect(deniedResource('greengrass', { coreDeviceThingName: 'c' }, here)).toBe(`${start}:coreDevices:c`)
    expect(deniedResource('greengrass', { targetArn: 'x' }, here)).toBe('*')
    expect(deniedResource('greengrass', { arn: 'the-arn' }, here)).toBe('the-arn')
    expect(deniedResource('iot', { jobId: 'j', thingName: 't' }, here)).toBe(
      'arn:aws:iot:us-east-1:123456789012:job/j',
    )
  })
})
