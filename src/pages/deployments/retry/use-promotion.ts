import { useQuery } from '@tanstack/react-query'
import type { Deployment, DeploymentRequest, DeploymentSummary } from '#src/domain/deployment.ts'
import {
  compareRevisions,
  type RevisionComparison,
  revisionsInOrder,
} from '#src/domain/deployment-history.ts'
import { changeOf, promotion } from '#src/domain/retry-plan.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { deploymentQuery, deploymentsQuery } from '#src/queries/deployments.ts'

export interface Promotion {
  request: DeploymentRequest
  /** What it changes, from the point of view of the parent's current revision. */
  comparison: RevisionComparison
  uninstalled: string[]
  current: Deployment
  /** The parent has been revised since the sub-deployment was made. */
  revisedSince: boolean
  /** Other sub-deployments in force, whose place the parent's new revision takes too. */
  siblings: DeploymentSummary[]
}

export interface PromotionReading {
  promotion: Promotion | null
  /** The parent's group has no deployment any more. */
  orphan: boolean
  failure: unknown
  retry(): void
}

/**
 * What giving a sub-deployment's change to its parent means: what it has of its own against the parent's revision that
 * was in force when it was made, laid over the current one.
 */
export function usePromotion(child: Deployment): PromotionReading {
  const connection = useConnection()
  const parentTargetArn = child.parentTargetArn ?? ''
  const revisions = useQuery(deploymentsQuery(connection, { history: 'ALL', targetArn: parentTargetArn }))
  const children = useQuery(deploymentsQuery(connection, { history: 'LATEST_ONLY', parentTargetArn }))
  const inOrder = revisionsInOrder(revisions.data?.rows ?? [])
  const latest = inOrder.find(({ isLatestForTarget }) => isLatestForTarget) ?? inOrder[0]
  const whole = revisions.data?.complete ?? false
  const first =
    inOrder.find(({ created }) => (created ?? 0) <= (child.created ?? Number.POSITIVE_INFINITY)) ?? latest
  const current = useQuery({ ...deploymentQuery(connection, latest?.id ?? ''), enabled: whole && !!latest })
  const base = useQuery({ ...deploymentQuery(connection, first?.id ?? ''), enabled: whole && !!first })
  const queries = [revisions, children, current, base]
  const reading: PromotionReading = {
    promotion: null,
    orphan: whole && !latest,
    failure: queries.find(query => query.error && !query.data)?.error ?? null,
    retry: () => {
      for (const query of queries) if (query.error) void query.refetch()
    },
  }
  if (!current.data || !base.data || !children.data?.complete) return reading
  const request = promotion(current.data, changeOf(base.data, child))
  const comparison = compareRevisions(current.data, {
    ...current.data,
    components: request.components ?? {},
  })
  return {
    ...reading,
    promotion: {
      request,
      comparison,
      uninstalled: comparison.components
        .filter(component => component.change === 'uninstalled')
        .map(({ name }) => name),
      current: current.data,
      revisedSince: latest?.id !== first?.id,
      siblings: children.data.rows.filter(({ id, status }) => id !== child.id && status === 'ACTIVE'),
    },
  }
}
