import { linkTo, paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'

/** What shows that a page's first rows are there. */
const pages: [string, string, RegExp][] = [
  ['overview', paths.overview, /core devices/],
  ['core devices', paths.coreDevices, /harbor-/],
  ['core device', linkTo.coreDevice('harbor-line-1-labeler-03'), /com\.meadowdemo\./],
  ['client devices', linkTo.clientDevices('harbor-line-1-labeler-03'), /Associated client devices/],
  ['components', paths.components, /com\.meadowdemo\./],
  ['deployments', paths.deployments, /Base software/],
  ['new deployment', paths.deploymentNew, /Thing group/],
  ['settings', paths.settings, /Service role/],
  ['wall', paths.wall, /Core devices/],
]

for (const [name, path, sign] of pages) {
  test(`${name}: first rows within 8 requests`, async ({ page, demo }) => {
    await demo.open(paths.settings, { scenario: 'calm' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    // Counted by the service, at the moment the first row is in the document.
    await page.addInitScript(pattern => {
      const sought = new RegExp(pattern)
      const counted = globalThis as unknown as { requestsAtFirstRow?: Promise<number> }
      new MutationObserver((_, observer) => {
        const main = document.querySelector('main, [role=main], #meadow-main, .wall')
        if (!main || !sought.test(main.textContent ?? '') || !globalThis.meadowDemo) return
        observer.disconnect()
        counted.requestsAtFirstRow = globalThis.meadowDemo.state().then(state => state.requests.total)
      }).observe(document, { childList: true, subtree: true, characterData: true })
    }, sign.source)
    await page.goto(path)
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            (globalThis as unknown as { requestsAtFirstRow?: Promise<number> }).requestsAtFirstRow ?? null,
        ),
      )
      .toBeLessThanOrEqual(8)
  })
}
