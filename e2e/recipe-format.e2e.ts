import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { pasteRecipe, problems, recipeBox } from './recipe-editor.ts'

const messy = `# Why it is here
RecipeFormatVersion:    '2020-01-25'
ComponentName: com.meadowdemo.Messy   # the name
ComponentVersion:   '1.0.0'
Manifests:
      - Lifecycle:
              run: |
                  echo one
                    echo two
`
const tidy = `# Why it is here
RecipeFormatVersion: '2020-01-25'
ComponentName: com.meadowdemo.Messy # the name
ComponentVersion: '1.0.0'
Manifests:
  - Lifecycle:
      run: |
        echo one
          echo two
`

/** The text as the person would save it. */
async function saved(page: Page): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Save as' }).click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: /^Download/ }).click()
  const file = await waiting
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('a recipe is formatted by key and by button, in YAML and JSON, and broken text is left alone', async ({
  page,
  demo,
}) => {
  await demo.open('/components/new')
  await pasteRecipe(page, messy)
  await expect(problems(page).getByRole('status')).toHaveText('No problems')
  await page.keyboard.press('Shift+Alt+f')
  await expect(page.getByText(`${tidy.length} of 16,384 bytes`)).toBeVisible()
  expect(await saved(page)).toEqual({ name: 'com.meadowdemo.Messy-1.0.0.yaml', text: tidy })
  await recipeBox(page).focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText(`${messy.length} of 16,384 bytes`)).toBeVisible()

  // Turned into JSON it says what JSON cannot hold; there the button formats.
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  await expect(page.getByText(/The comment "# Why it is here"/)).toBeVisible()
  const turned = await saved(page)
  const squeezed = JSON.stringify(JSON.parse(turned.text))
  await pasteRecipe(page, squeezed)
  await expect(page.getByText(`${squeezed.length} of 16,384 bytes`)).toBeVisible()
  await page.getByRole('button', { name: 'Format the recipe' }).click()
  await expect(page.getByText(`${turned.text.length} of 16,384 bytes`)).toBeVisible()
  expect((await saved(page)).text).toBe(turned.text)

  await pasteRecipe(page, '{ "ComponentName": ')
  await expect(problems(page).getByRole('status')).toContainText('1 error')
  await page.keyboard.press('Shift+Alt+f')
  const refusal = page.getByText(/^Not formatted: /)
  await expect(refusal).toBeVisible()
  await expect(page.getByText('19 of 16,384 bytes')).toBeVisible()
  await recipeBox(page).focus()
  await page.keyboard.type('1')
  await expect(refusal).toHaveCount(0)
})
