import { DescribeThingCommand } from '@aws-sdk/client-iot'
import { queryOptions } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { ask } from './ask.ts'
import { cadences } from './cadences.ts'
import { required } from './parse.ts'

/** The registry's entry of a device. */
export interface Thing {
  name: string
  arn: string
  /** '' where the thing has no type. */
  type: string
  attributes: Record<string, string>
}

export function thingQuery(connection: Connection, name: string) {
  return queryOptions<Thing, ServiceFailure>({
    queryKey: [connection.id, 'things', name],
    queryFn: context =>
      ask(connection, context, new DescribeThingCommand({ thingName: name }), output => ({
        name: required(output.thingName, 'thingName'),
        arn: required(output.thingArn, 'thingArn'),
        type: output.thingTypeName ?? '',
        attributes: output.attributes ?? {},
      })),
    staleTime: cadences.account,
  })
}
