import { deploy, goOn } from './deployment-form.ts'
import { countsText } from './device-counts.ts'
import { expect, minutes, seconds, test } from './fixtures.ts'

test('a bad canary is halted by its abort criterion at the point that was forecast', async ({
  page,
  demo,
}) => {
  await demo.open('/deployments', { scenario: 'bad-release' })
  await page.getByRole('link', { name: 'Canary: adaptive pumps' }).click()
  await page.getByRole('button', { name: 'Revise' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Canary: pumps, carefully')
  await goOn(page, 'Target', 'Rollout and policies')
  await expect(page.getByRole('textbox', { name: 'Devices a minute' })).toHaveValue('1')
  await page.getByRole('textbox', { name: 'Percentage of rule 1' }).fill('20')
  await page.getByRole('textbox', { name: 'Least number of devices of rule 1' }).fill('5')
  const forecast =
    'Stops the rollout as soon as 1 of the first 5 devices that ended failed, after 4 min at the earliest: 5 of 24 devices have been notified by then.'
  await expect(page.getByText(forecast)).toBeVisible()
  await goOn(page, 'Rollout and policies', 'Review and deploy')
  await expect(page.getByText(forecast)).toBeVisible()
  await deploy(page)

  // One device has failed before four minutes are over, but too few have come to an end for that to count.
  const title = (state: string) =>
    page.getByRole('heading', { level: 1, name: `Canary: pumps, carefully ${state}` })
  await expect(title('Waiting for devices')).toBeVisible()
  await demo.advance(minutes(4) - seconds(5))
  await expect(countsText(page)).toHaveAccessibleName('3 succeeded, 1 failed, 20 not reached yet of 24')
  await expect(title('1 failed')).toBeVisible()

  // The fifth was the last one to be notified.
  await demo.advance(seconds(35))
  await expect(title('Halted')).toBeVisible()
  const halted = '4 succeeded, 1 failed, 19 not reached yet of 24'
  await expect(countsText(page)).toHaveAccessibleName(halted)
  await demo.advance(minutes(30))
  await expect(page.getByText('Nothing moves, so this page looks seldom.')).toBeVisible()
  await expect(countsText(page)).toHaveAccessibleName(halted)
})
