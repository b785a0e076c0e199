import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Credentials, createCredentialProvider } from './credentials.ts'

const hour = 3_600_000

function setUp(life = hour) {
  let now = 0
  let asked = 0
  let broken: Error | null = null
  const source = async (): Promise<Credentials> => {
    asked += 1
    if (broken) throw broken
    return { accessKeyId: `key ${asked}`, secretAccessKey: 's', expiration: new Date(now + life) }
  }
  const provide = createCredentialProvider(source, () => now)
  return {
    provide,
    asked: () => asked,
    move: (ms: number) => {
      now += ms
    },
    breakSource: (error: Error | null) => {
      broken = error
    },
  }
}

test('calls that come together share one request', async () => {
  const { provide, asked } = setUp()
  const keys = await Promise.all([provide(), provide(), provide()])
  expect(new Set(keys.map(key => key.accessKeyId))).toEqual(new Set(['key 1']))
  expect(asked()).toBe(1)
})

test('credentials are renewed before they end', async () => {
  const { provide, asked, move } = setUp()
  await provide()
  move(hour - 5 * 60_000 - 1)
  await provide()
  expect(asked()).toBe(1)
  move(1)
  expect((await provide()).accessKeyId).toBe('key 2')
})

test('short-lived credentials are not asked for with every call', async () => {
  const { provide, asked, move } = setUp(60_000)
  await provide()
  move(40_000)
  await provide()
  expect(asked()).toBe(1)
  move(10_000)
  await provide()
  expect(asked()).toBe(2)
})

test('if renewing fails for the moment the old ones serve as long as they last', async () => {
  const { provide, move, breakSource } = setUp()
  await provide()
  move(hour - 60_000)
  breakSource(new Error('offline'))
  expect((await provide()).accessKeyId).toBe('key 1')
  move(60_000)
  await expect(provide()).rejects.toThrow('offline')
  breakSource(null)
  expect((await provide()).accessKeyId).toBe('key 4')
})

test('what was asked for before a sign-out is not kept', async () => {
  const { provide, asked } = setUp()
  const early = provide()
  provide.forget()
  await early
  expect(provide.current()).toBeNull()
  await provide()
  expect(asked()).toBe(2)
})

test('nobody ever gets credentials that are over while the source works', async () => {
  const steps = fc.array(fc.integer({ min: 0, max: 2 * hour }), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1_000, max: 12 * hour }), async (waits, life) => {
      const { provide, move } = setUp(life)
      let now = 0
      for (const wait of waits) {
        move(wait)
        now += wait
        const { expiration } = await provide()
        expect(expiration?.getTime()).toBeGreaterThan(now)
      }
    }),
  )
})
