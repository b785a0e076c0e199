import { expect, it } from 'vitest'
import { reasonToWait } from './reason-to-wait.ts'

const clear = {
  hasErrors: false,
  baseline: 'ready',
  impact: 'ready',
  shown: false,
  goesWithout: false,
  agreedToContradictions: true,
} as const
const phases = ['off', 'reading', 'asked-first', 'failed'] as const

it('lets a deployment go whose effect is on screen', () => {
  expect(reasonToWait(clear)).toBeUndefined()
  expect(reasonToWait({ ...clear, baseline: 'none' })).toBeUndefined()
  // What the target has is asked about in the dialog then.
  expect(reasonToWait({ ...clear, baseline: 'failed' })).toBeUndefined()
})

it.each(phases)('waits for the effect while it is %s', impact => {
  expect(reasonToWait({ ...clear, impact })).toBeDefined()
  expect(reasonToWait({ ...clear, impact, goesWithout: true })).toBeUndefined()
  expect(reasonToWait({ ...clear, impact, shown: true })).toBeUndefined()
})

it('never goes past what is wrong, what is not known of the target, or a contradiction', () => {
  const brave = { ...clear, impact: 'failed', goesWithout: true } as const
  expect(reasonToWait({ ...brave, hasErrors: true })).toMatch(/put right/)
  expect(reasonToWait({ ...brave, baseline: 'loading' })).toMatch(/what the target has/)
  expect(reasonToWait({ ...brave, agreedToContradictions: false })).toMatch(/contradicting/)
})
