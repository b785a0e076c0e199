import { expect, type Page } from '@playwright/test'

export const recipeBox = (page: Page) => page.getByRole('textbox', { name: 'Recipe' })
export const problems = (page: Page) => page.getByRole('region', { name: 'Problems' })

/** Puts a text into the editor in place of what it holds, from the clipboard, and leaves the cursor at its end. */
export async function pasteRecipe(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(copied => navigator.clipboard.writeText(copied), text)
  // The editor takes over from a plain text box once it is loaded; its hint tells that it has.
  await expect(page.getByText('Press Esc, then Tab, to leave the editor')).toBeVisible()
  await recipeBox(page).focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('ControlOrMeta+v')
}

/** The lines that the editor underlines as wrong. It draws them; there is no role to ask for. */
export const underlined = (page: Page) => page.locator('.squiggly-error')

/** The lines of the editor that hold a text. It draws them; there is no role to ask for. */
export const recipeLine = (page: Page, text: string) => page.locator('.view-line').filter({ hasText: text })

/** Drops a file of these bytes on the editor, as a person would from the desktop. */
export async function dropFile(page: Page, name: string, bytes: readonly number[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([name, bytes]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(bytes)], name))
      return transfer
    },
    [name, bytes] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop'])
    await recipeBox(page).dispatchEvent(type, { dataTransfer })
}
