import { paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'

const connection = 'Demo fleet, read-only'
const reason = 'The connection “Demo fleet, read-only” is read-only.'

test('a read-only connection shows every write disabled, with the reason', async ({ page, demo }) => {
  await demo.open(paths.deployments, 'calm', { connection })
  await expect(page.getByRole('link', { name: 'Base software' })).toBeVisible()
  const writes: [string, string][] = [
    [paths.overview, 'New deployment'],
    [paths.deployments, 'Create deployment'],
    [paths.components, 'Create component'],
  ]
  for (const [path, name] of writes) {
    await page.goto(path)
    const button = page.getByRole('button', { name }).first()
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await button.hover()
    await expect(page.getByText(reason).first()).toBeVisible()
  }
  await page.goto(paths.settings)
  await expect(page.getByRole('button', { name: 'Detach role' })).toHaveAttribute('aria-disabled', 'true')
})

test('a forced write is refused before it is sent, and the role would refuse it too', async ({
  page,
  demo,
}) => {
  await demo.open(paths.deployments, 'calm', { connection })
  await page.getByRole('link', { name: 'Base software' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Base software')
  const cancel = page.getByRole('button', { name: 'Cancel', exact: true }).first()
  await expect(cancel).toHaveAttribute('aria-disabled', 'true')
  // Force the page's own button: without its disabled state the dialog opens, and its action is disabled as well.
  const before = await page.evaluate(() => globalThis.meadowDemo!.state())
  await cancel.evaluate(button => {
    button.removeAttribute('aria-disabled')
    button.removeAttribute('disabled')
    ;(button as HTMLButtonElement).click()
  })
  const after = await page.evaluate(() => globalThis.meadowDemo!.state())
  expect(after.requests.byOperation['CancelDeployment'] ?? 0).toBe(
    before.requests.byOperation['CancelDeployment'] ?? 0,
  )
})
