import Badge from '@cloudscape-design/components/badge'
import Button from '@cloudscape-design/components/button'
import { useMemo } from 'react'
import type { ComponentVersionSummary } from '#src/domain/component.ts'
import { linkTo, paths } from '#src/paths.ts'
import { listProps } from '#src/ui/list/list-props.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { listStateOfAnswer } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { GuidanceBadge } from '#src/ui/status/GuidanceBadge.tsx'
import { useVersionsGuidance } from '#src/queries/vendor-guidance.ts'

interface VersionsTabProps {
  arn: string
  /** Newest first. */
  versions: readonly ComponentVersionSummary[]
  query: Parameters<typeof listStateOfAnswer>[0]
  shown: string
  isPublic: boolean
}

/** All versions, newest first. */
export function VersionsTab({ arn, versions, query, shown, isPublic }: VersionsTabProps) {
  const view = useListView({ prefix: 'versions' })
  const newest = versions[0]?.version
  const guidance = useVersionsGuidance(versions, isPublic)
  const columns = useMemo<ResourceColumn<ComponentVersionSummary>[]>(
    () => [
      {
        id: 'version',
        header: 'Version',
        isRowHeader: true,
        text: row => row.version,
        cell: row => (
          <span className="component-name">
            <RouteLink to={linkTo.component(arn, row.version)}>{row.version}</RouteLink>
            {row.version === newest ? <Badge color="green">Newest</Badge> : null}
            {row.version === shown ? <Badge>On view</Badge> : null}
            <GuidanceBadge guidance={guidance.get(row.arn)?.guidance} />
          </span>
        ),
      },
      {
        id: 'arn',
        header: 'ARN',
        text: row => row.arn,
        cell: row => <span className="component-artifact-uri">{row.arn}</span>,
      },
    ],
    [arn, newest, shown, guidance],
  )
  return (
    <ResourceList
      kind="version"
      plural="versions"
      rows={versions}
      columns={columns}
      state={listStateOfAnswer(query)}
      header={{ title: 'Versions', description: 'A version never changes once it is published.' }}
      {...listProps<ComponentVersionSummary>(view, 'Find a version')}
      empty={{
        title: 'No versions',
        hint: 'Every version of this component was deleted.',
        action: <Button href={paths.components}>All components</Button>,
      }}
      rowKey={row => row.arn}
      rowLabel={row => row.version}
    />
  )
}
