import { DeleteDeploymentCommand } from '@aws-sdk/client-greengrassv2'
import { useQueryClient } from '@tanstack/react-query'
import type { CleanupOutcome } from '#src/domain/deployment-cleanup.ts'
import { type FailureKind, ServiceFailure } from '#src/domain/service-failure.ts'
import { useConnection } from './connection.tsx'

/** With one of these the next call would fare no better. */
const hopeless: ReadonlySet<FailureKind> = new Set([
  'forbidden',
  'expired',
  'read-only',
  'cors',
  'offline',
  'throttled',
])

export interface Removal {
  /** `null`: not carried out, and to be tried again once `failure` has been seen to. */
  outcome: CleanupOutcome
  failure: ServiceFailure | null
}

/** The calls of a clean-up. Many, and in no hurry: everything else goes before them, and a hidden tab sends none. */
export function useCleanupCalls() {
  const connection = useConnection()
  const client = useQueryClient()
  return {
    /** Deletions a second at best. */
    perSecond: connection.config.requestsPerSecond,
    where: `${connection.config.name}, ${connection.config.region}`,
    async remove(id: string): Promise<Removal> {
      try {
        await connection.call(new DeleteDeploymentCommand({ deploymentId: id }), { priority: 'background' })
        client.removeQueries({ queryKey: [connection.id, 'deployments', 'detail', id], type: 'inactive' })
        return { outcome: { ok: true }, failure: null }
      } catch (failure) {
        if (!(failure instanceof ServiceFailure)) throw failure
        const outcome = hopeless.has(failure.kind)
          ? null
          : { ok: false as const, message: failure.message, missing: failure.kind === 'not-found' }
        return { outcome, failure }
      }
    },
    refresh: () => client.invalidateQueries({ queryKey: [connection.id, 'deployments'] }),
  }
}
