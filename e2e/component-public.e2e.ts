import { expect, test } from './fixtures.ts'

test('a component of AWS is found, and what its vendor says of a version stands wherever it appears', async ({
  page,
  demo,
}) => {
  const name = 'aws.greengrass.LogManager'
  await demo.open('/components')
  await page.getByRole('tab', { name: 'Public (AWS)' }).click()
  await page.getByRole('searchbox', { name: 'Filter components' }).fill('CloudWatch Logs')
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.getByRole('tab', { name: 'Default configuration' }).click()
  await expect(page.getByRole('region', { name: `Default configuration of ${name}` })).toContainText(
    '"logsUploaderConfiguration"',
  )

  await page.getByRole('tab', { name: /^Versions/ }).click()
  const versions = page.getByRole('grid', { name: 'Versions' })
  await expect(versions.getByRole('row', { name: /^2\.2\.8/ })).toContainText('Discontinued')
  await expect(versions.getByRole('row', { name: /^2\.3\.11/ })).not.toContainText('Discontinued')
  await versions.getByRole('link', { name: '2.2.8' }).click()
  await expect(page.getByText('it may lose log lines when files rotate')).toBeVisible()
  await page.getByRole('tab', { name: 'Recipe' }).click()
  await expect(page.getByRole('region', { name: `Recipe of ${name} 2.2.8` })).toContainText('2.2.8')
})

test('a discontinued version is marked on the device that runs it and in the deployment that names it', async ({
  page,
  demo,
}) => {
  await demo.open('/deployments')
  await page.getByRole('link', { name: 'Dispatch labels: wrong printer' }).click()
  await page.getByRole('tab', { name: /^Components/ }).click()
  const named = page.getByRole('list', { name: 'Components of this deployment' }).getByRole('listitem')
  await expect(named.filter({ hasText: 'aws.greengrass.LogManager' })).toContainText('Discontinued')
  await expect(named.filter({ hasText: 'LabelPrinter' })).not.toContainText('Discontinued')

  await page.getByRole('link', { name: 'Core devices' }).click()
  await page.getByRole('searchbox', { name: 'Filter core devices' }).fill('harbor-line-1-filler-09')
  await page.getByRole('link', { name: 'harbor-line-1-filler-09' }).click()
  await page.getByText('All, with dependencies').click()
  const installed = page.getByRole('grid', { name: 'Installed components' })
  await expect(installed.getByRole('row', { name: 'aws.greengrass.Nucleus' }).first()).toContainText(
    '2.5.6 Discontinued',
  )
})
