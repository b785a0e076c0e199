import type { Mischief } from './faults.ts'
import { type Answer, errorAnswer, jsonAnswer } from './respond.ts'
import type { ServiceName } from './types.ts'

/** How a delayed answer waits; rejects when the signal aborts. */
export type Wait = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** Does what a fault says; null means that the request goes on as if nothing had been. */
export async function enact(
  mischief: Mischief,
  service: ServiceName,
  requestId: string,
  wait: Wait,
  signal: AbortSignal | undefined,
): Promise<Answer | null> {
  switch (mischief.kind) {
    case 'error':
      return errorAnswer(mischief.error, service, requestId)
    case 'answer':
      return jsonAnswer(mischief.status, mischief.body, mischief.contentType)
    case 'delay':
      await wait(mischief.milliseconds, signal)
      return null
    case 'drop':
      throw new TypeError('Failed to fetch')
    case 'never':
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
      })
  }
}

/** The only timer here: a fault that makes an answer late has to wait somewhere. */
export function timeout(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        reject(signal.reason)
      },
      { once: true },
    )
  })
}
