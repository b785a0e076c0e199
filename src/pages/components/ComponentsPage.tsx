import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ComponentScope, ComponentSummary } from '#src/domain/component.ts'
import { linkTo, paths } from '#src/paths.ts'
import { componentsQuery, componentVersionQuery } from '#src/queries/components.ts'
import { useConnection, useServiceNow } from '#src/queries/connection.tsx'
import { listProps } from '#src/ui/list/list-props.ts'
import { listStateOf } from '#src/ui/list/list-state.ts'
import { ResourceList } from '#src/ui/list/ResourceList.tsx'
import { useListView } from '#src/ui/list/use-list-view.ts'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { componentColumns } from './component-columns.tsx'
import { NewComponentButton } from './NewComponentButton.tsx'
import './components.css'

const noComponents: readonly ComponentSummary[] = []

const help = (
  <>
    <p>
      A component is software that Greengrass installs and runs: a recipe that says how, and artifacts it
      fetches. Versions never change; a change is always a new version.
    </p>
    <p>
      Your own components belong to this account and Region. AWS publishes more, which any account can deploy.
      A component of your own with the name of a public one takes its place in all your deployments.
    </p>
  </>
)

/** What can be deployed: the account's own components, and those that AWS publishes. */
export function ComponentsPage() {
  const [params, setParams] = useSearchParams()
  const scope: ComponentScope = params.get('scope') === 'public' ? 'PUBLIC' : 'PRIVATE'
  const choose = (id: string) => {
    const next = new URLSearchParams(params)
    if (id === 'public') next.set('scope', 'public')
    else next.delete('scope')
    next.delete('page')
    setParams(next, { replace: true })
  }
  const list = <ComponentList key={scope} scope={scope} onOtherScope={() => choose('public')} />
  return (
    <SpaceBetween size="l">
      <PageHeader
        title="Components"
        description="Software that deployments install on core devices, each with a recipe and its versions."
        actions={<NewComponentButton text="New component" primary />}
        help={help}
      />
      <Tabs
        ariaLabel="Whose components"
        activeTabId={scope.toLowerCase()}
        onChange={({ detail }) => choose(detail.activeTabId)}
        tabs={[
          { id: 'private', label: 'My components', content: scope === 'PRIVATE' ? list : null },
          { id: 'public', label: 'Public (AWS)', content: scope === 'PUBLIC' ? list : null },
        ]}
      />
    </SpaceBetween>
  )
}

function ComponentList({ scope, onOtherScope }: { scope: ComponentScope; onOtherScope(): void }) {
  const connection = useConnection()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const now = useServiceNow(60_000)
  const view = useListView({ sort: { columnId: 'name', descending: false } })
  const components = useQuery(componentsQuery(connection, scope))
  const columns = useMemo(
    () =>
      componentColumns(
        now,
        arn => cache.getQueryData(componentVersionQuery(connection, arn).queryKey)?.vendorGuidance ?? '',
      ),
    [now, cache, connection],
  )
  const isPrivate = scope === 'PRIVATE'
  return (
    <ResourceList
      kind="component"
      plural="components"
      preferencesKey="components"
      rows={components.data?.rows ?? noComponents}
      columns={columns}
      state={listStateOf(components)}
      header={{
        title: isPrivate ? 'My components' : 'Public components',
        description: isPrivate
          ? 'Belong to this account and Region.'
          : 'Published by AWS for every account. Deploy them as they are, or name them as dependencies.',
      }}
      {...listProps<ComponentSummary>(view, 'Find by name, version, publisher, platform or description')}
      empty={
        isPrivate
          ? {
              title: 'No components of your own yet',
              hint: 'Write a recipe, publish it as a first version, and deploy it. Components of AWS are under Public.',
              action: (
                <SpaceBetween size="xs" direction="horizontal">
                  <NewComponentButton
                    text="Write the first one"
                    to={`${paths.componentNew}?format=YAML`}
                    primary
                  />
                  <Button onClick={onOtherScope}>See public components</Button>
                </SpaceBetween>
              ),
            }
          : {
              title: 'No public components',
              hint: 'AWS publishes none in this Region, or the endpoint does not know them. Check the Region of the connection.',
              action: <Button href={paths.settings}>Look at the connection</Button>,
            }
      }
      rowKey={row => row.arn}
      rowLabel={row => row.name}
      onRowOpen={row => void navigate(linkTo.component(row.arn))}
    />
  )
}
