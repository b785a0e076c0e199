import { paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'

const connection = 'Demo fleet, read-only'
const reason = 'The connection “Demo fleet, read-only” is read-only.'

test('a read-only connection shows every write disabled, with the reason', async ({ page, demo }) => {
  await demo.open(paths.deployments, { scenario: 'calm', connection })
  await expect(page.getByRole('link', { name: 'Base software' })).toBeVisible()
  const writes: [string, string][] = [
    [paths.overview, 'New deployment'],
    [paths.deployments, 'Create deployment'],
    [paths.components, 'New component'],
  ]
  for (const [path, name] of writes) {
    await page.goto(path)
    const button = page.getByRole('button', { name }).or(page.getByRole('link', { name })).first()
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await button.hover()
    await expect(page.getByText(reason).filter({ visible: true }).first()).toBeVisible()
  }
  await page.goto(paths.settings)
  await expect(page.getByRole('button', { name: 'Detach role' })).toHaveAttribute('aria-disabled', 'true')
})

test('a forced write is refused before it is sent, and the role would refuse it too', async ({
  page,
  demo,
}) => {
  await demo.open(paths.deployments, { scenario: 'calm', connection })
  await page.getByRole('link', { name: 'Base software' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Base software')
  const cancel = page.getByRole('button', { name: 'Cancel deployment' }).first()
  await expect(cancel).toHaveAttribute('aria-disabled', 'true')
  // Pressed all the same, by a page that has lost its disabled state: nothing reaches the service.
  await cancel.evaluate(button => {
    button.removeAttribute('aria-disabled')
    button.removeAttribute('disabled')
    ;(button as HTMLButtonElement).click()
  })
  expect(await demo.received('CancelDeployment')).toBe(0)
})

test('where only the role is read-only, the refusal names the missing action and a policy to copy', async ({
  page,
  demo,
}) => {
  // Someone's config.json that does not say readOnly, with an identity pool whose role may only read.
  await page.route('**/config.json', route =>
    route.fulfill({
      json: {
        mode: 'demo',
        connections: [
          {
            name: 'Viewer',
            region: 'us-east-1',
            identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000001',
          },
        ],
      },
    }),
  )
  await demo.open(paths.deployments, { scenario: 'calm' })
  await page.getByRole('link', { name: 'Base software' }).click()
  await page.getByRole('button', { name: 'Cancel deployment' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Cancel deployment' }).click()
  await expect(dialog.getByText('greengrass:CancelDeployment').first()).toBeVisible()
  expect(await demo.received('CancelDeployment')).toBe(1)
})
