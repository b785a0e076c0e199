import { splitUrl, type WireRequest } from '../wire/request.ts'
import type { Port, PortAbort, PortError, PortRequest, PortResponse } from './port-messages.ts'

type Handle = (request: WireRequest, signal: AbortSignal) => Promise<Response>

/** Answers the requests that arrive at a port. */
export function servePort(port: Port, handle: Handle): void {
  const running = new Map<number, AbortController>()

  const answer = async (message: PortRequest, signal: AbortSignal) => {
    const response = await handle(readMessage(message), signal)
    const body = hasBody(response.status) ? await response.arrayBuffer() : null
    const reply: PortResponse = {
      id: message.id,
      status: response.status,
      headers: [...response.headers],
      body,
    }
    port.postMessage(reply, body === null ? [] : [body])
  }

  port.onmessage = ({ data }: MessageEvent<PortRequest | PortAbort>) => {
    if ('abort' in data) {
      running.get(data.abort)?.abort()
      return
    }
    const controller = new AbortController()
    running.set(data.id, controller)
    answer(data, controller.signal)
      .catch((error: unknown) => {
        const reply: PortError = {
          id: data.id,
          error: error instanceof Error ? error.message : String(error),
        }
        port.postMessage(reply)
      })
      .finally(() => running.delete(data.id))
  }
}

/** A Response with one of these statuses must not be given a body, not even an empty one. */
export const hasBody = (status: number) => status !== 204 && status !== 205 && status !== 304

function readMessage(message: PortRequest): WireRequest {
  return {
    ...splitUrl(message.url),
    method: message.method,
    headers: new Headers(message.headers),
    body: new Uint8Array(message.body ?? new ArrayBuffer(0)),
  }
}
