import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ComponentComparison, RevisionComparison } from '#src/domain/deployment-history.ts'
import { changeWords } from '../ChangeList.tsx'
import { KeyChanges } from './KeyChanges.tsx'
import './history.css'

/** What lies between two revisions: components with their configuration, rollout, policies, tags. */
export function ComparisonView({ comparison }: { comparison: RevisionComparison }) {
  const { components, rollout, policies, tags, name, parent, same } = comparison
  const changed = components.filter(component => component.change !== 'unchanged')
  if (same) return <Box color="text-body-secondary">The two say the same.</Box>
  return (
    <SpaceBetween size="m">
      {name ? (
        <div>
          Name: <del>{name.before || 'none'}</del> → <ins>{name.after || 'none'}</ins>
        </div>
      ) : null}
      {parent ? (
        <div>
          Parent: <del>{parent.before ?? 'none'}</del> → <ins>{parent.after ?? 'none'}</ins>
        </div>
      ) : null}
      {changed.length > 0 ? (
        <ul className="meadow-changes" aria-label="Changes to components">
          {changed.map(component => (
            <Component key={component.name} component={component} />
          ))}
        </ul>
      ) : (
        <Box color="text-body-secondary">The components are the same.</Box>
      )}
      <Part title="Rollout" changes={rollout} />
      <Part title="Policies" changes={policies} />
      <Part title="Tags" changes={tags} />
    </SpaceBetween>
  )
}

function Part({ title, changes }: { title: string; changes: RevisionComparison['rollout'] }) {
  if (changes.length === 0) return null
  return (
    <div>
      <Box variant="h4">{title}</Box>
      <KeyChanges changes={changes} label={`Changes to ${title.toLowerCase()}`} />
    </div>
  )
}

function Component({ component }: { component: ComponentComparison }) {
  const { name, change, from, to, merge, resetAdded, resetRemoved, runWith } = component
  const word = changeWords[change]
  const settings = [
    ...merge,
    ...resetAdded.map(pointer => ({ pointer: `reset ${pointer || 'everything'}`, change: 'added' as const })),
    ...resetRemoved.map(pointer => ({
      pointer: `reset ${pointer || 'everything'}`,
      change: 'removed' as const,
    })),
    ...runWith,
  ].map(entry => ({ before: undefined, after: undefined, ...entry }))
  return (
    <li className={`meadow-change meadow-change-${change}`}>
      <Badge color={word.color}>{word.text}</Badge>
      <div className="meadow-change-what">
        <strong>{name}</strong>
        {settings.length > 0 ? (
          <KeyChanges changes={settings} label={`Changes to the settings of ${name}`} />
        ) : null}
      </div>
      <span className="meadow-change-versions">
        {from && to && from !== to ? `${from} → ${to}` : (to ?? from ?? '')}
      </span>
    </li>
  )
}
