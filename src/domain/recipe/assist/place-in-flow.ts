import type { Place } from './place.ts'

interface Frame {
  list: boolean
  path: string[]
  keys: string[]
  /** The key whose value is awaited; `null` before a key. */
  key: string | null
  index: number
  /** Something stands since the last comma. */
  filled: boolean
}

const step = (frame: Frame): string => (frame.list ? String(frame.index) : (frame.key ?? ''))

interface Token {
  start: number
  end: number
  /** Between quotes, if there are any. */
  inner: { start: number; end: number }
  quote: Place['quote']
}

function quoted(text: string, at: number, quote: '"' | "'"): Token {
  let end = at + 1
  while (end < text.length && text[end] !== quote && text[end] !== '\n')
    end += quote === '"' && text[end] === '\\' ? 2 : 1
  const closed = text[end] === quote
  end = Math.min(end, text.length)
  return { start: at, end: closed ? end + 1 : end, inner: { start: at + 1, end }, quote }
}

function plain(text: string, at: number): Token {
  const word = /^[^\s,{}[\]"][^,{}[\]\n"]*?(?=\s*(?::(?=[\s,{}[\]]|$)|:(?=")|[,{}[\]\n"]|$))/.exec(
    text.slice(at, at + 2000),
  )
  const end = at + Math.max(1, word?.[0].length ?? 1)
  return { start: at, end, inner: { start: at, end }, quote: '' }
}

/**
 * Reads JSON, or YAML in flow style, from its opening bracket and finds the place of the cursor in it. `end` is where
 * the bracket closes; `null` if it does not before the cursor or the text ends.
 */
export function flowPlace(
  text: string,
  start: number,
  base: readonly string[],
  cursor: number,
): { place: Place | null; end: number | null } {
  const stack: Frame[] = []
  let place: Place | null = null
  let placeFrame: Frame | null = null

  const settle = (token: Token | null) => {
    const frame = stack.at(-1)
    if (place || !frame) return
    const role = frame.list || frame.key !== null ? 'value' : 'key'
    const span = token?.inner ?? { start: cursor, end: cursor }
    const rest = /^\s*/.exec(text.slice(token?.end ?? cursor))![0].length + (token?.end ?? cursor)
    const next = text[rest]
    place = {
      path: role === 'value' ? [...frame.path, step(frame)] : frame.path,
      role,
      token: span,
      tokenEnd: token?.end ?? cursor,
      typed: text.slice(span.start, Math.max(span.start, cursor)),
      quote: token?.quote ?? '',
      siblings: frame.keys,
      style: 'flow',
      hasColon: next === ':',
      commaBefore: role === 'key' && frame.filled && token === null,
      commaAfter: next !== undefined && !/[,}\]:]/.test(next) && next !== '#',
    }
    placeFrame = frame
  }

  let at = start
  while (at < text.length) {
    const c = text[at]!
    if (at >= cursor && !place && stack.length > 0 && (at > cursor || /[\s,{}[\]:]/.test(c))) settle(null)
    if (/\s/.test(c)) {
      at++
      continue
    }
    const frame = stack.at(-1)
    if (c === '{' || c === '[') {
      const path = frame ? [...frame.path, step(frame)] : [...base]
      if (frame) frame.filled = true
      stack.push({ list: c === '[', path, keys: [], key: null, index: 0, filled: false })
      at++
    } else if (c === '}' || c === ']') {
      const closed = stack.pop()
      at++
      if (place && closed === placeFrame) return { place, end: null }
      const outer = stack.at(-1)
      if (!outer) return { place, end: at }
      outer.key = outer.list ? null : outer.key
      outer.filled = true
      if (!outer.list) outer.key = null
    } else if (c === ',') {
      if (frame) Object.assign(frame, { key: null, index: frame.index + 1, filled: false })
      at++
    } else if (c === ':') {
      at++
    } else {
      const token = c === '"' || c === "'" ? quoted(text, at, c) : plain(text, at)
      if (!frame) return { place, end: null }
      const inside =
        token.quote === ''
          ? cursor >= token.start && cursor <= token.end
          : cursor > token.start && (cursor < token.end || token.inner.end === token.end)
      if (inside) settle(token)
      const word = text.slice(token.inner.start, token.inner.end)
      const isKey = !frame.list && frame.key === null && /^\s*:/.test(text.slice(token.end, token.end + 50))
      if (isKey) {
        frame.key = word
        if (!inside) frame.keys.push(word)
      } else if (!frame.list) {
        frame.key = null
      }
      frame.filled = true
      at = token.end
    }
  }
  if (!place && cursor >= at) settle(null)
  return { place, end: null }
}
