import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { virtualClock } from '../clock.ts'
import { createSimulator, type Simulator } from '../create-simulator.ts'
import { isControlPath } from '../wire/control.ts'
import { splitTarget, type WireRequest } from '../wire/request.ts'
import { type NodeOptions, parseNodeOptions, staticKeys, usage } from './node-options.ts'
import { hasBody } from './serve-port.ts'

/** No request of these services is larger; the deployment document of a large configuration has 6 MB. */
const largestBody = 12_000_000

/** Serves a simulator on a port of this machine. The answer is the server, listening, and its URL. */
export function serveNode(
  simulator: Simulator,
  port: number,
  host: string,
): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    answer(simulator, request, response).catch(() => response.destroy())
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      const { port: actual } = server.address() as AddressInfo
      const name = host.includes(':') ? `[${host}]` : host
      resolve({ server, url: `http://${name}:${actual}` })
    })
  })
}

async function answer(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { path, query } = splitTarget(request.url ?? '/')
  if (isControlPath(path) && !isLoopback(request.socket.remoteAddress ?? '')) {
    response.writeHead(403, { 'content-type': 'application/json' })
    response.end('{"message":"The simulator is steered from its own machine only."}')
    return
  }
  const body = await readBody(request)
  if (body === null) {
    response.writeHead(413, { 'content-type': 'application/json', 'x-amzn-errortype': 'RequestTooLarge' })
    response.end('{"message":"The request is too large."}')
    return
  }
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const wireRequest: WireRequest = {
    method: request.method ?? 'GET',
    path,
    query,
    host: request.headers.host ?? '',
    headers: readHeaders(request.rawHeaders),
    body,
  }
  const answered = await simulator.handle(wireRequest, gone.signal)
  const content = hasBody(answered.status) ? Buffer.from(await answered.arrayBuffer()) : null
  response.writeHead(answered.status, {
    ...Object.fromEntries(answered.headers),
    ...(content !== null && { 'content-length': content.length }),
  })
  response.end(content ?? undefined)
}

function readHeaders(raw: readonly string[]): Headers {
  const headers = new Headers()
  for (let i = 0; i + 1 < raw.length; i += 2) headers.append(raw[i] as string, raw[i + 1] as string)
  return headers
}

/** The whole body, or null if it is larger than any request may be. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= largestBody) chunks.push(chunk)
  }
  return size <= largestBody ? Buffer.concat(chunks) : null
}

const isLoopback = (address: string) =>
  address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')

/** The command line: starts a simulator and says how to reach it. The answer is the exit code of a failed start. */
export async function main(args: readonly string[]): Promise<number | undefined> {
  const parsed = parseNodeOptions(args)
  if (parsed.kind === 'help') {
    process.stdout.write(usage)
    return 0
  }
  if (parsed.kind === 'wrong') {
    process.stderr.write(`${parsed.message}\n\n${usage}`)
    return 2
  }
  const { options } = parsed
  const began = performance.now()
  const { port, host, speed, ...settings } = options
  const simulator = createSimulator({
    ...settings,
    ...(settings.devices === null ? {} : { devices: settings.devices }),
    clock: virtualClock({ speed }),
    staticKeys,
    observer: {
      failed: (error, operation) => process.stderr.write(`${operation}: ${describe(error)}\n`),
    },
  })
  try {
    const { server, url } = await serveNode(simulator, port, host)
    process.stdout.write(welcome(options, url, simulator, performance.now() - began))
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        server.closeAllConnections()
        server.close(() => process.exit(0))
      })
    }
    return undefined
  } catch (error) {
    const busy = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    process.stderr.write(
      busy
        ? `Port ${port} is taken. Choose another one with --port, or stop what listens there.\n`
        : `Cannot listen on ${host}:${port}: ${describe(error)}\n`,
    )
    return 1
  }
}

const describe = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))

function welcome(options: NodeOptions, url: string, simulator: Simulator, took: number): string {
  const [admin] = staticKeys
  const { scenario, seed } = options
  return `Greengrass simulator at ${url}
  scenario ${scenario}, seed ${seed}, ${simulator.world.cores.size} core devices, ready in ${(took / 1000).toFixed(1)} s

Try it with the AWS CLI (--help tells about a read-only key, Cognito and the control route):
  export AWS_ACCESS_KEY_ID=${admin?.accessKeyId} AWS_SECRET_ACCESS_KEY=${admin?.secretKey} AWS_DEFAULT_REGION=us-east-1
  aws greengrassv2 list-core-devices --endpoint-url ${url}

Stop with Ctrl+C.
`
}
