import { describe, expect, it } from 'vitest'
import type { ListState } from '#src/ui/list/list-state.ts'
import { attentionScope } from './attention-scope.ts'

const state = (phase: ListState['phase'], complete = true): ListState => ({
  phase,
  complete,
  retry() {},
  asOf: null,
  refreshing: false,
})

describe('attentionScope', () => {
  it('says what it was drawn from', () => {
    expect(attentionScope(state('ready'), state('ready'), 12)).toEqual({
      covers: 'From all core devices and the 12 newest deployments in force',
      blind: [],
      phase: 'ready',
      complete: true,
    })
  })

  it('goes on with what there is, and names what it cannot see', () => {
    const scope = attentionScope(state('failed', false), state('ready'), 1)
    expect(scope.phase).toBe('ready')
    expect(scope.covers).toBe('From the newest deployment in force')
    expect(scope.blind).toEqual(['Core devices could not be read, so none is counted here.'])
    expect(scope.complete).toBe(false)
  })

  it('never tells a part as the whole', () => {
    expect(attentionScope(state('ready', false), state('ready'), 3).covers).toContain('read so far')
    expect(attentionScope(state('loading', false), state('ready'), 3).covers).toMatch(/^Reading/)
  })

  it('claims nothing when it sees nothing', () => {
    expect(attentionScope(state('failed', false), state('failed', false), 0).covers).toContain('nothing')
    expect(attentionScope(state('loading', false), state('loading', false), 0).phase).toBe('loading')
  })
})
