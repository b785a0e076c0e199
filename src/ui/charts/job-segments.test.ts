import { describe, expect, it } from 'vitest'
import { jobSegments, segmentSummary } from './job-segments.ts'

const counts = {
  queued: 4,
  inProgress: 0,
  succeeded: 34,
  failed: 2,
  rejected: 0,
  timedOut: 0,
  canceled: 0,
  removed: 0,
}

describe('jobSegments', () => {
  it('leave out what is nothing and add up to the target', () => {
    const segments = jobSegments(counts, 100)
    expect(segments.map(segment => segment.key)).toEqual(['succeeded', 'failed', 'queued', 'unreached'])
    expect(segments.reduce((sum, segment) => sum + segment.count, 0)).toBe(100)
  })

  it('have no unreached part where the size is not known, or devices have left the group', () => {
    expect(jobSegments(counts).some(segment => segment.key === 'unreached')).toBe(false)
    expect(jobSegments(counts, 10).some(segment => segment.key === 'unreached')).toBe(false)
  })

  it('read as a sentence', () => {
    expect(segmentSummary(jobSegments(counts))).toBe('34 succeeded, 2 failed, 4 queued of 40')
    expect(segmentSummary([])).toBe('no device yet')
  })
})
