import { describe, expect, it } from 'vitest'
import { sampleWorld } from '../world/sample-world.ts'
import { asker, codeOf } from './ask.ts'
import { decodeText, encodeText } from './base64-text.ts'

const recipe = (changes: Record<string, unknown> = {}) => ({
  RecipeFormatVersion: '2020-01-25',
  ComponentName: 'com.example.New',
  ComponentVersion: '1.0.0',
  Manifests: [{ Platform: { os: 'linux' }, Lifecycle: { Run: 'echo ü' } }],
  ...changes,
})
const withArtifacts = (...uris: string[]) =>
  recipe({
    Manifests: [
      { Platform: { os: 'linux' }, Artifacts: uris.map(URI => ({ URI })), Lifecycle: { Run: 'x' } },
    ],
  })

function setUp() {
  const sample = sampleWorld()
  const ask = asker(sample.world)
  const create = (content: unknown, tags?: Record<string, string>) =>
    ask('CreateComponentVersion', {
      inlineRecipe: encodeText(typeof content === 'string' ? content : JSON.stringify(content)),
      ...(tags ? { tags } : {}),
    })
  const problem = async (content: unknown, tags?: Record<string, string>) => {
    const error = await create(content, tags).then(
      () => null,
      (refusal: Error & { code: string; members: Record<string, unknown> }) => refusal,
    )
    return { code: error?.code, message: error?.message ?? '', members: error?.members ?? {} }
  }
  return { ...sample, ask, create, problem }
}

describe('a recipe', () => {
  it('is REQUESTED at first and DEPLOYABLE some seconds later', async () => {
    const { ask, create, pass } = setUp()
    const { arn, status } = await create(recipe())
    expect(status?.componentState).toBe('REQUESTED')
    pass(6000)
    expect((await ask('DescribeComponent', { arn })).status?.componentState).toBe('DEPLOYABLE')
  })

  it('keeps its content through both formats', async () => {
    const { ask, create } = setUp()
    const ComponentConfiguration = {
      DefaultConfiguration: { Text: 'häßlich', List: [1, '2', null], Ratio: 0.5 },
    }
    const { arn } = await create(recipe({ ComponentConfiguration }))
    const json = await ask('GetComponent', { arn, recipeOutputFormat: 'JSON' })
    const read = JSON.parse(decodeText(json.recipe ?? '') ?? '')
    expect(read.ComponentConfiguration).toEqual(ComponentConfiguration)
    expect(read.Manifests[0].Lifecycle).toEqual({ Run: 'echo ü' })
    const yaml = await ask('GetComponent', { arn, recipeOutputFormat: 'YAML' })
    const again = await setUp().create(decodeText(yaml.recipe ?? '') ?? '')
    expect(again.componentName).toBe('com.example.New')
  })

  it.each([
    ['broken JSON', '{ "RecipeFormatVersion": '],
    ['a sentence', 'just a sentence'],
    ['no name', recipe({ ComponentName: undefined })],
    ['no version', recipe({ ComponentVersion: undefined })],
    ['half a version', recipe({ ComponentVersion: '1.0' })],
    ['a version that only devices read', recipe({ ComponentVersion: '01.0.0-' })],
    ['a name of 129 characters', recipe({ ComponentName: 'c'.repeat(129) })],
    ['another format', recipe({ RecipeFormatVersion: '1999-01-01' })],
    // The letter ü takes two bytes.
    ['16 KB and a byte', JSON.stringify(recipe()).padEnd(16_384, ' ')],
  ])('with %s is refused', async (_what, content) => {
    expect((await setUp().problem(content)).code).toBe('ValidationException')
  })

  it('of exactly 16 KB is taken', async () => {
    const { arn } = await setUp().create(JSON.stringify(recipe()).padEnd(16_383, ' '))
    expect(arn).toMatch(/:versions:1\.0\.0$/)
  })

  it('says where it is wrong', async () => {
    const { message, members } = await setUp().problem(recipe({ ComponentVersion: '1.0' }))
    expect(message).toMatch(/^Invalid Input: .*line 1, column \d+/)
    expect(members).toMatchObject({
      reason: 'FIELD_VALIDATION_FAILED',
      fields: [{ name: 'inlineRecipe/ComponentVersion' }],
    })
    expect((await setUp().problem('{')).members).toMatchObject({ reason: 'CANNOT_PARSE' })
  })
})

