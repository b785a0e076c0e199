import type {
  GetBucketsAggregationCommandInput,
  GetBucketsAggregationCommandOutput,
  GetCardinalityCommandInput,
  GetCardinalityCommandOutput,
  GetIndexingConfigurationCommandInput,
  GetIndexingConfigurationCommandOutput,
  GetStatisticsCommandInput,
  GetStatisticsCommandOutput,
  SearchIndexCommandInput,
  SearchIndexCommandOutput,
} from '@aws-sdk/client-iot'
import { page } from '../wire/paging.ts'
import { invalidRequest, iotNotFound, ServiceError } from '../wire/service-error.ts'
import type { Operation } from '../wire/types.ts'
import type { GroupRecord, ThingRecord } from '../world/records.ts'
import type { World } from '../world/world.ts'
import { documentOf, groupFields, managedFields, thingFields } from './index-documents.ts'
import { type IndexValue, type Matcher, parseQuery, QueryError } from './index-query.ts'

/** https://docs.aws.amazon.com/iot/latest/developerguide/query-syntax.html */
const queryVersion = '2017-09-30'
const largestPage = 100

interface Query {
  indexName?: string | undefined
  queryString: string | undefined
  queryVersion?: string | undefined
}

export const searchIndex: Operation<SearchIndexCommandInput, SearchIndexCommandOutput> = (
  input,
  { world, now },
) => {
  const { index, matches } = read(input)
  const options = {
    limit: Math.min(input.maxResults ?? largestPage, largestPage),
    token: input.nextToken,
    key: ({ name }: { name: string }) => name,
    scope: `SearchIndex ${index} ${input.queryString}`,
    badToken: invalidRequest,
  }
  if (index === 'AWS_ThingGroups') {
    const { items, nextToken } = page(world.groups.sorted(), {
      ...options,
      where: (group: GroupRecord) => matches(groupFields(group)),
    })
    return {
      thingGroups: items.map(group => ({
        thingGroupName: group.name,
        thingGroupId: group.id,
        thingGroupDescription: group.description || undefined,
        attributes: { ...group.attributes },
        parentGroupNames: group.parent === null ? undefined : [group.parent],
      })),
      nextToken,
    }
  }
  const { items, nextToken } = page(world.things.sorted(), {
    ...options,
    where: (thing: ThingRecord) => matches(thingFields(thing, now)),
  })
  return { things: items.map(thing => documentOf(thing, now)), nextToken }
}

/**
 * Numbers and booleans get all statistics, texts only a count.
 * https://docs.aws.amazon.com/iot/latest/developerguide/index-aggregate.html
 */
export const getStatistics: Operation<GetStatisticsCommandInput, GetStatisticsCommandOutput> = (
  { aggregationField = 'registry.version', ...query },
  { world, now },
) => {
  const values = valuesOf(world, now, query, aggregationField)
  const count = values.length
  const numbers = values.map(numberOf).filter(number => number !== null)
  if (count === 0 || numbers.length < count) return { statistics: { count } }
  const sum = numbers.reduce((total, number) => total + number, 0)
  const sumOfSquares = numbers.reduce((total, number) => total + number * number, 0)
  const average = sum / count
  const variance = numbers.reduce((total, number) => total + (number - average) ** 2, 0) / count
  const minimum = numbers.reduce((least, number) => Math.min(least, number), Number.POSITIVE_INFINITY)
  const maximum = numbers.reduce((most, number) => Math.max(most, number), Number.NEGATIVE_INFINITY)
  const stdDeviation = Math.sqrt(variance)
  return { statistics: { count, average, sum, minimum, maximum, sumOfSquares, variance, stdDeviation } }
}

export const getCardinality: Operation<GetCardinalityCommandInput, GetCardinalityCommandOutput> = (
  { aggregationField = 'registry.version', ...query },
  { world, now },
) => ({ cardinality: new Set(valuesOf(world, now, query, aggregationField)).size })

/** Values with how often they occur, the most frequent first; `totalCount` counts the things that match. */
export const getBucketsAggregation: Operation<
  GetBucketsAggregationCommandInput,
  GetBucketsAggregationCommandOutput
> = ({ aggregationField = '', bucketsAggregationType, ...query }, { world, now }) => {
  if (!bucketsAggregationType?.termsAggregation)
    throw invalidRequest('The bucketsAggregationType must name a termsAggregation.')
  const { matches } = read(query)
  checkField(aggregationField)
  const counts = new Map<string, number>()
  let totalCount = 0
  for (const thing of world.things.sorted()) {
    const fields = thingFields(thing, now)
    if (!matches(fields)) continue
    totalCount += 1
    for (const value of fields(aggregationField))
      counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
  }
  const buckets = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return {
    totalCount,
    buckets: buckets
      .slice(0, bucketsAggregationType.termsAggregation.maxBuckets ?? 10)
      .map(([keyValue, count]) => ({ keyValue, count })),
  }
}

export const getIndexingConfiguration: Operation<
  GetIndexingConfigurationCommandInput,
  GetIndexingConfigurationCommandOutput
> = () => ({
  thingIndexingConfiguration: {
    thingIndexingMode: 'REGISTRY',
    thingConnectivityIndexingMode: 'STATUS',
    deviceDefenderIndexingMode: 'OFF',
    namedShadowIndexingMode: 'OFF',
    managedFields: managedFields.map(field => ({ ...field })),
    customFields: [],
  },
  thingGroupIndexingConfiguration: {
    thingGroupIndexingMode: 'ON',
    managedFields: ['thingGroupName', 'thingGroupDescription', 'parentGroupNames'].map(name => ({
      name,
      type: 'String' as const,
    })),
    customFields: [],
  },
})

function read({ indexName = 'AWS_Things', queryString = '', queryVersion: version }: Query) {
  if (indexName !== 'AWS_Things' && indexName !== 'AWS_ThingGroups')
    throw iotNotFound(`Index ${indexName} does not exist.`)
  if (version !== undefined && version !== queryVersion)
    throw invalidRequest(`The query version ${version} is not supported.`)
  try {
    return { index: indexName, matches: parseQuery(queryString) as Matcher }
  } catch (error) {
    if (error instanceof QueryError) throw new ServiceError('InvalidQueryException', `${error.message}.`)
    throw error
  }
}

function valuesOf(world: World, now: number, query: Query, field: string): IndexValue[] {
  const { matches } = read(query)
  checkField(field)
  const values: IndexValue[] = []
  for (const thing of world.things.sorted()) {
    const fields = thingFields(thing, now)
    if (matches(fields)) values.push(...fields(field))
  }
  return values
}

/** Aggregation takes the fields that the index manages, and attributes. */
function checkField(field: string): void {
  if (field.startsWith('attributes.') || managedFields.some(({ name }) => name === field)) return
  throw new ServiceError('InvalidAggregationException', `The field ${field} cannot be aggregated.`)
}

function numberOf(value: IndexValue): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}
