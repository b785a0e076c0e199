import { useQuery } from '@tanstack/react-query'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { EffectiveDeployment } from '#src/domain/core-device.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { type DeploymentState, deploymentState } from '#src/domain/deployment-state.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { effectiveDeploymentsQuery } from '#src/queries/core-devices.ts'

export interface DeviceOutcome {
  /** What the device said of the deployment; `null` if it has said nothing, or has not been asked. */
  result: EffectiveDeployment | null
  settled: boolean
  failure: unknown
  retry: () => void
}

/** The result of a deployment to one device. Groups are not asked this way. */
export function useDeviceOutcome(deployment: Deployment): DeviceOutcome {
  const target = parseTargetArn(deployment.targetArn)
  const query = useQuery({
    ...effectiveDeploymentsQuery(useConnection(), target?.name ?? ''),
    enabled: target?.kind === 'thing',
  })
  return {
    result: query.data?.find(entry => entry.deploymentId === deployment.id) ?? null,
    settled: query.isSuccess,
    failure: query.error,
    retry: () => void query.refetch(),
  }
}

const labels: Record<string, Pick<DeploymentState, 'state' | 'label' | 'detail'>> = {
  FAILED: { state: 'failed', label: 'Failed', detail: 'The device reported a failure.' },
  REJECTED: { state: 'failed', label: 'Rejected', detail: 'The device refused the deployment.' },
  TIMED_OUT: { state: 'failed', label: 'Timed out', detail: 'The device did not finish in time.' },
  SUCCEEDED: { state: 'completed', label: 'Completed', detail: 'The device reported success.' },
  COMPLETED: { state: 'completed', label: 'Completed', detail: 'The device reported success.' },
  IN_PROGRESS: { state: 'rolling-out', label: 'In progress', detail: 'The device is applying it.' },
}

/** The state of a deployment to one device, from what the device reports where it reports something. */
export function stateOnDevice(
  deployment: Deployment,
  result: EffectiveDeployment | null,
  now: number,
  brokeLater: number,
): DeploymentState {
  const status = deployment.status === 'ACTIVE' && brokeLater > 0 ? 'COMPLETED' : deployment.status
  const derived = deploymentState({ ...deployment, status }, null, now, null, brokeLater)
  if (brokeLater > 0) return derived
  const said = deployment.status === 'ACTIVE' && result ? labels[result.executionStatus] : undefined
  return said
    ? { ...said, failed: said.state === 'failed' ? 1 : 0, moving: said.state === 'rolling-out' }
    : derived
}
