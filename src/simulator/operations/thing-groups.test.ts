import { beforeEach, describe, expect, it } from 'vitest'
import { type SampleWorld, sampleWorld } from '../world/sample-world.ts'
import { asker, codeOf, pages } from './ask.ts'

let sample: SampleWorld
let ask: ReturnType<typeof asker>

beforeEach(() => {
  sample = sampleWorld()
  const { build } = sample
  for (const [name, parent] of [
    ['plant', null],
    ['plant-line-1', 'plant'],
    ['plant-line-1-cell', 'plant-line-1'],
    ['plant-line-2', 'plant'],
    ['other', null],
  ] as const)
    build.addGroup({ name, parent })
  for (let i = 0; i < 9; i++)
    build.addThing({ name: `thing-${i}`, groups: [i % 2 ? 'plant-line-1-cell' : 'plant-line-2'] })
  build.addThing({ name: 'lonely', type: 'Probe', attributes: { model: 'PT1000' } })
  ask = asker(sample.world)
})

const names = async (input: Record<string, unknown>) =>
  (await ask('ListThingGroups', input)).thingGroups?.map(group => group.groupName)

describe('groups', () => {
  it('are listed as a whole, by prefix, below a parent, and at the top', async () => {
    expect(await names({})).toHaveLength(5)
    expect(await names({ namePrefixFilter: 'plant-line-1' })).toEqual(['plant-line-1', 'plant-line-1-cell'])
    expect(await names({ parentGroup: 'plant' })).toEqual([
      'plant-line-1',
      'plant-line-1-cell',
      'plant-line-2',
    ])
    expect(await names({ parentGroup: 'plant', recursive: false })).toEqual(['plant-line-1', 'plant-line-2'])
    expect(await names({ recursive: false })).toEqual(['other', 'plant'])
    expect(await codeOf(names({ parentGroup: 'ghost' }))).toBe('ResourceNotFoundException')
  })

  it('know their way up to the root', async () => {
    const { thingGroupMetadata } = await ask('DescribeThingGroup', { thingGroupName: 'plant-line-1-cell' })
    expect(thingGroupMetadata?.parentGroupName).toBe('plant-line-1')
    expect(thingGroupMetadata?.rootToParentThingGroups?.map(group => group.groupName)).toEqual([
      'plant',
      'plant-line-1',
    ])
  })

  it('list members of the groups below as well, in pages without loss', async () => {
    const members = (thingGroupName: string, recursive: boolean, maxResults: number) =>
      pages(async nextToken => {
        const answer = await ask('ListThingsInThingGroup', {
          thingGroupName,
          recursive,
          maxResults,
          nextToken,
        })
        return { items: answer.things ?? [], nextToken: answer.nextToken }
      })
    const all = Array.from({ length: 9 }, (_, i) => `thing-${i}`)
    for (const size of [1, 2, 3, 9, 50]) expect(await members('plant', true, size)).toEqual(all)
    expect(await members('plant', false, 2)).toEqual([])
    expect(await members('plant-line-2', false, 2)).toEqual(all.filter((_, i) => i % 2 === 0))
  })
})

describe('creating', () => {
  it('twice with the same properties answers the same, with others it is refused', async () => {
    const input = { thingGroupName: 'new', thingGroupProperties: { thingGroupDescription: 'x' } }
    const first = await ask('CreateThingGroup', input)
    expect(await ask('CreateThingGroup', input)).toEqual(first)
    expect(await codeOf(ask('CreateThingGroup', { thingGroupName: 'new' }))).toBe(
      'ResourceAlreadyExistsException',
    )
  })

  it('under a parent that is missing or too deep is refused', async () => {
    expect(await codeOf(ask('CreateThingGroup', { thingGroupName: 'n', parentGroupName: 'ghost' }))).toBe(
      'InvalidRequestException',
    )
    let parentGroupName = 'plant'
    for (let depth = 2; depth <= 7; depth++) {
      const thingGroupName = `depth-${depth}`
      await ask('CreateThingGroup', { thingGroupName, parentGroupName })
      parentGroupName = thingGroupName
    }
    expect(await codeOf(ask('CreateThingGroup', { thingGroupName: 'n', parentGroupName }))).toBe(
      'InvalidRequestException',
    )
  })
})

