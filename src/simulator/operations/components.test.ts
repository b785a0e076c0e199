import { describe, expect, it } from 'vitest'
import { artifact, manifest, sampleWorld } from '../world/sample-world.ts'
import { asker, codeOf } from './ask.ts'
import { decodeText } from './base64-text.ts'

const arnOf = (name: string, version?: string, owner = '123456789012') =>
  `arn:aws:greengrass:us-east-1:${owner}:components:${name}${version ? `:versions:${version}` : ''}`

function setUp() {
  const sample = sampleWorld()
  for (const version of ['1.9.0', '1.10.0', '1.10.0-beta', '2.0.0'])
    sample.component('com.example.Pump', version, {
      description: version === '2.0.0' ? 'Second life' : '',
      manifests: [manifest({ platform: { os: 'linux', architecture: 'amd64' } }), manifest({ name: 'All' })],
    })
  sample.component('com.example.Valve')
  sample.build.addComponent({
    owner: 'aws',
    recipeFormat: 'YAML',
    recipe: {
      ...sample.world.components.get(arnOf('com.example.Valve', '1.0.0'))!.recipe,
      name: 'aws.greengrass.Thing',
      manifests: [manifest({ artifacts: [artifact('greengrass:deep/er/thing.zip')] })],
    },
  })
  return { ...sample, ask: asker(sample.world) }
}

describe('lists', () => {
  it('name each component once, with its greatest version', async () => {
    const { ask } = setUp()
    const { components } = await ask('ListComponents', {})
    expect(components?.map(one => one.componentName)).toEqual(['com.example.Pump', 'com.example.Valve'])
    expect(components?.[0]).toMatchObject({
      arn: arnOf('com.example.Pump'),
      latestVersion: {
        arn: arnOf('com.example.Pump', '2.0.0'),
        description: 'Second life',
        publisher: 'Example',
        platforms: [
          { name: 'linux amd64', attributes: { os: 'linux', architecture: 'amd64' } },
          { name: 'All', attributes: {} },
        ],
      },
    })
    const { components: theirs } = await ask('ListComponents', { scope: 'PUBLIC' })
    expect(theirs?.map(one => one.componentName)).toEqual(['aws.greengrass.Thing'])
  })

  it('put the greater version first, page by page', async () => {
    const { ask } = setUp()
    const arn = arnOf('com.example.Pump')
    const seen: (string | undefined)[] = []
    let nextToken: string | undefined
    do {
      const answer = await ask('ListComponentVersions', { arn, maxResults: 1, nextToken })
      seen.push(...(answer.componentVersions ?? []).map(one => one.componentVersion))
      nextToken = answer.nextToken
    } while (nextToken)
    expect(seen).toEqual(['2.0.0', '1.10.0', '1.10.0-beta', '1.9.0'])
  })

  it('refuse a token of another list', async () => {
    const { ask } = setUp()
    const { nextToken } = await ask('ListComponents', { maxResults: 1 })
    const arn = arnOf('com.example.Pump')
    expect(await codeOf(ask('ListComponentVersions', { arn, nextToken }))).toBe('ValidationException')
    expect(await codeOf(ask('ListComponentVersions', { arn: arnOf('no.such') }))).toBe(
      'ResourceNotFoundException',
    )
  })
})

describe('one version', () => {
  it('is described, read as JSON or YAML, and deleted', async () => {
    const { ask } = setUp()
    const arn = arnOf('com.example.Pump', '1.9.0')
    const described = await ask('DescribeComponent', { arn })
    expect(described.status).toMatchObject({
      componentState: 'DEPLOYABLE',
      errors: {},
      vendorGuidance: 'ACTIVE',
    })
    const json = await ask('GetComponent', { arn, recipeOutputFormat: 'JSON' })
    expect(JSON.parse(decodeText(json.recipe ?? '') ?? '')).toMatchObject({
      ComponentName: 'com.example.Pump',
      ComponentVersion: '1.9.0',
      ComponentType: 'aws.greengrass.generic',
    })
    const yaml = await ask('GetComponent', { arn, recipeOutputFormat: 'YAML' })
    expect(decodeText(yaml.recipe ?? '')).toMatch(/^ComponentName: com\.example\.Pump$/m)
    await ask('DeleteComponent', { arn })
    expect(await codeOf(ask('DescribeComponent', { arn }))).toBe('ResourceNotFoundException')
  })

  it('of AWS cannot be deleted; an ARN without a version names none', async () => {
    const { ask } = setUp()
    const arn = arnOf('aws.greengrass.Thing', '1.0.0', 'aws')
    expect(await codeOf(ask('DeleteComponent', { arn }))).toBe('AccessDeniedException')
    expect(await codeOf(ask('GetComponent', { arn: arnOf('com.example.Pump') }))).toBe('ValidationException')
  })

  it('links only to artifacts that the service keeps', async () => {
    const { ask } = setUp()
    const arn = arnOf('aws.greengrass.Thing', '1.0.0', 'aws')
    const link = await ask('GetComponentVersionArtifact', {
      arn,
      artifactName: 'deep/er/thing.zip',
      s3EndpointType: 'REGIONAL',
    })
    expect(new URL(link.preSignedUrl ?? '').host).toMatch(/s3\.us-east-1\.amazonaws\.com$/)
    expect(await codeOf(ask('GetComponentVersionArtifact', { arn, artifactName: 'thing.zip' }))).toBe(
      'ResourceNotFoundException',
    )
  })
})

describe('candidates', () => {
  const platform = { attributes: { os: 'linux', architecture: 'amd64' } }
  const versionOf = async (versionRequirements: Record<string, string>, on = platform) => {
    const { ask } = setUp()
    const answer = await ask('ResolveComponentCandidates', {
      platform: on,
      componentCandidates: [{ componentName: 'com.example.Pump', versionRequirements }],
    })
    return answer.resolvedComponentVersions?.[0]?.componentVersion
  }

  it('resolve to the greatest version that meets all requirements', async () => {
    expect(await versionOf({ 'thinggroup/a': '>=1.0.0' })).toBe('2.0.0')
    expect(await versionOf({ 'thinggroup/a': '>=1.0.0', 'com.example.Other': '^1.0.0' })).toBe('1.10.0')
    expect(await versionOf({ 'thinggroup/a': '==1.9.0' })).toBe('1.9.0')
  })

  it('that nothing meets, or that mean nothing, are errors', async () => {
    expect(await codeOf(versionOf({ a: '^3.0.0' }))).toBe('ResourceNotFoundException')
    expect(await codeOf(versionOf({ a: 'banana' }))).toBe('ValidationException')
  })
})
