import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { deploymentCan, deploymentState } from '#src/domain/deployment-state.ts'
import type { JobCounts } from '#src/domain/job.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { linkTo, paths } from '#src/paths.ts'
import { useConnection, useReadOnlyReason, useServiceNow } from '#src/queries/connection.tsx'
import { deploymentQuery } from '#src/queries/deployments.ts'
import { FailurePage } from '#src/ui/failure/FailurePage.tsx'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { DeploymentStateBadge } from '#src/ui/status/DeploymentStateBadge.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { ActionDialog } from './actions/ActionDialog.tsx'
import type { WriteAction } from './actions/explain-actions.ts'
import { deploymentTitle } from './deployment-rows.ts'
import { DetailTabs } from './detail/DetailTabs.tsx'
import { DeviceResult } from './detail/DeviceResult.tsx'
import { FactsCard } from './detail/FactsCard.tsx'
import { LateBreakagePanel } from './detail/LateBreakagePanel.tsx'
import { Milestones } from './detail/Milestones.tsx'
import { ProgressCard } from './detail/ProgressCard.tsx'
import { stateOnDevice, useDeviceOutcome } from './detail/use-device-outcome.ts'
import { useLateBreakage } from './detail/use-late-breakage.ts'
import { useWatchedJob } from './detail/use-watched-job.ts'
import { RetryRuns } from './retry/RetryRuns.tsx'
import { useRetryRuns } from './retry/use-retry-runs.ts'
import './deployments.css'
import './detail/detail.css'

const breadcrumbs = [{ text: 'Deployments', href: paths.deployments }]

export function DeploymentPage() {
  const { id = '' } = useParams()
  const query = useQuery(deploymentQuery(useConnection(), id))
  const { runs } = useRetryRuns()
  const gone = query.error instanceof ServiceFailure && query.error.kind === 'not-found'
  const cleaned = gone && runs.find(({ plan }) => plan.made === id && plan.deployment === null)
  if (query.data && !gone) return <DeploymentDetail key={id} deployment={query.data} />
  if (cleaned)
    return (
      <SpaceBetween size="l">
        <PageHeader
          title={cleaned.plan.request.deploymentName || 'Deployment'}
          description="This sub-deployment has been deleted."
          breadcrumbs={breadcrumbs}
        />
        <RetryRuns deploymentId={id} />
      </SpaceBetween>
    )
  if (query.error)
    return (
      <SpaceBetween size="l">
        <FailurePage
          failure={query.error}
          title="Deployment"
          breadcrumbs={breadcrumbs}
          retry={() => query.refetch()}
          back={{ text: 'All deployments', href: paths.deployments }}
        />
        <RetryRuns deploymentId={id} />
      </SpaceBetween>
    )
  return (
    <SpaceBetween size="l">
      <PageHeader title="Deployment" breadcrumbs={breadcrumbs} />
      <Spinner size="large" />
    </SpaceBetween>
  )
}

function DeploymentDetail({ deployment }: { deployment: Deployment }) {
  const now = useServiceNow(15_000)
  const watched = useWatchedJob(deployment, now)
  const outcome = useDeviceOutcome(deployment)
  const counts = watched.job?.counts ?? null
  const onDevice = parseTargetArn(deployment.targetArn)?.kind === 'thing'
  const late = useLateBreakage(deployment, counts?.succeeded ?? 0, outcome)
  const brokeLater = late.devices.size
  const state = onDevice
    ? stateOnDevice(deployment, outcome.result, now, brokeLater)
    : deploymentState(deployment, watched.job, now, watched.lastProgress, brokeLater, late.unread > 0)
  const size = watched.group.complete ? watched.group.size : null
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={deploymentTitle(deployment)}
        badge={<DeploymentStateBadge state={state} />}
        description={state.detail}
        breadcrumbs={breadcrumbs}
        actions={<Actions deployment={deployment} counts={counts} groupSize={size} />}
      />
      {counts ? (
        <Milestones
          deployment={deployment}
          facts={{ state: state.state, counts, size, brokeLater: late.settled ? brokeLater : null }}
        />
      ) : null}
      <RetryRuns deploymentId={deployment.id} deployment={deployment} />
      <div className="meadow-detail-top">
        {onDevice ? (
          <DeviceResult deployment={deployment} outcome={outcome} />
        ) : (
          <ProgressCard deployment={deployment} watched={watched} />
        )}
        <FactsCard deployment={deployment} />
      </div>
      <LateBreakagePanel late={late} />
      <DetailTabs
        deployment={deployment}
        counts={counts}
        group={watched.group}
        seen={watched.seen}
        late={late.devices}
        ready={onDevice || counts !== null || !watched.loading}
      />
    </SpaceBetween>
  )
}

interface ActionsProps {
  deployment: Deployment
  counts: JobCounts | null
  groupSize: number | null
}

function Actions({ deployment, counts, groupSize }: ActionsProps) {
  const navigate = useNavigate()
  const readOnly = useReadOnlyReason()
  const [asking, setAsking] = useState<WriteAction | null>(null)
  const reason = (action: 'cancel' | 'delete' | 'revise') => {
    const verdict = deploymentCan[action](deployment)
    return readOnly ?? (verdict.ok ? undefined : verdict.reason)
  }
  return (
    <SpaceBetween size="xs" direction="horizontal">
      <WriteButton disabledReason={reason('delete')} onClick={() => setAsking('delete')}>
        Delete
      </WriteButton>
      <WriteButton disabledReason={reason('cancel')} onClick={() => setAsking('cancel')}>
        Cancel deployment
      </WriteButton>
      {readOnly ? (
        <WriteButton variant="primary" disabledReason={readOnly}>
          Revise
        </WriteButton>
      ) : (
        <Button
          variant="primary"
          onClick={() => void navigate(linkTo.deploymentNew({ revise: deployment.id }))}
        >
          Revise
        </Button>
      )}
      <ActionDialog
        action={asking}
        deployments={[deployment]}
        counts={counts}
        groupSize={groupSize}
        onDone={() => {
          if (asking === 'delete') void navigate(paths.deployments)
        }}
        onDismiss={() => setAsking(null)}
      />
    </SpaceBetween>
  )
}
