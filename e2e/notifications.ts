import type { Locator, Page } from '@playwright/test'

/** What the bar above the page tells. The kit says it to screen readers elsewhere in the document, a second time. */
export const notifications = (page: Page): Locator => page.getByRole('region', { name: 'Notifications' })
