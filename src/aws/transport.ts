import { buildQueryString, type HttpRequest, HttpResponse } from '@smithy/core/protocols'
import type { ServiceClock } from './service-clock.ts'

/** No answer came: no network, no name, a closed port, or a browser that may not show the answer (CORS). */
export class Unreached extends Error {
  override readonly name = 'Unreached'
  readonly url: string

  constructor(url: string, cause: unknown) {
    super('Nothing was reached.', { cause })
    this.url = url
  }
}

/** An answer came that the service cannot have written. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer'
  readonly status: number

  constructor(message: string, status: number, cause?: unknown) {
    super(message, { cause })
    this.status = status
  }
}

export interface TransportOptions {
  fetch: typeof fetch
  clock: ServiceClock
  /** STS answers in XML, the services of the fleet in JSON. */
  answers: 'JSON' | 'any'
  onSend(): void
  /** An answer came that may be read, from this address. */
  onAnswer(url: string): void
}

/**
 * The SDK's request handler: hands the signed request to `fetch`, which is the browser's or the demo's. It looks at
 * every answer before the SDK does, for the SDK takes an empty body for an empty object, and an empty list for a
 * fleet without devices would be a lie.
 */
export function createTransport(options: TransportOptions) {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle(request: HttpRequest, { abortSignal }: { abortSignal?: AbortSignal | undefined } = {}) {
      abortSignal?.throwIfAborted()
      const url = addressOf(request)
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && request.body !== undefined
      const sent = new Request(url, {
        method: request.method,
        headers: new Headers(request.headers),
        ...(hasBody ? { body: request.body } : {}),
        ...(abortSignal ? { signal: abortSignal } : {}),
      })
      options.onSend()
      const sentAt = Date.now()
      const answer = await options.fetch(sent).catch((error: unknown) => {
        throw abortSignal?.aborted ? abortSignal.reason : new Unreached(url, error)
      })
      options.onAnswer(url)
      options.clock.observe(answer.headers.get('date'), sentAt, Date.now())
      const body = await bytesOf(answer, abortSignal)
      if (options.answers === 'JSON') checkReadable(answer, body, request.method)
      const headers = Object.fromEntries(answer.headers.entries())
      return { response: new HttpResponse({ statusCode: answer.status, headers, body }) }
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  }
}

function addressOf(request: HttpRequest): string {
  const query = buildQueryString(request.query ?? {})
  const port = request.port === undefined ? '' : `:${request.port}`
  return `${request.protocol}//${request.hostname}${port}${request.path}${query ? `?${query}` : ''}`
}

async function bytesOf(answer: Response, abortSignal: AbortSignal | undefined): Promise<Uint8Array> {
  try {
    return new Uint8Array(await answer.arrayBuffer())
  } catch (error) {
    if (abortSignal?.aborted) throw abortSignal.reason
    throw new UnreadableAnswer('The answer broke off before its end.', answer.status, error)
  }
}

const brace = 0x7b
const lessThan = 0x3c
const blanks = new Set([0x09, 0x0a, 0x0d, 0x20])

/** All three services answer with a JSON object, or with nothing where there is nothing to say. */
function checkReadable(answer: Response, body: Uint8Array, method: string) {
  const first = body.find(byte => !blanks.has(byte))
  if (first === brace) return
  const status = answer.status
  if (first === undefined) {
    if (answer.ok && status !== 204 && method === 'GET') {
      throw new UnreadableAnswer(`The answer (HTTP ${status}) is empty.`, status)
    }
    return
  }
  const what = first === lessThan ? 'a web page or XML' : 'not in the service’s format'
  throw new UnreadableAnswer(
    `The answer (HTTP ${status}) is ${what}. Something between this browser and the service may have written it: a proxy, a sign-in page of the network, or a wrong endpoint in config.json.`,
    status,
  )
}
