import { expect, minutes, test } from './fixtures.ts'
import { recipeBox } from './recipe-editor.ts'

test('a new version is compared with the one it starts from, and published', async ({ page, demo }) => {
  await demo.open('/components')
  await page.getByRole('link', { name: 'com.meadowdemo.EdgeRules' }).first().click()
  await page.getByRole('link', { name: 'New version' }).click()
  await expect(
    page.getByRole('heading', { name: 'New version of com.meadowdemo.EdgeRules', level: 1 }),
  ).toBeVisible()
  await expect(page.getByText('Press Esc, then Tab, to leave the editor')).toBeVisible()

  // The outline leads to the line; its value is typed anew.
  await page.getByRole('tab', { name: 'Outline' }).click()
  await page.getByRole('treeitem', { name: /^Heap / }).click()
  await expect(recipeBox(page)).toBeFocused()
  await page.keyboard.press('End')
  for (let letters = '192m'.length; letters > 0; letters -= 1) await page.keyboard.press('Backspace')
  await page.keyboard.type('256m')
  await expect(page.getByRole('treeitem', { name: /^Heap / })).toContainText('256m')

  await page.getByRole('button', { name: 'Show changes' }).click()
  await expect(page.getByText('1.5.1 → 1.5.2')).toBeVisible()
  await expect(page.getByText('2 changes')).toBeVisible()
  // F7 reads the changes one by one, and Escape leads back to the text.
  const diff = page.getByRole('region', { name: 'Changes from 1.5.1 to 1.5.2' })
  await expect(page.getByText('In the text F7 reads the changes one by one')).toBeVisible()
  await diff.getByRole('textbox', { name: /^1\.5\.2/ }).focus()
  await page.keyboard.press('F7')
  const rows = diff.getByRole('listitem')
  await expect(rows.filter({ hasText: 'ComponentVersion: 1.5.2' })).toBeVisible()
  await expect(diff.getByRole('listitem', { name: /^Difference 1 of 1/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(rows).toHaveCount(0)

  const summary = page.getByRole('region', { name: 'What changes on a device' })
  await expect(summary.getByRole('listitem')).toHaveCount(1)
  await expect(summary.getByRole('listitem')).toContainText('/Heap')
  await expect(summary.getByRole('listitem')).toContainText('"192m" → "256m"')
  await expect(summary.getByRole('listitem')).toContainText('Devices keep the old value')
  await expect(summary).toContainText('One default will not reach devices that have the old version')

  await page.getByRole('button', { name: 'Publish version' }).click()
  await expect(page.getByText('com.meadowdemo.EdgeRules 1.5.2 is published')).toBeVisible()
  await demo.advance(minutes(1))
  await expect(page.getByText('com.meadowdemo.EdgeRules 1.5.2 is ready to deploy')).toBeVisible()
  await page.getByRole('link', { name: 'View component' }).click()
  await page.getByRole('tab', { name: 'Changes' }).click()
  await expect(summary).toContainText('"192m" → "256m"')
})
