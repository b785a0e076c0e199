import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { problems, recipeBox } from './recipe-editor.ts'
import { emptyRecipe, suggestions, takeSuggestion } from './recipe-suggestions.ts'

const hint = 'Tab indents. Press Esc, then Tab, to leave the editor'

/** Presses a key until something has the focus. */
async function press(page: Page, key: string, target: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

test('a recipe is written, mended and published by keyboard alone', async ({ page, demo }) => {
  await demo.open('/components')
  await press(page, 'Tab', page.getByRole('link', { name: 'New component' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'New component', level: 1 })).toBeVisible()

  // The trap is announced: by the description of the editor, and where it is seen.
  await expect(page.getByText(hint)).toBeVisible()
  await expect(recipeBox(page)).toHaveAccessibleDescription(new RegExp(`^${hint}`))
  await press(page, 'Tab', recipeBox(page))
  const size = page.getByText(/ of 16,384 bytes$/)
  const before = await size.textContent()
  await page.keyboard.press('Tab')
  await expect(size).not.toHaveText(before ?? '')
  await expect(recipeBox(page)).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')

  // Escape, then Tab, leaves once.
  await page.keyboard.press('Escape')
  await expect(page.getByText('Press Tab now to leave the editor')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(recipeBox(page)).not.toBeFocused()
  await expect(page.getByText(hint)).toBeVisible()
  await press(page, 'Shift+Tab', recipeBox(page))

  // So does Ctrl+M, until it is pressed again.
  await page.keyboard.press('Control+m')
  await expect(page.getByText('Tab moves out of the editor.')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(recipeBox(page)).not.toBeFocused()
  await press(page, 'Shift+Tab', recipeBox(page))
  await page.keyboard.press('Control+m')
  await expect(page.getByText(hint)).toBeVisible()

  // With the list open Escape closes the list, and nothing more.
  await emptyRecipe(page)
  await page.keyboard.press('Control+Space')
  await expect(suggestions(page).getByRole('option', { name: 'Shell script' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(suggestions(page)).toBeHidden()
  await expect(page.getByText(hint)).toBeVisible()
  await expect(recipeBox(page)).toBeFocused()

  await takeSuggestion(page, 'Shell script')
  await page.keyboard.type('com.meadowdemo.Keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('ComponentTipe: aws.greengrass.generic')
  await expect(problems(page).getByRole('status')).toContainText('1 error')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F8')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+.')
  await expect(page.getByText(/ComponentType/).last()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(problems(page).getByRole('status')).not.toContainText('error')

  // Out of it, and back to the top to publish.
  await recipeBox(page).focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Press Tab now to leave the editor')).toBeVisible()
  await press(page, 'Shift+Tab', page.getByRole('button', { name: 'Publish version' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('com.meadowdemo.Keys 1.0.0 is published')).toBeVisible()
})
