import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { memo, useMemo } from 'react'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { linkTo } from '#src/paths.ts'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { GuidanceBadge } from '#src/ui/status/GuidanceBadge.tsx'
import type { Guidance } from '#src/queries/vendor-guidance.ts'
import { DependencyLines } from './DependencyLines.tsx'
import { type DependencyNode, dependencyPicture } from './dependency-picture.ts'
import type { TryDevice } from './platform-presets.ts'
import type { RecipeForecast } from './use-known-components.ts'

interface DependencyPanelProps {
  recipe: Recipe | null
  forecast: RecipeForecast | null
  device: TryDevice
  /** By version ARN. */
  guidance: ReadonlyMap<string, Guidance>
}

/** The components that a device would have to install with this one, in which versions, and who asks for them. */
export const DependencyPanel = memo(function DependencyPanel(props: DependencyPanelProps) {
  const { recipe, forecast, device, guidance } = props
  const picture = useMemo(
    () => (recipe && forecast ? dependencyPicture(recipe, forecast) : null),
    [recipe, forecast],
  )
  const others = (picture?.nodes.length ?? 1) - 1
  return (
    <section aria-label="Dependencies" className="bench-panel">
      <Box variant="h2" padding="n">
        Dependencies
      </Box>
      <SpaceBetween size="s">
        <Box color="text-body-secondary" fontSize="body-s">
          {`What ${device.label} would install with it today: the newest versions that all requirements allow.`}
        </Box>
        {forecast?.catalogue.failure ? (
          <FailureAlert
            title="Not everything could be looked up"
            failure={forecast.catalogue.failure}
            retry={forecast.catalogue.retry}
          />
        ) : null}
        <Coverage forecast={forecast} />
        {picture ? (
          others === 0 ? (
            <Box color="text-body-secondary">It needs no other component.</Box>
          ) : (
            <div className="bench-graph">
              <DependencyLines picture={picture} />
              <ol aria-label="Components it would install">
                {picture.nodes.map((node, index) => (
                  <Row
                    key={node.name}
                    node={node}
                    own={index === 0}
                    guidance={guidance.get(`${node.arn}:versions:${node.version}`)?.guidance}
                  />
                ))}
              </ol>
            </div>
          )
        ) : (
          <Box color="text-body-secondary">As soon as the recipe has a name, they show here.</Box>
        )}
        {picture && picture.elsewhere.length > 0
          ? picture.elsewhere.map(message => (
              <StatusIndicator key={message} type="error">
                {message}
              </StatusIndicator>
            ))
          : null}
      </SpaceBetween>
    </section>
  )
})

function Coverage({ forecast }: { forecast: RecipeForecast | null }) {
  if (!forecast || forecast.catalogue.failure) return null
  if (!forecast.catalogue.complete)
    return (
      <StatusIndicator type="loading">
        {`Reading the lists of components (${forecast.catalogue.byName.size} so far)`}
      </StatusIndicator>
    )
  if (!forecast.complete)
    return <StatusIndicator type="loading">Reading versions and their recipes</StatusIndicator>
  return null
}

function Row({ node, own, guidance }: { node: DependencyNode; own: boolean; guidance: string | undefined }) {
  return (
    <li className="bench-graph-row" data-problem={node.problem !== null}>
      <div className="bench-graph-name" title={node.name}>
        {node.arn && !own ? (
          <RouteLink to={linkTo.component(node.arn, node.version ?? undefined)}>{node.name}</RouteLink>
        ) : (
          <span>{node.name}</span>
        )}
      </div>
      <div className="bench-graph-facts" title={node.why}>
        {node.problem ? (
          <StatusIndicator type="error">{node.problem}</StatusIndicator>
        ) : (
          <>
            <span className="bench-graph-version">{node.version ?? '…'}</span>
            <span>{own ? 'this recipe' : node.why}</span>
            <GuidanceBadge guidance={guidance} />
          </>
        )}
      </div>
    </li>
  )
}
