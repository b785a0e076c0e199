import { describe, expect, it } from 'vitest'
import { deployReason } from './deploy-reason.ts'

describe('deployReason', () => {
  it('lets deployable versions through, discontinued ones too, and states it has not heard of', () => {
    expect(deployReason({ state: 'DEPLOYABLE', vendorGuidance: 'ACTIVE' })).toBeUndefined()
    expect(deployReason({ state: 'DEPLOYABLE', vendorGuidance: 'DISCONTINUED' })).toBeUndefined()
    expect(deployReason({ state: 'SOMETHING_NEW', vendorGuidance: '' })).toBeUndefined()
  })

  it('says what stands in the way', () => {
    expect(deployReason(undefined)).toMatch(/not loaded/)
    expect(deployReason({ state: 'REQUESTED', vendorGuidance: '' })).toMatch(/still preparing/)
    expect(deployReason({ state: 'FAILED', vendorGuidance: '' })).toMatch(/could not prepare/)
    expect(deployReason({ state: 'DEPRECATED', vendorGuidance: '' })).toMatch(/deleted/)
    expect(deployReason({ state: 'DEPLOYABLE', vendorGuidance: 'DELETED' })).toMatch(/withdrawn/)
  })
})
