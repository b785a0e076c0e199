import { useQuery } from '@tanstack/react-query'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { coreDeviceQuery } from '#src/queries/core-devices.ts'
import { deploymentQuery, deploymentsQuery } from '#src/queries/deployments.ts'
import { thingGroupQuery, thingsInGroupQuery } from '#src/queries/thing-groups.ts'

export interface TargetFacts {
  kind: 'thing' | 'thinggroup' | null
  name: string
  /** Devices the deployment would reach now; `null` until known. */
  size: number | null
  sizeComplete: boolean
  /** The thing or group does not exist (any more). */
  missing: boolean
  /** The thing runs nucleus lite, which takes deployments through groups only. */
  lite: boolean
  /** The target could not be read. */
  failure: unknown
}

/** What is known of a target: whether it is there and how many devices it holds now. */
export function useTarget(arn: string): TargetFacts {
  const connection = useConnection()
  const target = parseTargetArn(arn)
  const name = target?.name ?? ''
  const isGroup = target?.kind === 'thinggroup'
  const isThing = target?.kind === 'thing'
  const group = useQuery({ ...thingGroupQuery(connection, name), enabled: isGroup })
  const members = useQuery({ ...thingsInGroupQuery(connection, name), enabled: isGroup && group.isSuccess })
  const device = useQuery({ ...coreDeviceQuery(connection, name), enabled: isThing })
  const failure = isGroup ? (group.error ?? members.error) : isThing ? device.error : null
  return {
    kind: target?.kind ?? null,
    name,
    size: isThing ? 1 : (members.data?.rows.length ?? null),
    sizeComplete: isThing || (members.data?.complete ?? false),
    missing: failure instanceof ServiceFailure && failure.kind === 'not-found',
    lite: device.data?.runtime === 'aws_nucleus_lite',
    failure,
  }
}

export interface CurrentRevision {
  phase: 'none' | 'loading' | 'ready' | 'failed'
  deployment: Deployment | null
  failure: unknown
  retry(): void
}

/** The revision that is newest for a target: what a new deployment to it replaces. */
export function useCurrentRevision(arn: string): CurrentRevision {
  const connection = useConnection()
  const known = parseTargetArn(arn) !== null
  const list = useQuery({
    ...deploymentsQuery(connection, { history: 'LATEST_ONLY', targetArn: arn }),
    enabled: known,
  })
  const rows = list.data?.rows ?? []
  const latest = rows.find(row => row.targetArn === arn && row.isLatestForTarget)
  const whole = useQuery({ ...deploymentQuery(connection, latest?.id ?? ''), enabled: latest !== undefined })
  const failure = list.error ?? whole.error
  const phase = !known
    ? 'none'
    : whole.data
      ? 'ready'
      : failure
        ? 'failed'
        : latest || !list.data?.complete
          ? 'loading'
          : 'none'
  return {
    phase,
    deployment: latest ? (whole.data ?? null) : null,
    failure,
    retry: () => {
      void (list.error ? list : whole).refetch()
    },
  }
}

/**
 * What the devices of the target have now and the new deployment is measured against: the target's own revision, or
 * for a first sub-deployment what its parent brings.
 */
export function useBaseline(targetArn: string, parentTargetArn: string): CurrentRevision {
  const own = useCurrentRevision(targetArn)
  const parent = useCurrentRevision(parentTargetArn)
  return own.phase === 'none' && parentTargetArn ? parent : own
}
