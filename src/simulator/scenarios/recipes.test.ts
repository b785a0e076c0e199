import { describe, expect, it } from 'vitest'
import { serviceRejects } from '#src/domain/recipe/check-recipe.ts'
import { formatRecipe } from '#src/domain/recipe/format-recipe.ts'
import { parseRecipe } from '#src/domain/recipe/parse-recipe.ts'
import { parseVersion, satisfies } from '#src/domain/version.ts'
import { withDigests } from '../operations/artifact-digests.ts'
import { ownComponents } from './components-own.ts'
import { publicComponents } from './components-public.ts'

const releases = [...ownComponents(), ...publicComponents()]
const title = ({ name, version }: { name: string; version: string }) => `${name} ${version}`

describe.each(releases.map(release => [title(release), release] as const))('%s', (_title, release) => {
  it.each(['JSON', 'YAML'] as const)('is a recipe without errors as %s', async format => {
    const text = await formatRecipe(release.recipe, format)
    expect(await serviceRejects(text)).toEqual([])
    const { problems, recipe } = await parseRecipe(text, format)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(recipe).toEqual(release.recipe)
  })
})

describe('the catalogue', () => {
  it('has every release once, with a semantic version and a newer one published later', () => {
    expect(new Set(releases.map(title)).size).toBe(releases.length)
    for (const release of releases) {
      expect(parseVersion(release.version)).not.toBeNull()
      const newer = releases.filter(({ name, age }) => name === release.name && age < release.age)
      for (const { version } of newer) expect(satisfies(version, `>${release.version}`)).toBe(true)
    }
  })

  it('holds a release for every dependency', () => {
    for (const { recipe } of releases)
      for (const { name, requirement } of recipe.dependencies) {
        const versions = releases.filter(release => release.name === name).map(({ version }) => version)
        expect(
          versions.some(version => satisfies(version, requirement)),
          `${name} ${requirement}`,
        ).toBe(true)
      }
  })

  it('shows what recipes can be: formats, platforms, Docker images, AWS artifacts, discontinued and failed releases', () => {
    const manifests = releases.flatMap(({ recipe }) => recipe.manifests)
    const uris = manifests.flatMap(({ artifacts }) => artifacts.map(({ uri }) => uri))
    expect(new Set(releases.map(({ format }) => format))).toEqual(new Set(['JSON', 'YAML']))
    expect(new Set(manifests.map(({ platform }) => platform.os))).toEqual(
      new Set(['linux', 'windows', 'darwin']),
    )
    expect(uris.some(uri => uri.startsWith('docker:'))).toBe(true)
    expect(uris.some(uri => uri.startsWith('greengrass:'))).toBe(true)
    expect(releases.some(({ discontinued }) => discontinued)).toBe(true)
    expect(releases.some(({ failed }) => failed)).toBe(true)
  })

  it('gets digests of 32 bytes, the same for the same artifact, and none for images', () => {
    const signed = releases.flatMap(({ recipe }) => withDigests(recipe).manifests.flatMap(m => m.artifacts))
    for (const { uri, digest } of signed) {
      if (uri.startsWith('docker:')) expect(digest).toBeUndefined()
      else expect(atob(digest ?? '')).toHaveLength(32)
    }
  })
})
