import { useQuery } from '@tanstack/react-query'
import { targetName } from '#src/domain/arn.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { isRetryGroup, planOfSubDeployment, type RetryPlan } from '#src/domain/retry-plan.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { thingGroupQuery, thingsInGroupQuery } from '#src/queries/thing-groups.ts'

export interface FoundPlan {
  plan: RetryPlan | null
  failure: unknown
  retry(): void
}

/**
 * The plan of a sub-deployment that this browser knows nothing of, read from the service: its group, whether the group
 * was made for a retry, and the devices in it. A group that is gone leaves only the deployment to take back.
 */
export function useFoundPlan(child: Deployment, enabled: boolean): FoundPlan {
  const connection = useConnection()
  const name = targetName(child.targetArn)
  const group = useQuery({ ...thingGroupQuery(connection, name), enabled })
  const things = useQuery({ ...thingsInGroupQuery(connection, name), enabled })
  const gone = [group, things].some(
    ({ error }) => error instanceof ServiceFailure && error.kind === 'not-found',
  )
  const ready = gone || (group.data && things.data?.complete)
  const failed = gone ? undefined : [group, things].find(query => query.error && !query.data)
  return {
    plan: ready
      ? planOfSubDeployment({
          id: child.id,
          deployment: child,
          things: gone ? [] : (things.data?.rows ?? []),
          groupIsOurs: !gone && isRetryGroup(group.data?.description ?? ''),
        })
      : null,
    failure: failed?.error ?? null,
    retry: () => void failed?.refetch(),
  }
}
