import { describe, expect, it } from 'vitest'
import { faultSentence } from './fault-words.ts'

describe('faultSentence', () => {
  it('says which call fails how', () => {
    expect(faultSentence({ kind: 'status-500', operation: 'CreateDeployment', remaining: 1 })).toBe(
      'The next CreateDeployment: internal error (500)',
    )
    expect(faultSentence({ kind: 'throttle', operation: '*', remaining: null })).toBe(
      'Every call, whichever it is: throttling',
    )
    expect(faultSentence({ kind: 'new-kind', operation: 'DescribeJob', remaining: 3 })).toBe(
      'The next 3 calls of DescribeJob: new-kind',
    )
  })
})
