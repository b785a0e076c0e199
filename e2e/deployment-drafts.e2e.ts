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
