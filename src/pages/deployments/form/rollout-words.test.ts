import { describe, expect, it } from 'vitest'
import { abortWords, rolloutWords } from './rollout-words.ts'

describe('rollout in words', () => {
  const constant = (maximumPerMinute: number) => ({ jobExecutionsRolloutConfig: { maximumPerMinute } })

  it('tells when the last device is told', () => {
    expect(rolloutWords(constant(10), 40)).toBe('All 40 devices are told after about 3 min.')
    expect(rolloutWords(undefined, 40)).toBe('All 40 devices are told at once.')
    expect(rolloutWords(constant(1), 1)).toBe('The one device is told at once.')
  })

  it('says nothing while the group is being counted, and what an empty group means', () => {
    expect(rolloutWords(undefined, null)).toBeNull()
    expect(rolloutWords(undefined, 0)).toMatch(/empty/)
  })

  it('calls a rate that waits for successes a lower bound', () => {
    const config = {
      jobExecutionsRolloutConfig: {
        exponentialRate: {
          baseRatePerMinute: 5,
          incrementFactor: 2,
          rateIncreaseCriteria: { numberOfSucceededThings: 10 },
        },
      },
    }
    expect(rolloutWords(config, 40)).toMatch(/at least/)
  })
})

describe('abort criterion in words', () => {
  const criterion = { failureType: 'FAILED', action: 'CANCEL', thresholdPercentage: 20 } as const

  it('names the number of failures that is enough', () => {
    expect(abortWords({ ...criterion, minNumberOfExecutedThings: 10 }, 40)).toBe(
      'Looked at once 10 devices have finished: then 2 that failed are enough to stop the rest.',
    )
  })

  it('warns of a minimum that the group cannot reach', () => {
    expect(abortWords({ ...criterion, minNumberOfExecutedThings: 100 }, 40)).toMatch(/never stops/)
  })
})
