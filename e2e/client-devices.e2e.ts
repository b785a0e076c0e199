import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const core = 'mesa-yard-scale-02'
const batches = 'BatchAssociateClientDeviceWithCoreDevice'

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(3, '0')}`)

/** 247 things of the account, and three names that somebody mistyped. */
const things = [
  ...numbered('harbor-scanner', 90),
  ...numbered('harbor-probe', 60),
  ...numbered('ridgeway-probe', 70),
  ...numbered('mesa-valve', 27),
]
const mistyped = ['mesa-valve-28', 'mesa-vavle-029', 'mesa-valve_030']
const meant = ['mesa-valve-028', 'mesa-valve-029', 'mesa-valve-030']

const names = (page: Page) => page.getByRole('textbox', { name: 'Names of client devices' })
const refused = (page: Page) => page.getByRole('region', { name: 'Client devices that were refused' })

async function chooseCore(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Filter core devices' }).fill('yard-scale')
  await page.getByRole('link', { name: core }).click()
  await expect(page.getByRole('heading', { name: 'Associated client devices (0)' })).toBeVisible()
}

test('of 250 client devices three are refused, shown with their reasons, mended and retried', async ({
  page,
  demo,
}) => {
  await demo.open('/client-devices')
  await chooseCore(page)
  await names(page).fill([...things.slice(0, 100), ...mistyped, ...things.slice(100)].join('\n'))
  await expect(page.getByText('250 names; sent in 3 calls of up to 100.')).toBeVisible()
  await page.getByRole('button', { name: 'Associate 250 client devices' }).click()

  await expect(page.getByText('250 asked for: 247 associated, 3 refused')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Associated client devices (247)' })).toBeVisible()
  for (const name of mistyped) {
    const row = refused(page).getByRole('row', { name })
    await expect(row).toContainText('ResourceNotFoundException')
    await expect(row).toContainText(`The thing ${name} does not exist.`)
  }

  // A retry sends the three alone. They are still no things, and the sums stay whole.
  expect(await demo.received(batches)).toBe(3)
  await page.getByRole('button', { name: 'Retry these 3' }).click()
  await expect.poll(() => demo.received(batches)).toBe(4)
  await expect(page.getByText('250 asked for: 247 associated, 3 refused')).toBeVisible()
  await expect(refused(page).getByRole('row')).toHaveCount(4)

  // The names are put right where they were typed.
  await names(page).fill(meant.join('\n'))
  await page.getByRole('button', { name: 'Associate 3 client devices' }).click()
  await expect(page.getByText('3 asked for: 3 associated')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Associated client devices (250)' })).toBeVisible()
  expect(await demo.received(batches)).toBe(5)
})

test('after a call that fails as a whole, a retry sends what is left and nothing twice', async ({
  page,
  demo,
}) => {
  await demo.open('/client-devices')
  await chooseCore(page)
  await names(page).fill([...things, ...meant].join(', '))
  // The first of three calls goes well, the second fails, and the third is not sent after that.
  await demo.arm({ kind: 'delay', operation: batches, delayMs: 0 })
  await demo.arm({ kind: 'status-500', operation: batches })
  await page.getByRole('button', { name: 'Associate 250 client devices' }).click()

  await expect(page.getByText('250 asked for: 100 associated, 150 not sent')).toBeVisible()
  await expect(page.getByText('Not everything was sent: the service failed')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Associated client devices (100)' })).toBeVisible()
  expect(await demo.received(batches)).toBe(2)

  await page.getByRole('button', { name: 'Retry these 150' }).click()
  await expect(page.getByText('250 asked for: 250 associated')).toBeVisible()
  await expect(page.getByText('Not everything was sent')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Associated client devices (250)' })).toBeVisible()
  expect(await demo.received(batches)).toBe(4)
})
