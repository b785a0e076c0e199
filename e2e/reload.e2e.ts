import { paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'

test('a reload keeps the view of a list', async ({ page, demo }) => {
  await demo.open(paths.coreDevices, { scenario: 'calm' })
  const table = page.getByRole('grid', { name: 'Fleet' })
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('searchbox').fill('harbor-line-1')
  await page.getByRole('button', { name: 'Core device', exact: true }).click()
  await expect(page).toHaveURL(/q=harbor-line-1/)
  await expect(page).toHaveURL(/sort=-name/)
  const rows = await table.getByRole('row').allInnerTexts()
  await page.reload()
  await expect(page.getByRole('searchbox')).toHaveValue('harbor-line-1')
  await expect(table.getByRole('row').nth(1)).toBeVisible()
  const names = (texts: string[]) => texts.map(text => text.split('\n')[0])
  await expect.poll(async () => names(await table.getByRole('row').allInnerTexts())).toEqual(names(rows))
})

test('a reload keeps the tab of a page, and what was changed in the demo', async ({ page, demo }) => {
  await demo.open(paths.settings, { scenario: 'calm' })
  await page.getByRole('button', { name: 'Detach role' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('discover')
  await dialog.getByRole('textbox').fill('detach')
  await dialog.getByRole('button', { name: 'Detach' }).click()
  await expect(page.getByRole('button', { name: 'Attach' }).first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Attach' }).first()).toBeVisible()

  await page.goto(paths.coreDevices)
  await page.getByRole('link', { name: 'harbor-line-1-labeler-03' }).click()
  await page.getByRole('tab', { name: 'Deployments' }).click()
  await page.reload()
  await expect(page.getByRole('tab', { name: 'Deployments' })).toHaveAttribute('aria-selected', 'true')
})
