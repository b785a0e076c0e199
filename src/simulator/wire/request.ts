/** A request as it came in, before anything was decoded. */
export interface WireRequest {
  method: string
  /** The request target as it was sent: path and query, not normalised, not decoded. */
  path: string
  query: string
  /** `Host` as sent, or what the URL says. */
  host: string
  headers: Headers
  body: Uint8Array
}

/** Splits a request target at its first `?`. */
export function splitTarget(target: string): { path: string; query: string } {
  const mark = target.indexOf('?')
  return mark < 0
    ? { path: target, query: '' }
    : { path: target.slice(0, mark), query: target.slice(mark + 1) }
}

/** Takes an absolute URL apart without decoding anything. */
export function splitUrl(url: string): { host: string; path: string; query: string } {
  const [, host = '', target = ''] = /^[a-z]+:\/\/([^/?#]*)([^#]*)/i.exec(url) ?? []
  const { path, query } = splitTarget(target)
  return { host, path: path === '' ? '/' : path, query }
}

/** Reads a `Request`. Its URL keeps percent-encodings as they were sent, which is all that routing needs. */
export async function readRequest(request: Request): Promise<WireRequest> {
  const { host, path, query } = splitUrl(request.url)
  return {
    method: request.method,
    path,
    query,
    host: request.headers.get('host') ?? host,
    headers: request.headers,
    body: new Uint8Array(await request.arrayBuffer()),
  }
}

/** The parameters of a query, in order, still encoded. */
export function rawParameters(query: string): [name: string, value: string][] {
  const pairs: [string, string][] = []
  for (const part of query.split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    pairs.push(equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)])
  }
  return pairs
}

/** Percent-decodes; text that is no valid encoding stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
