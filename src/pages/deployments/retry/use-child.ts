import { useQuery } from '@tanstack/react-query'
import type { Deployment } from '#src/domain/deployment.ts'
import type { RetryPlan } from '#src/domain/retry-plan.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { deploymentQuery } from '#src/queries/deployments.ts'

/** The sub-deployment that a plan made, as the service has it now; `gone` if somebody else has deleted it. */
export function useChild(plan: RetryPlan): { deployment: Deployment | null; gone: boolean } {
  const query = useQuery({
    ...deploymentQuery(useConnection(), plan.deployment?.id ?? ''),
    enabled: plan.deployment !== null,
  })
  const gone =
    plan.deployment !== null && query.error instanceof ServiceFailure && query.error.kind === 'not-found'
  return { deployment: gone ? null : (query.data ?? null), gone }
}
