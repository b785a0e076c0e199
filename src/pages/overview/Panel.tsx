import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { CSSProperties, ReactNode } from 'react'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { DataAge, ReceivedAge } from '#src/ui/list/DataAge.tsx'
import { StaleNotice } from '#src/ui/list/ListFaces.tsx'
import type { ListState } from '#src/ui/list/list-state.ts'

interface PanelProps {
  title: string
  description?: ReactNode
  actions?: ReactNode
  plural: string
  total: number
  state: ListState
  /** Least room of the content in pixels, on wide screens and on phones: what comes must not push the rest. */
  room?: readonly [wide: number, narrow: number]
  /** `received`: the description tells what is covered. false: several lists, which tell their ages elsewhere. */
  age?: boolean | 'received'
  children: ReactNode
}

/** A picture with what it covers and how old it is; its failure, where there is nothing to show instead. */
export function Panel({
  title,
  description,
  actions,
  plural,
  total,
  state,
  room = [120, 120],
  age = true,
  children,
}: PanelProps) {
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
              {age === true || (age && state.phase !== 'ready') ? (
                <DataAge state={state} total={total} plural={plural} />
              ) : age ? (
                <ReceivedAge at={state.asOf} refreshing={state.refreshing} />
              ) : null}
            </>
          }
        >
          {title}
        </Header>
      }
    >
      <div
        className={state.phase === 'failed' ? undefined : 'm-room'}
        style={{ '--m-room-wide': `${room[0]}px`, '--m-room-narrow': `${room[1]}px` } as CSSProperties}
      >
        <StaleNotice state={state} plural={plural} />
        {state.phase === 'failed' ? (
          <FailureAlert failure={state.failure} retry={state.retry} />
        ) : state.phase === 'loading' ? (
          <div key="loading" aria-busy="true" role="status">
            <span className="meadow-visually-hidden">Loading {plural}</span>
            <div className="m-bone" />
            <div className="m-bone" style={{ inlineSize: '70%' }} />
            <div className="m-bone" style={{ inlineSize: '85%' }} />
          </div>
        ) : (
          <div key="content" className={stale ? 'm-stale' : undefined}>
            {children}
          </div>
        )}
      </div>
    </Container>
  )
}
