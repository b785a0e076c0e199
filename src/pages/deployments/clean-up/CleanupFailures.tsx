import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { targetName } from '#src/domain/arn.ts'
import { linkTo } from '#src/paths.ts'
import { RouteLink } from '#src/ui/RouteLink.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { countText } from '../count-text.ts'
import { deploymentTitle } from '../deployment-rows.ts'
import type { Cleanup } from './use-cleanup-run.ts'

interface CleanupFailuresProps {
  run: Cleanup
  going: boolean
  readOnly: string | undefined
  onRetry(ids: readonly string[]): void
}

const shownOfEach = 100

/** What was not deleted, by what the service said, each to be tried again. */
export function CleanupFailures({ run, going, readOnly, onRetry }: CleanupFailuresProps) {
  const byId = new Map(run.selected.map(deployment => [deployment.id, deployment]))
  const reason = readOnly ?? (going ? 'Others are still being deleted' : undefined)
  return (
    <Container
      header={
        <Header variant="h2" description="The service did not confirm these. Trying them again does no harm.">
          Not deleted
        </Header>
      }
    >
      <ul className="meadow-failures" aria-label="Not deleted, by reason">
        {run.report.failed.map(({ message, ids }) => (
          <li key={message}>
            <StatusIndicator type="error">{message}</StatusIndicator>
            <div>
              {ids.slice(0, shownOfEach).map(id => {
                const deployment = byId.get(id)
                if (!deployment) return null
                const name = `${deploymentTitle(deployment)}, revision ${deployment.revisionId}`
                return (
                  <div key={id} className="meadow-failed-one">
                    <span>
                      <RouteLink to={linkTo.deployment(id)}>{name}</RouteLink>{' '}
                      <span className="meadow-soft">of {targetName(deployment.targetArn)}</span>
                    </span>
                    <WriteButton
                      variant="inline-link"
                      ariaLabel={`Retry ${name}`}
                      disabledReason={reason}
                      onClick={() => onRetry([id])}
                    >
                      Retry
                    </WriteButton>
                  </div>
                )
              })}
            </div>
            {ids.length > shownOfEach ? (
              <SpaceBetween size="xs" direction="horizontal">
                <span className="meadow-soft">
                  And {countText(ids.length - shownOfEach, 'other', 'others')} with the same words.
                </span>
              </SpaceBetween>
            ) : null}
          </li>
        ))}
      </ul>
    </Container>
  )
}
