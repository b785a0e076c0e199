import { expect, type Page } from '@playwright/test'
import { linkTo } from '../src/paths.ts'
import type { Demo } from './fixtures.ts'

/** The form of a deployment, as a person goes through it. */

export async function chooseGroup(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /thing group .+/i }).click()
  await page.getByRole('combobox', { name: 'Find a thing group' }).fill(name)
  await page.getByRole('option', { name, exact: true }).click()
}

const steps = ['Target', 'Components', 'Configuration', 'Rollout and policies', 'Review and deploy'] as const
const heading = (page: Page, title: string) =>
  page.getByRole('heading', { name: title, exact: true, level: 1 })

/** Goes on from one step to a later one, by every step between them. */
export async function goOn(
  page: Page,
  from: (typeof steps)[number],
  to: (typeof steps)[number],
): Promise<void> {
  await expect(heading(page, from)).toBeVisible()
  for (const title of steps.slice(steps.indexOf(from) + 1, steps.indexOf(to) + 1)) {
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect(heading(page, title)).toBeVisible()
  }
}

/**
 * Presses Deploy on the last step. By key: parts of the review that are still being read push the button down, from
 * under a pointer.
 */
export async function deploy(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Deploy', exact: true })
  await expect(button).toBeEnabled()
  await button.press('Enter')
}

/** Deploys what one device in ten fails on to every device of the large fleet, and waits for the deployment's page. */
export async function deployToAllPlants(page: Page, demo: Demo, devices: number): Promise<string> {
  const target = 'arn:aws:iot:us-east-1:123456789012:thinggroup/plants'
  const component = 'com.meadowdemo.LineVision'
  await demo.open(linkTo.deploymentNew({ target, component, version: '1.1.1' }), {
    scenario: 'large',
    devices,
  })
  await goOn(page, 'Target', 'Review and deploy')
  await page.getByRole('checkbox', { name: /^Deploy without knowing what it does/ }).check()
  await deploy(page)
  await expect(page.getByRole('tab', { name: 'Components (1)' })).toBeVisible()
  return component
}

export const change = (page: Page, component: string) =>
  page
    .getByRole('list', { name: 'Changes to components' })
    .getByRole('listitem')
    .filter({ hasText: component })
