import { describe, expect, it } from 'vitest'
import { ageText, durationText, isoTime } from './time-text.ts'

describe('ageText', () => {
  it('reads in one unit, rounded down', () => {
    expect(ageText(0, 4_000)).toBe('just now')
    expect(ageText(0, 59_999)).toBe('59 s ago')
    expect(ageText(0, 179_999)).toBe('2 min ago')
    expect(ageText(0, 47 * 3_600_000)).toBe('47 h ago')
    expect(ageText(0, 49 * 3_600_000)).toBe('2 days ago')
  })

  it('tells a time to come', () => {
    expect(ageText(120_000, 0)).toBe('in 2 min')
  })
})

describe('durationText', () => {
  it('goes from seconds to years', () => {
    expect(durationText(90 * 86_400_000)).toBe('3 months')
    expect(durationText(800 * 86_400_000)).toBe('2 years')
  })
})

describe('isoTime', () => {
  it('has no answer for times no calendar knows', () => {
    expect(isoTime(0)).toBe('1970-01-01T00:00:00.000Z')
    expect(isoTime(9e15)).toBeUndefined()
  })
})
