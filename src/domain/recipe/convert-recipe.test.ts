import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertRecipe } from './convert-recipe.ts'

async function converted(text: string, from: 'JSON' | 'YAML', to: 'JSON' | 'YAML') {
  const result = await convertRecipe(text, from, to)
  if (!result.ok) throw new Error(result.message)
  return result
}

describe('convertRecipe', () => {
  it('keeps order, unknown keys and text that looks like something else', async () => {
    const yaml = "b: '1.0'\na:\n  - '2020-01-25'\n  - 'yes'\nX-Own: null\n"
    const json = await converted(yaml, 'YAML', 'JSON')
    expect(json.text).toBe(
      '{\n  "b": "1.0",\n  "a": [\n    "2020-01-25",\n    "yes"\n  ],\n  "X-Own": null\n}\n',
    )
    const back = await converted(json.text, 'JSON', 'YAML')
    expect((await converted(back.text, 'YAML', 'JSON')).text).toBe(json.text)
  })

  it('tells whether comments are lost, and knows a comment from a script', async () => {
    expect((await converted('a: 1 # one', 'YAML', 'JSON')).lostComments).toBe(true)
    expect((await converted('a: |\n  # echo\n  ls # x\nb: "#"\n', 'YAML', 'JSON')).lostComments).toBe(false)
    expect((await converted('{"a":1}', 'JSON', 'YAML')).lostComments).toBe(false)
  })

  it('says where it cannot be read, instead of losing a part', async () => {
    expect(await convertRecipe('{"a": ', 'JSON', 'YAML')).toMatchObject({ ok: false })
    expect(await convertRecipe('a: [1', 'YAML', 'JSON')).toMatchObject({ ok: false })
    expect(await convertRecipe('', 'YAML', 'JSON')).toMatchObject({ ok: false, offset: 0 })
  })

  it('brings any JSON document through YAML and back', async () => {
    const keys = fc.string({ minLength: 1 }).filter(key => key !== '__proto__')
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constantFrom(
          null,
          'yes',
          '017',
          '1e3',
          '12:30',
          '2020-01-25',
          '*x',
          '{a}',
          '- b',
          'c: d',
          ' e',
          'f\n',
        ),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 3 }),
      ),
    }))
    await fc.assert(
      fc.asyncProperty(fc.dictionary(keys, value, { maxKeys: 4, noNullPrototype: true }), async document => {
        const yaml = await converted(JSON.stringify(document), 'JSON', 'YAML')
        const json = await converted(yaml.text, 'YAML', 'JSON')
        expect(JSON.parse(json.text)).toEqual(JSON.parse(JSON.stringify(document)))
      }),
      { numRuns: 150 },
    )
  })
})
