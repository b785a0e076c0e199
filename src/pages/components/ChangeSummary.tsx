import Badge from '@cloudscape-design/components/badge'
import Box from '@cloudscape-design/components/box'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type {
  ChangeKind,
  ConfigurationChange,
  ManifestChange,
  RecipeDiff,
} from '#src/domain/recipe/recipe-diff.ts'
import './change-summary.css'

/** What a device would notice of the change from one recipe to another. */
export function ChangeSummary({ diff }: { diff: RecipeDiff }) {
  const unreached = diff.configuration.filter(change => !change.reachesDevices)
  return (
    <section className="change-summary" aria-label="What changes on a device">
      <h3>What changes on a device</h3>
      {diff.name ? (
        <StatusIndicator type="warning">
          {`Another component: ${diff.name.before} becomes ${diff.name.after}`}
        </StatusIndicator>
      ) : null}
      {diff.version.direction === 'older' ? (
        <StatusIndicator type="warning">
          {`${diff.version.after} is older than ${diff.version.before}: a deployment of it takes devices back`}
        </StatusIndicator>
      ) : null}
      {diff.same ? (
        <Box color="text-body-secondary">
          Nothing: only the version number, words or the layout of the text differ.
        </Box>
      ) : null}
      {diff.dependencies.length > 0 ? (
        <Part title="Dependencies">
          {diff.dependencies.map(({ name, change, before, after }) => (
            <li key={name}>
              <Kind change={change} />
              <code className="component-artifact-uri">{name}</code>
              <Turn
                before={before ? `${before.requirement || 'any'}${softly(before.type)}` : ''}
                after={after ? `${after.requirement || 'any'}${softly(after.type)}` : ''}
              />
            </li>
          ))}
        </Part>
      ) : null}
      {diff.configuration.length > 0 ? (
        <Part title="Default configuration">
          {diff.configuration.map(change => (
            <ConfigurationItem key={change.pointer} change={change} />
          ))}
        </Part>
      ) : null}
      {unreached.length > 0 ? (
        <Box fontSize="body-s">
          <StatusIndicator type="warning">
            {unreached.length === 1
              ? 'One default will not reach devices that have the old version'
              : `${unreached.length} defaults will not reach devices that have the old version`}
          </StatusIndicator>
          <div className="meadow-soft">
            A device keeps the values it has. To bring a new default there, name its key under Reset in the
            deployment, or merge the value.
          </div>
        </Box>
      ) : null}
      {diff.manifests.map(manifest => (
        <ManifestPart key={`${manifest.label} ${manifest.before} ${manifest.after}`} manifest={manifest} />
      ))}
      {diff.details.length > 0 ? (
        <Part title="Words only">
          {diff.details.map(({ field, before, after }) => (
            <li key={field}>
              <Kind change="changed" />
              {field}
              <Turn before={before} after={after} />
            </li>
          ))}
        </Part>
      ) : null}
    </section>
  )
}

const softly = (type: string) => (type === 'SOFT' ? ', soft' : '')

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div>
      <h4>{title}</h4>
      <ul>{children}</ul>
    </div>
  )
}

const kinds = {
  added: { color: 'green', word: 'Added' },
  removed: { color: 'red', word: 'Removed' },
  changed: { color: 'blue', word: 'Changed' },
} as const

function Kind({ change }: { change: ChangeKind }) {
  return <Badge color={kinds[change].color}>{kinds[change].word}</Badge>
}

/** From what to what; one of both may be missing. */
function Turn({ before, after }: { before: string; after: string }) {
  if (before === '' && after === '') return null
  return (
    <span className="change-turn">
      {before ? <del>{before}</del> : null}
      {before && after ? <span aria-hidden="true"> → </span> : null}
      {after ? <ins>{after}</ins> : null}
    </span>
  )
}

const valueText = (value: unknown) => (value === undefined ? '' : JSON.stringify(value))

function ConfigurationItem({ change }: { change: ConfigurationChange }) {
  return (
    <li>
      <Kind change={change.change} />
      <code className="component-artifact-uri">{change.pointer || '(all of it)'}</code>
      <Turn before={valueText(change.before)} after={valueText(change.after)} />
      {change.reachesDevices ? null : (
        <span className="change-unreached">
          {change.change === 'removed' ? 'Devices keep it' : 'Devices keep the old value'}
        </span>
      )}
    </li>
  )
}

function ManifestPart({ manifest }: { manifest: ManifestChange }) {
  const { label, change, platform, steps, artifacts, moved } = manifest
  const words = (attributes: Record<string, string>) =>
    Object.entries(attributes)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ') || 'any platform'
  return (
    <Part title={`Manifest: ${label}`}>
      {change === 'changed' ? null : (
        <li>
          <Kind change={change} />
          the whole manifest
        </li>
      )}
      {moved ? (
        <li>
          <Kind change="changed" />
          its place among the manifests, which can change what a device takes
        </li>
      ) : null}
      {platform ? (
        <li>
          <Kind change="changed" />
          Platform
          <Turn before={words(platform.before)} after={words(platform.after)} />
        </li>
      ) : null}
      {steps.map(step => (
        <li key={step.step}>
          <Kind change={step.change} />
          {step.step}
          <Scripts before={step.before} after={step.after} />
        </li>
      ))}
      {artifacts.map(artifact => (
        <li key={artifact.name}>
          <Kind change={artifact.change} />
          <span className="component-artifact-uri">{artifact.name}</span>
          <Turn before={artifact.before?.uri ?? ''} after={artifact.after?.uri ?? ''} />
        </li>
      ))}
    </Part>
  )
}

/** Short scripts in place; long ones are better read in the text above. */
function Scripts({ before, after }: { before: string; after: string }) {
  const short = (text: string) => text.length <= 120 && !text.trim().includes('\n')
  if (short(before) && short(after)) return <Turn before={before.trim()} after={after.trim()} />
  return <span className="meadow-soft"> see the text above</span>
}
