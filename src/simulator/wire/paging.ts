import { hashText } from '../random.ts'
import { type ServiceError, validation } from './service-error.ts'

export interface PageOptions<T> {
  /** Items wanted; the contract has already checked the range. Default 100. */
  limit?: number | undefined
  token?: string | undefined
  /** What an item is found by again. Keys are unique, and `items` is sorted by them. */
  key: (item: T) => string
  /** Order of the keys in `items`. Default: ascending code units. */
  compare?: ((a: string, b: string) => number) | undefined
  /** Only these items count. Tested from the page's start on, so that a page costs no more than itself. */
  where?: ((item: T) => boolean) | undefined
  /** Names the list, so that a token of one list is refused by another. */
  scope?: string | undefined
  /** The error for a token that is not ours. Default ValidationException; IoT passes `invalidRequest`. */
  badToken?: ((message: string) => ServiceError) | undefined
}

export interface Page<T> {
  items: T[]
  /** Absent on the last page, never empty: paginators stop on a missing token. */
  nextToken?: string
}

/** Ascending order of code units, the order of `Array.prototype.sort()`. */
export const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
export const descending = (a: string, b: string) => ascending(b, a)

/**
 * One page of a sorted list. The token holds the last key, not a position: a list that grows at its front, or
 * loses the very item where a page ended, neither repeats nor skips the others.
 */
export function page<T>(items: readonly T[], options: PageOptions<T>): Page<T> {
  const { key, where, limit = 100, scope = '', compare = ascending } = options
  let index = 0
  if (options.token !== undefined && options.token !== '') {
    const last = readToken(options.token, scope)
    if (last === null) throw (options.badToken ?? badToken)('The nextToken is not valid for this request.')
    index = firstAfter(items, last, key, compare)
  }
  const found: T[] = []
  for (; index < items.length; index++) {
    const item = items[index] as T
    if (where !== undefined && !where(item)) continue
    if (found.length === limit)
      return { items: found, nextToken: makeToken(key(found[limit - 1] as T), scope) }
    found.push(item)
  }
  return { items: found }
}

const badToken = (message: string) => validation(message, [{ name: 'nextToken', message }])

function firstAfter<T>(
  items: readonly T[],
  last: string,
  key: (item: T) => string,
  compare: (a: string, b: string) => number,
): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compare(key(items[middle] as T), last) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

function makeToken(key: string, scope: string): string {
  const check = hashText(`${scope}\n${key}`).toString(16).padStart(8, '0')
  let binary = ''
  for (const byte of new TextEncoder().encode(check + key)) binary += String.fromCharCode(byte)
  return btoa(binary)
}

function readToken(token: string, scope: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(token), char => char.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const key = text.slice(8)
    return makeToken(key, scope) === token ? key : null
  } catch {
    return null
  }
}
