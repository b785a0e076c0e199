import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { ReactNode } from 'react'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { DataAge } from '#src/ui/list/DataAge.tsx'
import { StaleNotice } from '#src/ui/list/ListFaces.tsx'
import type { ListState } from '#src/ui/list/list-state.ts'

interface PanelProps {
  title: string
  description?: ReactNode
  actions?: ReactNode
  plural: string
  total: number
  state: ListState
  children: ReactNode
}

/** A picture with what it covers and how old it is; its failure, where there is nothing to show instead. */
export function Panel({ title, description, actions, plural, total, state, children }: PanelProps) {
  const stale = state.phase === 'ready' && state.failure !== undefined
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          actions={actions}
          description={
            <>
              {description ? <div>{description}</div> : null}
              <DataAge state={state} total={total} plural={plural} />
            </>
          }
        >
          {title}
        </Header>
      }
    >
      <StaleNotice state={state} plural={plural} />
      {state.phase === 'failed' ? (
        <FailureAlert failure={state.failure} retry={state.retry} />
      ) : state.phase === 'loading' ? (
        <div aria-busy="true" role="status">
          <span className="meadow-visually-hidden">Loading {plural}</span>
          <div className="m-bone" />
          <div className="m-bone" style={{ inlineSize: '70%' }} />
          <div className="m-bone" style={{ inlineSize: '85%' }} />
        </div>
      ) : (
        <div className={stale ? 'm-stale' : undefined}>{children}</div>
      )}
    </Container>
  )
}
