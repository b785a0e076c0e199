import { describe, expect, it } from 'vitest'
import { parseNodeOptions, staticKeys, usage } from './node-options.ts'

describe('parseNodeOptions', () => {
  it('has defaults', () => {
    expect(parseNodeOptions([])).toEqual({
      kind: 'run',
      options: { port: 8787, host: '127.0.0.1', scenario: 'calm', seed: 1, devices: null, speed: 1 },
    })
  })

  it('reads flags in both forms', () => {
    const words = '--port 9000 --scenario=bad-release --devices 10000 --seed=7 --speed 0.5 --host ::1'.split(
      ' ',
    )
    expect(parseNodeOptions(words)).toEqual({
      kind: 'run',
      options: { port: 9000, host: '::1', scenario: 'bad-release', seed: 7, devices: 10_000, speed: 0.5 },
    })
  })

  it.each([
    ['--port', 'http'],
    ['--port', '70000'],
    ['--port', ''],
    ['--scenario', 'sunny'],
    ['--devices', '-1'],
    ['--seed', '1.5'],
    ['--speed', 'fast'],
    ['--colour', 'red'],
  ])('refuses %s %s and says why', (flag, value) => {
    expect(parseNodeOptions([flag, value])).toEqual({ kind: 'wrong', message: expect.stringContaining(flag) })
  })

  it('refuses a flag without its value', () => {
    expect(parseNodeOptions(['--port'])).toEqual({ kind: 'wrong', message: '--port needs a value' })
  })

  it('helps', () => {
    expect(parseNodeOptions(['--port', '1', '--help'])).toEqual({ kind: 'help' })
    for (const { accessKeyId, secretKey } of staticKeys) {
      expect(usage).toContain(accessKeyId)
      expect(usage).toContain(secretKey)
      // What the SDKs and the CLI take for well-formed.
      expect(accessKeyId).toMatch(/^[A-Z0-9]{20}$/)
      expect(secretKey).toHaveLength(40)
    }
  })
})
