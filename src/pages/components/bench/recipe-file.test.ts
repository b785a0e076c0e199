import { describe, expect, it } from 'vitest'
import { readRecipeFile } from './recipe-file.ts'

const file = (name: string, content: string | Uint8Array) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { name, size: bytes.byteLength, arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer }
}

describe('readRecipeFile', () => {
  it('takes JSON and YAML by their ending, and looks into anything else', async () => {
    expect(await readRecipeFile(file('a.json', '{}'))).toMatchObject({ ok: true, format: 'JSON', text: '{}' })
    expect(await readRecipeFile(file('a.b.YML', 'a: 1'))).toMatchObject({ ok: true, format: 'YAML' })
    expect(await readRecipeFile(file('a.txt', ' {"a":1}'))).toMatchObject({ ok: true, format: 'JSON' })
  })

  it('refuses other files, large ones, empty ones and binary ones, and says why', async () => {
    const saying = async (name: string, content: string | Uint8Array) => {
      const read = await readRecipeFile(file(name, content))
      return read.ok ? '' : read.message
    }
    expect(await saying('a.zip', 'x')).toMatch(/end in/)
    expect(await saying('recipe', 'x')).toMatch(/end in/)
    expect(await saying('a.yaml', '')).toMatch(/empty/)
    expect(await saying('a.yaml', 'x'.repeat(262_145))).toMatch(/257 KB/)
    expect(await saying('a.yaml', new Uint8Array([0xff, 0xfe, 0x00]))).toMatch(/UTF-8/)
  })
})
