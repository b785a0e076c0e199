import { deployToAllPlants } from './deployment-form.ts'
import { expect, minutes, seconds, test } from './fixtures.ts'

test('500 failures are read one call each, with progress, into at most 5 groups that say what to do', async ({
  page,
  demo,
}) => {
  test.slow()
  // The limit of calls makes this half a minute; the page's clock is turned on instead of waiting.
  await page.clock.install()
  const component = await deployToAllPlants(page, demo, 5200)
  await demo.advance(minutes(10))
  await page.getByRole('tab', { name: 'Failures (504)' }).click()

  await expect(
    page.getByText(/Read [1-9]\d* of 504 devices that did not come through, about \d+ s left/),
  ).toBeVisible()
  await expect(page.getByRole('progressbar', { name: 'Reading what the devices reported' })).toBeVisible()
  await expect(async () => {
    await page.clock.fastForward(seconds(2))
    await expect(page.getByText('Every device that did not come through has been read.')).toBeVisible({
      timeout: 100,
    })
  }).toPass({ intervals: [100] })
  // Each device was asked once, and nobody else.
  expect(await demo.received('DescribeJobExecution')).toBe(504)

  const groups = page.getByRole('article')
  await expect(page.getByText('5 causes on 504 devices.')).toBeVisible()
  await expect(groups).toHaveCount(5)
  const full = page.getByRole('article', { name: "The device's disk is full" })
  await expect(full).toContainText('Free space on the device')
  await expect(full).toContainText('Usually put right on the device, by whoever looks after it.')
  await expect(full).toContainText('It failed before anything was changed')
  await expect(full.getByRole('link', { name: component })).toBeVisible()
  await expect(full).toContainText('greengrass.log')
  await expect(full.getByRole('button', { name: /^Copy \d+ device names$/ })).toBeVisible()
  // Those too old to report codes stand together, at the end.
  await expect(groups.last()).toContainText('The device did not report error codes')
})
