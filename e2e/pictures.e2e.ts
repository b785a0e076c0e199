import { paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'

test('the picture of the README is the overview of a fleet in trouble', async ({ page, demo }, info) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await demo.open(paths.overview, { scenario: 'bad-release' })
  await expect(page.getByRole('link', { name: /Canary: adaptive pumps/ }).first()).toBeVisible()
  await expect(page.getByText('All core devices').first()).toBeVisible()
  // `UPDATE_PICTURES=1 npm run e2e -- pictures` renews the one in the repository.
  const file = process.env.UPDATE_PICTURES ? 'docs/images/overview.png' : info.outputPath('overview.png')
  const picture = await page.screenshot({ path: file, animations: 'disabled' })
  expect(picture.byteLength).toBeGreaterThan(20_000)
})
