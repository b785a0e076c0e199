import { paths } from '../src/paths.ts'
import { expect, test } from './fixtures.ts'
import { recipeBox } from './recipe-editor.ts'

const pageScript = '**/assets/NewComponentPage-*.js'

test('the editor takes the typing before its page has come, and the page goes on with it', async ({
  page,
  demo,
}) => {
  let letCome: () => void = () => undefined
  const wanted = new Promise<void>(resolve => {
    letCome = resolve
  })
  await page.route(pageScript, async route => {
    await wanted
    await route.continue()
  })
  await demo.open(paths.componentNew)
  await expect(page.getByText('The rest of the page is on its way')).toBeVisible()
  await recipeBox(page).focus()
  await page.keyboard.type('#early')

  letCome()
  await expect(page.getByRole('button', { name: 'Publish version' })).toBeVisible()
  await expect(page.getByText('The rest of the page is on its way')).toHaveCount(0)
  await expect(recipeBox(page)).toHaveCount(1)
  await expect(recipeBox(page)).toBeFocused()
  await page.keyboard.type('AndLate')
  await expect(page.locator('.view-line').filter({ hasText: '#earlyAndLate---' })).toBeVisible()
  await expect(page.getByText('Press Esc, then Tab, to leave the editor')).toBeVisible()

  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.locator('.view-line').filter({ hasText: '#early' })).toHaveCount(0)
})

test('what was typed before a page that does not come is there when it does', async ({ page, demo }) => {
  let letFail: () => void = () => undefined
  const typed = new Promise<void>(resolve => {
    letFail = resolve
  })
  await page.route(pageScript, async route => {
    await typed
    await route.abort()
  })
  await demo.open(paths.componentNew)
  await expect(page.getByText('The rest of the page is on its way')).toBeVisible()
  await recipeBox(page).focus()
  await page.keyboard.type('#early')
  letFail()
  await expect(page.getByRole('heading', { name: 'A part of Meadow did not load' })).toBeVisible()
  await expect(recipeBox(page)).toHaveCount(0)

  await page.unroute(pageScript)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByRole('button', { name: 'Publish version' })).toBeVisible()
  await expect(page.locator('.view-line').filter({ hasText: '#early---' })).toBeVisible()
})