describe('deleting', () => {
  it('needs the right version and no children, and a second time does no harm', async () => {
    expect(await codeOf(ask('DeleteThingGroup', { thingGroupName: 'plant' }))).toBe('InvalidRequestException')
    expect(await codeOf(ask('DeleteThingGroup', { thingGroupName: 'other', expectedVersion: 9 }))).toBe(
      'VersionConflictException',
    )
    await ask('DeleteThingGroup', { thingGroupName: 'plant-line-2', expectedVersion: 1 })
    await ask('DeleteThingGroup', { thingGroupName: 'plant-line-2' })
    const { thingGroups } = await ask('ListThingGroupsForThing', { thingName: 'thing-0' })
    expect(thingGroups).toEqual([])
  })
})

describe('membership', () => {
  const add = (thingName: string, thingGroupName: string) =>
    ask('AddThingToThingGroup', { thingName, thingGroupName })
  const groupsOf = async (thingName: string) =>
    (await ask('ListThingGroupsForThing', { thingName })).thingGroups?.map(group => group.groupName)

  it('is given and taken, by name or ARN, as often as one likes', async () => {
    await add('lonely', 'other')
    await add('lonely', 'other')
    await ask('AddThingToThingGroup', {
      thingArn: sample.world.thingArn('lonely'),
      thingGroupArn: sample.world.groupArn('plant'),
    })
    expect(await groupsOf('lonely')).toEqual(['other', 'plant'])
    await ask('RemoveThingFromThingGroup', { thingName: 'lonely', thingGroupName: 'other' })
    await ask('RemoveThingFromThingGroup', { thingName: 'lonely', thingGroupName: 'other' })
    expect(await groupsOf('lonely')).toEqual(['plant'])
  })

  it('is refused in a second group of a hierarchy, and for what does not exist', async () => {
    expect(await codeOf(add('thing-0', 'plant-line-1'))).toBe('InvalidRequestException')
    expect(await codeOf(add('ghost', 'other'))).toBe('ResourceNotFoundException')
    expect(await codeOf(add('lonely', 'ghost'))).toBe('ResourceNotFoundException')
    expect(await codeOf(ask('AddThingToThingGroup', { thingName: 'lonely' }))).toBe('InvalidRequestException')
    const thingArn = sample.world.thingArn('thing-0')
    const both = { thingName: 'lonely', thingArn, thingGroupName: 'other' }
    expect(await codeOf(ask('AddThingToThingGroup', both))).toBe('InvalidRequestException')
  })

  it('ends at ten groups', async () => {
    for (let i = 0; i < 10; i++) {
      await ask('CreateThingGroup', { thingGroupName: `g${i}` })
      await add('lonely', `g${i}`)
    }
    expect(await codeOf(add('lonely', 'other'))).toBe('InvalidRequestException')
  })
})

describe('things', () => {
  const listed = async (input: Record<string, unknown>) =>
    (await ask('ListThings', input)).things?.map(thing => thing.thingName)

  it('are found by type and by attribute, whole or by its beginning', async () => {
    expect(await listed({ thingTypeName: 'Probe' })).toEqual(['lonely'])
    expect(await listed({ attributeName: 'model', attributeValue: 'PT1000' })).toEqual(['lonely'])
    expect(await listed({ attributeName: 'model', attributeValue: 'PT' })).toEqual([])
    const prefix = { attributeName: 'model', attributeValue: 'PT', usePrefixAttributeValue: true }
    expect(await listed(prefix)).toEqual(['lonely'])
    expect(await codeOf(listed({ attributeValue: 'PT' }))).toBe('InvalidRequestException')
  })

  it('are described', async () => {
    expect(await ask('DescribeThing', { thingName: 'lonely' })).toMatchObject({
      defaultClientId: 'lonely',
      thingTypeName: 'Probe',
      attributes: { model: 'PT1000' },
      version: 1,
    })
    expect(await codeOf(ask('DescribeThing', { thingName: 'ghost' }))).toBe('ResourceNotFoundException')
  })
})
