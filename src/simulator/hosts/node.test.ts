import { request as httpRequest } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { Simulator } from '../create-simulator.ts'
import type { WireRequest } from '../wire/request.ts'
import { main, serveNode } from './node.ts'

type Handle = Simulator['handle']
const open: { close(): void }[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

async function serve(handle: Handle, port = 0) {
  const { server, url } = await serveNode({ handle } as Simulator, port, '127.0.0.1')
  open.push(server)
  return url
}

describe('serveNode', () => {
  it('hands the request target on as it was sent', async () => {
    const seen: WireRequest[] = []
    const url = await serve(async request => {
      seen.push(request)
      return new Response('{}', { status: 201, headers: { 'x-amzn-requestid': 'r' } })
    })
    // fetch would tidy up the path; a raw request does not.
    const status = await new Promise(resolve => {
      const { port } = new URL(url)
      const sent = httpRequest(
        {
          port,
          method: 'POST',
          path: '/a/../%2e%2e/b%2Fc//d?x=1 2'.replace(' ', '%20'),
          headers: { 'X-A': 'v' },
        },
        response => resolve(response.statusCode),
      )
      sent.end('body')
    })
    expect(status).toBe(201)
    expect(seen[0]).toMatchObject({ method: 'POST', path: '/a/../%2e%2e/b%2Fc//d', query: 'x=1%202' })
    expect(seen[0]?.headers.get('x-a')).toBe('v')
    expect(new TextDecoder().decode(seen[0]?.body)).toBe('body')
  })

  it('sends no body with a 204', async () => {
    const url = await serve(async () => new Response(null, { status: 204 }))
    const answer = await fetch(url, { method: 'DELETE' })
    expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([204, '', null])
  })

  it('drops the connection when there is no answer', async () => {
    const url = await serve(() => Promise.reject(new TypeError('Failed to fetch')))
    await expect(fetch(url)).rejects.toThrow(TypeError)
  })

  it('tells the simulator when the caller has gone', async () => {
    let gone: (value: string) => void = () => undefined
    const noticed = new Promise(resolve => (gone = resolve))
    const caller = new AbortController()
    const url = await serve(
      (_request, signal) =>
        new Promise(() => {
          signal?.addEventListener('abort', () => gone('gone'))
          caller.abort()
        }),
    )
    await expect(fetch(url, { signal: caller.signal })).rejects.toThrow()
    expect(await noticed).toBe('gone')
  })

  it('refuses a body that no request of these services has', async () => {
    const url = await serve(async () => new Response('{}'))
    const answer = await fetch(url, { method: 'POST', body: new Uint8Array(12_000_001) })
    expect(answer.status).toBe(413)
  })
})

describe('main', () => {
  const captured = async (args: string[]) => {
    const written: string[] = []
    const { write } = process.stderr
    const { write: writeOut } = process.stdout
    const collect = (text: unknown) => {
      written.push(String(text))
      return true
    }
    process.stderr.write = collect
    process.stdout.write = collect
    try {
      return { code: await main(args), text: written.join('') }
    } finally {
      process.stderr.write = write
      process.stdout.write = writeOut
    }
  }

  it('explains itself, and what is wrong with a flag', async () => {
    expect(await captured(['--help'])).toEqual({ code: 0, text: expect.stringContaining('--scenario') })
    const wrong = await captured(['--scenario', 'sunny'])
    expect(wrong.code).toBe(2)
    expect(wrong.text).toContain('--scenario must be one of calm')
    expect(wrong.text).toContain('Usage:')
  })

  it('says that a port is taken', async () => {
    const url = await serve(async () => new Response('{}'))
    const { port } = new URL(url)
    const { code, text } = await captured(['--port', port, '--scenario', 'empty'])
    expect(code).toBe(1)
    expect(text).toContain(`Port ${port} is taken`)
  })
})
