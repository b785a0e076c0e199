import { paths } from '../src/paths.ts'
import { chooseGroup, goOn } from './deployment-form.ts'
import { expect, test } from './fixtures.ts'

test('a deployment that is being composed outlives its tab, until it is started over', async ({
  page,
  demo,
  context,
}) => {
  await demo.open(paths.deploymentNew)
  await chooseGroup(page, 'harbor-line-2')
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Night shift')
  await goOn(page, 'Target', 'Components')
  // Another tab keeps the demo's world going.
  const next = await context.newPage()
  await page.close()

  await next.goto(paths.deploymentNew)
  await expect(next.getByText(/^Your draft of/)).toBeVisible()
  await expect(next.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Night shift')
  await next.getByRole('button', { name: 'Start over' }).click()
  await expect(next.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('')
})

test('what no draft holds is asked about before it is left', async ({ page, demo }) => {
  // A browser whose storage is full.
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = function (key, value) {
      if (key.startsWith('meadow:deployment-draft:')) throw new DOMException('', 'QuotaExceededError')
      setItem.call(this, key, value)
    }
  })
  await demo.open(paths.deploymentNew)
  const name = page.getByRole('textbox', { name: 'Name', exact: true })
  await name.fill('Night shift')
  await expect(page.getByText('This browser has no room for a draft')).toBeVisible()
  const dialog = page.getByRole('dialog')
  const away = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Deployments' })
  await away.click()
  await expect(dialog).toContainText('This browser keeps no drafts: leaving loses it.')
  await expect(dialog.getByRole('button', { name: 'Keep as a draft' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Stay here' }).last().click()
  await expect(name).toHaveValue('Night shift')
})

test('JSON that cannot be read is in no draft, and leaving it is asked about', async ({ page, demo }) => {
  await demo.open(`${paths.deploymentNew}?view=json`)
  await page.getByRole('textbox', { name: 'Body of CreateDeployment' }).fill('{ "targetArn": ')
  const dialog = page.getByRole('dialog')
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Deployments' }).click()
  await expect(dialog).toContainText('so no draft holds it: leaving loses it.')
  await dialog.getByRole('button', { name: 'Discard it' }).click()
  await expect(page.getByRole('heading', { name: /^Deployments/, level: 1 })).toBeVisible()
})
