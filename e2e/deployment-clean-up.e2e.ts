import { paths } from '../src/paths.ts'
import { expect, seconds, test } from './fixtures.ts'

test('superseded deployments are deleted: stopped, gone on with, a failure retried, a report at the end', async ({
  page,
  demo,
}) => {
  await demo.open(paths.deployments)
  await page.getByRole('button', { name: 'Clean up' }).click()
  await expect(page).toHaveURL(new RegExp(paths.deploymentsCleanUp))
  // The one to roll back to is kept unless somebody says otherwise.
  const first = page.getByRole('row').filter({ hasText: 'fleet-base' })
  await expect(first).toContainText('To roll back to')
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await page.getByRole('button', { name: /Keep of each target/ }).click()
  await page.getByRole('option', { name: 'None of them' }).click()
  await expect(first).toContainText('Revision 2 is in its place')
  await page.getByRole('checkbox', { name: 'Choose Line 1, revision 1' }).uncheck()

  // The first four are held up, so that there is time to change one's mind.
  await demo.arm({ kind: 'delay', operation: 'DeleteDeployment', count: 4, delayMs: seconds(6) })
  const button = page.getByRole('button', { name: /^Delete \d+ deployments$/ })
  const chosen = Number(/\d+/.exec((await button.textContent()) ?? '')?.[0])
  expect(chosen).toBeGreaterThan(5)
  await button.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('Devices go on running what they have')
  await dialog.getByRole('textbox', { name: 'Type delete to confirm' }).fill('delete')
  await dialog.getByRole('button', { name: /^Delete/ }).click()

  await page.getByRole('link', { name: 'Deployments', exact: true }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stay here' }).last().click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(
    page.getByRole('paragraph').filter({ hasText: `4 of ${chosen} deleted, ${chosen - 4} not tried.` }),
  ).toBeVisible()
  expect(await demo.received('DeleteDeployment')).toBe(4)

  await demo.arm({ kind: 'status-500', operation: 'DeleteDeployment' })
  await page.getByRole('button', { name: `Go on with the other ${chosen - 4}` }).click()
  await expect(
    page.getByRole('paragraph').filter({ hasText: `${chosen - 1} of ${chosen} deleted, 1 failed.` }),
  ).toBeVisible()
  const failed = page.getByRole('list', { name: 'Not deleted, by reason' })
  await failed.getByRole('button', { name: /^Retry / }).click()
  await expect(page.getByText(`${chosen} deployments deleted`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy the report' })).toBeVisible()
  await page.getByRole('button', { name: 'The report as text' }).click()
  await expect(page.getByRole('region', { name: 'Report', exact: true })).toContainText(
    'fleet-base revision 1',
  )

  // What is in force was not touched, and neither was the one that was left out.
  await page.getByRole('button', { name: 'Back to the list' }).click()
  await expect(page.getByRole('link', { name: 'Line 1', exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Deployments', exact: true }).first().click()
  await expect(page.getByRole('link', { name: 'Base software' })).toHaveCount(1)
})

test('a read-only connection cannot clean up, and says why', async ({ page, demo }) => {
  await demo.open(`${paths.deploymentsCleanUp}?keep=0`, { connection: 'Demo fleet, read-only' })
  const button = page.getByRole('button', { name: /^Delete \d+ deployments$/ })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await button.hover()
  await expect(page.getByText('is read-only.').filter({ visible: true }).first()).toBeVisible()
})
