import { expect, test } from 'vitest'
import { checkAgainstAccount, type KnownComponents, type KnownVersion } from './check-against-account.ts'
import { readRecipe } from './read-recipe.ts'

const recipe = (dependencies: Record<string, string>, version = '1.0.0') => `RecipeFormatVersion: '2020-01-25'
ComponentName: com.example.Own
ComponentVersion: ${version}
ComponentDependencies:
${Object.entries(dependencies)
  .map(([name, requirement]) => `  ${name}: { VersionRequirement: '${requirement}' }`)
  .join('\n')}
`
const account: Record<string, KnownVersion[]> = {
  'com.example.Base': [
    { version: '1.0.0', dependencies: [] },
    { version: '1.5.0', dependencies: [] },
  ],
  'com.example.Back': [
    { version: '2.0.0', dependencies: [{ name: 'com.example.Own', requirement: '^1.0.0' }] },
  ],
  'com.example.Far': [{ version: '1.0.0', dependencies: [{ name: 'com.example.Back', requirement: '*' }] }],
  'com.example.Old': [
    { version: '1.0.0', vendorGuidance: 'DISCONTINUED', vendorGuidanceMessage: 'Use 2.' },
    { version: '2.0.0', vendorGuidance: 'ACTIVE' },
  ],
  'com.example.Strict': [
    { version: '1.0.0', dependencies: [{ name: 'com.example.Base', requirement: '=1.0.0' }] },
  ],
  'com.example.Orphan': [
    { version: '1.0.0', dependencies: [{ name: 'com.example.Gone', requirement: '^1' }] },
  ],
}
const known: KnownComponents = {
  components: name =>
    name === 'com.example.Later' ? 'unknown' : account[name] ? { versions: account[name] } : 'none',
  taken: name => (name === 'com.example.Own' ? ['1.0.1', '1.1.0', '3.0.0'] : []),
  names: Object.keys(account),
}

async function check(dependencies: Record<string, string>, version?: string) {
  const text = recipe(dependencies, version)
  const read = await readRecipe(text, 'YAML')
  return checkAgainstAccount({ text, format: 'YAML', outline: read.outline, recipe: read.recipe }, known)
}

test.each([
  ['what is there', { 'com.example.Base': '^1.0.0' }, []],
  ['what is not looked up yet', { 'com.example.Later': '^1.0.0' }, []],
  ['what does not exist', { 'com.example.Bsae': '^1.0.0' }, ['dependency-missing']],
  ['what no version meets', { 'com.example.Base': '^2.0.0' }, ['dependency-unsatisfied']],
  ['what the vendor gave up', { 'com.example.Old': '^1.0.0' }, ['dependency-guidance']],
  ['what the vendor goes on with', { 'com.example.Old': '>=1.0.0' }, []],
  ['a loop', { 'com.example.Back': '^2.0.0' }, ['dependency-loop']],
  ['a long loop', { 'com.example.Far': '^1.0.0' }, ['dependency-loop']],
  [
    'a contradiction',
    { 'com.example.Base': '^1.5.0', 'com.example.Strict': '^1.0.0' },
    ['dependency-conflict'],
  ],
  ['a dependency that lacks one of its own', { 'com.example.Orphan': '^1.0.0' }, ['dependency-conflict']],
])('%s', async (_, dependencies: Record<string, string>, rules: string[]) => {
  expect((await check(dependencies)).map(({ rule }) => rule)).toEqual(rules)
})

test('a name that was misspelt and a range that is met by nothing are mended', async () => {
  const [missing] = await check({ 'com.example.Bsae': '^1.0.0' })
  expect(missing?.fix?.edits[0]?.text).toBe('com.example.Base')
  const [unmet] = await check({ 'com.example.Base': '^2.0.0' })
  expect(unmet?.fix).toMatchObject({ title: 'Change to ^1.5.0', edits: [{ text: "'^1.5.0'" }] })
  expect(unmet?.message).toContain('1.5.0, 1.0.0')
  const [given] = await check({ 'com.example.Old': '^1.0.0' })
  expect(given?.message).toContain('Use 2.')
})

test('a version that is taken offers the next ones that are free', async () => {
  const [problem] = await check({}, '1.0.1')
  expect(problem).toMatchObject({ rule: 'version-taken', severity: 'error', path: '/ComponentVersion' })
  const titles = [problem!.fix!, ...problem!.otherFixes!].map(({ title }) => title)
  expect(titles).toEqual(['Make it 1.0.2 (patch)', 'Make it 1.2.0 (minor)', 'Make it 2.0.0 (major)'])
})
