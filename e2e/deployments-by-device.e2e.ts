import { linkTo, paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'

test('the deployments that reach a device are found by its name, in order, with what each brings', async ({
  page,
  demo,
}) => {
  await demo.open(paths.deployments)
  await page.getByRole('button', { name: 'Find by device' }).click()
  await page.getByRole('combobox', { name: 'Core device' }).fill('utilities 09')
  await page.getByRole('option', { name: /^harbor-utilities-\w+-09/ }).click()
  await expect(page).toHaveURL(/\?device=harbor-utilities-/)

  // A sub-deployment takes the place of its parent; the others add up.
  const reaching = page
    .getByRole('list', { name: 'Deployments in the order in which they apply' })
    .locator('> li')
  await expect(reaching).toHaveCount(3)
  const [parent, base, sub] = [reaching.nth(0), reaching.nth(1), reaching.nth(2)]
  await expect(parent).toContainText('harbor › harbor-utilities')
  await expect(parent).toContainText('takes its place on this device')
  await expect(base).toContainText('Base software')
  await expect(base.getByRole('list', { name: /^What .* brings$/ })).toContainText('aws.greengrass.Cli')
  await expect(sub).toContainText('in place of what harbor-utilities gets')
  await expect(sub).toContainText('The device reported: Succeeded')

  // The same answer stands on the device's page, and an address leads to it.
  const name = new URL(page.url()).searchParams.get('device') ?? ''
  await page.getByRole('link', { name: 'Open the core device' }).click()
  await page.getByRole('tab', { name: 'What reaches it' }).click()
  await expect(reaching).toHaveCount(3)
  await page.goto(linkTo.deploymentsByDevice(name))
  await expect(reaching).toHaveCount(3)
})

test('suggestions come while 20,000 devices are still being read', async ({ page, demo }) => {
  await demo.open(paths.deploymentsByDevice, { scenario: 'large', devices: 20_000 })
  const input = page.getByRole('combobox', { name: 'Core device' })
  await input.fill('0')
  const options = page.getByRole('option').filter({ visible: true })
  await expect(options.nth(5)).toBeVisible()
  await expect(page.getByText(/devices read so far$/).first()).toBeVisible()
  expect(await options.count()).toBeLessThan(30)
})
