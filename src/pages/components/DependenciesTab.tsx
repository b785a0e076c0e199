import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table from '@cloudscape-design/components/table'
import type { RecipeDependency } from '#src/domain/recipe/recipe.ts'
import { linkTo } from '#src/paths.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { type DependencySupply, supplyOf } from './dependency-supply.ts'
import { GuidanceBadge } from '#src/ui/status/GuidanceBadge.tsx'
import { RecipePart } from './RecipePart.tsx'
import type { VersionRecipe } from './use-recipe.ts'
import { useSupply } from './use-supply.ts'
import { useVendorGuidance } from '#src/queries/vendor-guidance.ts'

/** What else a device has to run for this, and whether the account or AWS has it. */
export function DependenciesTab({ recipe }: { recipe: VersionRecipe }) {
  return (
    <RecipePart
      title="Dependencies"
      description="A device installs the newest version that every requirement on it allows, which may be a newer one at the next deployment."
      counter={({ dependencies }) => `(${dependencies.length})`}
      recipe={recipe}
    >
      {({ dependencies }) =>
        dependencies.length === 0 ? (
          <Box color="text-body-secondary">It needs no other component.</Box>
        ) : (
          <DependencyTable dependencies={dependencies} />
        )
      }
    </RecipePart>
  )
}

function DependencyTable({ dependencies }: { dependencies: readonly RecipeDependency[] }) {
  const { supply, failure, retry } = useSupply(dependencies)
  const rows = dependencies.map(dependency => ({ dependency, found: supplyOf(dependency, supply) }))
  // Versions of one's own have no vendor.
  const guidance = useVendorGuidance(
    rows.flatMap(({ found }) =>
      found.state === 'met' && found.owner === 'public' ? [`${found.arn}:versions:${found.version}`] : [],
    ),
  )
  return (
    <>
      {failure ? (
        <FailureAlert failure={failure} retry={retry} title="Where they come from is not known" />
      ) : null}
      <Table
        variant="borderless"
        items={rows}
        trackBy={row => row.dependency.name}
        ariaLabels={{ tableLabel: 'Dependencies' }}
        wrapLines
        columnDefinitions={[
          {
            id: 'name',
            header: 'Component',
            isRowHeader: true,
            minWidth: 200,
            cell: ({ dependency, found }) => (
              <span className="component-anywhere">
                {'arn' in found ? (
                  <RouteLink
                    to={linkTo.component(found.arn, found.state === 'met' ? found.version : undefined)}
                  >
                    {dependency.name}
                  </RouteLink>
                ) : (
                  dependency.name
                )}
              </span>
            ),
          },
          {
            id: 'requirement',
            header: 'Requirement',
            minWidth: 120,
            cell: ({ dependency }) => <code className="meadow-mono">{dependency.requirement || 'any'}</code>,
          },
          {
            id: 'type',
            header: 'Type',
            minWidth: 90,
            cell: ({ dependency }) => (
              <Badge color={dependency.type === 'HARD' ? 'blue' : 'grey'}>
                {dependency.type === 'HARD' ? 'Hard' : 'Soft'}
              </Badge>
            ),
          },
          {
            id: 'supply',
            header: 'Where from',
            minWidth: 220,
            cell: ({ found }) => (
              <>
                <Supply found={found} />
                {found.state === 'met' ? (
                  <GuidanceBadge
                    guidance={guidance.get(`${found.arn}:versions:${found.version}`)?.guidance}
                  />
                ) : null}
              </>
            ),
          },
        ]}
      />
      <Box color="text-body-secondary" fontSize="body-s">
        Hard: this component restarts when the other one does. Soft: the other one must only be there at the
        start.
      </Box>
    </>
  )
}

function Supply({ found }: { found: DependencySupply }) {
  switch (found.state) {
    case 'met':
      return (
        <>
          <StatusIndicator type="success">
            {`${found.version}, ${found.owner === 'private' ? 'your own' : 'of AWS'}`}
          </StatusIndicator>
          {found.shadowsPublic ? (
            <Box fontSize="body-s" color="text-body-secondary">
              Your own takes the place of the public one of this name.
            </Box>
          ) : null}
        </>
      )
    case 'unmet':
      return (
        <StatusIndicator type="error">{`No version fits; the newest is ${found.latest}`}</StatusIndicator>
      )
    case 'missing':
      return (
        <>
          <StatusIndicator type="error">Not found</StatusIndicator>
          <Box fontSize="body-s" color="text-body-secondary">
            Neither this account nor AWS has it here, so deployments fail.
          </Box>
        </>
      )
    case 'look':
      return <StatusIndicator type="loading">Looking at older versions</StatusIndicator>
    case 'unknown':
      return <StatusIndicator type="pending">Not looked up yet</StatusIndicator>
  }
}
