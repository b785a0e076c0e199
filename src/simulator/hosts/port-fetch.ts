import type { Port, PortAbort, PortError, PortRequest, PortResponse } from './port-messages.ts'

export interface SimulatorConnection {
  /** Reaches the simulator whatever the URL's host is: the path says which service is meant. */
  fetch: typeof fetch
  /** True if other tabs see the same world. */
  shared: boolean
}

/** Starts the simulator, or joins the one that another tab has started. */
export function connectSimulator(): SimulatorConnection {
  const name = 'meadow-simulator'
  if (typeof SharedWorker === 'function') {
    const worker = new SharedWorker(new URL('./worker.ts', import.meta.url), { type: 'module', name })
    return { fetch: portFetch(worker.port, worker), shared: true }
  }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name })
  return { fetch: portFetch(worker, worker), shared: false }
}

interface Waiting {
  resolve(response: Response): void
  reject(reason: unknown): void
}

/** A `fetch` whose network is a message port. `worker` is where a failure to start is reported. */
export function portFetch(port: Port, worker?: Pick<EventTarget, 'addEventListener'>): typeof fetch {
  const waiting = new Map<number, Waiting>()
  let broken: TypeError | null = null
  let lastId = 0

  port.onmessage = ({ data }: MessageEvent<PortResponse | PortError>) => {
    const call = waiting.get(data.id)
    if (call === undefined) return
    waiting.delete(data.id)
    if ('error' in data) call.reject(new TypeError(data.error))
    else call.resolve(new Response(data.body, { status: data.status, headers: data.headers }))
  }
  worker?.addEventListener('error', () => {
    broken = new TypeError('The demo service could not be started in this browser.')
    for (const call of waiting.values()) call.reject(broken)
    waiting.clear()
  })

  return async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    const body = request.body === null ? null : await request.arrayBuffer()
    if (broken !== null) throw broken
    request.signal.throwIfAborted()
    const id = ++lastId
    return new Promise<Response>((resolve, reject) => {
      const abort = () => {
        if (!waiting.delete(id)) return
        const message: PortAbort = { abort: id }
        port.postMessage(message)
        reject(request.signal.reason)
      }
      request.signal.addEventListener('abort', abort, { once: true })
      const done = () => request.signal.removeEventListener('abort', abort)
      waiting.set(id, {
        resolve: response => {
          done()
          resolve(response)
        },
        reject: reason => {
          done()
          reject(reason)
        },
      })
      const { method, url } = request
      const message: PortRequest = { id, method, url, headers: [...request.headers], body }
      port.postMessage(message, body === null ? [] : [body])
    })
  }
}
