import { paths } from '../src/paths.ts'
import { expect, minutes, test } from './fixtures.ts'

test('the wall follows what another tab does, and agrees with it', async ({ page, context, demo }) => {
  await demo.open(paths.overview, { scenario: 'bad-release' })
  const wall = await context.newPage()
  await wall.goto(paths.wall)
  // Its own style sheet is there: the console's would leave it unstyled.
  await expect(wall.getByRole('main')).toHaveCSS('position', 'fixed')
  const fleet = wall.getByRole('region', { name: 'Core devices' })
  await expect(fleet).toContainText('whole fleet')
  const moving = wall.getByRole('region', { name: /Deployments under way/ })
  await expect(moving).toContainText('Canary: adaptive pumps')

  // Both tabs say the same of the fleet …
  const total = (await fleet.locator('strong').first().innerText()).trim()
  await page.bringToFront()
  await expect(page.getByText(total, { exact: true }).filter({ visible: true }).first()).toBeVisible()

  // … and a deployment that the admin cancels leaves the wall.
  await page
    .getByRole('link', { name: /Canary: adaptive pumps/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Cancel deployment' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel deployment' }).click()
  await expect(page.getByText('Cancelled').first()).toBeVisible()
  await wall.bringToFront()
  await expect(moving).not.toContainText('Canary: adaptive pumps', { timeout: minutes(1) })
})

test('a wall that gets no answers keeps its figures, dims them and says how old they are', async ({
  page,
  demo,
}) => {
  await page.clock.install()
  /** Time passes for the page and for the service alike. */
  const pass = async (count: number) => {
    await page.clock.fastForward(minutes(count))
    // The demo has everything read again when its time jumps, so this comes second.
    await demo.advance(minutes(count))
  }
  await demo.open(paths.wall, { scenario: 'calm' })
  const fleet = page.getByRole('region', { name: 'Core devices' })
  await expect(fleet).toContainText('whole fleet')
  await expect(page.getByRole('status')).toHaveText('Data is fresh')
  const before = await fleet.locator('strong').first().innerText()
  await demo.arm({ kind: 'drop', operation: '*', count: null })
  await pass(1)
  await expect(page.getByRole('status')).toHaveText('Data is late')
  await pass(20)
  await expect(page.getByRole('status')).toHaveText('Data is old: do not trust these figures')
  await expect(page.getByText(/Last good data/)).toBeVisible()
  expect(await fleet.locator('strong').first().innerText()).toBe(before)
  await demo.disarm()
  await pass(3)
  await expect(page.getByRole('status')).toHaveText('Data is fresh')
})
