import { expect, test } from 'vitest'
import { createAnswerer } from './answer-asks.ts'
import type { KnownComponents } from './assist-protocol.ts'

const known: KnownComponents = {
  complete: true,
  components: [
    {
      name: 'com.example.Base',
      versions: [{ version: '2.1.0' }, { version: '2.0.0' }],
      allVersions: true,
    },
    { name: 'com.example.Partly', versions: [{ version: '3.0.0' }], allVersions: false },
  ],
  configurations: { 'com.example.Base': { port: 80 } },
}

const recipe = (name: string, requirement: string) => `RecipeFormatVersion: '2020-01-25'
ComponentName: com.example.Own
ComponentVersion: '1.0.0'
ComponentDependencies:
  ${name}:
    VersionRequirement: '${requirement}'
    DependencyType: HARD
Manifests:
  - Platform:
      os: linux
      runtime: '*'
    Lifecycle:
      run: echo {com.example.Base:configuration:/port}
`

async function rulesOf(text: string, facts: KnownComponents | null) {
  const answerer = createAnswerer()
  if (facts) answerer.know(facts)
  const { problems } = await answerer.answer('diagnose', { text, format: 'YAML' })
  return problems.map(({ rule }) => rule).filter(rule => rule.startsWith('dependency-'))
}

test('what the account holds is judged only where all of it is known', async () => {
  expect(await rulesOf(recipe('com.example.Base', '^9.0.0'), known)).toContain('dependency-unsatisfied')
  expect(await rulesOf(recipe('com.example.Base', '^2.0.0'), known)).toEqual([])
  expect(await rulesOf(recipe('com.example.Nowhere', '^2.0.0'), known)).toContain('dependency-missing')
  expect(await rulesOf(recipe('com.example.Partly', '^1.0.0'), known)).not.toContain('dependency-unsatisfied')
  expect(await rulesOf(recipe('com.example.Base', '^9.0.0'), null)).not.toContain('dependency-unsatisfied')
  expect(await rulesOf(recipe('com.example.Base', 'two'), known)).not.toContain('dependency-unsatisfied')
  const growing = { ...known, complete: false }
  expect(await rulesOf(recipe('com.example.Nowhere', '^2.0.0'), growing)).not.toContain('dependency-missing')
})

test('components are offered with their newest version, and half-typed text keeps what was read last', async () => {
  const answerer = createAnswerer()
  answerer.know(known)
  const whole = recipe('com.example.Base', '^2.0.0')
  await answerer.answer('diagnose', { text: whole, format: 'YAML' })
  const half = whole.replace('{com.example.Base:configuration:/port}', '{com')
  const offset = half.indexOf('{com') + 4
  const variables = await answerer.answer('complete', { text: half, format: 'YAML', offset })
  expect(variables.map(({ label }) => label)).toContain('{com.example.Base:configuration:/port}')

  const text = 'ComponentDependencies:\n  '
  const names = await answerer.answer('complete', { text, format: 'YAML', offset: text.length })
  expect(names.map(({ label, detail }) => `${label} ${detail}`)).toContain('com.example.Base 2.1.0')
})
