import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { memo, useMemo } from 'react'
import {
  type ExplainedArtifact,
  type ExplainedStep,
  explainManifest,
  type ManifestVerdict,
} from '#src/domain/recipe/explain-manifest.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { DeviceChoice } from './DeviceChoice.tsx'
import { platformWords, type TryDevice } from './platform-presets.ts'

interface DevicePanelProps {
  recipe: Recipe | null
  device: TryDevice
  /** Default configurations of dependencies, of those whose recipe is known. */
  configurations: Readonly<Record<string, unknown>> | undefined
  onDevice(device: TryDevice): void
}

/** Which manifest a device would take, why not the others, what it would run and fetch. */
export const DevicePanel = memo(function DevicePanel(props: DevicePanelProps) {
  const { recipe, device, configurations, onDevice } = props
  const explained = useMemo(
    () =>
      recipe &&
      explainManifest(recipe, {
        platform: device.platform,
        configurationOf: name => configurations?.[name],
        ...(device.thingName ? { thingName: device.thingName } : {}),
      }),
    [recipe, device, configurations],
  )
  return (
    <section aria-label="Which manifest would a device take?" className="bench-panel">
      <Box variant="h2" padding="n">
        Which manifest would a device take?
      </Box>
      <SpaceBetween size="s">
        <DeviceChoice device={device} onChange={onDevice} />
        <Box color="text-body-secondary" fontSize="body-s">
          {`${device.label}: ${platformWords(device.platform) || 'it reports no platform'}`}
        </Box>
        {explained ? (
          <div className="bench-panel">
            {explained.chosen === null ? (
              <div role="status">
                <StatusIndicator type="error">No manifest takes this device</StatusIndicator>
                <Box color="text-body-secondary" fontSize="body-s">
                  The component cannot be installed on it, and a deployment fails there.
                </Box>
              </div>
            ) : null}
            <ol className="bench-manifests">
              {explained.manifests.map(verdict => (
                <Verdict key={verdict.index} verdict={verdict} />
              ))}
            </ol>
            {explained.chosen === null ? null : (
              <>
                <Steps
                  steps={explained.steps}
                  environment={explained.environment}
                  from={explained.lifecycleFrom}
                />
                <Artifacts artifacts={explained.artifacts} />
              </>
            )}
          </div>
        ) : (
          <Box color="text-body-secondary">As soon as the recipe can be read, it shows here.</Box>
        )}
      </SpaceBetween>
    </section>
  )
})

const words = { chosen: 'Taken', 'matches-too': 'Not reached', 'does-not-match': 'Does not match' } as const
const looks = { chosen: 'success', 'matches-too': 'info', 'does-not-match': 'stopped' } as const

function Verdict({ verdict }: { verdict: ManifestVerdict }) {
  return (
    <li data-verdict={verdict.verdict}>
      <div className="bench-manifest-head">
        <strong className="component-anywhere">{`${verdict.index + 1}. ${verdict.label}`}</strong>
        <StatusIndicator type={looks[verdict.verdict]}>{words[verdict.verdict]}</StatusIndicator>
      </div>
      {verdict.reasons.map(reason => (
        <div key={reason} className="meadow-soft component-anywhere">
          {reason}
        </div>
      ))}
    </li>
  )
}

const origins = {
  manifest: 'What it would run',
  global: 'What it would run (from the global lifecycle)',
  none: 'What it would run',
} as const

function Steps({
  steps,
  environment,
  from,
}: {
  steps: readonly ExplainedStep[]
  environment: Readonly<Record<string, string>>
  from: keyof typeof origins
}) {
  return (
    <div>
      <Box variant="h3" padding="n">
        {origins[from]}
      </Box>
      <Environment environment={environment} />
      {steps.length === 0 ? (
        <Box color="text-body-secondary" fontSize="body-s">
          Nothing: it has no lifecycle steps.
        </Box>
      ) : null}
      {steps.map(step => (
        <div key={step.step} className="bench-step">
          <div>
            <strong>{step.step}</strong>{' '}
            <span className="meadow-soft">
              {[
                step.requiresPrivilege ? 'as root' : '',
                step.timeout ? `at most ${step.timeout} s` : '',
                step.skipIf ? `skipped if ${step.skipIf}` : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <Environment environment={step.environment} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long script scrolls, and keyboards must reach it */}
          <section className="bench-script" tabIndex={0} aria-label={`Script of ${step.step}`}>
            {step.script || '(no script)'}
          </section>
          {step.left.length > 0 ? (
            <Box fontSize="body-s">
              <StatusIndicator type="warning">
                {`Not filled in: ${[...new Set(step.left)].join(', ')}`}
              </StatusIndicator>
            </Box>
          ) : null}
        </div>
      ))}
    </div>
  )
}

function Environment({ environment }: { environment: Readonly<Record<string, string>> }) {
  const entries = Object.entries(environment)
  if (entries.length === 0) return null
  return (
    <div className="component-chips">
      {entries.map(([name, value]) => (
        <span key={name} className="component-chip">{`${name}=${value}`}</span>
      ))}
    </div>
  )
}

function Artifacts({ artifacts }: { artifacts: readonly ExplainedArtifact[] }) {
  return (
    <div>
      <Box variant="h3" padding="n">
        {`What it would fetch (${artifacts.length})`}
      </Box>
      {artifacts.length === 0 ? (
        <Box color="text-body-secondary" fontSize="body-s">
          Nothing.
        </Box>
      ) : null}
      <ul className="bench-artifacts">
        {artifacts.map(artifact => (
          <li key={artifact.uri}>
            <div className="component-artifact-uri">{artifact.uri}</div>
            <div className="meadow-soft component-anywhere">
              {artifact.unpackedTo
                ? `unpacked to ${artifact.unpackedTo}`
                : artifact.path
                  ? `to ${artifact.path}`
                  : 'an image, pulled by Docker'}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}
