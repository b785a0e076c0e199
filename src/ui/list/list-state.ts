import type { ServiceFailure } from '#src/domain/service-failure.ts'
import type { Sweep } from '#src/domain/sweep.ts'

/** Where the data of a list stands. A list may be ready and have failed to refresh: it then keeps its rows and says so. */
export interface ListState {
  phase: 'loading' | 'ready' | 'failed'
  /** With phase ready: the last refresh failed. */
  failure?: ServiceFailure | undefined
  retry(): void
  /** Every page has come. Until then counts are "so far". */
  complete: boolean
  /** There are more rows that nobody has asked for: what is missing does not arrive by itself. */
  cut?: boolean
  /** Epoch ms (this computer's clock) at which the rows were received. */
  asOf: number | null
  refreshing: boolean
}

/** The part of a query's result that a list needs; TanStack Query's results fit. */
interface QueryLike<Data> {
  data: Data | undefined
  error: unknown
  isFetching: boolean
  refetch(): unknown
}

/** The state of a list whose rows arrive as a sweep. */
export function listStateOf<Row>(query: QueryLike<Sweep<Row>>): ListState {
  const sweep = query.data
  const here = sweep ? sweep.rows.length > 0 || sweep.complete : false
  return {
    ...state(query, sweep?.complete ?? false, sweep?.asOf ?? null, here),
    ...(sweep?.cut ? { cut: true } : {}),
  }
}

/** The state of a list that comes in one answer. */
export function listStateOfAnswer(query: QueryLike<unknown> & { dataUpdatedAt: number }): ListState {
  const here = query.data !== undefined
  return state(query, here, here ? query.dataUpdatedAt : null, here)
}

function state(query: QueryLike<unknown>, complete: boolean, asOf: number | null, here: boolean): ListState {
  const failure = query.error ? (query.error as ServiceFailure) : undefined
  return {
    phase: here ? 'ready' : failure && !query.isFetching ? 'failed' : 'loading',
    ...(failure ? { failure } : {}),
    retry: () => void query.refetch(),
    complete,
    asOf,
    refreshing: query.isFetching,
  }
}
