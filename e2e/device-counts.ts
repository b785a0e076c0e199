import { expect, type Page } from '@playwright/test'

/** How many devices stand where, such as `{ succeeded: 34, 'in progress': 5, queued: 1 }`. */
export type DeviceCounts = Readonly<Record<string, number>>

const bar = (page: Page) => page.getByRole('img', { name: /^\d.* of \d+$/ })

/** What the bar of a deployment's page tells a person who does not see it; its parts add up to the devices it names. */
export async function deviceCounts(page: Page): Promise<DeviceCounts> {
  const text = (await bar(page).getAttribute('aria-label')) ?? ''
  const [parts = '', total = ''] = text.split(' of ')
  const counts = Object.fromEntries(
    parts.split(', ').map(part => {
      const [count = '', ...state] = part.split(' ')
      return [state.join(' '), Number(count)]
    }),
  )
  const sum = Object.values(counts).reduce((before, count) => before + count, 0)
  expect(sum, `the parts of "${text}"`).toBe(Number(total))
  return counts
}

export const countsText = (page: Page) => bar(page)
