import { expect, test } from './fixtures.ts'
import { problems, recipeBox } from './recipe-editor.ts'

const recipe = `RecipeFormatVersion: '2020-01-25'
ComponentName: com.meadowdemo.Plain
ComponentVersion: '1.0.0'
ComponentDescription: Written without the editor
ComponentPublisher: Meadow Works
Manifests:
  - Platform:
      os: linux
      runtime: '*'
      architecture: arm64
    Lifecycle:
      run: echo plain
`

test('when the editor cannot be fetched a plain text box still checks, mends and publishes', async ({
  page,
  demo,
}) => {
  const editorFiles = '**/assets/monaco-*'
  await page.route(editorFiles, route => route.abort())
  await demo.open('/components/new')
  await expect(page.getByText('The editor could not be loaded')).toBeVisible()
  await expect(page.locator('.monaco-editor')).toHaveCount(0)

  await recipeBox(page).fill(recipe.replace("'1.0.0'", 'one'))
  await expect(problems(page).getByRole('status')).toContainText('1 error')
  await expect(page.getByRole('button', { name: 'Publish version' })).toBeDisabled()
  await page.getByRole('button', { name: /^Go to line 3, column/ }).click()
  await expect(recipeBox(page)).toBeFocused()
  // The place is selected, so that typing replaces it.
  await page.keyboard.type("'1.0.0'")
  await expect(problems(page).getByRole('status')).not.toContainText('error')

  await page
    .getByRole('button', { name: /^Quick fix for line 10/ })
    .first()
    .click()
  await expect(recipeBox(page)).toHaveValue(/architecture: aarch64/)

  // Tab is the browser's own here: nothing is trapped.
  await recipeBox(page).focus()
  await page.keyboard.press('Tab')
  await expect(recipeBox(page)).not.toBeFocused()

  await page.getByRole('button', { name: 'Publish version' }).click()
  await expect(page.getByText('com.meadowdemo.Plain 1.0.0 is published')).toBeVisible()
})
