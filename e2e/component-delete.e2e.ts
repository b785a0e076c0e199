import { expect, test } from './fixtures.ts'
import { notifications } from './notifications.ts'

test('deleting a version shows who uses it, and asks for the name while anybody may', async ({
  page,
  demo,
}) => {
  const name = 'com.meadowdemo.EdgeRules'
  await demo.open('/components')
  await page.getByRole('link', { name }).first().click()
  await page.getByRole('button', { name: 'Delete version' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete version 1.5.1?' })
  await expect(dialog.getByText(/^\d+ deployments name this version$/)).toBeVisible()
  await expect(dialog.getByRole('link', { name: 'Line 2: new rules' })).toBeVisible()

  // Which devices have it costs a call for each, so it is asked for.
  expect(await demo.received('ListInstalledComponents')).toBe(0)
  await dialog.getByRole('button', { name: 'Look which devices have it' }).click()
  await expect(dialog.getByText(/^\d+ of \d+ devices have it$/)).toBeVisible()
  await expect(dialog.getByText('All core devices of these deployments were asked.')).toBeVisible()
  await expect(
    dialog.getByRole('list', { name: 'Devices that have it' }).getByRole('listitem'),
  ).not.toHaveCount(0)

  const press = dialog.getByRole('button', { name: 'Delete version' })
  await expect(press).toBeDisabled()
  await dialog.getByRole('textbox', { name: `Type ${name} to confirm` }).fill(name)
  await press.click()
  await expect(notifications(page).getByText(`${name} 1.5.1 was deleted.`)).toBeVisible()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Delete version' })).toBeVisible()
  await expect(page.getByText('1.5.1', { exact: true })).toHaveCount(0)
})
