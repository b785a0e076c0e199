import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import { FailureAlert } from '../failure/FailureAlert.tsx'
import { explainServiceFailure } from '../failure/explain-failure.ts'
import type { ListState } from './list-state.ts'

export interface EmptyWords {
  /** "No deployments". */
  title: string
  /** What they are for and how to get the first one. */
  hint: ReactNode
  action?: ReactNode
}

/** Nothing there: says so and shows the next step. */
export function EmptyFace({ empty }: { empty: EmptyWords }) {
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }}>
      <SpaceBetween size="s">
        <Box variant="strong">{empty.title}</Box>
        <Box color="text-body-secondary">{empty.hint}</Box>
        {empty.action ?? null}
      </SpaceBetween>
    </Box>
  )
}

/** There are rows, but the filters hide all of them. */
export function NoMatchFace({
  plural,
  state,
  onClear,
}: {
  plural: string
  state: ListState
  onClear(): void
}) {
  return (
    <Box textAlign="center" padding={{ vertical: 'l' }}>
      <SpaceBetween size="s">
        <Box variant="strong">No match</Box>
        <Box color="text-body-secondary">
          {state.complete
            ? `None of the ${plural} fit the filters.`
            : state.cut
              ? `None of the ${plural} that have been read fit the filters; the others have not been asked for.`
              : `None of the ${plural} loaded so far fit the filters; more are arriving.`}
        </Box>
        <Button onClick={onClear}>Clear filters</Button>
      </SpaceBetween>
    </Box>
  )
}

/** The list could not be had at all. */
export function FailedFace({ state, plural }: { state: ListState; plural: string }) {
  return (
    <Box textAlign="left" padding={{ vertical: 's' }}>
      <FailureAlert failure={state.failure} retry={state.retry} title={`No ${plural} to show`} />
    </Box>
  )
}

/** One line above rows that could not be refreshed: they stay, dimmed, and the failure has a name. */
export function StaleNotice({ state, plural }: { state: ListState; plural: string }) {
  if (state.phase !== 'ready' || !state.failure) return null
  const words = explainServiceFailure(state.failure)
  return (
    <div className="meadow-stale-notice" role="status">
      <span>
        <strong>These {plural} could not be refreshed.</strong> {words.title}. What is shown is what came
        last.
      </span>
      <Button variant="inline-link" onClick={() => state.retry()} ariaLabel={`Retry loading ${plural}`}>
        Retry
      </Button>
    </div>
  )
}
