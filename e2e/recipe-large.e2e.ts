import { largeRecipe } from '../bench/large-recipe.mjs'
import { tasksOf } from '../bench/tasks.mjs'
import { calmest } from './calmest.ts'
import { expect, test } from './fixtures.ts'
import { pasteRecipe, problems } from './recipe-editor.ts'

for (const format of ['YAML', 'JSON'] as const) {
  test(`a ${format} recipe of nearly 16 kB is checked as one types, and typing does not stutter`, async ({
    page,
    demo,
  }) => {
    await demo.open(`/components/new?format=${format}`)
    await pasteRecipe(page, largeRecipe(format))
    await expect(page.getByText(/^15,\d{3} of 16,384 bytes$/)).toBeVisible()
    const status = problems(page).getByRole('status')
    await expect(status).toHaveText(/^\d+ hints$/)
    const calm = await status.textContent()

    // Into the version, before its closing quote.
    await page.keyboard.press('ControlOrMeta+Home')
    for (let down = 0; down < (format === 'JSON' ? 3 : 2); down += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    for (let left = 0; left < (format === 'JSON' ? 2 : 1); left += 1) await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('x')
    await expect(status).toContainText('1 error')
    await page.keyboard.press('Backspace')
    await expect(status).toHaveText(calm ?? '')

    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    for (let left = 0; left < (format === 'JSON' ? 2 : 1); left += 1) await page.keyboard.press('ArrowLeft')
    const tasks = await calmest(() =>
      tasksOf(page, () =>
        page.keyboard.type(', and a few words more, as a person would type them', { delay: 20 }),
      ),
    )
    expect(tasks.filter(milliseconds => milliseconds > 50)).toEqual([])
    expect(tasks.length).toBeGreaterThan(50)
    await expect(status).toHaveText(calm ?? '')
  })
}
