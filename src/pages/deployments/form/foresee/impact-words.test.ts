import { describe, expect, it } from 'vitest'
import type { DeviceComponentChange } from '#src/domain/impact.ts'
import { groupLines, readText } from './impact-words.ts'

const impact = (changes: DeviceComponentChange[]) => ({
  reached: true,
  applies: [],
  changes,
  contradictions: [],
  roots: [],
})

describe('impact in words', () => {
  it('says how much has been read', () => {
    expect(readText({ read: 0, of: 0 }, { read: 0, of: 0 })).toMatch(/^Listing/)
    expect(readText({ read: 3, of: 12 }, { read: 0, of: 0 })).toBe('Read 3 of 12 deployments')
    expect(readText({ read: 12, of: 12 }, { read: 1, of: 3 })).toBe(
      'Read 12 of 12 deployments and 1 of 3 groups',
    )
  })

  it('names versions, and all who ask where there are several', () => {
    expect(
      groupLines(
        impact([
          {
            name: 'App',
            change: 'updated',
            from: '1.0.0',
            to: '1.1.0',
            by: ['thinggroup/A', 'thinggroup/B'],
          },
          { name: 'New', change: 'added', from: null, to: '2.0.0', by: ['thinggroup/A'] },
          { name: 'Same', change: 'unchanged', from: '1.0.0', to: '1.0.0', by: ['thinggroup/A'] },
        ]),
      ),
    ).toEqual([
      'App is updated from 1.0.0 to 1.1.0; asked for by thinggroup/A and thinggroup/B',
      'New is added (2.0.0)',
    ])
  })

  it('says so when nothing changes', () => {
    expect(groupLines(impact([]))).toHaveLength(1)
  })
})
