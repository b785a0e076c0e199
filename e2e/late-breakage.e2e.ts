import { chooseGroup, deploy, goOn } from './deployment-form.ts'
import { countsText } from './device-counts.ts'
import { expect, minutes, test } from './fixtures.ts'
import { notifications } from './notifications.ts'
import { pasteRecipe } from './recipe-editor.ts'

const fuse = 'com.meadowdemo.SlowFuse'

/** Runs well for ten minutes: long enough for its deployment to succeed. */
const recipe = `---
RecipeFormatVersion: '2020-01-25'
ComponentName: ${fuse}
ComponentVersion: '1.0.0'
ComponentPublisher: Meadow Works
Manifests:
  - Platform:
      os: linux
    Lifecycle:
      Run:
        Script: sleep 600; exit 3
`

test('milestones are told once, and a component that breaks after success is on its deployment', async ({
  page,
  demo,
}) => {
  await demo.open('/components/new')
  await pasteRecipe(page, recipe)
  await page.getByRole('button', { name: 'Publish version' }).click()
  await demo.advance(minutes(1))
  await page.getByRole('link', { name: 'Deploy it' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Line 3: slow fuse')
  await chooseGroup(page, 'harbor-line-3')
  await page.getByRole('button', { name: 'Start from it' }).click()
  await goOn(page, 'Target', 'Review and deploy')
  await deploy(page)
  await expect(countsText(page)).toHaveAccessibleName(/ of 40$/)

  await expect(async () => {
    await demo.advance(minutes(1))
    await expect(countsText(page)).toHaveAccessibleName('40 succeeded of 40', { timeout: 500 })
  }).toPass()
  const end = 'All 40 devices have come to an end: 40 succeeded.'
  await expect(notifications(page).getByText(end)).toBeVisible()
  // Heard once: from the page, and not from the notification as well.
  await expect(page.locator('[aria-live=polite]').filter({ hasText: end })).toHaveCount(1)

  // Errored, tried again, and broken at the third time.
  await demo.advance(minutes(40))
  await expect(
    page.getByRole('heading', { name: 'Line 3: slow fuse 5 or more broke later', level: 1 }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Ask more devices' }).click()
  await expect(
    page.getByRole('heading', { name: 'Line 3: slow fuse 40 broke later', level: 1 }),
  ).toBeVisible()
  const broken = page.getByRole('article', {
    name: `${fuse} 1.0.0 broke after the deployment had succeeded`,
  })
  await expect(broken).toContainText('40 devices')
  await expect(broken).toContainText('Run script exited with code 3')
  await expect(notifications(page).getByText(/^A component broke on \d+ devices? after/)).toBeVisible()

  // What has been told is not told again.
  await page.reload()
  await expect(
    page.getByRole('heading', { name: 'Line 3: slow fuse 5 or more broke later', level: 1 }),
  ).toBeVisible()
  await expect(notifications(page).getByRole('listitem')).toHaveCount(0)
  const device = await broken.getByRole('link').first().innerText()
  await page.getByRole('searchbox', { name: 'Filter devices' }).fill(device)
  const row = page.getByRole('row', { name: device })
  await expect(row).toContainText('Succeeded')
  await expect(row).toContainText(`${fuse} broke later`)

  await page.getByRole('link', { name: 'Deployments', exact: true }).first().click()
  await expect(page.getByRole('row', { name: /Line 3: slow fuse/ })).toContainText(/\d+ or more broke later/)
  await page.getByRole('link', { name: 'Line 3: slow fuse' }).click()
  const link = broken.getByRole('link').first()
  const brokenDevice = await link.innerText()
  await link.click()
  // The page that it came from has rows with that component as well.
  await expect(page.getByRole('heading', { name: brokenDevice, level: 1 })).toBeVisible()
  await expect(page.getByRole('row', { name: fuse })).toContainText('Broken')
})
