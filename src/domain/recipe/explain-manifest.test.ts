import { expect, test } from 'vitest'
import { explainManifest } from './explain-manifest.ts'
import { readRecipe } from './read-recipe.ts'
import type { Recipe } from './recipe.ts'

async function recipe(text: string): Promise<Recipe> {
  return (await readRecipe(text, 'YAML')).recipe!
}

const text = `
RecipeFormatVersion: '2020-01-25'
ComponentName: com.example.Web
ComponentVersion: 1.2.0
ComponentConfiguration: { DefaultConfiguration: { port: 80, tls: { on: true } } }
ComponentDependencies: { com.example.Base: { VersionRequirement: ^1.0.0 } }
Manifests:
  - Name: Windows
    Platform: { os: windows }
    Lifecycle: { run: web.exe }
  - Platform: { os: linux, architecture: /arm|aarch64/ }
    Selections: [small]
    Artifacts:
      - Uri: s3://bucket/web.zip
        Unarchive: ZIP
      - Uri: docker:nginx:1.27
  - Platform: { os: linux }
Lifecycle:
  Setenv: { PORT: '{configuration:/port}', NESTED: { a: 1 } }
  Install:
    small: { Script: 'tiny {artifacts:decompressedPath}/web', Timeout: 30, RequiresPrivilege: 'true' }
    all: big
  Run:
    Script:
      all: run {configuration:/tls} {configuration:/nope} {com.example.Base:artifacts:path} {com.example.Far:work:path} \${HOME:-/} {iot:thingName} {kernel:rootPath} {work:path}
    Skipif: exists {work:path}/off
  Shutdown:
    windows: stop
`

test('the first manifest that matches is chosen, and the others say why not', async () => {
  const { chosen, manifests } = explainManifest(await recipe(text), {
    platform: { os: 'linux', architecture: 'aarch64' },
  })
  expect(chosen).toBe(1)
  expect(manifests.map(({ label, verdict }) => [label, verdict])).toEqual([
    ['Windows', 'does-not-match'],
    ['os linux, architecture /arm|aarch64/', 'chosen'],
    ['os linux', 'matches-too'],
  ])
  expect(manifests[0]!.reasons).toEqual(['It asks for os windows; the device has linux.'])
  expect(manifests[2]!.reasons[0]).toMatch(/manifest 2 comes before it/)
})

test('its lifecycle has selections resolved and variables filled in', async () => {
  const explained = explainManifest(await recipe(text), {
    platform: { os: 'linux', architecture: 'aarch64' },
    thingName: 'Line1',
    versionOf: () => '1.4.0',
  })
  const folder = ['/greengrass/v2', 'work', 'com.example.Web'].join('/')
  expect(explained.lifecycleFrom).toBe('global')
  expect(explained.environment).toEqual({ PORT: '80' })
  expect(explained.steps.map(({ step }) => step)).toEqual(['Install', 'Run'])
  expect(explained.steps[0]).toMatchObject({
    script: 'tiny /greengrass/v2/packages/artifacts-unarchived/com.example.Web/1.2.0/web',
    timeout: '30',
    requiresPrivilege: true,
    left: [],
  })
  expect(explained.steps[1]).toMatchObject({
    script: `run {"on":true} {configuration:/nope} /greengrass/v2/packages/artifacts/com.example.Base/1.4.0 {com.example.Far:work:path} \${HOME:-/} Line1 /greengrass/v2 ${folder}`,
    skipIf: `exists ${folder}/off`,
    left: ['{configuration:/nope}', '{com.example.Far:work:path}'],
  })
  expect(explained.artifacts.map(({ fileName, path, unpackedTo }) => [fileName, path, unpackedTo])).toEqual([
    [
      'web.zip',
      '/greengrass/v2/packages/artifacts/com.example.Web/1.2.0/web.zip',
      '/greengrass/v2/packages/artifacts-unarchived/com.example.Web/1.2.0/web',
    ],
    ['nginx:1.27', null, null],
  ])
})

test('the device’s own configuration goes before the defaults', async () => {
  const device = { platform: { os: 'linux' }, configuration: { port: 8080 } }
  expect(explainManifest(await recipe(text), device).environment).toEqual({ PORT: '8080' })
})

test('a device that no manifest takes gets nothing', async () => {
  const explained = explainManifest(await recipe(text), { platform: { os: 'darwin' } })
  expect(explained).toMatchObject({ chosen: null, steps: [], artifacts: [], lifecycleFrom: 'none' })
  expect(explained.manifests.every(({ reasons }) => reasons.length > 0)).toBe(true)
})
