import { beforeEach, describe, expect, it } from 'vitest'
import { hour, type SampleWorld, sampleWorld } from '../world/sample-world.ts'
import { asker, codeOf, pages } from './ask.ts'

let sample: SampleWorld
let ask: ReturnType<typeof asker>

beforeEach(() => {
  sample = sampleWorld()
  const { build } = sample
  sample.fleet('line', 4, { attributes: { site: 'harbor' } })
  build.addGroup({ name: 'sensors', description: 'All the probes' })
  for (const [index, battery] of ['20', '40', '60'].entries())
    build.addThing({ name: `probe-${index}`, type: 'Probe', attributes: { battery }, groups: ['sensors'] })
  build.offline('line-0004', 'MQTT_KEEP_ALIVE_TIMEOUT')
  ask = asker(sample.world)
})

const search = (queryString: string, maxResults = 100) =>
  pages(async nextToken => {
    const answer = await ask('SearchIndex', { queryString, maxResults, nextToken })
    return { items: answer.things ?? [], nextToken: answer.nextToken }
  })
const found = async (queryString: string) => (await search(queryString)).map(thing => thing.thingName)

describe('searching', () => {
  it('finds things by name, type, group, attribute and connection', async () => {
    expect(await found('thingName:*')).toHaveLength(7)
    expect(await found('thingName:line-0001')).toEqual(['line-0001'])
    expect(await found('thingTypeName:Probe AND attributes.battery:[30 TO 60]')).toEqual([
      'probe-1',
      'probe-2',
    ])
    expect(await found('thingGroupNames:line AND connectivity.connected:false')).toEqual(['line-0004'])
    expect(await found('connectivity.connected:true')).toHaveLength(3)
    expect(await found('NOT connectivity.connected:*')).toHaveLength(3)
  })

  it('pages without loss', async () => {
    const all = await found('thingName:*')
    for (const size of [1, 2, 3]) {
      const paged = await search('thingName:*', size)
      expect(paged.map(thing => thing.thingName)).toEqual(all)
    }
  })

  it('tells of a connection in milliseconds, and forgets after an hour why it was lost', async () => {
    const [lost] = await search('thingName:line-0004')
    expect(lost?.connectivity).toEqual({
      connected: false,
      timestamp: sample.world.time,
      disconnectReason: 'MQTT_KEEP_ALIVE_TIMEOUT',
    })
    sample.pass(2 * hour)
    const [later] = await search('thingName:line-0004')
    expect(later?.connectivity).toEqual({ connected: false })
    const data = await ask('GetThingConnectivityData', { thingName: 'line-0004' })
    expect(data).toMatchObject({ connected: false, disconnectReason: 'MQTT_KEEP_ALIVE_TIMEOUT' })
  })

  it('looks through the groups in their own index', async () => {
    const answer = await ask('SearchIndex', { indexName: 'AWS_ThingGroups', queryString: 'probes' })
    expect(answer.thingGroups?.map(group => group.thingGroupName)).toEqual(['sensors'])
  })

  it.each([
    [{ queryString: 'thingName:' }, 'InvalidQueryException'],
    [{ queryString: '*', indexName: 'AWS_Other' }, 'ResourceNotFoundException'],
    [{ queryString: '*', queryVersion: '2001-01-01' }, 'InvalidRequestException'],
    [{ queryString: '*', nextToken: 'made-up' }, 'InvalidRequestException'],
  ])('refuses %j', async (input, code) => {
    expect(await codeOf(ask('SearchIndex', input))).toBe(code)
  })
})

describe('aggregating', () => {
  it('numbers gives all statistics, texts a count', async () => {
    const { statistics } = await ask('GetStatistics', {
      queryString: 'thingTypeName:Probe',
      aggregationField: 'attributes.battery',
    })
    expect(statistics).toMatchObject({
      count: 3,
      average: 40,
      sum: 120,
      minimum: 20,
      maximum: 60,
      sumOfSquares: 5600,
    })
    expect(statistics?.stdDeviation).toBeCloseTo(16.33, 2)
    const texts = await ask('GetStatistics', { queryString: '*', aggregationField: 'attributes.site' })
    expect(texts.statistics).toEqual({ count: 4 })
    const all = await ask('GetStatistics', { queryString: 'thingName:*' })
    expect(all.statistics?.count).toBe(7)
  })

  it('a boolean gives the share of the true ones', async () => {
    const { statistics } = await ask('GetStatistics', {
      queryString: '*',
      aggregationField: 'connectivity.connected',
    })
    expect(statistics).toMatchObject({ count: 4, average: 0.75, minimum: 0, maximum: 1 })
  })

  it('counts different values, and values by frequency', async () => {
    const query = { queryString: '*', aggregationField: 'thingGroupNames' }
    expect((await ask('GetCardinality', query)).cardinality).toBe(2)
    const buckets = { ...query, bucketsAggregationType: { termsAggregation: { maxBuckets: 1 } } }
    expect(await ask('GetBucketsAggregation', buckets)).toEqual({
      totalCount: 7,
      buckets: [{ keyValue: 'line', count: 4 }],
    })
  })

  it('refuses a field that the index does not know', async () => {
    const query = { queryString: '*', aggregationField: 'shadow.reported.x' }
    expect(await codeOf(ask('GetCardinality', query))).toBe('InvalidAggregationException')
    expect(await codeOf(ask('GetBucketsAggregation', { ...query, bucketsAggregationType: {} }))).toBe(
      'InvalidRequestException',
    )
  })
})
