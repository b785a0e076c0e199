import { change, deploy, goOn } from './deployment-form.ts'
import { countsText } from './device-counts.ts'
import { expect, minutes, test } from './fixtures.ts'

const rules = 'com.meadowdemo.EdgeRules'

test('leaving a component out of a revision warns that it is uninstalled, and it is', async ({
  page,
  demo,
}) => {
  await demo.open('/core-devices/harbor-line-3-packer-06')
  const installed = page.getByRole('grid', { name: 'Installed components' })
  await expect(installed.getByRole('row', { name: rules })).toContainText('1.5.1')

  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Deployments' }).click()
  await page
    .getByRole('grid', { name: 'Deployments' })
    .getByRole('link', { name: 'Line 3: newer uplink' })
    .click()
  await page.getByRole('button', { name: 'Revise' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Line 3: without rules')
  await goOn(page, 'Target', 'Components')
  await page.getByRole('button', { name: `Remove ${rules}` }).click()
  await expect(page.getByText('These will be uninstalled')).toBeVisible()
  await expect(page.getByRole('button', { name: `Keep ${rules}` })).toBeVisible()

  await goOn(page, 'Components', 'Review and deploy')
  await expect(change(page, rules)).toContainText('Uninstalled')
  await expect(page.getByText('1 component it leaves out will be uninstalled.')).toBeVisible()

  // Neither the button nor the Enter key gets past the question.
  await deploy(page)
  const dialog = page.getByRole('dialog', { name: 'Deploy and uninstall 1 component?' })
  await expect(dialog).toContainText('from 40 devices in harbor-line-3')
  await expect(dialog.getByRole('list', { name: 'Components to be uninstalled' })).toContainText(rules)
  const go = dialog.getByRole('button', { name: 'Deploy and uninstall' })
  await expect(go).toBeDisabled()
  await go.click({ force: true })
  await dialog.getByRole('checkbox').focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  expect(await demo.received('CreateDeployment')).toBe(0)

  await dialog.getByRole('button', { name: 'Back to the form' }).click()
  await expect(change(page, rules)).toContainText('Uninstalled')
  await deploy(page)
  await expect(dialog.getByRole('checkbox', { name: `Uninstall ${rules}` })).not.toBeChecked()
  await dialog.getByRole('checkbox', { name: `Uninstall ${rules}` }).check()
  await go.click()

  await expect(page.getByRole('heading', { name: /^Line 3: without rules/, level: 1 })).toBeVisible()
  await demo.advance(minutes(5))
  await expect(countsText(page)).toHaveAccessibleName('40 succeeded of 40')

  await page.getByRole('link', { name: '40 succeeded: show the devices' }).click()
  await page.getByRole('searchbox', { name: 'Filter devices' }).fill('packer-06')
  await page.getByRole('link', { name: 'harbor-line-3-packer-06' }).click()
  await expect(installed.getByRole('row', { name: 'com.meadowdemo.LineSensors' })).toBeVisible()
  await expect(installed.getByRole('row', { name: rules })).toHaveCount(0)
  // Nor is it there as something that others need.
  await page.getByRole('toolbar', { name: 'Components to show' }).getByRole('button', { name: 'All' }).click()
  await expect(installed.getByRole('row', { name: 'aws.greengrass.Nucleus' })).toBeVisible()
  await expect(installed.getByRole('row', { name: rules })).toHaveCount(0)
})
