import { expect, test } from './fixtures.ts'
import { dropFile, problems, recipeBox, recipeLine } from './recipe-editor.ts'

const ready = 'Press Esc, then Tab, to leave the editor'

test('a draft outlives a reload, belongs to its connection, and can be discarded', async ({ page, demo }) => {
  await demo.open('/components/new')
  await expect(page.getByText(ready)).toBeVisible()
  await recipeBox(page).focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('#kept')
  await expect(recipeLine(page, '#kept')).toBeVisible()

  // The browser asks before it leaves; what was typed is there again afterwards.
  const asked = page.waitForEvent('dialog')
  const reloaded = page.reload()
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.accept()
  await reloaded
  await expect(page.getByText(/^Your draft of .* is back\. It was not published\.$/)).toBeVisible()
  await expect(recipeLine(page, '#kept')).toBeVisible()

  // A link asks too. Staying changes nothing; a kept draft waits.
  await page.getByRole('link', { name: 'Core devices' }).click()
  const leave = page.getByRole('dialog', { name: 'Leave this recipe?' })
  await leave.getByRole('button', { name: 'Stay here' }).last().click()
  await expect(leave).toHaveCount(0)
  await expect(recipeLine(page, '#kept')).toBeVisible()
  await page.getByRole('link', { name: 'Core devices' }).click()
  await leave.getByRole('button', { name: 'Keep as a draft' }).click()
  await expect(page.getByRole('heading', { name: /^Core devices/, level: 1 })).toBeVisible()

  // Another connection has drafts of its own.
  await demo.open('/components/new', { connection: 'Demo fleet, read-only' })
  await expect(page.getByText(ready)).toBeVisible()
  await expect(page.getByText(/is back\. It was not published/)).toHaveCount(0)
  await expect(recipeLine(page, '#kept')).toHaveCount(0)

  await demo.open('/components/new', { connection: 'Demo fleet' })
  await expect(recipeLine(page, '#kept')).toBeVisible()
  await page.getByRole('button', { name: 'Discard draft' }).click()
  await expect(recipeLine(page, '#kept')).toHaveCount(0)
  await page.getByRole('link', { name: 'Components' }).first().click()
  await page.getByRole('link', { name: 'New component' }).click()
  await expect(page.getByText(ready)).toBeVisible()
  await expect(page.getByText(/is back\. It was not published/)).toHaveCount(0)
})

test('a dropped file becomes the text, one that is no recipe says why, and the text before can be had back', async ({
  page,
  demo,
}) => {
  await demo.open('/components/new')
  await expect(page.getByText(ready)).toBeVisible()
  for (const [name, bytes, says] of [
    ['picture.png', [1, 2, 3], 'picture.png is not a recipe file: those end in .json, .yaml or .yml.'],
    ['empty.yaml', [], 'empty.yaml is empty.'],
    ['latin.yaml', [0x61, 0x3a, 0xe9], 'latin.yaml cannot be read as UTF-8 text.'],
  ] as const) {
    await dropFile(page, name, bytes)
    await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible()
  }
  const recipe = {
    RecipeFormatVersion: '2020-01-25',
    ComponentName: 'com.meadowdemo.Dropped',
    ComponentVersion: '1.0',
    Manifests: [{ Lifecycle: { run: 'echo' } }],
  }
  await dropFile(page, 'dropped.json', [...new TextEncoder().encode(JSON.stringify(recipe))])
  await expect(page.getByText('dropped.json is in the editor now.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'JSON', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(problems(page).getByRole('status')).toContainText('1 error')
  await page.getByRole('button', { name: 'Back to the text before' }).click()
  await expect(recipeLine(page, 'com.meadowdemo.Dropped')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'YAML', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})
