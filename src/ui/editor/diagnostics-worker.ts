import { createAnswerer } from './answer-asks.ts'
import type { AssistMessage, AssistReply } from './assist-protocol.ts'

const answerer = createAnswerer()

/** Checks, completes and explains a recipe off the main thread. */
self.onmessage = async ({ data }: MessageEvent<AssistMessage>) => {
  if (data.kind === 'known') {
    answerer.know(data.known)
    return
  }
  const { id, kind, question } = data
  const answer = await answerer.answer(kind, question).catch(() => undefined)
  const reply: AssistReply = answer === undefined ? { id } : { id, answer }
  self.postMessage(reply)
}
