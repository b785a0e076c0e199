import { expect, minutes, test } from './fixtures.ts'
import { problems, recipeBox } from './recipe-editor.ts'
import { emptyRecipe, takeSuggestion } from './recipe-suggestions.ts'

test('from an empty editor to a published Docker component by completion and quick fixes alone', async ({
  page,
  demo,
}) => {
  await demo.open('/components/new')
  await emptyRecipe(page)
  await takeSuggestion(page, 'Docker container')
  await expect(problems(page).getByRole('status')).toHaveText('No problems')
  await page.getByRole('button', { name: 'Publish version' }).click()
  await expect(page.getByText('com.example.Hello 1.0.0 is published')).toBeVisible()
  await demo.advance(minutes(1))
  await expect(page.getByText('com.example.Hello 1.0.0 is ready to deploy')).toBeVisible()

  // The same once more: now the version is taken, and a quick fix finds a free one.
  await page.getByRole('link', { name: 'Components' }).first().click()
  await page.getByRole('link', { name: 'New component' }).click()
  await emptyRecipe(page)
  await takeSuggestion(page, 'Docker container')
  await expect(problems(page).getByRole('listitem')).toContainText('exists already')
  await expect(page.getByRole('button', { name: 'Publish version' })).toBeDisabled()
  // From the name on to the version, which is where the problem is.
  await page.keyboard.press('Tab')
  await page.keyboard.press('ControlOrMeta+.')
  await expect(page.getByText(/^Make it 1\.0\.1/).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(problems(page).getByRole('status')).toHaveText('No problems')

  // One more component to depend on, with its newest version.
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+Home')
  for (let down = 0; down < 5; down += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await takeSuggestion(page, 'aws.greengrass.LogManager')
  await expect(problems(page).getByRole('status')).toHaveText('No problems')
  await page.getByRole('button', { name: 'Publish version' }).click()
  await expect(page.getByText('com.example.Hello 1.0.1 is published')).toBeVisible()
  await expect(recipeBox(page)).toBeVisible()
})
