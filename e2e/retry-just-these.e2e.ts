import { paths } from '../src/paths.ts'
import { expect, minutes, test } from './fixtures.ts'

test('the devices of one failure get a sub-deployment in three clicks, watched to its end, and all of it undone', async ({
  page,
  demo,
}) => {
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
  await dialog.getByRole('button', { name: 'Retry just these' }).click()

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
  await expect(page.getByText('Everything was taken back.')).toBeVisible()
  expect(await demo.received('DeleteThingGroup')).toBe(1)
})
