import Button from '@cloudscape-design/components/button'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { type AssociationRun, retryNames, runSummary } from './association-run.ts'

interface RunReportProps {
  run: AssociationRun | null
  /** Why a call as a whole failed. */
  failure: ServiceFailure | null
  progress: { kind: AssociationRun['kind']; sent: number; of: number } | null
  disabledReason: string | undefined
  onRetry(): Promise<void>
  onDismiss(): void
}

/** How a bulk change goes and went, entry by entry, with what is still open to be tried again. */
export function RunReport({ run, failure, progress, disabledReason, onRetry, onDismiss }: RunReportProps) {
  if (!run && !progress) return null
  const open = run ? retryNames(run) : []
  return (
    <section
      className="m-run"
      aria-label="Result of the last change"
      data-open={open.length > 0 || undefined}
      data-sending={progress !== null || undefined}
    >
      {progress ? (
        <ProgressBar
          label={progress.kind === 'associate' ? 'Associating' : 'Disassociating'}
          value={(100 * progress.sent) / Math.max(1, progress.of)}
          additionalInfo={`${progress.sent.toLocaleString()} of ${progress.of.toLocaleString()} sent`}
        />
      ) : null}
      {run && !progress ? (
        <div className="m-run-head">
          <div role="status">
            <h2>{runSummary(run)}</h2>
          </div>
          <SpaceBetween size="xs" direction="horizontal">
            {open.length > 0 ? <CopyButton text={open.join('\n')} label="Copy their names" /> : null}
            {open.length > 0 ? (
              <WriteButton variant="primary" disabledReason={disabledReason} onClick={() => void onRetry()}>
                {open.length === 1 ? 'Retry this one' : `Retry these ${open.length}`}
              </WriteButton>
            ) : null}
            <Button onClick={onDismiss}>{open.length > 0 ? 'Leave it at that' : 'Done'}</Button>
          </SpaceBetween>
        </div>
      ) : null}
      {failure && !progress ? <FailureAlert failure={failure} title="Not everything was sent" /> : null}
      {run && run.errors.length > 0 && !progress ? <Errors run={run} /> : null}
    </section>
  )
}

function Errors({ run }: { run: AssociationRun }) {
  return (
    // A region that scrolls must be reachable with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="m-run-errors meadow-focus" aria-label="Client devices that were refused" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Client device</th>
            <th scope="col">What the service said</th>
            <th scope="col">Code</th>
          </tr>
        </thead>
        <tbody>
          {run.errors.map(({ name, code, message }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{message || 'Nothing more'}</td>
              <td className="meadow-mono">{code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
