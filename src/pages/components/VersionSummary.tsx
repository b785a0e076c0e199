import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import type { ComponentVersion } from '#src/domain/component.ts'
import { useServiceNow } from '#src/queries/connection.tsx'
import { CopyText } from '#src/ui/CopyText.tsx'
import { Age } from '#src/ui/status/Age.tsx'
import { ComponentState } from '#src/ui/status/ComponentState.tsx'
import { Timestamp } from '#src/ui/Timestamp.tsx'
import { ArtifactErrors } from './ArtifactErrors.tsx'
import { platformSummary } from './platform-summary.ts'

interface VersionSummaryProps {
  version: ComponentVersion | undefined
  arn: string
  isPublic: boolean
}

/** The version on view in a few facts; what went wrong with it comes first. */
export function VersionSummary({ version, arn, isPublic }: VersionSummaryProps) {
  const now = useServiceNow(30_000)
  const or = (node: ReactNode) => (version ? node : '…')
  const preparing = version && (version.state === 'REQUESTED' || version.state === 'INITIATED')
  return (
    <SpaceBetween size="m">
      {version?.state === 'FAILED' ? (
        <Alert type="error" header="The service could not prepare this version">
          <SpaceBetween size="s">
            <div>{saysSomething(version.stateMessage) ? version.stateMessage : 'It gave no reason.'}</div>
            <ArtifactErrors errors={version.errors} />
            <div>
              A failed version cannot be mended. Publish a new one, or delete this one and publish its number
              again.
            </div>
          </SpaceBetween>
        </Alert>
      ) : null}
      <Container>
        <KeyValuePairs
          columns={4}
          items={[
            {
              label: 'Status',
              value: or(
                <>
                  <ComponentState state={version?.state ?? ''} />
                  {version && version.state !== 'FAILED' && saysSomething(version.stateMessage) ? (
                    <div className="meadow-soft">{version.stateMessage}</div>
                  ) : null}
                  {preparing ? <div className="meadow-soft">Checked again every few seconds</div> : null}
                </>,
              ),
            },
            {
              label: 'Created',
              value: or(
                <>
                  <Age at={version?.created ?? null} now={now} />
                  <div className="meadow-soft">
                    <Timestamp at={version?.created ?? null} />
                  </div>
                </>,
              ),
            },
            {
              label: 'Publisher',
              value: or(
                version?.publisher || (isPublic ? 'AWS' : <span className="meadow-soft">not given</span>),
              ),
            },
            {
              label: 'Platforms',
              value: or(
                platformSummary(version?.platforms ?? []) || <span className="meadow-soft">not given</span>,
              ),
            },
          ]}
        />
        <div className="component-arn">
          <CopyText text={arn} label="ARN of this version" />
        </div>
      </Container>
    </SpaceBetween>
  )
}

/** Where there is nothing to say, the service says NONE. */
const saysSomething = (message: string) => message !== '' && message !== 'NONE'
