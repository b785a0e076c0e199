import Badge from '@cloudscape-design/components/badge'
import { parseTargetArn, targetName } from '#src/domain/arn.ts'
import { linkTo, paths } from '#src/paths.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { ServiceStateBadge } from '#src/ui/status/DeploymentStateBadge.tsx'
import { type DeploymentRow, deploymentTitle, targetKind } from '../deployment-rows.ts'
import { LiveState } from './LiveState.tsx'

/** Columns sort by the value of a row's root, so that sub-deployments stay with their parent. */
export const deploymentColumns: readonly ResourceColumn<DeploymentRow>[] = [
  {
    id: 'name',
    header: 'Deployment',
    isRowHeader: true,
    minWidth: 150,
    cell: row => <NameCell row={row} />,
    sortBy: row => deploymentTitle(row.root).toLowerCase(),
    text: row => `${row.name} ${row.id}`,
  },
  {
    id: 'state',
    header: 'State',
    minWidth: 150,
    cell: row => <LiveState row={row} />,
    sortBy: row => row.root.status,
    text: () => '',
  },
  {
    id: 'target',
    header: 'Target',
    minWidth: 140,
    cell: row => <TargetLink arn={row.targetArn} />,
    sortBy: row => targetName(row.root.targetArn).toLowerCase(),
    text: row => targetName(row.targetArn),
  },
  {
    id: 'revision',
    header: 'Revision',
    cell: row => (
      <>
        {row.revisionId} {row.isLatestForTarget ? null : <Badge>replaced</Badge>}
      </>
    ),
    sortBy: row => Number(row.root.revisionId) || 0,
    minWidth: 90,
  },
  {
    id: 'created',
    header: 'Created',
    cell: row => <CreatedAge at={row.created} />,
    sortBy: row => row.root.created,
    minWidth: 110,
  },
  {
    id: 'status',
    header: 'Service status',
    cell: row => <ServiceStateBadge status={row.status} />,
    sortBy: row => row.root.status,
    text: row => row.status,
    hidden: true,
  },
  {
    id: 'id',
    header: 'Deployment ID',
    cell: row => <span className="meadow-mono">{row.id}</span>,
    sortBy: row => row.root.id,
    text: row => row.id,
    hidden: true,
  },
]

function CreatedAge({ at }: { at: number | null }) {
  return <Age at={at} now={useServiceNow(30_000)} />
}

function NameCell({ row }: { row: DeploymentRow }) {
  const link = <RouteLink to={linkTo.deployment(row.id)}>{deploymentTitle(row)}</RouteLink>
  if (row.parentTargetArn === null) return <div className="meadow-long">{link}</div>
  return (
    <div className={row.depth === 1 ? 'meadow-long meadow-nested' : 'meadow-long'}>
      {link}
      <div className="meadow-soft meadow-small">Sub-deployment of {targetName(row.parentTargetArn)}</div>
    </div>
  )
}

/** A device has a page; a group's place is the list of what was deployed to it. */
export function TargetLink({ arn }: { arn: string }) {
  const target = parseTargetArn(arn)
  const name = targetName(arn)
  return (
    <div className="meadow-long">
      <RouteLink
        to={
          target?.kind === 'thing'
            ? linkTo.coreDevice(name)
            : `${paths.deployments}?target=${encodeURIComponent(name)}&history=all`
        }
      >
        {name}
      </RouteLink>
      <div className="meadow-soft meadow-small">{targetKind(arn)}</div>
    </div>
  )
}
