import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import ProgressBar from '@cloudscape-design/components/progress-bar'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { useState } from 'react'
import type { AssociationError } from '#src/domain/client-device.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { type AssociationRun, retryNames, runSummary } from './association-run.ts'

interface RunReportProps {
  run: AssociationRun | null
  failure: ServiceFailure | null
  progress: { sent: number; of: number } | null
  disabledReason: string | undefined
  onRetry(): Promise<void>
  onDismiss(): void
}

const columnDefinitions = [
  { id: 'name', header: 'Client device', cell: (error: AssociationError) => error.name, isRowHeader: true },
  { id: 'code', header: 'Code', cell: (error: AssociationError) => error.code },
  { id: 'message', header: 'What the service said', cell: (error: AssociationError) => error.message },
]

/** How a bulk change went, entry by entry, with what is still open to be tried again. */
export function RunReport({ run, failure, progress, disabledReason, onRetry, onDismiss }: RunReportProps) {
  const [busy, setBusy] = useState(false)
  const retry = async () => {
    setBusy(true)
    try {
      await onRetry()
    } finally {
      setBusy(false)
    }
  }
  const open = run ? retryNames(run) : []
  return (
    <SpaceBetween size="m">
      {progress ? (
        <ProgressBar
          label="Sending"
          value={(100 * progress.sent) / Math.max(1, progress.of)}
          additionalInfo={`${progress.sent} of ${progress.of}`}
        />
      ) : null}
      {failure ? <FailureAlert failure={failure} title="Not everything was sent" /> : null}
      {run ? (
        <Alert
          type={open.length === 0 ? 'success' : 'warning'}
          header={runSummary(run)}
          dismissible
          dismissAriaLabel="Dismiss the report"
          onDismiss={onDismiss}
          action={
            open.length > 0 ? (
              <SpaceBetween size="xs" direction="horizontal">
                <CopyButton text={open.join('\n')} label="Copy their names" />
                <WriteButton loading={busy} disabledReason={disabledReason} onClick={() => void retry()}>
                  {`Retry these ${open.length}`}
                </WriteButton>
              </SpaceBetween>
            ) : (
              <Button onClick={onDismiss}>Done</Button>
            )
          }
        >
          {open.length === 0
            ? `Nothing is left to do on ${run.core}.`
            : 'What was done stays done. A retry sends only the rest.'}
        </Alert>
      ) : null}
      {run && run.errors.length > 0 ? (
        <Table<AssociationError>
          variant="embedded"
          items={run.errors}
          trackBy="name"
          columnDefinitions={columnDefinitions}
          ariaLabels={{ tableLabel: 'Client devices that were refused' }}
        />
      ) : null}
    </SpaceBetween>
  )
}
