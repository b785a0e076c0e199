import { answerControl, type Controlled } from './control.ts'
import { addCors } from './cors.ts'
import type { WireRequest } from './request.ts'
import type { Answer } from './respond.ts'

/** An answer with what all answers carry: a request id, the world's time (epoch ms), and CORS headers. */
export function respond(answer: Answer, requestId: string, worldNow: number): Response {
  const headers = new Headers(answer.headers)
  headers.set('x-amzn-requestid', requestId)
  headers.set('date', new Date(worldNow).toUTCString())
  addCors(headers)
  return new Response(answer.body, { status: answer.status, headers })
}

/** The control route answers pages of any origin: what it steers is on the caller's own machine. */
export function respondControl(request: WireRequest, controlled: Controlled): Response {
  const headers = new Headers({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'content-type',
    'access-control-allow-methods': 'GET,POST,DELETE,OPTIONS',
    'access-control-max-age': '7200',
    'cache-control': 'no-store',
  })
  if (request.method === 'OPTIONS') return new Response(null, { status: 200, headers })
  const { status, body, headers: own } = answerControl(request, controlled)
  for (const [name, value] of Object.entries(own)) headers.set(name, value)
  return new Response(body, { status, headers })
}
