import type { ComponentSummary } from '#src/domain/component.ts'
import { linkTo } from '#src/paths.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { GuidanceBadge } from '#src/ui/status/GuidanceBadge.tsx'
import { platformSummary } from './platform-summary.ts'

/** `guidance` gives the vendor's word on a version where it is already known, and never asks for it. */
export function componentColumns(
  now: number,
  guidance: (versionArn: string) => string,
): ResourceColumn<ComponentSummary>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      isRowHeader: true,
      width: 460,
      minWidth: 260,
      sortBy: row => row.name,
      text: row => `${row.name} ${row.description}`,
      cell: row => (
        <div className="component-row">
          <span className="component-name">
            <RouteLink to={linkTo.component(row.arn)}>{row.name}</RouteLink>
            <GuidanceBadge guidance={guidance(row.latestVersionArn)} />
          </span>
          {row.description ? <span className="component-description">{row.description}</span> : null}
        </div>
      ),
    },
    {
      id: 'version',
      header: 'Latest version',
      minWidth: 130,
      sortBy: row => row.latestVersion,
      cell: row => (
        <RouteLink to={linkTo.component(row.arn, row.latestVersion)} quiet>
          {row.latestVersion}
        </RouteLink>
      ),
    },
    {
      id: 'platforms',
      header: 'Platforms',
      minWidth: 150,
      sortBy: row => platformSummary(row.platforms),
      cell: row => <span className="component-wrap">{platformSummary(row.platforms) || '–'}</span>,
    },
    {
      id: 'publisher',
      header: 'Publisher',
      minWidth: 130,
      sortBy: row => row.publisher,
      cell: row => row.publisher || <span className="meadow-soft">not given</span>,
    },
    {
      id: 'created',
      header: 'Latest created',
      minWidth: 130,
      sortBy: row => row.created,
      cell: row => <Age at={row.created} now={now} />,
    },
  ]
}
