import { expect, type Page } from '@playwright/test'

/** The form of a deployment, as a person goes through it. */

export async function chooseGroup(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Choose a thing group/ }).click()
  await page.getByRole('combobox', { name: 'Find a thing group' }).fill(name)
  await page.getByRole('option', { name, exact: true }).click()
}

/** Goes on until the step with this title is there. */
export async function goOnTo(page: Page, title: string): Promise<void> {
  const heading = page.getByRole('heading', { name: title, exact: true })
  for (let steps = 0; steps < 4 && !(await heading.isVisible()); steps += 1) {
    const before = new URL(page.url()).searchParams.get('step')
    await page.getByRole('button', { name: 'Next', exact: true }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('step')).not.toBe(before)
  }
  await expect(heading).toBeVisible()
}

export const change = (page: Page, component: string) =>
  page
    .getByRole('list', { name: 'Changes to components' })
    .getByRole('listitem')
    .filter({ hasText: component })
