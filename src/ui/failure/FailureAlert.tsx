import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { ServiceFailure } from '#src/domain/service-failure.ts'
import { explainServiceFailure } from './explain-failure.ts'
import { FailureDetails } from './FailureDetails.tsx'
import { useFailureActions } from './failure-actions.tsx'

interface FailureAlertProps {
  failure: unknown
  retry?: (() => unknown) | undefined
  /** What was being done, when the failure's own title would leave that open: "The deployment was not created". */
  title?: string
}

/** A failure in the person's words: what happened, what it means, what to do next. */
export function FailureAlert({ failure, retry, title }: FailureAlertProps) {
  const words = explainServiceFailure(failure)
  const expired = failure instanceof ServiceFailure && failure.kind === 'expired'
  return (
    <Alert
      type={words.severity}
      header={title ? `${title}: ${lowerFirst(words.title)}` : words.title}
      action={
        expired ? (
          <RenewButton retry={retry} />
        ) : retry ? (
          <Button iconName="refresh" onClick={() => void retry()}>
            Retry
          </Button>
        ) : undefined
      }
    >
      <SpaceBetween size="xs">
        <div>{words.meaning}</div>
        <div>{words.next}</div>
        <FailureDetails failure={failure} />
      </SpaceBetween>
    </Alert>
  )
}

export function RenewButton({ retry }: { retry?: (() => unknown) | undefined }) {
  const { renewSession } = useFailureActions()
  const [busy, setBusy] = useState(false)
  if (!renewSession) return retry ? <Button onClick={() => void retry()}>Retry</Button> : undefined
  const renew = async () => {
    setBusy(true)
    try {
      await renewSession()
      retry?.()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button loading={busy} onClick={() => void renew()}>
      Renew session
    </Button>
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
