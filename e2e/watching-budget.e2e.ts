import type { Page } from '@playwright/test'
import { paths } from '../src/paths.ts'
import { deployToAllPlants } from './deployment-form.ts'
import { control, type Demo, expect, minutes, seconds, test } from './fixtures.ts'

const hours = (count: number) => minutes(60 * count)

/** What the service has been asked since its start. */
const total = async (page: Page) => {
  const state = (await control(page, 'state')) as { requests: { total: number } }
  return state.requests.total
}

/** Lets the page's own time pass in small steps, so that answers arrive in between; what it asked for meanwhile. */
async function during(page: Page, milliseconds: number): Promise<number> {
  const before = await total(page)
  const step = seconds(2.5)
  for (let passed = 0; passed < milliseconds; passed += step) {
    await page.clock.runFor(step)
    // All is answered when nothing more arrives between two looks.
    for (let last = -1, now = await total(page); last !== now; ) {
      last = now
      now = await total(page)
    }
  }
  return (await total(page)) - before
}

/** From here on the page's time passes by `during` alone, and the fleet's by itself, about as fast as that. */
async function watch(page: Page, demo: Demo) {
  await control(page, 'setSpeed', 10)
  await control(page, 'resume')
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000))
  // What opening it costs comes on top.
  await during(page, seconds(30))
  return {
    moving: async () => during(page, minutes(1)),
    resting: async () => {
      await demo.advance(hours(10))
      await control(page, 'pause')
      // What has changed is read for the first time, and looked at closely until it has stood still for two minutes.
      await during(page, minutes(4))
      return during(page, minutes(1))
    },
  }
}

test('the list of deployments keeps to its requests a minute', async ({ page, demo }) => {
  test.slow()
  await page.clock.install()
  await demo.open(paths.deployments, { scenario: 'large', devices: 20_000 })
  await expect(page.getByRole('link', { name: /^Software of plant-/ }).first()).toBeVisible()
  const { moving, resting } = await watch(page, demo)
  const moved = await moving()
  expect(moved).toBeLessThanOrEqual(40)
  const rested = await resting()
  expect(rested).toBeLessThanOrEqual(10)
  // It is live, and more so while something moves.
  expect(rested).toBeGreaterThan(0)
  expect(moved).toBeGreaterThan(rested)
})

test('the page of a deployment to 20,000 devices keeps to its requests a minute', async ({ page, demo }) => {
  test.slow()
  await page.clock.install()
  await deployToAllPlants(page, demo, 20_000)
  await demo.advance(minutes(4))
  await page.getByRole('tab', { name: /^Devices/ }).click()
  const { moving, resting } = await watch(page, demo)
  const moved = await moving()
  expect(moved).toBeLessThanOrEqual(40)
  // With the tab that costs most when there is something to tell.
  await page.getByRole('tab', { name: /^Failures/ }).click()
  await during(page, minutes(1))
  expect(await moving()).toBeLessThanOrEqual(40)
  const rested = await resting()
  expect(rested).toBeLessThanOrEqual(10)
  expect(rested).toBeGreaterThan(0)
  expect(moved).toBeGreaterThan(rested)
})
