import type { Answer } from './respond.ts'
import { ServiceError } from './service-error.ts'

/** Answers are kept for eight hours. https://docs.aws.amazon.com/greengrass/v2/APIReference/API_CreateDeployment.html */
const keptForMs = 8 * 3_600_000
const mostKept = 5000

/**
 * Remembers what an operation answered to a client token, so that a client that lost an answer and asks again gets
 * the same answer and not a second deployment. SDKs send a token with every such call. Only successes are kept.
 */
export class IdempotencyCache {
  private readonly answers = new Map<string, { answer: Answer; until: number }>()
  private readonly running = new Set<string>()

  /** `now` is world time in epoch ms; `key` holds account, operation and token. */
  async once(key: string, now: number, run: () => Promise<Answer>): Promise<Answer> {
    const known = this.answers.get(key)
    if (known !== undefined && known.until > now) return known.answer
    if (this.running.has(key)) {
      throw new ServiceError(
        'RequestAlreadyInProgressException',
        'A request is already in progress for the specified clientToken.',
      )
    }
    this.running.add(key)
    try {
      const answer = await run()
      if (answer.status < 300) this.keep(key, answer, now + keptForMs)
      return answer
    } finally {
      this.running.delete(key)
    }
  }

  clear(): void {
    this.answers.clear()
  }

  private keep(key: string, answer: Answer, until: number): void {
    this.answers.delete(key)
    this.answers.set(key, { answer, until })
    if (this.answers.size <= mostKept) return
    const oldest = this.answers.keys().next().value
    if (oldest !== undefined) this.answers.delete(oldest)
  }
}
