import { type QueryKey, queryOptions } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type { ServiceCommand } from '#src/aws/service-command.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import type { Sweep } from '#src/domain/sweep.ts'
import { type Asking, ask, checkNew } from './ask.ts'
import { nextTurn, sweepCadence } from './cadences.ts'
import { createSweepPublisher } from './sweep-publisher.ts'

export interface SweepParts<Output, Row> {
  key: QueryKey
  page: (nextToken: string | undefined) => ServiceCommand<Output>
  rows: (output: Output) => Row[]
  /** From cadences.ts; long lists are asked for less often than that. */
  every: number
}

/**
 * A paged list as query options whose data is a Sweep: rows come as pages do, and a refetch replaces them when it is
 * whole. The rows are shown as they came, so structural sharing has nothing to find and is off.
 */
export function sweepQuery<Output extends { nextToken?: string | undefined }, Row>(
  connection: Connection,
  { key, page, rows, every }: SweepParts<Output, Row>,
) {
  return queryOptions<Sweep<Row>, ServiceFailure>({
    queryKey: [connection.id, ...key],
    queryFn: context => sweep(connection, context, page, rows),
    structuralSharing: false,
    staleTime: every / 2,
    refetchInterval: ({ state }) =>
      nextTurn(sweepCadence(every, state.data, connection.config.requestsPerSecond), state.error),
  })
}

async function sweep<Output extends { nextToken?: string | undefined }, Row>(
  connection: Connection,
  context: Asking,
  page: (nextToken: string | undefined) => ServiceCommand<Output>,
  rowsOf: (output: Output) => Row[],
): Promise<Sweep<Row>> {
  const { client, queryKey, signal } = context
  const publisher = createSweepPublisher<Row>({
    previous: client.getQueryData<Sweep<Row>>(queryKey),
    publish: next => {
      if (!signal.aborted) client.setQueryData<Sweep<Row>>(queryKey, next)
    },
    schedule: onFrame,
    now: Date.now,
  })
  const seen = new Set<string>()
  // The first page decides how urgent the whole sweep is: it would otherwise lose its place after one page.
  const asking: Asking = {
    client,
    queryKey: client.getQueryData(queryKey) ? queryKey : unseen,
    signal,
    meta: context.meta,
  }
  try {
    let token: string | undefined
    do {
      const answer = await ask(connection, asking, page(token), output => ({
        rows: rowsOf(output),
        next: output.nextToken || undefined,
      }))
      signal.throwIfAborted()
      publisher.add(answer.rows)
      token = answer.next
      if (token !== undefined) checkNew(token, seen)
    } while (token !== undefined)
    return publisher.finish()
  } catch (error) {
    if (signal.aborted) publisher.stop()
    else publisher.fail()
    throw error
  }
}

/** A key that no query has. */
const unseen: QueryKey = ['nothing is on show yet']
const frame = 16

function onFrame(run: () => void, afterMs: number): () => void {
  let request = 0
  const draw = () => {
    if (typeof requestAnimationFrame !== 'function' || globalThis.document?.hidden) run()
    else request = requestAnimationFrame(run)
  }
  const timer = setTimeout(draw, Math.max(0, afterMs - frame))
  return () => {
    clearTimeout(timer)
    if (request !== 0) cancelAnimationFrame(request)
  }
}
