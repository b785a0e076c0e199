import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { linkTo, paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'

/** A page for each path of the app; a path that is added without one fails the first test. */
const pages: Record<keyof typeof paths, (page: Page) => Promise<string>> = {
  overview: async () => paths.overview,
  coreDevices: async () => paths.coreDevices,
  coreDevice: async () => linkTo.coreDevice('harbor-line-1-labeler-03'),
  clientDevices: async () => linkTo.clientDevices('harbor-line-1-labeler-03'),
  components: async () => paths.components,
  componentNew: async () => paths.componentNew,
  componentRules: async () => paths.componentRules,
  component: async page => {
    await page.goto(paths.components)
    return (
      (await page
        .getByRole('link', { name: /^com\.meadowdemo\./ })
        .first()
        .getAttribute('href')) ?? ''
    )
  },
  deployments: async () => paths.deployments,
  deploymentNew: async () => paths.deploymentNew,
  deploymentsByDevice: async () => linkTo.deploymentsByDevice('harbor-line-1-labeler-03'),
  deploymentsCleanUp: async () => paths.deploymentsCleanUp,
  deployment: async page => {
    await page.goto(paths.deployments)
    return (await page.getByRole('link', { name: 'Canary: adaptive pumps' }).getAttribute('href')) ?? ''
  },
  wall: async () => paths.wall,
  settings: async () => paths.settings,
}

async function seriousViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)
}

test('every path has a page to look at', () => {
  expect(Object.keys(pages).toSorted()).toEqual(Object.keys(paths).toSorted())
})

for (const [name, open] of Object.entries(pages)) {
  test(`${name} has no serious accessibility violation, light or dark`, async ({ page, demo }) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await demo.open(paths.settings, { scenario: 'bad-release' })
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    const path = await open(page)
    expect(path).not.toBe('')
    await page.goto(path)
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
