// The recipe editor in Chromium: how soon it takes the focus beside bare Monaco, how fast it checks, whether typing stutters.
import { chromium } from '@playwright/test'
import { build, preview } from 'vite'
import { findChromium } from '../scripts/chromium.mjs'
import { largeRecipe } from './large-recipe.mjs'
import { median, quantile } from './median.mjs'
import { tasksOf } from './tasks.mjs'

const host = '127.0.0.1'
const ports = { console: 4196, bare: 4195 }
const bareDist = '.cache/bare-monaco'
const bareRoot = 'bench/bare-monaco'
const slowdown = 4
const edges = { YAML: "ComponentVersion: '1.0.0", JSON: '"ComponentVersion": "1.0.0' }

async function serve(port, outDir) {
  return preview({
    configFile: outDir ? false : undefined,
    logLevel: 'silent',
    ...(outDir ? { build: { outDir } } : {}),
    preview: { port, host, strictPort: true },
  })
}

export async function benchEditor(rounds, outDir) {
  await build({
    configFile: false,
    root: bareRoot,
    logLevel: 'silent',
    worker: { format: 'es' },
    build: { outDir: `../../${bareDist}`, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 9000 },
  })
  const servers = [await serve(ports.console, outDir), await serve(ports.bare, bareDist)]
  const browser = await chromium.launch({
    executablePath: findChromium()?.path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const bare = []
    const ours = []
    for (let round = 0; round < rounds; round++) {
      bare.push((await focusable(browser, `http://${host}:${ports.bare}/`)).editor)
      ours.push(
        await focusable(browser, `http://${host}:${ports.console}/components/new?scenario=calm&seed=7`),
      )
    }
    const typed = []
    for (const format of ['YAML', 'JSON']) {
      for (let round = 0; round < rounds; round++) typed.push(await typing(browser, format))
    }
    const all = name => typed.flatMap(run => run[name])
    const times = name => median(ours.map(one => one[name]))
    const size = `${(largeRecipe('YAML').length / 1000).toFixed(1)} kB recipe`
    return [
      { name: 'bare Monaco, 4x CPU: takes the focus', value: median(bare), unit: 'ms' },
      { name: 'New component, 4x CPU: text can be typed', value: times('text'), unit: 'ms' },
      { name: 'New component, 4x CPU: the editor takes the focus', value: times('editor'), unit: 'ms' },
      {
        name: 'New component beside bare Monaco',
        // Round by round, since both then met the same machine.
        value: median(ours.map((one, round) => (one.editor / bare[round]) * 100)) / 100,
        unit: 'x',
        note: 'at most 2, median of the rounds',
      },
      { name: `${size}: last key to problems, median`, value: median(all('checks')), unit: 'ms' },
      {
        name: `${size}: last key to problems, p95`,
        value: quantile(all('checks'), 0.95),
        unit: 'ms',
        note: 'at most 150',
      },
      {
        name: `${size}: tasks over 50 ms while typing`,
        value: median(all('long')),
        unit: '',
        note: 'by the clock',
      },
      {
        name: `${size}: tasks over 50 ms of CPU while typing`,
        value: median(all('busy')),
        unit: '',
        note: 'whatever else the machine does',
      },
      {
        name: `${size}: longest task while typing`,
        value: Math.max(...all('most')),
        unit: 'ms',
        note: 'CPU',
      },
    ]
  } finally {
    await browser.close()
    for (const server of servers) await new Promise(resolve => server.httpServer.close(resolve))
  }
}

/** When a cold page has something that takes the focus: a box for text, and the editor itself. */
async function focusable(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(() => {
      const when = {}
      globalThis.focusableAt = when
      const look = () => {
        if (!when.text && document.querySelector('textarea.recipe-editor-plain'))
          when.text = performance.now()
        const box = document.querySelector('.native-edit-context, textarea.inputarea')
        if (!box) return requestAnimationFrame(look)
        box.focus()
        if (document.activeElement !== box) return requestAnimationFrame(look)
        when.editor = performance.now()
      }
      requestAnimationFrame(look)
    })
    await page.goto(url)
    await page.waitForFunction(() => globalThis.focusableAt.editor, undefined, { timeout: 120_000 })
    const { text, editor } = await page.evaluate(() => globalThis.focusableAt)
    return { text: text ?? editor, editor }
  } finally {
    await context.close()
  }
}

/** Types into a recipe of the greatest size, breaking and mending it. */
async function typing(browser, format) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  try {
    const page = await context.newPage()
    await page.addInitScript(() => {
      globalThis.longTasks = 0
      new PerformanceObserver(entries => {
        globalThis.longTasks += entries.getEntries().length
      }).observe({ type: 'longtask' })
    })
    await page.goto(`http://${host}:${ports.console}/components/new?scenario=calm&seed=7&format=${format}`)
    await page.getByText('Press Esc, then Tab, to leave the editor').waitFor()
    await page.evaluate(text => navigator.clipboard.writeText(text), largeRecipe(format))
    await page.getByRole('textbox', { name: 'Recipe' }).focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('ControlOrMeta+v')
    const status = page.getByRole('region', { name: 'Problems' }).getByRole('status')
    // Only this recipe has that many, the page's first text has none.
    await status.filter({ hasText: /^\d+ hints$/ }).waitFor()
    // Into the version, before its closing quote.
    const line = largeRecipe(format)
      .split('\n')
      .findIndex(text => text.includes(edges[format]))
    await page.keyboard.press('ControlOrMeta+Home')
    for (let down = 0; down < line; down++) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    for (let left = format === 'JSON' ? 2 : 1; left > 0; left--) await page.keyboard.press('ArrowLeft')
    const checks = []
    for (let turn = 0; turn < 8; turn++) {
      checks.push(await keyToProblems(page, 'x', true))
      checks.push(await keyToProblems(page, 'Backspace', false))
    }
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    if (format === 'JSON') for (let left = 2; left > 0; left--) await page.keyboard.press('ArrowLeft')
    const before = await page.evaluate(() => globalThis.longTasks)
    const tasks = await tasksOf(page, () =>
      page.keyboard.type(' and a few more words as a person would type them', { delay: 30 }),
    )
    const long = (await page.evaluate(() => globalThis.longTasks)) - before
    return {
      checks,
      long: [long],
      busy: [tasks.filter(ms => ms > 50).length],
      most: [Math.round(Math.max(...tasks))],
    }
  } finally {
    await context.close()
  }
}

/** From the press of a key to the changed count of problems on screen. */
async function keyToProblems(page, key, broken) {
  await page.evaluate(wanted => {
    const status = document.querySelector('.problem-list [role=status]')
    let pressed = 0
    addEventListener('keydown', event => (pressed = event.timeStamp), { capture: true, once: true })
    globalThis.problemsAfter = new Promise(resolve => {
      const watch = new MutationObserver(() => {
        if (/error/.test(status.textContent) !== wanted) return
        watch.disconnect()
        resolve(performance.now() - pressed)
      })
      watch.observe(status, { childList: true, characterData: true, subtree: true })
    })
  }, broken)
  await page.keyboard.press(key)
  return page.evaluate(() => globalThis.problemsAfter)
}
