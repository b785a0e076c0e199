import { change, chooseGroup, deploy, goOn } from './deployment-form.ts'
import { countsText, type DeviceCounts, deviceCounts } from './device-counts.ts'
import { expect, minutes, seconds, test } from './fixtures.ts'
import { pasteRecipe, problems, recipeBox, underlined } from './recipe-editor.ts'

const bell = 'com.meadowdemo.ShiftBell'

const recipe = `---
RecipeFormatVersion: '2020-01-25'
ComponentName: ${bell}
ComponentVersion: '1.0.0'
ComponentDescription: Rings when a shift ends.
ComponentPublisher: Meadow Works
ComponentConfiguration:
  DefaultConfiguration:
    EverySeconds: 30
Manifests:
  - Platform:
      os: linux
    Lifecycle:
      Run:
        Script: while true; do echo ding; sleep {configuration:/EverySeconds}; done
ComponentDependencies:
  aws.greengrass.Cli:
`

test('a recipe is written, mended, published and deployed to forty devices', async ({ page, demo }) => {
  await demo.open('/components')
  await page.getByRole('link', { name: 'New component' }).click()
  await expect(page.getByRole('heading', { name: 'New component', level: 1 })).toBeVisible()

  // The last line is typed, with a mistake in it.
  await pasteRecipe(page, recipe)
  await page.keyboard.type('    VersionRequirement: two')
  await expect(problems(page).getByRole('status')).toContainText('1 error')
  await expect(problems(page)).toContainText('"two" is not a version requirement')
  await expect(underlined(page)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publish version' })).toBeDisabled()

  await page.getByRole('button', { name: /^Go to line 18, column/ }).click()
  await expect(recipeBox(page)).toBeFocused()
  await page.keyboard.type('^2.0.0')
  await expect(problems(page).getByRole('status')).toHaveText('No problems')
  await expect(underlined(page)).toHaveCount(0)

  await page.getByRole('button', { name: 'Publish version' }).click()
  await expect(page.getByText(`${bell} 1.0.0 is published`)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Deploy it' })).toHaveCount(0)
  await demo.advance(minutes(1))
  await expect(page.getByText(`${bell} 1.0.0 is ready to deploy`)).toBeVisible()
  await page.getByRole('link', { name: 'Deploy it' }).click()

  await page.getByRole('textbox', { name: 'Name' }).fill('Line 3: shift bell')
  await chooseGroup(page, 'harbor-line-3')
  await expect(page.getByText('40 devices in the group now.')).toBeVisible()
  await page.getByRole('button', { name: 'Start from it' }).click()
  await goOn(page, 'Target', 'Review and deploy')
  await expect(page.getByText('40 devices in harbor-line-3 get it')).toBeVisible()
  await expect(change(page, bell)).toContainText('Added')
  await expect(change(page, 'com.meadowdemo.EdgeRules')).toContainText('Unchanged')
  await deploy(page)

  await expect(page.getByRole('heading', { name: /^Line 3: shift bell/, level: 1 })).toBeVisible()
  const seen: DeviceCounts[] = []
  await expect(countsText(page)).toHaveAccessibleName(/ of 40$/)
  for (let looks = 0; looks < 20; looks += 1) {
    const counts = await deviceCounts(page)
    seen.push(counts)
    if (counts.succeeded === 40) break
    const before = (await countsText(page).getAttribute('aria-label')) ?? ''
    await demo.advance(seconds(30))
    await expect(countsText(page)).not.toHaveAccessibleName(before)
  }
  expect(seen.at(-1)).toEqual({ succeeded: 40 })
  const halfway = seen.filter(({ succeeded = 0 }) => succeeded > 0 && succeeded < 40)
  expect(halfway.length).toBeGreaterThan(0)
  expect(halfway.some(counts => (counts['in progress'] ?? 0) > 0)).toBe(true)
  await expect(page.getByRole('heading', { name: 'Line 3: shift bell Healthy', level: 1 })).toBeVisible()

  // What the job counts is what the devices say.
  await page.getByRole('link', { name: '40 succeeded: show the devices' }).click()
  await page.getByRole('searchbox', { name: 'Filter devices' }).fill('packer-06')
  await page.getByRole('link', { name: 'harbor-line-3-packer-06' }).click()
  const installed = page.getByRole('grid', { name: 'Installed components' })
  await expect(installed.getByRole('row', { name: bell })).toContainText('1.0.0')
  await expect(installed.getByRole('row', { name: bell })).toContainText('Running')
})
