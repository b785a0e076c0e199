import { chooseGroup, deploy, goOn } from './deployment-form.ts'
import { control, expect, test } from './fixtures.ts'
import { pasteRecipe, problems, recipeBox, underlined } from './recipe-editor.ts'

const recipe = `---
RecipeFormatVersion: '2020-01-25'
ComponentName: com.meadowdemo.NightShift
ComponentVersion: '1.0.0'
ComponentDescription: Dims the lights at night
Manifests:
  - Platform:
      os: linux
    Lifecycle:
      Run:
        Script: sh {artifacts:path}/dim.sh
`

test('a recipe that does not parse is marked where it breaks, and mended there', async ({ page, demo }) => {
  await demo.open('/components/new')
  await pasteRecipe(page, recipe.replace('at night', 'at night: '))
  const publish = page.getByRole('button', { name: 'Publish version' })
  await expect(problems(page)).toContainText('it holds ": ", which YAML takes for a key')
  await expect(underlined(page).first()).toBeVisible()
  await expect(publish).toBeDisabled()
  await publish.hover()
  await expect(page.getByRole('tooltip')).toContainText(/^The service would refuse it: mend the /)

  // The link in the list leads to the line, and two strokes at its end take out what is too much.
  await problems(page)
    .getByRole('button', { name: /^Go to line 5, column/ })
    .first()
    .click()
  await expect(recipeBox(page)).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await expect(problems(page).getByRole('status')).toHaveText('No problems')
  await publish.click()
  await expect(page.getByText('com.meadowdemo.NightShift 1.0.0 is published')).toBeVisible()
})

test('a recipe of 16 KB and one byte is refused before it is sent, and one byte less is taken', async ({
  page,
  demo,
}) => {
  await demo.open('/components/new')
  const limit = 16 * 1024
  await pasteRecipe(page, `${recipe}# ${'x'.repeat(limit + 1 - recipe.length - 2)}`)
  await expect(page.getByText('1 byte over the limit of 16 KB')).toBeVisible()
  await expect(problems(page)).toContainText('The recipe has 16,385 bytes, 1 more than the 16,384 allowed.')
  const publish = page.getByRole('button', { name: 'Publish version' })
  await expect(publish).toBeDisabled()
  expect(await demo.received('CreateComponentVersion')).toBe(0)

  await recipeBox(page).focus()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.press('Backspace')
  await expect(page.getByText('16,384 of 16,384 bytes')).toBeVisible()
  await publish.click()
  await expect(page.getByText('com.meadowdemo.NightShift 1.0.0 is published')).toBeVisible()
})

test('an unknown version, merge text that is no JSON and a target that vanished are told in words, and nothing typed is lost', async ({
  page,
  demo,
  context,
}) => {
  const cli = 'aws.greengrass.Cli'
  await demo.open(`/deployments/new?component=${cli}@9.9.9`)
  await page.getByRole('textbox', { name: 'Name' }).fill('First software')
  await chooseGroup(page, 'commissioning')
  await goOn(page, 'Target', 'Components')

  // A version that there is not: the form says which there are, and does not go on.
  const next = page.getByRole('button', { name: 'Next', exact: true })
  const version = page.getByRole('combobox', { name: `Version of ${cli}` })
  await expect(version).toHaveAccessibleDescription(
    /aws\.greengrass\.Cli has no version 9\.9\.9\. It has 2\.15\.0, 2\.14\.3, /,
  )
  const unfinished = page.getByText('Something on this step has to be put right before you go on.', {
    exact: true,
  })
  await next.click()
  await expect(unfinished).toBeVisible()
  await version.fill('2.12.6')
  await expect(page.getByText(`${cli} has no version`)).toHaveCount(0)
  await goOn(page, 'Components', 'Configuration')

  // Merge text that is no JSON stays as it was typed, with the place of the mistake.
  const merge = page.getByRole('textbox', { name: 'Configuration to merge' })
  await merge.fill('{ "AuthorizedPosixGroups": "ops", }')
  await expect(merge).toHaveAccessibleDescription(/Line 1, column 33: A comma before "}" is one too many\./)
  await next.click()
  await expect(unfinished).toBeVisible()
  await expect(merge).toHaveValue('{ "AuthorizedPosixGroups": "ops", }')
  await merge.fill('{ "AuthorizedPosixGroups": "ops" }')
  await goOn(page, 'Configuration', 'Review and deploy')

  // Elsewhere, the account is rebuilt from the ground up, without that group.
  const elsewhere = await context.newPage()
  await elsewhere.goto('/settings')
  await control(elsewhere, 'reset', { scenario: 'large', devices: 40 })
  await deploy(page)
  await expect(
    page.getByText('The deployment was not created: there is no thing group "commissioning"'),
  ).toBeVisible()
  const gone = 'There is no thing group “commissioning” here any more.'
  await expect(page.getByText(gone)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Deploy', exact: true })).toBeDisabled()
  await page.getByRole('button', { name: `Go to Target: ${gone}` }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('First software')

  // Another group it is; all else is deployed as it was typed.
  await chooseGroup(page, 'plant-01')
  await goOn(page, 'Target', 'Review and deploy')
  await deploy(page)
  await expect(page.getByRole('heading', { name: /^First software/, level: 1 })).toBeVisible()
  await page.getByRole('tab', { name: 'Components (1)' }).click()
  await expect(page.getByText('"AuthorizedPosixGroups": "ops"')).toBeVisible()
})
