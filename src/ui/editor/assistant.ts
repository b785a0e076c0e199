import type { Answerer } from './answer-asks.ts'
import {
  type AskKind,
  type Asks,
  type AssistMessage,
  type AssistReply,
  type KnownComponents,
  nothingKnown,
} from './assist-protocol.ts'

/** Answers about the recipe that is being written, from a worker; where there is none to be had, on the main thread. */
export interface Assistant {
  ask<Kind extends AskKind>(kind: Kind, question: Asks[Kind]['question']): Promise<Asks[Kind]['answer']>
}

interface Waiting {
  kind: AskKind
  question: Asks[AskKind]['question']
  resolve(answer: unknown): void
}

interface Channel extends Assistant {
  know(known: KnownComponents): void
  close(): void
}

function openChannel(): Channel {
  let worker: Worker | null = null
  let here: Promise<Answerer> | null = null
  let known = nothingKnown
  let serial = 0
  const waiting = new Map<number, Waiting>()
  const answerHere = async (kind: AskKind, question: Asks[AskKind]['question']) => {
    here ??= import('./answer-asks.ts').then(({ createAnswerer }) => createAnswerer())
    const answerer = await here
    answerer.know(known)
    return answerer.answer(kind, question as Asks['complete']['question'])
  }
  const giveUpWorker = () => {
    worker?.terminate()
    worker = null
    for (const { kind, question, resolve } of waiting.values()) resolve(answerHere(kind, question))
    waiting.clear()
  }
  const post = (message: AssistMessage) => worker?.postMessage(message)
  try {
    worker = new Worker(new URL('./diagnostics-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<AssistReply>) => {
      const asked = waiting.get(data.id)
      waiting.delete(data.id)
      asked?.resolve('answer' in data ? data.answer : answerHere(asked.kind, asked.question))
    }
    worker.onerror = giveUpWorker
  } catch {
    worker = null
  }
  return {
    know(next) {
      known = next
      post({ kind: 'known', known })
    },
    ask(kind, question) {
      type Answer = Promise<Asks[typeof kind]['answer']>
      if (!worker) return answerHere(kind, question) as Answer
      serial += 1
      const id = serial
      const answer = new Promise<unknown>(resolve => waiting.set(id, { kind, question, resolve }))
      post({ id, kind, question } as AssistMessage)
      return answer as Answer
    },
    close: () => worker?.terminate(),
  }
}

let channel: Channel | null = null
let users = 0
let known = nothingKnown
const listeners = new Set<() => void>()

/** The assistant of this page, started when first needed. Whoever takes it must release it. */
export function holdAssistant(): { assistant: Assistant; release(): void } {
  users += 1
  let held = true
  return {
    assistant: { ask: askAssistant },
    release() {
      if (!held) return
      held = false
      users -= 1
      if (users > 0) return
      channel?.close()
      channel = null
    },
  }
}

/** Asks the assistant that somebody holds. */
export const askAssistant: Assistant['ask'] = (kind, question) => {
  if (!channel) {
    channel = openChannel()
    channel.know(known)
  }
  return channel.ask(kind, question)
}

/** Tells it what is known of components; null forgets it again. Who watches is told, and asks anew. */
export function setKnownComponents(next: KnownComponents | null): void {
  if ((next ?? nothingKnown) === known) return
  known = next ?? nothingKnown
  channel?.know(known)
  for (const listener of listeners) listener()
}

export const knownComponents = () => known

export function watchKnownComponents(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
