import { paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'
import { notifications } from './notifications.ts'

test('cancelling and deleting say what they do and do not do, and do it', async ({ page, demo }) => {
  await demo.open(paths.deployments, { scenario: 'bad-release' })
  await page.getByRole('link', { name: 'Canary: adaptive pumps' }).click()
  const remove = page.getByRole('button', { name: 'Delete', exact: true })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: 'Cancel deployment' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(/\d+ devices have not received it and will not get it\./)
  await expect(dialog).toContainText('Devices that have it keep it: nothing is undone or uninstalled.')
  await dialog.getByRole('button', { name: 'Cancel deployment' }).click()
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible()

  await remove.click()
  await expect(dialog).toContainText('Devices go on running what they have.')
  await expect(dialog).toContainText('can still roll back')
  await dialog.getByRole('button', { name: 'Delete deployment' }).click()
  await expect(page).toHaveURL(new RegExp(`${paths.deployments}(\\?|$)`))
  await expect(page.getByRole('link', { name: 'Base software' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Canary: adaptive pumps' })).toHaveCount(0)
  expect(await demo.received('DeleteDeployment')).toBe(1)
})

test('of a mixed choice only those that can be cancelled are, and the dialog says which stay', async ({
  page,
  demo,
}) => {
  await demo.open(paths.deployments)
  for (const name of ['Line 2: new rules', 'Cold pilot', 'Yard: forklift beacons'])
    await page.getByRole('checkbox', { name: `Choose ${name}` }).check()
  await page.getByRole('button', { name: 'Actions' }).click()
  await page.getByRole('menuitem', { name: 'Cancel' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('1 other that is chosen is left out: it is already cancelled.')
  // The second fails: what is done stays done, and a retry goes on from there.
  await demo.arm({ kind: 'status-500', operation: 'CancelDeployment' })
  await dialog.getByRole('button', { name: 'Cancel 2 deployments' }).click()
  await dialog.getByRole('button', { name: 'Retry' }).click()
  await expect(notifications(page).getByText('2 deployments cancelled')).toBeVisible()
  expect(await demo.received('CancelDeployment')).toBe(3)
})
