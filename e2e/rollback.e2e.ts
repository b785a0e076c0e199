import { paths } from '../src/paths.ts'
import { expect, minutes, test } from './fixtures.ts'

test('two revisions are compared in two clicks, and a rollback shows its diff before it is confirmed', async ({
  page,
  demo,
}) => {
  await demo.open(paths.deployments)
  await page.getByRole('link', { name: 'Line 1: new rules' }).click()
  await page.getByRole('tab', { name: 'Revisions' }).click()
  await page.getByRole('checkbox', { name: 'Choose revision 1' }).check()
  await page.getByRole('checkbox', { name: 'Choose revision 2' }).check()
  await expect(page.getByRole('heading', { name: 'Revision 1 → revision 2' })).toBeVisible()
  const changes = page.getByRole('list', { name: 'Changes to components' })
  await expect(changes).toContainText('com.meadowdemo.EdgeRules')
  await expect(changes).toContainText('1.5.0 → 1.5.1')

  await page.getByRole('button', { name: 'Roll back to revision 1' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: 'Changes to components' })).toContainText('1.5.1 → 1.5.0')
  await expect(dialog).toContainText('Configuration that later revisions set would stay')
  await dialog.getByRole('button', { name: 'Roll back to revision 1' }).click()

  // The old content is a new revision, and the devices take it.
  await expect(page).toHaveURL(/\/deployments\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Line 1')
  await expect(page.getByText('3, the latest')).toBeVisible()
  await demo.advance(minutes(20))
  await expect(page.getByText('Of 12 devices in the group now.')).toBeVisible()
  await page.getByRole('tab', { name: /^Components/ }).click()
  await expect(page.getByRole('tabpanel').filter({ visible: true })).toContainText(/EdgeRules[^.]*1\.5\.0/)
})
