import { type QueryKey, queryOptions } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import type { ServiceCommand } from '#src/aws/service-command.ts'
import type { ServiceFailure } from '#src/domain/service-failure.ts'
import type { Sweep } from '#src/domain/sweep.ts'
import { type Asking, ask, checkNew } from './ask.ts'
import { nextTurn, pageGap, sweepCadence } from './cadences.ts'
import { createSweepPublisher } from './sweep-publisher.ts'

export interface SweepParts<Output, Row> {
  key: QueryKey
  page: (nextToken: string | undefined) => ServiceCommand<Output>
  rows: (output: Output) => Row[]
  /** From cadences.ts; long lists are asked for less often than that. */
  every: number
  /**
   * Pages a minute when a list on show is read again by itself. The first reading, and one after a person's change,
   * goes as fast as the scheduler lets it.
   */
  perMinute?: number
  /** Pages after which it is cut; all without it. */
  most?: number
}

/**
 * A paged list as query options whose data is a Sweep: rows come as pages do, and a refetch replaces them when it is
 * whole. The rows are shown as they came, so structural sharing has nothing to find and is off.
 */
export function sweepQuery<Output extends { nextToken?: string | undefined }, Row>(
  connection: Connection,
  parts: SweepParts<Output, Row>,
) {
  const { key, every, perMinute } = parts
  return queryOptions<Sweep<Row>, ServiceFailure>({
    queryKey: [connection.id, ...key],
    queryFn: context => sweep(connection, context, parts),
    structuralSharing: false,
    staleTime: every / 2,
    refetchInterval: ({ state }) =>
      nextTurn(sweepCadence(every, state.data, connection.config.requestsPerSecond, perMinute), state.error),
  })
}

async function sweep<Output extends { nextToken?: string | undefined }, Row>(
  connection: Connection,
  context: Asking,
  { page, rows: rowsOf, perMinute, most = Number.POSITIVE_INFINITY }: SweepParts<Output, Row>,
): Promise<Sweep<Row>> {
  const { client, queryKey, signal } = context
  const known = client.getQueryState<Sweep<Row>>(queryKey)
  const shown = known?.data
  // A list that was cut and is wanted whole now is read for a person.
  const wantsMore = shown?.cut === true && shown.pages < most
  const unhurried = shown !== undefined && !wantsMore && !known?.isInvalidated && known?.error === null
  const gap = perMinute !== undefined && unhurried ? pageGap(perMinute) : 0
  const publisher = createSweepPublisher<Row>({
    previous: shown,
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
    queryKey: shown ? queryKey : unseen,
    signal,
    meta: context.meta,
  }
  try {
    let token: string | undefined
    for (let pages = 1; ; pages += 1) {
      const answer = await ask(connection, asking, page(token), output => ({
        rows: rowsOf(output),
        next: output.nextToken || undefined,
      }))
      signal.throwIfAborted()
      publisher.add(answer.rows)
      token = answer.next
      if (token === undefined) return publisher.finish()
      if (pages >= most) return publisher.finish({ cut: true })
      checkNew(token, seen)
      if (gap > 0) await pause(gap, signal)
    }
  } catch (error) {
    if (signal.aborted) publisher.stop()
    else publisher.fail()
    throw error
  }
}

/** Rejects with the signal's reason when that is aborted before. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end)
      resolve()
    }, milliseconds)
    signal.addEventListener('abort', end, { once: true })
  })
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
