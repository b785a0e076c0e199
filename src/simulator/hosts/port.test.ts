import { describe, expect, it } from 'vitest'
import type { WireRequest } from '../wire/request.ts'
import { portFetch } from './port-fetch.ts'
import type { Port } from './port-messages.ts'
import { servePort } from './serve-port.ts'

type Handle = (request: WireRequest, signal: AbortSignal) => Promise<Response>

function connect(handle: Handle) {
  const { port1, port2 } = new MessageChannel()
  servePort(port1 as unknown as Port, handle)
  const close = () => {
    port1.close()
    port2.close()
  }
  return { fetch: portFetch(port2 as unknown as Port), close }
}

async function through<T>(handle: Handle, use: (fetch: typeof globalThis.fetch) => Promise<T>): Promise<T> {
  const connection = connect(handle)
  try {
    return await use(connection.fetch)
  } finally {
    connection.close()
  }
}

const url = 'https://greengrass.us-east-1.amazonaws.com/greengrass/v2/components/a%3Ab?x=1%202'

describe('portFetch and servePort', () => {
  it('carry a request and its answer as they are', async () => {
    const seen: WireRequest[] = []
    const handle: Handle = async request => {
      seen.push(request)
      return new Response('{"ok":"é"}', { status: 201, headers: { 'x-amzn-requestid': 'r' } })
    }
    const response = await through(handle, fetch =>
      fetch(url, { method: 'POST', headers: { 'x-amz-date': 'd' }, body: 'body' }),
    )
    expect(response.status).toBe(201)
    expect(response.headers.get('x-amzn-requestid')).toBe('r')
    expect(await response.json()).toEqual({ ok: 'é' })
    expect(seen[0]).toMatchObject({
      method: 'POST',
      path: '/greengrass/v2/components/a%3Ab',
      query: 'x=1%202',
      host: 'greengrass.us-east-1.amazonaws.com',
    })
    expect(seen[0]?.headers.get('x-amz-date')).toBe('d')
    expect(new TextDecoder().decode(seen[0]?.body)).toBe('body')
  })

  it.each([204, 304])('carry a %d, which has no body', async status => {
    const handle: Handle = async () => new Response(null, { status })
    const response = await through(handle, fetch => fetch(url, { method: 'DELETE' }))
    expect([response.status, await response.text()]).toEqual([status, ''])
  })

  it('keep many answers apart, whatever their order', async () => {
    const gates: (() => void)[] = []
    const handle: Handle = request =>
      new Promise(resolve => {
        gates.push(() => resolve(new Response(request.query)))
        if (gates.length === 3) for (const open of gates.toReversed()) open()
      })
    const texts = await through(handle, fetch =>
      Promise.all(['a', 'b', 'c'].map(async name => (await fetch(`https://h/?${name}`)).text())),
    )
    expect(texts).toEqual(['a', 'b', 'c'])
  })

  it('turn a failure into what fetch throws', async () => {
    const handle: Handle = () => Promise.reject(new TypeError('Failed to fetch'))
    await expect(through(handle, fetch => fetch(url))).rejects.toThrow(TypeError)
  })

  it('abort on both sides', async () => {
    let aborted: (reason: unknown) => void = () => undefined
    const abortedThere = new Promise(resolve => (aborted = resolve))
    const controller = new AbortController()
    const handle: Handle = (_request, signal) =>
      new Promise(() => {
        signal.addEventListener('abort', () => aborted('aborted'))
        controller.abort()
      })
    await through(handle, async fetch => {
      await expect(fetch(url, { signal: controller.signal })).rejects.toThrow(/abort/i)
      expect(await abortedThere).toBe('aborted')
    })
  })

  it('do not send what was aborted before', async () => {
    const handle: Handle = () => Promise.reject(new Error('was asked'))
    const asked = through(handle, fetch => fetch(url, { signal: AbortSignal.abort(new Error('too late')) }))
    await expect(asked).rejects.toThrow('too late')
  })

  it('fail at once when the worker could not start', async () => {
    const worker = new EventTarget()
    const port: Port = { postMessage: () => undefined, onmessage: null }
    const fetch = portFetch(port, worker)
    const waiting = fetch(url)
    await Promise.resolve()
    worker.dispatchEvent(new Event('error'))
    await expect(waiting).rejects.toThrow('could not be started')
    await expect(fetch(url)).rejects.toThrow('could not be started')
  })
})
