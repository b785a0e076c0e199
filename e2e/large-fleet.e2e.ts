import { paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'

test('10,000 core devices stream in, and filter and sort while they do, without a long task', async ({
  page,
  demo,
}) => {
  await demo.open(paths.settings, { scenario: 'large', devices: 10_000 })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.addInitScript(() => {
    const seen: { start: number; duration: number }[] = []
    ;(globalThis as unknown as { longTasks: typeof seen }).longTasks = seen
    new PerformanceObserver(list => {
      for (const { startTime, duration } of list.getEntries()) seen.push({ start: startTime, duration })
    }).observe({ type: 'longtask', buffered: true })
  })
  await page.goto(paths.coreDevices)
  const table = page.getByRole('grid', { name: 'Fleet' })
  await expect(table.getByRole('row').nth(5)).toBeVisible()
  const rowsShownAt = await page.evaluate(() => performance.now())

  // While pages still arrive: sort, filter, and clear again.
  await expect(page.getByText(/so far/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Core device', exact: true }).click()
  const search = page.getByRole('searchbox')
  await search.fill('00')
  await expect(page).toHaveURL(/q=00/)
  await search.fill('')
  await expect(page.getByText(/\(10,000\)/)).toBeVisible({ timeout: 60_000 })

  expect(await table.getByRole('row').count()).toBeLessThan(60)
  const longTasks = await page.evaluate(
    from =>
      (globalThis as unknown as { longTasks: { start: number; duration: number }[] }).longTasks.filter(
        task => task.start >= from,
      ),
    rowsShownAt,
  )
  expect(longTasks).toEqual([])
})
