import { describe, expect, it } from 'vitest'
import { publishReason } from './publish-reason.ts'

const fine = { readOnly: undefined, errors: 0, checked: true, tagComplaint: null, publishedVersion: null }

describe('publishReason', () => {
  it('lets a recipe without errors through', () => {
    expect(publishReason(fine)).toBeUndefined()
  })

  it('gives the reason that cannot be mended here first', () => {
    expect(publishReason({ ...fine, readOnly: 'Read-only.', errors: 3 })).toBe('Read-only.')
    expect(publishReason({ ...fine, publishedVersion: '1.0.0' })).toMatch(/published as 1\.0\.0/)
    expect(publishReason({ ...fine, checked: false })).toMatch(/being checked/)
    expect(publishReason({ ...fine, errors: 1, tagComplaint: 'Tag.' })).toMatch(/mend the error/)
    expect(publishReason({ ...fine, errors: 2 })).toMatch(/2 errors/)
    expect(publishReason({ ...fine, tagComplaint: 'Tag.' })).toBe('Tag.')
  })
})
