import { describe, expect, it } from 'vitest'
import { artifactRange } from './artifact-places.ts'

describe('artifactRange', () => {
  it('finds the URI, not a comment about it and not a longer one', () => {
    const text = '# - Uri: s3://b/a.zip\n- Uri: s3://b/a.zip.sig\n- Uri: s3://b/a.zip\n'
    expect(artifactRange(text, 's3://b/a.zip')).toEqual({
      startLine: 3,
      startColumn: 8,
      endLine: 3,
      endColumn: 20,
    })
  })

  it('knows when it is not there', () => {
    expect(artifactRange('Uri: s3://b/a.zip', 's3://c')).toBeNull()
    expect(artifactRange('anything', '')).toBeNull()
  })
})
