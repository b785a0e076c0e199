import { expect, test } from 'vitest'
import { lineIndex } from '#src/domain/recipe/line-index.ts'
import { readRecipe } from '#src/domain/recipe/read-recipe.ts'
import { itemsAround, type OutlineItem, outlineItems } from './outline-items.ts'
import { outlineRows, treeMove } from './outline-tree.ts'

const yaml = `RecipeFormatVersion: '2020-01-25'
ComponentName: com.example.Hello
ComponentVersion: '1.2.0'
ComponentConfiguration:
  DefaultConfiguration:
    Port: 80
ComponentDependencies:
  com.example.Base:
    VersionRequirement: ^1.0.0
    DependencyType: SOFT
Manifests:
  - Name: Linux
    Platform:
      os: linux
    Lifecycle:
      run:
        Script: |-
          echo one
          echo two
    Artifacts:
      - Uri: s3://bucket/folder/app.zip
  - Lifecycle: {}
`

async function read(text: string): Promise<OutlineItem[]> {
  const { outline } = await readRecipe(text)
  return outlineItems(outline!, span => lineIndex(text).range(span))
}
const tree = (items: readonly OutlineItem[]): string[] =>
  items.flatMap(({ label, detail, children }) => [
    `${label} (${detail})`,
    ...tree(children).map(line => `  ${line}`),
  ])

const wanted = [
  'com.example.Hello (1.2.0)',
  'Configuration ()',
  '  Port (80)',
  'Dependencies (1)',
  '  com.example.Base (^1.0.0, soft)',
  'Manifests (2)',
  '  Linux (os: linux)',
  '    run (echo one echo two)',
  '    app.zip (artifact)',
  '  Manifest 2 (any platform)',
]

test('tells the parts of a recipe, the same in both formats', async () => {
  expect(tree(await read(yaml))).toEqual(wanted)
  const { document } = await readRecipe(yaml)
  const { nodeValue } = await import('#src/domain/recipe/document.ts')
  expect(tree(await read(JSON.stringify(nodeValue(document.root!), null, 2)))).toEqual(wanted)
})

test('knows what is around the cursor, and where to go', async () => {
  const items = await read(yaml)
  const around = itemsAround(items, { line: 18, column: 15 })
  expect(around.map(({ label }) => label)).toEqual(['Manifests', 'Linux', 'run'])
  expect(around.at(-1)?.mark).toEqual({ startLine: 16, startColumn: 7, endLine: 16, endColumn: 10 })
  // In the blanks before a line the cursor is at what stands there.
  expect(itemsAround(items, { line: 16, column: 1 }).map(({ label }) => label)).toEqual([
    'Manifests',
    'Linux',
    'run',
  ])
  expect(itemsAround(items, { line: 1, column: 3 })).toEqual([])
})

test('is walked by the keys of a tree', async () => {
  const items = await read(yaml)
  const all = outlineRows(items, new Set())
  const idOf = (label: string) => all.find(row => row.item.label === label)!.item.id
  expect(all.map(({ level }) => level)).toEqual([1, 1, 2, 1, 2, 1, 2, 3, 3, 2])
  expect(treeMove(all, idOf('Linux'), 'ArrowDown')).toEqual({ go: idOf('run') })
  expect(treeMove(all, idOf('run'), 'ArrowLeft')).toEqual({ go: idOf('Linux') })
  expect(treeMove(all, idOf('Linux'), 'ArrowLeft')).toEqual({ fold: idOf('Linux') })
  const folded = outlineRows(items, new Set([idOf('Linux')]))
  expect(folded).toHaveLength(all.length - 2)
  expect(treeMove(folded, idOf('Linux'), 'ArrowRight')).toEqual({ unfold: idOf('Linux') })
  expect(treeMove(all, idOf('Linux'), 'End')).toEqual({ go: idOf('Manifest 2') })
  expect(treeMove(all, idOf('Linux'), 'x')).toBeNull()
})
