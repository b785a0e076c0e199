import { describe, expect, it } from 'vitest'
import { IdempotencyCache } from './idempotency.ts'
import type { Answer } from './respond.ts'

const hour = 3_600_000
const answer = (body: string, status = 201): Answer => ({ status, headers: {}, body })

describe('IdempotencyCache', () => {
  it('replays the first answer for eight hours', async () => {
    const cache = new IdempotencyCache()
    let runs = 0
    const run = async () => answer(String(++runs))
    expect((await cache.once('k', 0, run)).body).toBe('1')
    expect((await cache.once('k', 7 * hour, run)).body).toBe('1')
    expect((await cache.once('other', 0, run)).body).toBe('2')
    expect((await cache.once('k', 8 * hour, run)).body).toBe('3')
  })

  it('does not keep failures', async () => {
    const cache = new IdempotencyCache()
    await expect(cache.once('k', 0, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect((await cache.once('k', 0, async () => answer('error', 400))).status).toBe(400)
    expect((await cache.once('k', 0, async () => answer('done'))).body).toBe('done')
  })

  it('refuses a second request while the first is running', async () => {
    const cache = new IdempotencyCache()
    let finish: (value: Answer) => void = () => undefined
    const first = cache.once('k', 0, () => new Promise(resolve => (finish = resolve)))
    await expect(cache.once('k', 0, async () => answer('second'))).rejects.toMatchObject({
      code: 'RequestAlreadyInProgressException',
      status: 400,
    })
    finish(answer('first'))
    expect((await first).body).toBe('first')
  })

  it('forgets with a new world', async () => {
    const cache = new IdempotencyCache()
    await cache.once('k', 0, async () => answer('old'))
    cache.clear()
    expect((await cache.once('k', 0, async () => answer('new'))).body).toBe('new')
  })
})
