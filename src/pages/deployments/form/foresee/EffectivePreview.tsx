import Alert from '@cloudscape-design/components/alert'
import Badge from '@cloudscape-design/components/badge'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import type {
  ConfigurationSource,
  EffectiveConfiguration,
  EffectiveKey,
} from '#src/domain/effective-configuration.ts'
import { CodeBlock } from '../../CodeBlock.tsx'
import type { ForeseenConfiguration } from './use-effective-configuration.ts'

interface EffectivePreviewProps {
  name: string
  foreseen: ForeseenConfiguration
}

/** What the component will be configured with, key by key, and where each value comes from. */
export function EffectivePreview({ name, foreseen }: EffectivePreviewProps) {
  const [kind, setKind] = useState<'revised' | 'fresh'>('revised')
  const { phase, revised, fresh, hasDefaults } = foreseen
  const onRevised = revised !== null && kind === 'revised'
  return (
    <section className="meadow-preview" aria-label={`Resulting configuration of ${name}`}>
      <SpaceBetween size="s">
        <h3>{revised || phase !== 'ready' ? 'What it comes to' : 'On a device that is new to it'}</h3>
        {revised ? (
          <SegmentedControl
            label="On which devices"
            selectedId={kind}
            options={[
              { id: 'revised', text: 'Devices that have it' },
              { id: 'fresh', text: 'Devices new to it' },
            ]}
            onChange={({ detail }) => setKind(detail.selectedId === 'fresh' ? 'fresh' : 'revised')}
          />
        ) : null}
        {phase === 'ready' ? (
          <Effective name={name} effective={onRevised ? revised : fresh} />
        ) : (
          <p>
            {phase === 'reading'
              ? 'Reading the recipe…'
              : 'The recipe could not be read, so its defaults are not known.'}
          </p>
        )}
        <p>{footnote(onRevised, hasDefaults)}</p>
      </SpaceBetween>
    </section>
  )
}

function footnote(onRevised: boolean, hasDefaults: boolean): string {
  if (onRevised)
    return 'Starting from what the target’s revision gives a device that was new to it then. Values that a device has stay unless they are reset or merged over: new defaults only fill gaps.'
  return hasDefaults
    ? 'The recipe’s defaults with your changes on top. A device that already has the component keeps the values it has: new defaults only fill gaps.'
    : 'Your changes. The recipe declares no defaults, or they are not known.'
}

function Effective({ name, effective }: { name: string; effective: EffectiveConfiguration }) {
  const { keys, passedOver, result } = effective
  return (
    <SpaceBetween size="s">
      {passedOver.length > 0 ? (
        <Alert type="warning" header="New defaults that devices do not take">
          <ul className="meadow-foreseen" aria-label="Defaults passed over">
            {passedOver.map(({ pointer, message }) => (
              <li key={pointer}>{message}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      {keys.length > 0 ? (
        <ul className="meadow-keys" aria-label={`Keys of ${name}`}>
          {keys.toSorted(changedFirst).map(key => (
            <Key key={key.pointer} effective={key} />
          ))}
        </ul>
      ) : (
        <p>No configuration.</p>
      )}
      <ExpandableSection variant="footer" headerText="As a document">
        <CodeBlock text={JSON.stringify(result, null, 2)} label="Resulting configuration" />
      </ExpandableSection>
    </SpaceBetween>
  )
}

const changedFirst = (a: EffectiveKey, b: EffectiveKey) =>
  Number(a.change === 'same') - Number(b.change === 'same')

const sources: Record<
  ConfigurationSource,
  { text: string; color: 'blue' | 'grey' | 'green' | 'severity-low' | 'red' }
> = {
  default: { text: 'Default', color: 'grey' },
  merge: { text: 'Merge', color: 'blue' },
  'reset-to-default': { text: 'Reset to default', color: 'severity-low' },
  existing: { text: 'Kept', color: 'green' },
  removed: { text: 'Reset away', color: 'red' },
}

function Key({
  effective: { pointer, source, change, before, after, replacesList },
}: {
  effective: EffectiveKey
}) {
  return (
    <li className="meadow-key">
      <div>
        <code>{pointer || 'The whole configuration'}</code>
        <div className="meadow-key-value">
          {change === 'changed' || change === 'removed' ? <del>{valueText(before)}</del> : null}{' '}
          {change === 'removed' ? null : <span>{valueText(after)}</span>}
        </div>
        {replacesList ? <div className="meadow-soft meadow-small">The list is replaced whole.</div> : null}
      </div>
      <Badge color={sources[source].color}>{sources[source].text}</Badge>
    </li>
  )
}

const longest = 300

function valueText(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
