import {
  DescribeThingGroupCommand,
  type GroupNameAndArn,
  ListThingGroupsCommand,
  ListThingGroupsForThingCommand,
  ListThingsInThingGroupCommand,
} from '@aws-sdk/client-iot'
import { queryOptions } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import type { ThingGroup, ThingGroupDetail } from '#src/domain/thing-group.ts'
import { ask, askAll } from './ask.ts'
import { allowance, cadences } from './cadences.ts'
import { listOf, required } from './parse.ts'
import { sweepQuery } from './sweep.ts'

/** The registry's limit of a page. */
const pageSize = 250

export function thingGroupsQuery(connection: Connection) {
  return sweepQuery(connection, {
    key: ['thing-groups', 'list'],
    every: cadences.account,
    page: nextToken => new ListThingGroupsCommand({ maxResults: pageSize, nextToken }),
    rows: output => listOf(output.thingGroups, 'thingGroups').map(group),
  })
}

export function thingGroupQuery(connection: Connection, name: string) {
  return queryOptions<ThingGroupDetail, ServiceFailure>({
    queryKey: [connection.id, 'thing-groups', 'detail', name],
    queryFn: context =>
      ask(connection, context, new DescribeThingGroupCommand({ thingGroupName: name }), output => ({
        name: required(output.thingGroupName, 'thingGroupName'),
        arn: required(output.thingGroupArn, 'thingGroupArn'),
        description: output.thingGroupProperties?.thingGroupDescription ?? '',
        parent: output.thingGroupMetadata?.parentGroupName || null,
        above: listOf(output.thingGroupMetadata?.rootToParentThingGroups, 'rootToParentThingGroups').map(
          group,
        ),
        attributes: output.thingGroupProperties?.attributePayload?.attributes ?? {},
      })),
    staleTime: cadences.components,
  })
}

/** Names of all things in a static group and in the groups below it, which a deployment reaches as well. */
export function thingsInGroupQuery(connection: Connection, name: string) {
  return sweepQuery(connection, {
    key: ['thing-groups', 'things', name],
    every: cadences.account,
    perMinute: allowance.groupPages,
    page: nextToken =>
      new ListThingsInThingGroupCommand({
        thingGroupName: name,
        recursive: true,
        maxResults: pageSize,
        nextToken,
      }),
    rows: output => listOf(output.things, 'things'),
  })
}

export function groupsOfThingQuery(connection: Connection, thing: string) {
  return queryOptions<ThingGroup[], ServiceFailure>({
    queryKey: [connection.id, 'thing-groups', 'of-thing', thing],
    queryFn: context =>
      askAll(
        connection,
        context,
        nextToken =>
          new ListThingGroupsForThingCommand({ thingName: thing, maxResults: pageSize, nextToken }),
        output => listOf(output.thingGroups, 'thingGroups').map(group),
      ),
    staleTime: cadences.components,
  })
}

const group = ({ groupName, groupArn }: GroupNameAndArn): ThingGroup => ({
  name: required(groupName, 'groupName'),
  arn: required(groupArn, 'groupArn'),
})
