import { describe, expect, it } from 'vitest'
import { toggledKeys, wholeSelection } from './fleet-selection.ts'

describe('toggledKeys', () => {
  it('puts in, takes out, and replaces where only one may be chosen', () => {
    expect([...toggledKeys(new Set(['a']), 'b', false)]).toEqual(['a', 'b'])
    expect([...toggledKeys(new Set(['a', 'b']), 'a', false)]).toEqual(['b'])
    expect([...toggledKeys(new Set(['a']), 'b', true)]).toEqual(['b'])
  })
})

describe('wholeSelection', () => {
  const rows = ['a', 'b', 'c', 'd']
  const view = Uint32Array.of(0, 2)
  const whole = (keys: string[], disabled?: (row: string) => boolean) => {
    let chosen: ReadonlySet<string> = new Set(keys)
    const selection = {
      keys: chosen,
      onChange: (next: ReadonlySet<string>) => {
        chosen = next
      },
      ...(disabled ? { disabled } : {}),
    }
    const state = wholeSelection(selection, rows, view, row => row)
    return { state, chosen: () => [...chosen].sort() }
  }

  it('chooses what is in view and keeps what was chosen out of view', () => {
    const { state, chosen } = whole(['d'])
    expect([state.checked, state.mixed]).toEqual([false, true])
    state.toggle()
    expect(chosen()).toEqual(['a', 'c', 'd'])
  })

  it('takes out exactly what is in view', () => {
    const { state, chosen } = whole(['a', 'c', 'd'])
    expect(state.checked).toBe(true)
    state.toggle()
    expect(chosen()).toEqual(['d'])
  })

  it('leaves out rows that cannot be chosen', () => {
    const { state, chosen } = whole([], row => row === 'a')
    state.toggle()
    expect(chosen()).toEqual(['c'])
  })
})
