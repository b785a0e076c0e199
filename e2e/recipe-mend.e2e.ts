import { expect, minutes, test } from './fixtures.ts'
import { pasteRecipe, problems, underlined } from './recipe-editor.ts'

const broken = `RecipeFormatVersion: 2020-01-25
ComponentName: com.meadowdemo.EdgeRules
ComponentVersion: '1.5.1'
ComponentDescription: Evaluates alarm rules next to the machines.
ComponentPublisher: Meadow Works
ComponentDependencies:
  aws.greengrass.Cli:
    VersionRequirement: ^9.0.0
Manifests:
  - Platform:
      os: Linux
      architecture: arm64
    Lifecycle:
      run:
        script: echo ready
`

test('a broken recipe is mended by quick fixes alone, and published', async ({ page, demo }) => {
  await demo.open('/components/new')
  await pasteRecipe(page, broken)
  await expect(problems(page)).toContainText('Version 1.5.1 of com.meadowdemo.EdgeRules exists already')
  await expect(problems(page)).toContainText('No version of aws.greengrass.Cli meets ^9.0.0')
  await expect(problems(page)).toContainText('arm64')
  await expect(underlined(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish version' })).toBeDisabled()

  const fixes = problems(page).getByRole('button', { name: /^Quick fix for line/ })
  for (let left = await fixes.count(), presses = 0; left > 0; left = await fixes.count(), presses += 1) {
    expect(presses).toBeLessThan(15)
    await fixes.first().click()
    await expect(fixes).not.toHaveCount(left)
  }
  await expect(problems(page).getByRole('status')).toHaveText('No problems')
  await expect(underlined(page)).toHaveCount(0)

  // What a device makes of it, and what it would bring along.
  await page.getByRole('tab', { name: 'Device' }).click()
  await expect(page.getByText('No manifest takes this device')).toBeVisible()
  await page.getByRole('button', { name: /^Device/ }).click()
  await page.getByRole('option', { name: 'Linux on aarch64 (64-bit ARM)' }).click()
  await expect(page.getByRole('region', { name: 'Script of Run' })).toHaveText('echo ready')
  await page.getByRole('tab', { name: 'Graph' }).click()
  await expect(page.getByRole('list', { name: 'Components it would install' })).toContainText(
    'aws.greengrass.Cli',
  )

  await page.getByRole('button', { name: 'Publish version' }).click()
  await expect(page.getByText('com.meadowdemo.EdgeRules 1.5.2 is published')).toBeVisible()
  await demo.advance(minutes(1))
  await expect(page.getByText('com.meadowdemo.EdgeRules 1.5.2 is ready to deploy')).toBeVisible()
})
