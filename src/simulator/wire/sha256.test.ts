import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hex, hmacSha256, sha256, utf8 } from './sha256.ts'

describe('sha256', () => {
  it('gives the published digests', () => {
    // FIPS 180-4 examples: https://csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values
    expect(hex(sha256(utf8('')))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hex(sha256(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('agrees with Node at every length around the block borders', () => {
    for (let length = 0; length < 200; length++) {
      const data = Uint8Array.from({ length }, (_, index) => index * 7)
      expect(hex(sha256(data))).toBe(createHash('sha256').update(data).digest('hex'))
    }
  })

  it('agrees with Node on any key and data', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 100 }), (data, key) => {
        expect(hex(hmacSha256(key, data))).toBe(createHmac('sha256', key).update(data).digest('hex'))
      }),
      { numRuns: 60 },
    )
  })
})
