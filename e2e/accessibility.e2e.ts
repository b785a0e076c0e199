import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { linkTo, paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'

/** A page for each path of the app; a path that is added without one fails the first test. */
const pages: Record<keyof typeof paths, string | { list: string; link: string | RegExp }> = {
  overview: paths.overview,
  coreDevices: paths.coreDevices,
  coreDevice: linkTo.coreDevice('harbor-line-1-labeler-03'),
  clientDevices: linkTo.clientDevices('harbor-line-1-labeler-03'),
  components: paths.components,
  componentNew: paths.componentNew,
  componentRules: paths.componentRules,
  component: { list: paths.components, link: /^com\.meadowdemo\./ },
  deployments: paths.deployments,
  deploymentNew: paths.deploymentNew,
  deploymentsByDevice: linkTo.deploymentsByDevice('harbor-line-1-labeler-03'),
  deploymentsCleanUp: paths.deploymentsCleanUp,
  deployment: { list: paths.deployments, link: 'Canary: adaptive pumps' },
  wall: paths.wall,
  settings: paths.settings,
}

async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // The rules are the same; the other mode is for frames, of which there are none, and takes twice as long.
    .setLegacyMode()
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
}

test('every path has a page to look at', () => {
  expect(Object.keys(pages).toSorted()).toEqual(Object.keys(paths).toSorted())
})

for (const [name, at] of Object.entries(pages)) {
  test(`${name} has no serious accessibility violation, light or dark`, async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    const first = typeof at === 'string' ? at : at.list
    await demo.open(first, { scenario: 'bad-release' })
    if (typeof at !== 'string') {
      await page.getByRole('link', { name: at.link }).first().click()
      await page.waitForURL(({ pathname }) => pathname !== first)
    }
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    // Its data is there when nothing says that it is being read any more.
    await expect(page.getByText(/^(Reading|Loading)/)).toHaveCount(0)
    expect(await seriousViolations(page)).toEqual([])

    await page.emulateMedia({ colorScheme: 'dark' })
    // The wall is dark always.
    if (name !== 'wall') await expect(page.locator('body')).toHaveClass(/awsui-dark-mode/)
    expect(await seriousViolations(page)).toEqual([])
  })
}
