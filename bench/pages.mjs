// The console in Chromium against the demo fleet: cold load, and the core devices list at 10,000 and 100,000 rows.
import { chromium } from '@playwright/test'
import { preview } from 'vite'
import { findChromium } from '../scripts/chromium.mjs'
import { median, quantile } from './median.mjs'

const port = 4198
const base = `http://127.0.0.1:${port}`
const searches = ['0', '00', '001', '00', '0', '', '7', '77', '']

export async function benchPages(rounds) {
  const server = await preview({ logLevel: 'silent', preview: { port, host: '127.0.0.1', strictPort: true } })
  const browser = await chromium.launch({
    executablePath: findChromium()?.path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const figures = []
    const cold = []
    const paints = []
    for (let round = 0; round < rounds; round++) {
      const { rows, paint } = await coldLoad(browser)
      cold.push(rows)
      paints.push(paint)
    }
    figures.push({
      name: 'core devices, 127 rows, cold: first contentful paint',
      value: median(paints),
      unit: 'ms',
    })
    figures.push({
      name: 'core devices, 127 rows, cold: first rows',
      value: median(cold),
      unit: 'ms',
      note: 'with the start of the worker',
    })
    for (const devices of [10_000, 100_000]) {
      const runs = []
      for (let round = 0; round < rounds; round++) runs.push(await list(browser, devices))
      const all = name => runs.flatMap(run => run[name])
      const size = devices.toLocaleString('en-US')
      figures.push({
        name: `core devices, ${size}: filter, key to paint, median`,
        value: median(all('filter')),
        unit: 'ms',
      })
      figures.push({
        name: `core devices, ${size}: filter, key to paint, p95`,
        value: quantile(all('filter'), 0.95),
        unit: 'ms',
      })
      figures.push({
        name: `core devices, ${size}: sort, click to paint, median`,
        value: median(all('sort')),
        unit: 'ms',
      })
      figures.push({
        name: `core devices, ${size}: tasks over 50 ms once rows show`,
        value: median(all('long')),
        unit: '',
      })
      figures.push({
        name: `core devices, ${size}: rows in the document`,
        value: median(all('dom')),
        unit: '',
      })
    }
    return figures
  } finally {
    await browser.close()
    await new Promise(resolve => server.httpServer.close(resolve))
  }
}

async function coldLoad(browser) {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(`${base}/core-devices?scenario=calm&seed=7`)
    await page.getByRole('grid', { name: 'Fleet' }).getByRole('row').nth(3).waitFor()
    return await page.evaluate(() => ({
      rows: performance.now(),
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    }))
  } finally {
    await context.close()
  }
}

async function list(browser, devices) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await page.goto(`${base}/settings?scenario=large&seed=7&devices=${devices}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.addInitScript(() => {
      globalThis.longTasks = []
      new PerformanceObserver(entries => {
        for (const { startTime } of entries.getEntries()) globalThis.longTasks.push(startTime)
      }).observe({ type: 'longtask' })
    })
    await page.goto(`${base}/core-devices`)
    const grid = page.getByRole('grid', { name: 'Fleet' })
    await grid.getByRole('row').nth(3).waitFor()
    const shownAt = await page.evaluate(() => performance.now())
    await page.getByText(`(${devices.toLocaleString('en-US')})`).waitFor({ timeout: 600_000 })
    const filter = []
    for (const text of searches) {
      filter.push(
        await page.evaluate(async value => {
          const box = document.querySelector('input[type=search]')
          const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
          const started = performance.now()
          set.call(box, value)
          box.dispatchEvent(new Event('input', { bubbles: true }))
          await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
          return performance.now() - started
        }, text),
      )
    }
    const sort = []
    for (let turn = 0; turn < 4; turn++) {
      const header = page.getByRole('button', { name: 'Core device', exact: true })
      sort.push(
        await header.evaluate(async button => {
          const started = performance.now()
          button.click()
          await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))
          return performance.now() - started
        }),
      )
    }
    const long = await page.evaluate(from => globalThis.longTasks.filter(at => at >= from).length, shownAt)
    return { filter, sort, long: [long], dom: [await grid.getByRole('row').count()] }
  } finally {
    await context.close()
  }
}
