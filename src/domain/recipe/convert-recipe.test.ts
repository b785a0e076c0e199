import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertRecipe, formatRecipeText } from './convert-recipe.ts'

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

  it('lists what is lost, line by line', async () => {
    const text = '# top\na: &x 1 # one\nb: !Sub y\n---\nc: 1\n'
    expect((await converted(text, 'YAML', 'JSON')).lost).toEqual([
      'The comment "# top" (line 1).',
      'The comment "# one" (line 2).',
      'An anchor (line 2).',
      'A tag (line 3).',
      'All documents after the first (line 4).',
    ])
    expect((await converted('{"a":1,"a":2}', 'JSON', 'YAML')).lost).toEqual([
      'The first value of a key that is given twice (line 1).',
    ])
  })

  it('keeps the comments of JSON, which YAML can hold', async () => {
    const text = '{\n  // why\n  "a": 1, /* so */\n  "b": [1] // end\n}'
    const yaml = await converted(text, 'JSON', 'YAML')
    expect(yaml).toMatchObject({ lost: [], lostComments: false })
    expect(yaml.text).toBe('# why\na: 1\n# so\nb:\n  - 1\n\n# end\n')
    expect((await converted(yaml.text, 'YAML', 'JSON')).text).toBe('{\n  "a": 1,\n  "b": [\n    1\n  ]\n}\n')
  })

  it('keeps numbers as they are written', async () => {
    const json = await converted('a: 1.0\nb: 12345678901234567890\nc: 1.50', 'YAML', 'JSON')
    expect(json.text).toBe('{\n  "a": 1.0,\n  "b": 12345678901234567890,\n  "c": 1.50\n}\n')
    expect((await converted(json.text, 'JSON', 'YAML')).text).toBe(
      'a: 1.0\nb: 12345678901234567890\nc: 1.50\n',
    )
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
        expect((await converted(json.text, 'JSON', 'YAML')).text).toBe(yaml.text)
      }),
      { numRuns: 150 },
    )
  })
})

describe('formatRecipeText', () => {
  it('lays YAML out afresh and keeps its comments', async () => {
    const text = '# top\na:     1   # one\nb:\n      - x\n      # two\n      -   y\nc: |\n    keep # this\n'
    const formatted = await formatRecipeText(text, 'YAML')
    expect(formatted).toEqual({
      ok: true,
      text: '# top\na: 1 # one\nb:\n  - x\n  # two\n  - y\nc: |\n  keep # this\n',
    })
  })

  it('lays JSON out with two blanks', async () => {
    expect(await formatRecipeText('{"a":[1,{}],"b":1.0}', 'JSON')).toEqual({
      ok: true,
      text: '{\n  "a": [\n    1,\n    {}\n  ],\n  "b": 1.0\n}\n',
    })
  })

  it('leaves alone what cannot be read', async () => {
    expect(await formatRecipeText('{"a": }', 'JSON')).toMatchObject({ ok: false, offset: 6 })
    expect(await formatRecipeText('a: [', 'YAML')).toMatchObject({ ok: false })
    expect(await formatRecipeText('a: 1\n---\nb: 2', 'YAML')).toMatchObject({ ok: false })
  })

  it('is done when it is done once', async () => {
    const text = 'a: yes\nb: 017\nc: 12:30\nd: 2020-01-25\ne: "on"\nf: >-\n  x\n  y\n'
    const once = await formatRecipeText(text, 'YAML')
    expect(once.ok && (await formatRecipeText(once.text, 'YAML'))).toEqual(once)
  })
})
