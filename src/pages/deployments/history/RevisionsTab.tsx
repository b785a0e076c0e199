import Badge from '@cloudscape-design/components/badge'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { targetName } from '#src/domain/arn.ts'
import type { Deployment, DeploymentSummary } from '#src/domain/deployment.ts'
import { compareRevisions, revisionsInOrder } from '#src/domain/deployment-history.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useReadOnlyReason, useServiceNow } from '#src/queries/connection.tsx'
import { deploymentQuery, deploymentsQuery } from '#src/queries/deployments.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { listProps } from '#src/ui/list/list-props.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { summaryColumns } from '../detail/summary-columns.tsx'
import { ComparisonView } from './ComparisonView.tsx'
import { HistoryLine } from './HistoryLine.tsx'
import { RollbackDialog } from './RollbackDialog.tsx'

/** Every revision of the same target: on a line, in a list, any two compared, any older one to go back to. */
export function RevisionsTab({ deployment }: { deployment: Deployment }) {
  const connection = useConnection()
  const now = useServiceNow(30_000)
  const readOnly = useReadOnlyReason()
  const query = useQuery(deploymentsQuery(connection, { history: 'ALL', targetArn: deployment.targetArn }))
  const view = useListView({ prefix: 'revisions', sort: { columnId: 'revision', descending: true } })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [goingBack, setGoingBack] = useState<DeploymentSummary | null>(null)
  const revisions = revisionsInOrder(query.data?.rows ?? [])
  const pair = revisions.filter(({ id }) => chosen.has(id)).toReversed()
  return (
    <SpaceBetween size="l">
      {revisions.length > 1 ? (
        <Container header={<Header variant="h2">Time line</Header>}>
          <HistoryLine revisions={revisions} now={now} />
        </Container>
      ) : null}
      <ResourceList<DeploymentSummary>
        kind="revision"
        plural="revisions"
        rows={revisions}
        columns={[
          {
            id: 'revision',
            header: 'Revision',
            isRowHeader: true,
            cell: row => (
              <div className="meadow-long">
                {row.id === deployment.id ? (
                  `Revision ${row.revisionId}`
                ) : (
                  <RouteLink to={linkTo.deployment(row.id)}>{`Revision ${row.revisionId}`}</RouteLink>
                )}{' '}
                {row.id === deployment.id ? <Badge color="blue">this one</Badge> : null}{' '}
                {row.isLatestForTarget ? <Badge color="green">newest</Badge> : null}
              </div>
            ),
            sortBy: row => Number(row.revisionId) || 0,
            text: row => row.revisionId,
          },
          ...summaryColumns,
          {
            id: 'back',
            header: 'Go back',
            cell: row =>
              row.isLatestForTarget ? (
                <span className="meadow-soft">It is the newest</span>
              ) : (
                <WriteButton
                  variant="inline-link"
                  ariaLabel={`Roll back to revision ${row.revisionId}`}
                  disabledReason={readOnly}
                  onClick={() => setGoingBack(row)}
                >
                  Roll back to it
                </WriteButton>
              ),
          },
        ]}
        state={listStateOf(query)}
        {...listProps<DeploymentSummary>(view, 'Find a revision')}
        rowKey={row => row.id}
        rowLabel={row => `revision ${row.revisionId}`}
        selection={{
          keys: chosen,
          // The two chosen last are compared.
          onChange: keys => setChosen(new Set([...keys].slice(-2))),
        }}
        header={{
          title: 'Revisions',
          description: `Of ${targetName(deployment.targetArn)}. Choose two to compare them.`,
        }}
        empty={{ title: 'No revisions', hint: 'The service lists none for this target any more.' }}
      />
      {pair.length === 2 ? (
        <Comparison key={pair.map(({ id }) => id).join()} before={pair[0]!} after={pair[1]!} />
      ) : null}
      {goingBack ? (
        <RollbackDialog to={goingBack} revisions={revisions} onDismiss={() => setGoingBack(null)} />
      ) : null}
    </SpaceBetween>
  )
}

function Comparison({ before, after }: { before: DeploymentSummary; after: DeploymentSummary }) {
  const connection = useConnection()
  const [from, to] = useQueries({
    queries: [deploymentQuery(connection, before.id), deploymentQuery(connection, after.id)],
  })
  const failed = from.error ? from : to.error ? to : null
  const read = Boolean(from.data && to.data)
  const place = useRef<HTMLDivElement>(null)
  // Below a long list it would be out of sight just when it was asked for.
  useEffect(() => {
    if (read) place.current?.scrollIntoView({ block: 'nearest' })
  }, [read])
  return (
    <div ref={place}>
      <Container
        header={
          <Header variant="h2">{`Revision ${before.revisionId} → revision ${after.revisionId}`}</Header>
        }
      >
        {failed ? (
          <FailureAlert failure={failed.error} retry={failed.refetch} />
        ) : from.data && to.data ? (
          <ComparisonView comparison={compareRevisions(from.data, to.data)} />
        ) : (
          <StatusIndicator type="loading">Reading both revisions</StatusIndicator>
        )}
      </Container>
    </div>
  )
}
