import { change, deploy, goOn } from './deployment-form.ts'
import { countsText, deviceCounts } from './device-counts.ts'
import { expect, minutes, seconds, test } from './fixtures.ts'

test('where and why a release fails is three clicks from the overview, and cancelling stops it', async ({
  page,
  demo,
}) => {
  await demo.open('/', { scenario: 'bad-release' })
  // First click: what needs attention first. The page opens with the reasons.
  await page.getByRole('link', { name: 'Canary: adaptive pumps: 10 failed' }).click()
  await expect(page.getByText('2 causes on 10 devices.')).toBeVisible()

  const broken = page.getByRole('article', {
    name: 'com.meadowdemo.PumpController does not keep running: its run script ended with exit code 132',
  })
  await expect(broken).toContainText('6 devices')
  await expect(broken).toContainText('After three errors in a row a component is BROKEN')
  await expect(broken).toContainText('put its script or configuration right, and deploy again')
  await expect(broken).toContainText('author of the component')
  await expect(broken.getByRole('link', { name: 'harbor-utilities-pump-01' })).toBeVisible()
  await expect(broken.getByRole('link', { name: /^com\.meadowdemo\.PumpController/ })).toBeVisible()
  // Beside the component, its devices.
  await expect(broken.getByRole('link')).toHaveCount(1 + 6)

  const full = page.getByRole('article', { name: "The device's disk is full" })
  await expect(full).toContainText('4 devices')
  await expect(full).toContainText('Free space on the device')
  await expect(full).toContainText('whoever looks after it')
  await expect(full.getByRole('link')).toHaveCount(1 + 4)

  // Second click: one of the devices. Third: what the deployment did to it.
  await full.getByRole('link', { name: 'ridgeway-cold-store-room-a-01' }).click()
  await expect(page.getByRole('heading', { name: /^ridgeway-cold-store-room-a-01/, level: 1 })).toBeVisible()
  await page.getByRole('tab', { name: 'Deployments' }).click()
  const told = page.getByRole('row', { name: /Canary: adaptive pumps/ })
  await expect(told).toContainText('Failed')
  await page.goBack()

  await page.getByRole('button', { name: 'Cancel deployment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cancel Canary: adaptive pumps?' })
  // One is queued, and the rollout has not come to six more.
  await expect(dialog).toContainText('7 devices have not received it and will not get it.')
  await expect(dialog).toContainText('Devices that have it keep it: nothing is undone or uninstalled.')
  await expect(dialog).toContainText('To take back what it brought, revise it.')
  await dialog.getByRole('button', { name: 'Cancel deployment' }).click()

  const settled = '7 succeeded, 10 failed, 1 cancelled, 6 not reached yet of 24'
  await expect(
    page.getByRole('heading', { name: 'Canary: adaptive pumps Cancelled', level: 1 }),
  ).toBeVisible()
  await expect(countsText(page)).toHaveAccessibleName(settled)
  await demo.advance(minutes(20))
  await expect(page.getByText('Nothing moves, so this page looks seldom.')).toBeVisible()
  await expect(countsText(page)).toHaveAccessibleName(settled)
  await expect(page.getByRole('button', { name: 'Cancel deployment' })).toBeDisabled()
})

test('a release that fails on some devices is stopped midway', async ({ page, demo }) => {
  await demo.open('/deployments')
  await page.getByRole('link', { name: 'Line 1: new rules' }).click()
  await page.getByRole('button', { name: 'Revise' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Line 1: newer panel')
  await goOn(page, 'Target', 'Components')
  await page.getByRole('combobox', { name: 'Version of com.meadowdemo.OperatorPanel' }).fill('5.3.0')
  await goOn(page, 'Components', 'Rollout and policies')
  await page.getByRole('radio', { name: 'Constant rate' }).check()
  await page.getByRole('textbox', { name: 'Devices a minute' }).fill('2')
  await goOn(page, 'Rollout and policies', 'Review and deploy')
  await expect(change(page, 'com.meadowdemo.OperatorPanel')).toContainText('5.2.0 → 5.3.0')
  await deploy(page)
  await expect(page.getByRole('heading', { name: /^Line 1: newer panel/, level: 1 })).toBeVisible()

  const bar = countsText(page)
  await expect(bar).toHaveAccessibleName(/ of 12$/)
  while (((await deviceCounts(page)).failed ?? 0) < 2) {
    const before = (await bar.getAttribute('aria-label')) ?? ''
    // One device more is reached in that time.
    await demo.advance(seconds(30))
    await expect(bar).not.toHaveAccessibleName(before)
  }
  await expect(async () => {
    await demo.advance(seconds(3))
    await expect(bar).toHaveAccessibleName(/in progress/, { timeout: 500 })
  }).toPass()
  const reached = await deviceCounts(page)
  const left = reached['not reached yet'] ?? 0
  const waiting = left + (reached.queued ?? 0)
  expect(left).toBeGreaterThan(0)

  // The deployment is on show already: one click to the reasons, one to a device.
  await page.getByRole('link', { name: 'See why 2 devices did not come through' }).click()
  await expect(page.getByText('2 causes on 2 devices.')).toBeVisible()
  const full = page.getByRole('article', { name: "The device's disk is full" })
  await expect(full.getByRole('link', { name: 'harbor-line-1-labeler-11' })).toBeVisible()
  await expect(full).toContainText('Free space on the device')
  const late = page.getByRole('article', { name: /^com\.meadowdemo\.EdgeRules does not keep running/ })
  await expect(late.getByRole('link', { name: 'harbor-line-1-capper-10' })).toBeVisible()
  await expect(late).toContainText('rolling back failed too: look at this device first')

  await page.getByRole('button', { name: 'Cancel deployment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cancel Line 1: newer panel?' })
  await expect(dialog).toContainText(`${waiting} devices have not received it and will not get it.`)
  await expect(dialog).toContainText('1 device is in the middle of it and will finish.')
  await dialog.getByRole('button', { name: 'Cancel deployment' }).click()
  await expect(page.getByRole('heading', { name: 'Line 1: newer panel Cancelled', level: 1 })).toBeVisible()

  // What was under way ends, what was not reached never begins.
  await demo.advance(minutes(10))
  await expect(bar).not.toHaveAccessibleName(/in progress|queued/)
  const after = await deviceCounts(page)
  expect(after['not reached yet']).toBe(left)
  expect((after.succeeded ?? 0) + (after.failed ?? 0)).toBe(12 - waiting)

  // Devices that have it keep it.
  await page.getByRole('link', { name: /^\d+ succeeded: show the devices$/ }).click()
  await page.getByRole('grid', { name: 'Succeeded devices' }).getByRole('link').first().click()
  const installed = page.getByRole('grid', { name: 'Installed components' })
  await expect(installed.getByRole('row', { name: 'com.meadowdemo.OperatorPanel' })).toContainText('5.3.0')
})
