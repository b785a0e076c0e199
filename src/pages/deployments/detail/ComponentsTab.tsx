import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import type { Deployment } from '#src/domain/deployment.ts'
import { linkTo } from '#src/paths.ts'
import { useVendorGuidance } from '#src/queries/vendor-guidance.ts'
import { useCatalogue } from '../form/use-catalogue.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { GuidanceBadge } from '#src/ui/status/GuidanceBadge.tsx'
import { settingsLines } from '../ChangeList.tsx'
import { CodeBlock } from '../CodeBlock.tsx'

/** What the deployment puts on its devices, and how each component is told to behave. */
export function ComponentsTab({ deployment }: { deployment: Deployment }) {
  const catalogue = useCatalogue()
  const entries = Object.entries(deployment.components).sort(([a], [b]) => a.localeCompare(b))
  const versionArn = (name: string, version: string) => {
    const known = catalogue.byName.get(name)
    return known?.scope === 'PUBLIC' ? `${known.arn}:versions:${version}` : ''
  }
  const guidance = useVendorGuidance(
    entries.flatMap(([name, { componentVersion }]) => versionArn(name, componentVersion) || []),
  )
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${entries.length})`}
          description="Named in the deployment. Devices also get what these depend on."
        >
          Components
        </Header>
      }
    >
      {entries.length === 0 ? (
        <Box color="text-body-secondary">
          It names no components: what an earlier revision brought is uninstalled.
        </Box>
      ) : (
        <ul className="meadow-changes" aria-label="Components of this deployment">
          {entries.map(([name, component]) => {
            const lines = settingsLines(component)
            const arn = catalogue.byName.get(name)?.arn
            return (
              <li key={name} className="meadow-component">
                <div className="meadow-change-what">
                  {arn ? (
                    <RouteLink to={linkTo.component(arn, component.componentVersion)}>{name}</RouteLink>
                  ) : (
                    <strong>{name}</strong>
                  )}
                  {lines.length > 0 ? (
                    <ExpandableSection
                      headerText="Settings"
                      variant="footer"
                      defaultExpanded={entries.length <= 3}
                    >
                      <CodeBlock text={lines.join('\n')} label={`Settings of ${name}`} />
                    </ExpandableSection>
                  ) : (
                    <div className="meadow-soft meadow-small">As its recipe says</div>
                  )}
                </div>
                <span className="meadow-change-versions">
                  {component.componentVersion}{' '}
                  <GuidanceBadge
                    guidance={guidance.get(versionArn(name, component.componentVersion))?.guidance}
                  />
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Container>
  )
}
