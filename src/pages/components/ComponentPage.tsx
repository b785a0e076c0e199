import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { parseComponentArn } from '#src/domain/arn.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { linkTo, paths } from '#src/paths.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { FailurePage } from '#src/ui/failure/FailurePage.tsx'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { useSavedSetting } from '#src/ui/saved-setting.ts'
import { ComponentState } from '#src/ui/status/ComponentState.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { ConfigurationTab } from './ConfigurationTab.tsx'
import { ChangesTab } from './ChangesTab.tsx'
import { ComponentTags } from './ComponentTags.tsx'
import { DeleteVersionDialog } from './DeleteVersionDialog.tsx'
import { DependenciesTab } from './DependenciesTab.tsx'
import { deployReason } from './deploy-reason.ts'
import { ManifestsTab } from './ManifestsTab.tsx'
import { NewComponentButton } from './NewComponentButton.tsx'
import { NewDeploymentButton } from './NewDeploymentButton.tsx'
import { RecipeTab } from './RecipeTab.tsx'
import { UsedByTab } from './UsedByTab.tsx'
import { useComponentVersion } from './use-component-version.ts'
import { useRecipe } from './use-recipe.ts'
import { VendorGuidance } from './VendorGuidance.tsx'
import { VersionSelect } from './VersionSelect.tsx'
import { VersionsTab } from './VersionsTab.tsx'
import { VersionSummary } from './VersionSummary.tsx'
import './components.css'

const tabIds = [
  'recipe',
  'dependencies',
  'platforms',
  'configuration',
  'versions',
  'changes',
  'deployments',
  'tags',
]
const breadcrumbs = [{ text: 'Components', href: paths.components }]
const isFormat = (value: unknown): value is RecipeFormat => value === 'JSON' || value === 'YAML'

/** One component: its versions, and all that is known of the one on view. */
export function ComponentPage() {
  const { arn = '' } = useParams()
  const parsed = parseComponentArn(arn)
  const [params, setParams] = useSearchParams()
  const readOnly = useReadOnlyReason()
  const [format, setFormat] = useSavedSetting<RecipeFormat>('recipe-format', 'YAML', isFormat)
  const [deleting, setDeleting] = useState(false)
  const { versions, sorted, versionArn, version } = useComponentVersion(arn, params.get('version'))
  const recipe = useRecipe(version.data ? versionArn : null, format)
  const name = parsed?.name ?? arn
  const isPublic = parsed?.account === 'aws'

  if (versions.error && !versions.data)
    return (
      <FailurePage
        failure={versions.error}
        title={name}
        breadcrumbs={breadcrumbs}
        retry={versions.refetch}
        back={{ text: 'All components', href: paths.components }}
      />
    )

  const show = (change: { version?: string; tab?: string }) => {
    const next = new URLSearchParams(params)
    for (const [key, value] of Object.entries(change)) next.set(key, value)
    setParams(next, { replace: true, preventScrollReset: true })
  }
  const data = version.data
  const shown = data?.version ?? params.get('version') ?? ''
  const asked = params.get('tab') ?? ''
  const ofAws = isPublic ? 'This component belongs to AWS; only its publisher can change it.' : undefined
  // A version that is not there has nothing to show but the way to those that are.
  const lost = version.error !== null && !data
  const empty = versions.data?.length === 0 && !params.get('version')

  const all = <VersionsTab arn={arn} versions={sorted} query={versions} shown={shown} isPublic={isPublic} />
  return (
    <SpaceBetween size="l">
      <PageHeader
        title={name}
        breadcrumbs={breadcrumbs}
        badge={
          data ? <ComponentState state={data.state} /> : versionArn && !version.error ? <Spinner /> : null
        }
        description={data?.description || undefined}
        actions={
          <div className="component-actions">
            <VersionSelect
              versions={sorted}
              loaded={versions.data !== undefined}
              shown={shown}
              isPublic={isPublic}
              onChange={version => show({ version })}
            />
            <WriteButton
              disabledReason={readOnly ?? ofAws ?? (data ? undefined : 'The version is not loaded')}
              onClick={() => setDeleting(true)}
            >
              Delete version
            </WriteButton>
            <NewComponentButton
              text="New version"
              to={versionArn ? linkTo.componentNewFrom(versionArn) : paths.componentNew}
              disabledReason={ofAws ?? (data ? undefined : 'There is no version to start from')}
            />
            <NewDeploymentButton
              component={name}
              version={shown}
              text="Deploy"
              primary
              disabledReason={deployReason(data)}
            />
          </div>
        }
      />
      {versions.error ? <FailureAlert failure={versions.error} retry={versions.refetch} /> : null}
      {empty ? (
        <Alert
          type="info"
          header="No versions"
          action={<Button href={paths.components}>All components</Button>}
        >
          This component has no versions any more. Its name is free for a new one.
        </Alert>
      ) : null}
      {lost ? (
        <FailureAlert
          title={`Version ${shown} cannot be shown`}
          failure={version.error}
          retry={version.refetch}
        />
      ) : null}
      {data ? <VendorGuidance version={data} /> : null}
      {versionArn && !lost ? <VersionSummary version={data} arn={versionArn} isPublic={isPublic} /> : null}
      {lost ? all : null}
      {versionArn && !lost ? (
        <Tabs
          ariaLabel={`About ${name} ${shown}`}
          activeTabId={tabIds.includes(asked) ? asked : 'recipe'}
          onChange={({ detail }) => show({ tab: detail.activeTabId })}
          tabs={[
            {
              id: 'recipe',
              label: 'Recipe',
              content: (
                <RecipeTab name={name} version={shown} recipe={recipe} format={format} onFormat={setFormat} />
              ),
            },
            { id: 'dependencies', label: 'Dependencies', content: <DependenciesTab recipe={recipe} /> },
            {
              id: 'platforms',
              label: 'Platforms and artifacts',
              content: <ManifestsTab recipe={recipe} errors={data?.errors ?? {}} />,
            },
            {
              id: 'configuration',
              label: 'Default configuration',
              content: <ConfigurationTab recipe={recipe} />,
            },
            {
              id: 'versions',
              label: `Versions${versions.data ? ` (${sorted.length})` : ''}`,
              content: all,
            },
            {
              id: 'changes',
              label: 'Changes',
              content: (
                <ChangesTab
                  arn={arn}
                  versions={sorted.map(row => row.version)}
                  shown={shown}
                  format={format}
                  onFormat={setFormat}
                />
              ),
            },
            { id: 'deployments', label: 'Used by', content: <UsedByTab name={name} version={shown} /> },
            {
              id: 'tags',
              label: 'Tags',
              content: <ComponentTags version={data} readOnlyReason={readOnly ?? ofAws} />,
            },
          ]}
        />
      ) : null}
      {data ? (
        <DeleteVersionDialog
          visible={deleting}
          arn={arn}
          version={data}
          others={sorted.filter(row => row.version !== data.version).map(row => row.version)}
          onDismiss={() => setDeleting(false)}
        />
      ) : null}
    </SpaceBetween>
  )
}
