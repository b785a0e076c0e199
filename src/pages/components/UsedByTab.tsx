import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Toggle from '@cloudscape-design/components/toggle'
import { useMemo } from 'react'
import { targetName } from '#src/domain/arn.ts'
import { linkTo } from '#src/paths.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import { listProps } from '#src/ui/list/list-props.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { serviceStateWords } from '#src/ui/status/status-words.ts'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { type DeploymentUse, deploymentUses, titleOf } from './deployment-uses.ts'
import { NewDeploymentButton } from './NewDeploymentButton.tsx'
import { ScanProgress } from './ScanProgress.tsx'
import { useDeploymentScan } from './use-deployment-scan.ts'

/** The deployments that name this component. Reading them starts when the tab is opened. */
export function UsedByTab({ name, version }: { name: string; version: string }) {
  const scan = useDeploymentScan(true)
  const view = useListView({ prefix: 'uses', facets: ['versions'] })
  const now = useServiceNow(60_000)
  const onlyThis = view.facets.versions === 'this'
  const uses = deploymentUses(scan.deployments, name, version)
  const columns = useMemo(() => columnsOf(version, now), [version, now])
  return (
    <SpaceBetween size="m">
      <ScanProgress scan={scan} />
      <ResourceList
        kind="deployment"
        plural="deployments"
        preferencesKey="component-uses"
        rows={uses}
        columns={columns}
        state={{
          phase: uses.length > 0 || scan.whole ? 'ready' : scan.failure ? 'failed' : 'loading',
          failure: scan.failure,
          retry: scan.retry,
          complete: scan.whole,
          asOf: scan.asOf,
          refreshing: scan.running,
        }}
        header={{
          title: 'Used by deployments',
          description: scan.whole
            ? `All ${scan.total} latest deployments of this account and Region were read. One that only brings it in as a dependency of another component is not listed.`
            : `${scan.read} of ${scan.total} latest deployments were read so far.`,
        }}
        {...listProps<DeploymentUse>(
          view,
          'Find by name, target or version',
          use => !onlyThis || use.version === version,
        )}
        extraFilters={
          <Toggle
            checked={onlyThis}
            onChange={({ detail }) => view.setFacet('versions', detail.checked ? 'this' : '')}
          >
            {`Only version ${version}`}
          </Toggle>
        }
        empty={{
          title: 'No deployment names it',
          hint: 'Deploy it to a thing group or a core device, and it shows here.',
          action: <NewDeploymentButton component={name} version={version} />,
        }}
        rowKey={use => use.deployment.id}
        rowLabel={use => titleOf(use.deployment)}
      />
      <Box color="text-body-secondary" fontSize="body-s">
        Devices keep what an earlier deployment installed until a later one takes it away, so a device can run
        it though no deployment here names it.
      </Box>
    </SpaceBetween>
  )
}

function columnsOf(version: string, now: number): ResourceColumn<DeploymentUse>[] {
  return [
    {
      id: 'name',
      header: 'Deployment',
      isRowHeader: true,
      minWidth: 180,
      sortBy: use => titleOf(use.deployment),
      cell: use => (
        <span className="component-anywhere">
          <RouteLink to={linkTo.deployment(use.deployment.id)}>{titleOf(use.deployment)}</RouteLink>
        </span>
      ),
    },
    {
      id: 'target',
      header: 'Target',
      minWidth: 150,
      sortBy: use => targetName(use.deployment.targetArn),
      cell: use => <span className="component-anywhere">{targetName(use.deployment.targetArn)}</span>,
    },
    {
      id: 'version',
      header: 'Version',
      minWidth: 140,
      sortBy: use => use.version,
      cell: use => (
        <span className="component-name">
          {use.version}
          {use.version === version ? <Badge color="blue">this one</Badge> : null}
        </span>
      ),
    },
    {
      id: 'status',
      header: 'Status',
      minWidth: 120,
      sortBy: use => serviceStateWords(use.deployment.status).text,
      cell: use => {
        const words = serviceStateWords(use.deployment.status)
        return <StatusIndicator type={words.type}>{words.text}</StatusIndicator>
      },
    },
    {
      id: 'created',
      header: 'Created',
      sortBy: use => use.deployment.created,
      cell: use => <Age at={use.deployment.created} now={now} />,
    },
  ]
}
