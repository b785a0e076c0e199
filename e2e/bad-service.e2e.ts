import type { Locator, Page } from '@playwright/test'
import { chooseGroup, deploy, goOn } from './deployment-form.ts'
import { expect, minutes, test } from './fixtures.ts'
import { notifications } from './notifications.ts'
import { pasteRecipe, recipeBox } from './recipe-editor.ts'

const recipe = `---
RecipeFormatVersion: '2020-01-25'
ComponentName: com.meadowdemo.NightShift
ComponentVersion: '1.0.0'
Manifests:
  - Platform:
      os: linux
    Lifecycle:
      Run:
        Script: sh {artifacts:path}/dim.sh
`
const published = (page: Page) => page.getByText('com.meadowdemo.NightShift 1.0.0 is published')
const publish = 'CreateComponentVersion'

test('credentials that expire in the middle of a form are renewed, and its content is deployed', async ({
  page,
  demo,
}) => {
  await demo.open('/deployments/new?component=aws.greengrass.Cli@2.12.6')
  await page.getByRole('textbox', { name: 'Name' }).fill('First software')
  await chooseGroup(page, 'commissioning')
  await goOn(page, 'Target', 'Configuration')
  await page
    .getByRole('textbox', { name: 'Configuration to merge' })
    .fill('{ "AuthorizedPosixGroups": "ops" }')
  await demo.expireCredentials()
  await goOn(page, 'Configuration', 'Review and deploy')
  // It pushes the page down as it comes.
  await expect(notifications(page)).toContainText('Your session is over')
  // Its effect on the devices cannot be read any more, so it takes a word to go on.
  await expect(page.getByRole('button', { name: 'Deploy', exact: true })).toBeDisabled()
  await page.getByRole('checkbox', { name: /^Deploy without knowing what it does/ }).check()
  await deploy(page)
  await expect(page.getByText('The deployment was not created: your session is over')).toBeVisible()
  await expect(notifications(page)).toContainText('what is on this page stays')

  // Not even a reload loses it.
  await page.reload()
  await expect(page.getByText(/^Your draft of .* is back/)).toBeVisible()
  await expect(page.getByText('commissioning is empty now')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Deploy', exact: true })).toBeEnabled()
  await demo.expireCredentials()
  await deploy(page)
  await expect(page.getByText('The deployment was not created: your session is over')).toBeVisible()
  // The button beside the failure renews, and deploys then.
  await page.getByRole('button', { name: 'Renew session' }).last().click()
  await expect(page.getByRole('heading', { name: /^First software/, level: 1 })).toBeVisible()
  await page.getByRole('tab', { name: 'Components (1)' }).click()
  await expect(page.getByText('"AuthorizedPosixGroups": "ops"')).toBeVisible()
})

test('a service that answers 500, a web page, garbage, nothing or not at all loses no text', async ({
  page,
  demo,
}) => {
  await demo.open('/components/new')
  await pasteRecipe(page, recipe)
  await demo.arm({ kind: 'status-500', operation: publish })
  await page.getByRole('button', { name: 'Publish version' }).click()
  const told = [
    ['The recipe was not published: the service failed', 'html'],
    ['The recipe was not published: the answer was not the service’s', 'drop'],
    ['The recipe was not published: the service could not be reached', 'garbage'],
    ['The recipe was not published: the answer was not the service’s', 'status-500'],
    ['The recipe was not published: the service failed', 'empty'],
    ['The recipe was not published: the answer was not the service’s', null],
  ] as const
  for (const [index, [message, after]] of told.entries()) {
    await expect(page.getByText(message)).toBeVisible()
    await expect.poll(() => demo.received(publish)).toBe(index + 1)
    await expect(recipeBox(page)).toBeVisible()
    await expect(page.getByText(`${recipe.length} of 16,384 bytes`)).toBeVisible()
    if (after) await demo.arm({ kind: after, operation: publish })
    await page.getByRole('button', { name: 'Retry' }).click()
  }
  await expect(published(page)).toBeVisible()
})

test('an answer that is lost after the work was done is asked for again without doing it twice', async ({
  page,
  demo,
}) => {
  await demo.open('/components/new')
  await pasteRecipe(page, recipe)
  await demo.arm({ kind: 'never', operation: publish, stage: 'after' })
  await page.getByRole('button', { name: 'Publish version' }).click()
  // A call that nobody answers is given up after a while.
  await expect(page.getByText('The recipe was not published: no answer in time')).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByText('If it was a write, it may still have taken effect.')).toBeVisible()
  // An answer that is only late is waited for, and cannot be asked for twice meanwhile.
  await demo.arm({ kind: 'delay', operation: publish, delayMs: 1500 })
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByRole('button', { name: 'Publish version' })).toBeDisabled()
  await expect(published(page)).toBeVisible()
  expect(await demo.received(publish)).toBe(2)
})

test('pages that cannot be read say why, and read again when asked', async ({ page, demo }) => {
  await demo.open('/settings')
  const pages = page.getByRole('navigation', { name: 'Pages' })
  const fail = async (kind: string, link: Locator, title: string, message: string) => {
    await demo.arm({ kind, count: null })
    await link.click()
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    await expect(page.getByText(message).first()).toBeVisible()
    await demo.disarm()
    await page.getByRole('button', { name: 'Retry' }).first().click()
    await expect(page.getByText(message)).toHaveCount(0)
  }
  const strange = 'The answer was not the service’s'

  await fail('html', pages.getByRole('link', { name: 'Components' }), 'Components', strange)
  await expect(page.getByRole('link', { name: 'com.meadowdemo.EdgeRules' })).toBeVisible()

  await fail('garbage', pages.getByRole('link', { name: 'Deployments' }), 'Deployments', strange)
  await fail('empty', page.getByRole('link', { name: 'Line 3: newer uplink' }), 'Deployment', strange)
  await expect(page.getByRole('heading', { name: 'Line 3: newer uplink Healthy', level: 1 })).toBeVisible()

  const devices = pages.getByRole('link', { name: 'Core devices' })
  await fail('status-500', devices, 'Core devices', 'The service failed')
  const device = 'harbor-line-1-capper-02'
  await fail('drop', page.getByRole('link', { name: device }), device, 'The service could not be reached')
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('Healthy')
  await expect(page.getByRole('grid', { name: 'Installed components' })).toContainText('EdgeRules')
})

test('rows that were read stay on screen while the service fails', async ({ page, demo }) => {
  await demo.open('/components')
  const row = page.getByRole('link', { name: 'com.meadowdemo.EdgeRules' })
  await expect(row).toBeVisible()
  await demo.arm({ kind: 'status-500', operation: 'ListComponents', count: null })
  // What is on screen is read again when the world's time has moved.
  await demo.advance(minutes(5))
  await expect(page.getByText('These components could not be refreshed.')).toBeVisible()
  await expect(page.getByText('What is shown is what came last.')).toBeVisible()
  await expect(row).toBeVisible()
  await demo.disarm()
  await page.getByRole('button', { name: 'Retry loading components' }).click()
  await expect(page.getByText('These components could not be refreshed.')).toHaveCount(0)
  await expect(row).toBeVisible()
})
