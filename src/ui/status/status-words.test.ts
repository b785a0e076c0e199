import { describe, expect, it } from 'vitest'
import { componentWords, derivedStateType, executionWords, serviceStateWords, spell } from './status-words.ts'

describe('status words', () => {
  it('treat success through a group and through a thing alike', () => {
    expect(executionWords('SUCCEEDED').type).toBe('success')
    expect(executionWords('COMPLETED').type).toBe('success')
  })

  it('never call ACTIVE good', () => {
    expect(serviceStateWords('ACTIVE').type).toBe('info')
  })

  it('show states that no table knows', () => {
    expect(componentWords('UNINSTALLING')).toEqual({ type: 'info', text: 'Uninstalling' })
    expect(executionWords('PAUSED_BY_X').text).toBe('Paused by x')
    expect(serviceStateWords('NEWER')).toEqual({ type: 'info', text: 'Newer' })
    expect(derivedStateType('other')).toBe('info')
    expect(spell('')).toBe('')
  })

  it('tell a component that recovers from one that is broken', () => {
    expect(componentWords('ERRORED').type).toBe('warning')
    expect(componentWords('BROKEN').type).toBe('error')
  })
})
