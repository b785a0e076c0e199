import { expect, it } from 'vitest'
import { platformSummary } from './platform-summary.ts'

const platform = (attributes: Record<string, string>) => ({ name: '', attributes })

it('says systems with their architectures, and leaves out what takes all of them', () => {
  expect(platformSummary([])).toBe('')
  expect(
    platformSummary([
      platform({ os: 'linux', architecture: 'amd64' }),
      platform({ os: 'linux', architecture: 'aarch64' }),
      platform({ os: 'windows', runtime: '*' }),
    ]),
  ).toBe('linux (amd64, aarch64), windows')
  expect(platformSummary([platform({ os: 'linux', architecture: 'arm' }), platform({ os: 'linux' })])).toBe(
    'linux',
  )
  expect(platformSummary([platform({ os: '*' }), platform({})])).toBe('any system')
})
