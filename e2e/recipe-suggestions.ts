import { expect, type Locator, type Page } from '@playwright/test'
import { recipeBox } from './recipe-editor.ts'

/** What the editor offers at the cursor. */
export const suggestions = (page: Page): Locator => page.getByRole('listbox', { name: 'Suggest' })

/** Opens the list at the cursor and takes one of its entries, by keyboard alone. */
export async function takeSuggestion(page: Page, label: string): Promise<void> {
  if (!(await suggestions(page).isVisible())) await page.keyboard.press('Control+Space')
  const wanted = suggestions(page).getByRole('option', { name: label })
  await expect(wanted).toBeVisible()
  for (let presses = 0; presses < 20; presses += 1) {
    const active = await recipeBox(page).getAttribute('aria-activedescendant')
    if (active !== null && (await wanted.getAttribute('id')) === active) break
    await page.keyboard.press('ArrowDown')
    await expect(recipeBox(page)).not.toHaveAttribute('aria-activedescendant', active ?? '')
  }
  await page.keyboard.press('Enter')
  await expect(wanted).toBeHidden()
}

/** Leaves nothing in the editor, and the cursor in it. */
export async function emptyRecipe(page: Page): Promise<void> {
  await expect(page.getByText('Press Esc, then Tab, to leave the editor')).toBeVisible()
  await recipeBox(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await expect(page.getByText(/^0 of /)).toBeVisible()
}
