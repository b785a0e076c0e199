import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Connection } from '#src/aws/connection.ts'
import { unreadableFailure } from '#src/aws/failure.ts'
import type { Priority } from '#src/aws/scheduler.ts'
import type { ServiceCommand } from '#src/aws/service-command.ts'
import { ServiceFailure } from '#src/domain/service-failure.ts'

/** The part of a query function's context that a call needs. */
export interface Asking {
  signal: AbortSignal
  client: QueryClient
  queryKey: QueryKey
  /** `priority: 'background'`: nobody waits for it. */
  meta?: Record<string, unknown> | undefined
}

/** Something to look at waits for nobody; what is there already is refreshed when there is time. */
function priorityOf({ client, queryKey, meta }: Asking): Priority {
  if (meta?.priority === 'background') return 'background'
  return client.getQueryState(queryKey)?.data === undefined ? 'screen' : 'background'
}

/** Calls and parses. An answer that cannot be parsed is a ServiceFailure too. */
export async function ask<Output, Result>(
  connection: Connection,
  asking: Asking,
  command: ServiceCommand<Output>,
  parse: (output: Output) => Result,
): Promise<Result> {
  const output = await connection.call(command, { priority: priorityOf(asking), signal: asking.signal })
  return parsed(output, parse)
}

/** A person's own doing: it goes before everything else, and leaving the page does not take it back. */
export async function tell<Output, Result>(
  connection: Connection,
  command: ServiceCommand<Output>,
  parse: (output: Output) => Result,
): Promise<Result> {
  return parsed(await connection.call(command, { priority: 'click' }), parse)
}

/** All pages of a short list, as one. */
export async function askAll<Output extends { nextToken?: string | undefined }, Row>(
  connection: Connection,
  asking: Asking,
  page: (nextToken: string | undefined) => ServiceCommand<Output>,
  rowsOf: (output: Output) => Row[],
): Promise<Row[]> {
  const rows: Row[] = []
  const seen = new Set<string>()
  let token: string | undefined
  do {
    const answer = await ask(connection, asking, page(token), output => ({
      rows: rowsOf(output),
      next: output.nextToken || undefined,
    }))
    rows.push(...answer.rows)
    token = answer.next
    if (token !== undefined) checkNew(token, seen)
  } while (token !== undefined)
  return rows
}

/** A token that comes twice would be followed for ever. */
export function checkNew(token: string, seen: Set<string>) {
  if (seen.has(token)) throw unreadableFailure('', 'The list does not end: the service repeats a page.')
  seen.add(token)
}

function parsed<Output, Result>(output: Output, parse: (output: Output) => Result): Result {
  try {
    return parse(output)
  } catch (error) {
    if (error instanceof ServiceFailure) throw error
    const reason = error instanceof Error ? ` ${error.message}` : ''
    throw unreadableFailure('', `The answer is not what the service is documented to say.${reason}`, error)
  }
}
