import Badge, { type BadgeProps } from '@cloudscape-design/components/badge'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { ComponentDeployment } from '#src/domain/deployment.ts'
import {
  type ComponentChange,
  type ComponentDifference,
  diffComponents,
} from '#src/domain/deployment-diff.ts'
import { CodeBlock } from './CodeBlock.tsx'
import './deployments.css'

/** How each kind of change is called and coloured. */
export const changeWords: Record<ComponentChange, { text: string; color: NonNullable<BadgeProps['color']> }> =
  {
    uninstalled: { text: 'Uninstalled', color: 'red' },
    downgraded: { text: 'Downgraded', color: 'severity-medium' },
    updated: { text: 'Updated', color: 'blue' },
    added: { text: 'Added', color: 'green' },
    reconfigured: { text: 'Reconfigured', color: 'severity-low' },
    unchanged: { text: 'Unchanged', color: 'grey' },
  }

type Components = Readonly<Record<string, ComponentDeployment>>

interface ChangeListProps {
  before: Components
  after: Components
  label: string
}

/** What one revision does to another's components, weightiest first. */
export function ChangeList({ before, after, label }: ChangeListProps) {
  const changes = diffComponents(before, after)
  return (
    <ul className="meadow-changes" aria-label={label}>
      {changes.map(change => (
        <li key={change.name} className={`meadow-change meadow-change-${change.change}`}>
          <Badge color={changeWords[change.change].color}>{changeWords[change.change].text}</Badge>
          <div className="meadow-change-what">
            <strong>{change.name}</strong>
            {change.settingsChanged ? (
              <ExpandableSection headerText="Settings differ" variant="footer">
                <div className="meadow-pair">
                  <Settings title="Before" component={before[change.name]} />
                  <Settings title="After" component={after[change.name]} />
                </div>
              </ExpandableSection>
            ) : null}
          </div>
          <span className="meadow-change-versions">{versions(change)}</span>
        </li>
      ))}
    </ul>
  )
}

function versions({ from, to }: ComponentDifference): string {
  if (from && to && from !== to) return `${from} → ${to}`
  return to ?? from ?? ''
}

function Settings({ title, component }: { title: string; component: ComponentDeployment | undefined }) {
  const lines = component ? settingsLines(component) : []
  return (
    <div>
      <div className="meadow-soft">{title}</div>
      <CodeBlock text={lines.length > 0 ? lines.join('\n') : 'Nothing beyond its recipe'} label={title} />
    </div>
  )
}

/** The settings of a component in a deployment, for reading. */
export function settingsLines(component: ComponentDeployment): string[] {
  const { configurationUpdate, runWith } = component
  return [
    configurationUpdate?.merge ? `merge ${readable(configurationUpdate.merge)}` : '',
    configurationUpdate?.reset?.length
      ? `reset ${configurationUpdate.reset.map(pointer => pointer || 'everything').join(', ')}`
      : '',
    runWith?.posixUser ? `Linux user ${runWith.posixUser}` : '',
    runWith?.windowsUser ? `Windows user ${runWith.windowsUser}` : '',
    runWith?.systemResourceLimits?.memory === undefined
      ? ''
      : `memory limit ${runWith.systemResourceLimits.memory} KB`,
    runWith?.systemResourceLimits?.cpus === undefined ? '' : `CPU limit ${runWith.systemResourceLimits.cpus}`,
  ].filter(Boolean)
}

function readable(merge: string): string {
  try {
    return JSON.stringify(JSON.parse(merge), null, 2)
  } catch {
    return merge
  }
}
