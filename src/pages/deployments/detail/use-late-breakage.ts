import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { breakagesOfDevice, type LateBreakage } from '#src/domain/late-breakage.ts'
import { useBrokenDevices } from '#src/queries/broken-devices.ts'
import { cadences } from '#src/queries/cadences.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { installedComponentsQuery } from '#src/queries/core-devices.ts'
import type { DeviceOutcome } from './use-device-outcome.ts'

export interface LateBreakages {
  /** By device. */
  devices: ReadonlyMap<string, readonly LateBreakage[]>
  /** Unhealthy devices of the target that have not been looked into, and whether there may be more. */
  unread: number
  more: boolean
  /** Everything that is looked into unasked has been read once. */
  settled: boolean
  lookOn: (() => void) | null
  failure: unknown
  retry(): void
}

/** Components that broke on devices after this deployment had succeeded there. `succeeded`: devices it has reached. */
export function useLateBreakage(
  deployment: Deployment,
  succeeded: number,
  outcome: DeviceOutcome,
): LateBreakages {
  const target = parseTargetArn(deployment.targetArn)
  const onThing = target?.kind === 'thing'
  const name = target?.name ?? ''
  const { id, components } = deployment
  const broken = useBrokenDevices(deployment.targetArn, !onThing && succeeded > 0)
  const { result } = outcome
  const installed = useQuery({
    ...installedComponentsQuery(useConnection(), name, 'ALL'),
    enabled: onThing && result !== null,
    refetchInterval: cadences.devices,
  })
  const { reports } = broken
  const own = installed.data
  const devices = useMemo(() => {
    const told = onThing
      ? own && result
        ? [{ thingName: name, installed: own, effective: [result] }]
        : []
      : reports
    return new Map(
      told.flatMap(device => {
        const found = breakagesOfDevice(device, of => (of === id ? components : {})).get(id)
        return found ? [[device.thingName, found] as const] : []
      }),
    )
  }, [onThing, name, own, result, reports, id, components])
  if (onThing)
    return {
      devices,
      unread: 0,
      more: false,
      settled: outcome.settled && (result === null || installed.isSuccess),
      lookOn: null,
      failure: installed.error,
      retry: () => void installed.refetch(),
    }
  return {
    devices,
    unread: broken.unhealthy - reports.length,
    more: broken.more,
    settled: broken.settled,
    lookOn: broken.lookOn,
    failure: broken.failure,
    retry: broken.retry,
  }
}
