import { flag, list, map, operation, structure, text, whole } from '../contract.ts'

const thingGroupName = text(1, 128, '[a-zA-Z0-9:_-]+')
const thingName = text(1, 128, '[a-zA-Z0-9:_-]+')
const attributeName = text(0, 128, '[a-zA-Z0-9_.,@/:#-]+')
const attributeValue = text(0, 800, '[a-zA-Z0-9_.,@/:#=\\[\\]-]*')
const attributes = map(attributeName, attributeValue)
const attributePayload = structure({ attributes, merge: flag })
const thingGroupProperties = structure({
  thingGroupDescription: text(0, 2028, '[!-~\\x20]*'),
  attributePayload,
})
const tag = structure({ Key: text(1, 128, '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$'), Value: text(0, 256) }, [
  'Key',
])
const indexName = text(1, 128, '[a-zA-Z0-9:_-]+')
const queryString = text(1)
const aggregationField = text(1)
const termsAggregation = structure({ maxBuckets: whole(1, 10_000) })
const bucketsAggregationType = structure({ termsAggregation })
const registryMaxResults = whole(1, 250)

/** Registry, thing groups and fleet index of AWS IoT, API version 2015-05-28. */
export const iotRegistryContract = {
  AddThingToThingGroup: operation('PUT /thing-groups/addThingToThingGroup', {
    body: { thingGroupName, thingGroupArn: text(), thingName, thingArn: text(), overrideDynamicGroups: flag },
  }),
  CreateThingGroup: operation('POST /thing-groups/{thingGroupName}', {
    path: { thingGroupName },
    body: { parentGroupName: thingGroupName, thingGroupProperties, tags: list(tag) },
  }),
  DeleteThingGroup: operation('DELETE /thing-groups/{thingGroupName}', {
    path: { thingGroupName },
    query: { expectedVersion: whole() },
  }),
  DescribeThing: operation('GET /things/{thingName}', { path: { thingName } }),
  DescribeThingGroup: operation('GET /thing-groups/{thingGroupName}', { path: { thingGroupName } }),
  GetBucketsAggregation: operation('POST /indices/buckets', {
    body: { indexName, queryString, aggregationField, queryVersion: text(), bucketsAggregationType },
    required: ['queryString', 'aggregationField', 'bucketsAggregationType'],
  }),
  GetCardinality: operation('POST /indices/cardinality', {
    body: { indexName, queryString, aggregationField, queryVersion: text() },
    required: ['queryString'],
  }),
  GetIndexingConfiguration: operation('GET /indexing/config'),
  GetStatistics: operation('POST /indices/statistics', {
    body: { indexName, queryString, aggregationField, queryVersion: text() },
    required: ['queryString'],
  }),
  GetThingConnectivityData: operation('POST /things/{thingName}/connectivity-data', {
    path: { thingName },
    body: { includeSocketInformation: flag },
  }),
  ListThingGroups: operation('GET /thing-groups', {
    query: {
      nextToken: text(),
      maxResults: registryMaxResults,
      parentGroup: thingGroupName,
      namePrefixFilter: thingGroupName,
      recursive: flag,
    },
  }),
  ListThingGroupsForThing: operation('GET /things/{thingName}/thing-groups', {
    path: { thingName },
    query: { nextToken: text(), maxResults: registryMaxResults },
  }),
  ListThings: operation('GET /things', {
    query: {
      nextToken: text(),
      maxResults: registryMaxResults,
      attributeName,
      attributeValue,
      thingTypeName: text(1, 128, '[a-zA-Z0-9:_-]+'),
      usePrefixAttributeValue: flag,
    },
  }),
  ListThingsInThingGroup: operation('GET /thing-groups/{thingGroupName}/things', {
    path: { thingGroupName },
    query: { recursive: flag, nextToken: text(), maxResults: registryMaxResults },
  }),
  RemoveThingFromThingGroup: operation('PUT /thing-groups/removeThingFromThingGroup', {
    body: { thingGroupName, thingGroupArn: text(), thingName, thingArn: text() },
  }),
  SearchIndex: operation('POST /indices/search', {
    body: { indexName, queryString, nextToken: text(), maxResults: whole(1), queryVersion: text() },
    required: ['queryString'],
  }),
}
