import { useQuery } from '@tanstack/react-query'
import { parseTargetArn, targetName } from '#src/domain/arn.ts'
import type { EffectiveDeployment } from '#src/domain/core-device.ts'
import type { Fixer } from '#src/domain/error-codes.ts'
import { explainFailure } from '#src/domain/failure-groups.ts'
import { linkTo } from '#src/paths.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { effectiveDeploymentsQuery } from '#src/queries/core-devices.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOfAnswer } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { ExecutionStatus } from '#src/ui/status/ExecutionStatus.tsx'
import { unsuccessful } from './device-problems.ts'

const columns: readonly ResourceColumn<EffectiveDeployment>[] = [
  {
    id: 'deployment',
    header: 'Deployment',
    cell: row => (
      <span className="m-wrap">
        <RouteLink to={linkTo.deployment(row.deploymentId)}>
          {row.deploymentName || row.deploymentId}
        </RouteLink>
      </span>
    ),
    sortBy: row => row.deploymentName || row.deploymentId,
    isRowHeader: true,
    width: 220,
  },
  {
    id: 'status',
    header: 'On this device',
    cell: row => <Outcome row={row} />,
    sortBy: row => row.executionStatus,
    text: row => `${row.executionStatus} ${row.errorStack.join(' ')} ${row.reason}`,
    width: 520,
    minWidth: 220,
  },
  {
    id: 'target',
    header: 'Through',
    cell: row => <Target arn={row.targetArn} />,
    sortBy: row => targetName(row.targetArn),
    width: 200,
  },
  {
    id: 'modified',
    header: 'Last change',
    cell: row => <Changed at={row.modified} />,
    sortBy: row => row.modified,
    width: 130,
  },
]

/** The deployments that reach this device through itself and its groups, and what each did here. */
export function EffectiveDeployments({ device }: { device: string }) {
  const connection = useConnection()
  const deployments = useQuery(effectiveDeploymentsQuery(connection, device))
  const view = useListView({ prefix: 'deployments', sort: { columnId: 'modified', descending: true } })
  return (
    <ResourceList
      kind="deployment"
      plural="deployments"
      rows={deployments.data ?? []}
      columns={columns}
      state={listStateOfAnswer(deployments)}
      header={{
        title: 'Deployments on this device',
        description:
          'What came to this device by itself and through its thing groups, and what became of it.',
      }}
      filter={{
        text: view.text,
        onChange: view.setText,
        placeholder: 'Find by name, group, status or error code',
      }}
      empty={{
        title: 'No deployments',
        hint: 'No deployment has reached this device, neither its own nor one of its thing groups.',
      }}
      sort={{
        columnId: view.sort?.columnId ?? null,
        descending: view.sort?.descending ?? false,
        onChange: view.setSort,
      }}
      page={{ index: view.page, onChange: view.setPage }}
      rowKey={row => `${row.deploymentId} ${row.targetArn}`}
      preferencesKey="effective deployments"
    />
  )
}

function Target({ arn }: { arn: string }) {
  return (
    <span className="m-wrap">
      {parseTargetArn(arn)?.kind === 'thing' ? 'This device alone' : targetName(arn)}
    </span>
  )
}

function Outcome({ row }: { row: EffectiveDeployment }) {
  if (!unsuccessful.includes(row.executionStatus)) return <ExecutionStatus status={row.executionStatus} />
  const why = explainFailure(row)
  return (
    <div className="m-cell-text">
      <ExecutionStatus status={row.executionStatus} />
      <strong>{why.headline}</strong>
      <p>
        {why.remedy} {fixerText(why.whoFixes)}
      </p>
      <details>
        <summary className="meadow-focus">What the device said</summary>
        {row.errorStack.length > 0 ? (
          <ol className="m-chain" aria-label="Error codes, the cause last">
            {row.errorStack.map((code, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a chain may name a code twice; its order is its identity
              <li key={`${index} ${code}`}>
                <code>{code}</code>
              </li>
            ))}
          </ol>
        ) : (
          <p>It reported no error codes.</p>
        )}
        {row.reason ? <p className="m-reason">{row.reason}</p> : null}
      </details>
    </div>
  )
}

function fixerText(who: Fixer): string {
  return who === 'nobody'
    ? 'It often passes by itself.'
    : `Usually a task for ${who === 'AWS' ? '' : 'the '}${who}.`
}

function Changed({ at }: { at: number | null }) {
  return <Age at={at} now={useServiceNow(60_000)} />
}
