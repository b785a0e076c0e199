import {
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-greengrassv2'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { ask, tell } from './ask.ts'
import { cadences } from './cadences.ts'
import { useConnection } from './connection.tsx'

/** Of a component version, a deployment or a core device: nothing else of Greengrass has tags. */
export function tagsQuery(connection: Connection, resourceArn: string) {
  return queryOptions<Record<string, string>, ServiceFailure>({
    queryKey: [connection.id, 'tags', resourceArn],
    queryFn: context =>
      ask(connection, context, new ListTagsForResourceCommand({ resourceArn }), output => output.tags ?? {}),
    staleTime: cadences.components,
  })
}

export interface TagChange {
  arn: string
  before: Record<string, string>
  after: Record<string, string>
}

/** The calls that a change takes: removals first, so that the resource never has more tags than it may. */
export function tagCalls({ arn, before, after }: TagChange) {
  const tagKeys = Object.keys(before).filter(key => after[key] === undefined)
  const tags = Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value))
  return [
    ...(tagKeys.length > 0
      ? [{ action: 'UntagResource' as const, input: { resourceArn: arn, tagKeys } }]
      : []),
    ...(Object.keys(tags).length > 0
      ? [{ action: 'TagResource' as const, input: { resourceArn: arn, tags } }]
      : []),
  ]
}

/** Sends what differs, call by call. */
export function useUpdateTags() {
  const connection = useConnection()
  const client = useQueryClient()
  return useMutation<void, ServiceFailure, TagChange>({
    mutationFn: async change => {
      for (const { action, input } of tagCalls(change)) {
        const command =
          action === 'UntagResource' ? new UntagResourceCommand(input) : new TagResourceCommand(input)
        await tell(connection, command, () => undefined)
      }
    },
    onSettled: (_, __, { arn }) => {
      void client.invalidateQueries({ queryKey: [connection.id, 'tags', arn] })
      const owner = ownerOf(arn)
      if (owner) void client.invalidateQueries({ queryKey: [connection.id, ...owner] })
    },
  })
}

/** The query that shows the tags along with the rest of the resource. */
function ownerOf(arn: string): string[] | null {
  const [, , , , , type = '', id = ''] = arn.split(':')
  if (type === 'coreDevices') return ['core-devices', 'detail', id]
  if (type === 'deployments') return ['deployments', 'detail', id]
  return type === 'components' ? ['components', 'version', arn] : null
}
