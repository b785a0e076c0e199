import Alert from '@cloudscape-design/components/alert'

/** The browser's storage is full or refused. `what` is at stake then: "The form". `advice`: how to keep it all the same. */
export function NoDraftAlert({ what, advice }: { what: string; advice?: string }) {
  return (
    <Alert type="warning">
      This browser has no room for a draft or allows none. {what} is safe while this page stays open
      {advice ? `; ${advice}` : ''}.
    </Alert>
  )
}
