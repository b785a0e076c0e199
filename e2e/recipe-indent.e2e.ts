import { expect, test } from './fixtures.ts'
import { pasteRecipe, recipeLine } from './recipe-editor.ts'

const recipe = `RecipeFormatVersion: '2020-01-25'
ComponentName: com.meadowdemo.NightShift
ComponentVersion: 1.0.01
Manifests:
  - Platform:
      os: linux
    Lifecycle:
      Run: sh dim.sh`

test('a new line is indented however busy the machine is', async ({ page, demo }) => {
  await demo.open('/components/new')
  await pasteRecipe(page, recipe)
  await expect(recipeLine(page, 'Lifecycle')).toBeVisible()
  // The editor reads lines below a change when it is idle, which it is not from now on.
  await page.evaluate(() => {
    globalThis.requestIdleCallback = () => 0
  })
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  for (let down = 0; down < 4; down += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Install: date')
  // The editor draws its spaces as such that do not break.
  await expect
    .poll(() => recipeLine(page, 'Install').textContent())
    .toBe(`${'\u00a0'.repeat(6)}Install:\u00a0date`)
})
