import { describe, expect, it } from 'vitest'
import { demoLink, readWhole } from './demo-link.ts'

describe('demoLink', () => {
  it('carries all that makes the fleet the same', () => {
    expect(
      demoLink('https://m.example', { scenario: 'bad-release', seed: 7, devices: 10_000, speed: 60 }),
    ).toBe('https://m.example/?scenario=bad-release&seed=7&speed=60&devices=10000')
  })

  it('leaves out what is usual', () => {
    expect(demoLink('https://m.example', { scenario: 'calm', seed: 1, devices: null, speed: 1 })).toBe(
      'https://m.example/?scenario=calm&seed=1',
    )
  })
})

describe('readWhole', () => {
  it('reads numbers in range and explains others', () => {
    expect(readWhole(' 40 ', 0, 100)).toEqual({ value: 40 })
    expect(readWhole('1e3', 0, 100)).toEqual({ problem: 'Enter a whole number.' })
    expect(readWhole('101', 0, 100)).toEqual({ problem: 'Enter a number from 0 to 100.' })
  })
})