describe('the same version again', () => {
  it('is a conflict that names the resource, in other words if it has tags', async () => {
    const { create, problem } = setUp()
    await create(recipe())
    const plain = await problem(recipe())
    expect(plain.code).toBe('ConflictException')
    expect(plain.message).toContain('already exists with state: [REQUESTED]')
    expect(plain.members).toHaveProperty('resourceId')
    expect((await problem(recipe(), { a: 'b' })).message).toContain("can't be created again with tags")
  })

  it('can be created after it was deleted, and the old one’s fate does not touch it', async () => {
    const { ask, create, pass } = setUp()
    const { arn } = await create(recipe())
    await ask('DeleteComponent', { arn })
    pass(6000)
    await create(recipe())
    expect((await ask('DescribeComponent', { arn })).status?.componentState).toBe('REQUESTED')
  })
})

describe('artifacts', () => {
  it('that the caller may not read are refused at once', async () => {
    const { world, problem } = setUp()
    world.storage.deny('s3://private')
    const { code, message } = await problem(withArtifacts('s3://private/a.zip', 's3://fine/b.zip'))
    expect(code).toBe('ValidationException')
    expect(message).toBe(
      'Invalid Input: Encountered following errors in Artifacts: {s3://private/a.zip = Specified artifact resource cannot be accessed}',
    )
  })

  it('in a bucket that does not exist make the version FAILED, with the reason for each', async () => {
    const { ask, create, pass } = setUp()
    const { arn } = await create(withArtifacts('s3://no-such-bucket/a.zip', 's3://fine/b.zip'))
    pass(6000)
    const { status } = await ask('DescribeComponent', { arn })
    expect(status?.componentState).toBe('FAILED')
    expect(Object.keys(status?.errors ?? {})).toEqual(['s3://no-such-bucket/a.zip'])
  })

  it('get their digests from the service', async () => {
    const { ask, create } = setUp()
    const { arn } = await create(withArtifacts('s3://fine/b.zip'))
    const json = await ask('GetComponent', { arn, recipeOutputFormat: 'JSON' })
    expect(JSON.parse(decodeText(json.recipe ?? '') ?? '').Manifests[0].Artifacts[0]).toMatchObject({
      Uri: 's3://fine/b.zip',
      Algorithm: 'SHA-256',
      Unarchive: 'NONE',
      Permission: { Read: 'OWNER', Execute: 'NONE' },
    })
  })
})

describe('a Lambda function', () => {
  const lambdaArn = 'arn:aws:lambda:us-east-1:123456789012:function:alarm:3'

  it('becomes a component of its name and version, with every default written out', async () => {
    const { ask } = setUp()
    const { arn, componentName, componentVersion } = await ask('CreateComponentVersion', {
      lambdaFunction: {
        lambdaArn,
        componentLambdaParameters: { eventSources: [{ topic: 'a/b', type: 'PUB_SUB' }] },
      },
    })
    expect([componentName, componentVersion]).toEqual(['alarm', '3.0.0'])
    const { recipe: blob } = await ask('GetComponent', { arn, recipeOutputFormat: 'JSON' })
    const read = JSON.parse(decodeText(blob ?? '') ?? '')
    expect(read).toMatchObject({
      ComponentType: 'aws.greengrass.lambda',
      ComponentSource: lambdaArn,
      ComponentConfiguration: {
        DefaultConfiguration: {
          containerMode: 'GreengrassContainer',
          containerParams: { memorySize: 16384, mountROSysfs: false },
          inputPayloadEncodingType: 'json',
          pinned: true,
          pubsubTopics: { 0: { topic: 'a/b', type: 'PUB_SUB' } },
        },
      },
    })
    expect(Object.keys(read.ComponentDependencies)).toContain('aws.greengrass.LambdaLauncher')
    expect(await setUp().problem(read)).toMatchObject({ code: undefined })
  })

  it.each([
    ['an alias', `${lambdaArn.slice(0, -1)}prod`],
    ['$LATEST', `${lambdaArn.slice(0, -1)}$LATEST`],
    ['no function', 'arn:aws:s3:::bucket'],
  ])('%s is refused', async (_what, arn) => {
    const { ask } = setUp()
    expect(await codeOf(ask('CreateComponentVersion', { lambdaFunction: { lambdaArn: arn } }))).toBe(
      'ValidationException',
    )
  })

  it('and a recipe together are refused, and so is neither', async () => {
    const { ask } = setUp()
    const inlineRecipe = encodeText(JSON.stringify(recipe()))
    expect(await codeOf(ask('CreateComponentVersion', { inlineRecipe, lambdaFunction: { lambdaArn } }))).toBe(
      'ValidationException',
    )
    expect(await codeOf(ask('CreateComponentVersion', {}))).toBe('ValidationException')
  })
})
