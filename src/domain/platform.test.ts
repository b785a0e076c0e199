import { expect, test } from 'vitest'
import { chooseManifest, isCatchAll, matchesPlatform } from './platform.ts'
import type { RecipeManifest } from './recipe/recipe.ts'

const pi = {
  os: 'linux',
  architecture: 'arm',
  'architecture.detail': 'armv7l',
  runtime: 'aws_nucleus_classic',
}

test.each<[Record<string, string>, boolean]>([
  [{}, true],
  [{ os: 'linux' }, true],
  [{ os: 'windows' }, false],
  [{ os: 'linux', architecture: 'amd64' }, false],
  [{ os: '*' }, true],
  [{ os: 'all' }, true],
  [{ architecture: 'any' }, true],
  [{ runtime: 'all' }, false],
  [{ os: '/linux|darwin/' }, true],
  [{ os: '/lin/' }, false],
  [{ 'architecture.detail': '/armv[67]l/' }, true],
  [{ os: '/[/' }, false],
  [{ OS: 'linux' }, false],
  [{ 'com.example.gpu': '*' }, true],
  [{ 'com.example.gpu': '/.+/' }, false],
  [{ os: '!windows' }, false],
  [{ os: 'Linux' }, false],
  [{ constructor: '/.*/' }, false],
])('%j', (platform, matches) => expect(matchesPlatform(platform, pi)).toBe(matches))

test('the first manifest that matches is taken', () => {
  const manifest = (platform: Record<string, string>): RecipeManifest => ({
    name: '',
    platform,
    lifecycle: {},
    selections: [],
    artifacts: [],
  })
  const manifests = [manifest({ os: 'windows' }), manifest({ os: 'linux' }), manifest({})]
  expect(chooseManifest({ manifests }, pi)).toBe(1)
  expect(chooseManifest({ manifests }, { os: 'darwin' })).toBe(2)
  expect(chooseManifest({ manifests: manifests.slice(0, 1) }, pi)).toBeNull()
  expect(isCatchAll({ os: '*', architecture: 'all' })).toBe(true)
  expect(isCatchAll({ os: 'linux' })).toBe(false)
})
