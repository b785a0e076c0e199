import type { Page } from '@playwright/test'
import { paths } from '../src/paths.ts'
import type { NewDemoFault } from '../src/queries/demo.ts'
import { type Demo, expect, minutes, test } from './fixtures.ts'

/** From the failures of the bad release to a sub-deployment with the version before; three clicks and a version. */
async function retryTheFirst(page: Page, demo: Demo, fault?: NewDemoFault) {
  await demo.open(paths.deployments, { scenario: 'bad-release' })
  await page.getByRole('link', { name: 'Canary: adaptive pumps' }).click()
  await page.getByRole('tab', { name: /^Failures/ }).click()
  const cause = page.getByRole('article').first()
  await cause.getByRole('button', { name: /^Retry on/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('canary-pumps-again')
  const version = dialog.getByRole('combobox', { name: 'com.meadowdemo.PumpController' })
  await version.fill('2.3.1')
  await version.press('Escape')
  if (fault) await demo.arm(fault)
  await dialog.getByRole('button', { name: 'Retry just these' }).click()
}

const confirm = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name }).click()

test('the devices of one failure get a sub-deployment in three clicks, watched to its end, and all of it undone', async ({
  page,
  demo,
}) => {
  await retryTheFirst(page, demo)
  await expect(page.getByText(/^The sub-deployment goes to \d+ devices?$/)).toBeVisible()
  expect(await demo.received('CreateThingGroup')).toBe(1)
  expect(await demo.received('CreateDeployment')).toBe(1)
  await demo.advance(minutes(15))
  await page.getByRole('link', { name: 'Watch the sub-deployment' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('(retry)')
  await expect(page.getByText('Healthy').first()).toBeVisible()

  // Back on the parent the run is still there, and can be taken back as a whole.
  await page.goBack()
  await page.getByRole('button', { name: 'Undo all of it' }).click()
  await confirm(page, 'Undo all of it')
  await expect(page.getByText('Everything was taken back.')).toBeVisible()
  expect(await demo.received('DeleteThingGroup')).toBe(1)

  // And taken back is not the end of it either.
  await page.getByRole('button', { name: 'Do it again' }).click()
  await expect(page.getByText(/^The sub-deployment goes to \d+ devices?$/)).toBeVisible()
  expect(await demo.received('CreateThingGroup')).toBe(2)
})

test('what has helped is promoted to the parent after its diff was read, and the retry is cleaned up', async ({
  page,
  demo,
}) => {
  await retryTheFirst(page, demo)
  await expect(page.getByText(/^The sub-deployment goes to \d+ devices?$/)).toBeVisible()
  await demo.advance(minutes(15))
  await page.getByRole('link', { name: 'Watch the sub-deployment' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('(retry)')

  await page.getByRole('button', { name: 'Promote to parent' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('list', { name: 'Changes to components' })).toContainText('2.4.0 → 2.3.1')
  await expect(dialog.getByText(/^All of its \d+ devices have taken the sub-deployment$/)).toBeVisible()
  await confirm(page, 'Promote to canary')
  await expect(page.getByText('canary carries the change now')).toBeVisible()
  expect(await demo.received('CreateDeployment')).toBe(2)

  await page.getByRole('button', { name: 'Clean up' }).click()
  await expect(dialog).toContainText('The thing group canary-pumps-again is deleted.')
  await confirm(page, 'Clean up')
  await expect(page.getByText('Cleaned up')).toBeVisible()
  await expect(page.getByText('Thing group canary-pumps-again: gone')).toBeVisible()
  expect(await demo.received('DeleteDeployment')).toBe(1)
  expect(await demo.received('DeleteThingGroup')).toBe(1)

  // The parent's revision reaches everybody, with what helped.
  await page.getByRole('link', { name: 'See the revision of canary' }).click()
  await expect(page.getByText('3, the latest')).toBeVisible()
  await page.getByRole('tab', { name: /^Components/ }).click()
  await expect(page.getByRole('tabpanel').filter({ visible: true })).toContainText('2.3.1')
  await page.getByRole('tab', { name: 'Sub-deployments' }).click()
  await expect(page.getByText('No sub-deployments')).toBeVisible()
})

test('a retry that breaks off, and an answer that is lost, go on after a reload without doing anything twice', async ({
  page,
  demo,
}) => {
  // One device cannot be added, so nothing is deployed before a person says how it goes on.
  await retryTheFirst(page, demo, { kind: 'status-500', operation: 'AddThingToThingGroup' })
  await expect(page.getByText(/^5 of 6 devices in the group/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try the failed steps again' })).toBeVisible()
  expect(await demo.received('CreateDeployment')).toBe(0)

  await page.reload()
  await expect(page.getByText(/^5 of 6 devices in the group/)).toBeVisible()
  await demo.arm({ kind: 'drop', operation: 'CreateDeployment', stage: 'after' })
  await page.getByRole('button', { name: 'Try the failed steps again' }).click()
  await expect(page.getByText('Sub-deployment: not made')).toBeVisible()

  // It was carried out, but nobody heard: the same request again makes no second one.
  await page.reload()
  await page.getByRole('button', { name: 'Try the failed steps again' }).click()
  await expect(page.getByText(/^The sub-deployment goes to 6 devices$/)).toBeVisible()
  await page.getByRole('link', { name: 'Watch the sub-deployment' }).click()
  await expect(page.getByText('1, the latest')).toBeVisible()

  // Another browser knows nothing of the plan, and reads from the service what there is to clean up.
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await page.getByRole('button', { name: 'Clean up' }).click()
  await expect(page.getByRole('checkbox', { name: 'Take 6 devices out of canary-pumps-again' })).toBeChecked()
  await demo.arm({ kind: 'status-500', operation: 'DeleteThingGroup' })
  await confirm(page, 'Clean up')
  await expect(page.getByText('Thing group canary-pumps-again: not taken back')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Try the failed steps again' }).click()
  await expect(page.getByText('Everything was taken back.')).toBeVisible()
})
