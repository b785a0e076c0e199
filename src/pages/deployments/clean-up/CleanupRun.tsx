import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import LiveRegion from '@cloudscape-design/components/live-region'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { cleanupReportText } from '#src/domain/deployment-cleanup.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { useCleanupCalls } from '#src/queries/deployment-cleanup.ts'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { absoluteTime, durationText } from '#src/ui/time-text.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { CodeBlock } from '../CodeBlock.tsx'
import { countText, numberText } from '../count-text.ts'
import { CleanupFailures } from './CleanupFailures.tsx'
import type { Cleanup } from './use-cleanup-run.ts'

interface CleanupRunProps {
  run: Cleanup
  onStop(): void
  onGoOn(): void
  onRetry(ids: readonly string[]): void
  onLeave(): void
}

/** A clean-up under way, and its report at the end. */
export function CleanupRun({ run, onStop, onGoOn, onRetry, onLeave }: CleanupRunProps) {
  const readOnly = useReadOnlyReason()
  const { where } = useCleanupCalls()
  const { report, phase } = run
  const going = phase === 'running' || phase === 'stopping'
  const failed = report.failed.flatMap(({ ids }) => ids)
  const settled = report.total - report.notSent.length
  const text = going
    ? ''
    : cleanupReportText(
        run.selected,
        report,
        `Clean-up of superseded deployments. ${where}, begun ${absoluteTime(run.begun)}`,
      )
  return (
    <SpaceBetween size="l">
      <LiveRegion hidden tagName="div">
        {going ? quarter(settled, report.total) : report.words}
      </LiveRegion>
      {run.failure && !going ? (
        <FailureAlert
          failure={run.failure}
          title="The clean-up has stopped"
          retry={report.notSent.length > 0 ? onGoOn : () => onRetry(failed)}
        />
      ) : null}
      {phase === 'done' && failed.length === 0 ? (
        <Alert type="success" header={`${countText(report.deleted.length, 'deployment')} deleted`}>
          Devices go on running what they have. What is in force is unchanged.
        </Alert>
      ) : null}
      <Container
        header={
          <Header
            variant="h2"
            description={going ? paceText(run) : report.words}
            actions={
              going ? (
                <Button loading={phase === 'stopping'} loadingText="Stopping" onClick={onStop}>
                  Stop
                </Button>
              ) : (
                <SpaceBetween size="xs" direction="horizontal">
                  <Button onClick={onLeave}>Back to the list</Button>
                  {failed.length > 0 ? (
                    <WriteButton disabledReason={readOnly} onClick={() => onRetry(failed)}>
                      {`Retry the ${numberText(failed.length)} that failed`}
                    </WriteButton>
                  ) : null}
                  {report.notSent.length > 0 ? (
                    <WriteButton variant="primary" disabledReason={readOnly} onClick={onGoOn}>
                      {`Go on with the other ${numberText(report.notSent.length)}`}
                    </WriteButton>
                  ) : null}
                  <CopyButton text={text} label="Copy the report" />
                </SpaceBetween>
              )
            }
          >
            {going ? 'Deleting' : 'Report'}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <dl className="meadow-figures">
            <Figure label="Deleted" value={report.deleted.length} tone="deleted" />
            <Figure label="Failed" value={failed.length} tone={failed.length > 0 ? 'failed' : undefined} />
            <Figure label={going ? 'To go' : 'Not tried'} value={report.notSent.length} />
          </dl>
          <ProgressBar
            ariaLabel="Deployments tried"
            value={(100 * settled) / Math.max(1, report.total)}
            additionalInfo={`${numberText(settled)} of ${numberText(report.total)} tried`}
          />
        </SpaceBetween>
      </Container>
      {report.failed.length > 0 ? (
        <CleanupFailures run={run} going={going} readOnly={readOnly} onRetry={onRetry} />
      ) : null}
      {going ? null : (
        <ExpandableSection variant="container" headerText="The report as text">
          <CodeBlock text={text} label="Report" />
        </ExpandableSection>
      )}
    </SpaceBetween>
  )
}

function Figure({ label, value, tone }: { label: string; value: number; tone?: string | undefined }) {
  return (
    <div data-tone={tone}>
      <dt>{label}</dt>
      <dd>{numberText(value)}</dd>
    </div>
  )
}

/** Said to those who listen, four times and not for each deployment. */
function quarter(settled: number, total: number): string {
  const part = Math.floor((4 * settled) / Math.max(1, total))
  return part === 0 ? 'Deleting' : `${part * 25} % tried`
}

function paceText({ phase, pace }: Cleanup): string {
  if (phase === 'stopping') return 'What has been sent is still being answered.'
  const stay = 'It goes on while this tab is in sight.'
  if (pace.answered < 5) return stay
  return `About ${durationText(Math.max(1000, (pace.ms / pace.answered) * pace.left))} to go. ${stay}`
}
