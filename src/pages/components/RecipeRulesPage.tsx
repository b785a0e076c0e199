import Button from '@cloudscape-design/components/button'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useMemo } from 'react'
import { paths } from '#src/paths.ts'
import { FacetSelect } from '#src/ui/list/FacetSelect.tsx'
import { listProps } from '#src/ui/list/list-props.ts'
import type { ResourceColumn } from '#src/ui/list/list-rows.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { type RuleRow, ruleRows } from './rule-rows.ts'
import './components.css'

const breadcrumbs = [{ text: 'Components', href: paths.components }]
const rows = ruleRows()

const looks: Record<RuleRow['severity'], { type: StatusIndicatorProps.Type; word: string }> = {
  error: { type: 'error', word: 'Error' },
  warning: { type: 'warning', word: 'Warning' },
  hint: { type: 'info', word: 'Hint' },
}
const refusers = { service: 'The service', device: 'The device', nobody: 'Nobody' } as const

const columns: ResourceColumn<RuleRow>[] = [
  {
    id: 'rule',
    header: 'Rule',
    isRowHeader: true,
    minWidth: 190,
    sortBy: row => row.id,
    cell: row => <code className="meadow-mono component-anywhere">{row.id}</code>,
  },
  {
    id: 'severity',
    header: 'Severity',
    minWidth: 110,
    sortBy: row => row.severity,
    cell: row => (
      <StatusIndicator type={looks[row.severity].type}>{looks[row.severity].word}</StatusIndicator>
    ),
  },
  {
    id: 'refused',
    header: 'Refused by',
    minWidth: 120,
    sortBy: row => refusers[row.refusedBy],
    cell: row => refusers[row.refusedBy],
  },
  {
    id: 'explanation',
    header: 'What it wants, and why',
    width: 520,
    minWidth: 300,
    text: row => row.explanation,
    cell: row => <span className="component-wrap">{row.explanation}</span>,
  },
  {
    id: 'link',
    header: 'Source',
    minWidth: 150,
    cell: row => (
      <Link external href={row.link} ariaLabel={`Documentation behind ${row.id}`}>
        Documentation
      </Link>
    ),
  },
]

/** Every rule that recipes are checked by. */
export function RecipeRulesPage() {
  const view = useListView({
    sort: { columnId: 'rule', descending: false },
    facets: ['severity', 'refusedBy'],
  })
  const { severity, refusedBy } = view.facets
  const match = useMemo(
    () => (row: RuleRow) =>
      (!severity || row.severity === severity) && (!refusedBy || row.refusedBy === refusedBy),
    [severity, refusedBy],
  )
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Recipe rules"
        breadcrumbs={breadcrumbs}
        description="What the editor checks while you type. An error is what the service or the device refuses; a warning will not do what it looks like; a hint is about other devices and tools."
      />
      <ResourceList
        kind="rule"
        plural="rules"
        preferencesKey="recipe-rules"
        rows={rows}
        columns={columns}
        state={{ phase: 'ready', retry: () => undefined, complete: true, asOf: null, refreshing: false }}
        header={{
          title: 'Rules',
          description: 'The same rules run on files: npm run recipes:check -- FILES',
        }}
        {...listProps<RuleRow>(view, 'Find by id or words', match)}
        extraFilters={
          <>
            <FacetSelect
              label="Severity"
              any="Any severity"
              value={severity}
              options={[
                { value: 'error', label: 'Error' },
                { value: 'warning', label: 'Warning' },
                { value: 'hint', label: 'Hint' },
              ]}
              onChange={value => view.setFacet('severity', value)}
            />
            <FacetSelect
              label="Refused by"
              any="Anybody or nobody"
              value={refusedBy}
              options={(['service', 'device', 'nobody'] as const).map(value => ({
                value,
                label: refusers[value],
              }))}
              onChange={value => view.setFacet('refusedBy', value)}
            />
          </>
        }
        empty={{
          title: 'No rules',
          hint: 'Recipes are not checked.',
          action: <Button href={paths.components}>All components</Button>,
        }}
        rowKey={row => row.id}
        rowLabel={row => row.id}
      />
    </SpaceBetween>
  )
}
