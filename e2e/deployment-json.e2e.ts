import { readFile } from 'node:fs/promises'
import { goOn } from './deployment-form.ts'
import { expect, test } from './fixtures.ts'

const targetArn = 'arn:aws:iot:us-east-1:123456789012:thinggroup/canary'

test('the request is edited as fields and as JSON, imported and exported', async ({ page, demo }) => {
  await demo.open(`/deployments/new?${new URLSearchParams({ target: targetArn })}`)
  await page.getByRole('button', { name: 'Start from it' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Canary: by hand')
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  await expect(page).toHaveURL(/view=json/)
  const json = page.getByRole('textbox', { name: 'Body of CreateDeployment' })
  await expect(json).toHaveValue(/"deploymentName": "Canary: by hand"/)

  // Typed here, it is in the fields.
  const text = await json.inputValue()
  await json.fill(text.replace('by hand', 'by text').replace('"ROLLBACK"', '"DO_NOTHING"'))
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Canary: by text')
  await goOn(page, 'Target', 'Rollout and policies')
  await expect(page.getByRole('radio', { name: /leave/i })).toBeChecked()

  // What cannot be read is kept with the reason and its place, and is never deployed.
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  await json.fill(text.replace('"ROLLBACK"', '"STOP"'))
  await expect(json).toHaveAccessibleDescription(/failureHandlingPolicy is ROLLBACK or DO_NOTHING\./)
  await page.getByRole('button', { name: /^Line \d+, column \d+$/ }).click()
  await expect(json).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(json).toHaveValue(/"failureHandlingPolicy": STOP"/)
  await page.keyboard.type('"')
  await page.getByRole('button', { name: 'Form', exact: true }).click()
  await goOn(page, 'Rollout and policies', 'Review and deploy')
  await expect(page.getByText(/What was typed as JSON cannot be read/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Deploy', exact: true })).toBeDisabled()
  await page.getByRole('button', { name: 'Back to the JSON' }).click()
  await expect(json).toHaveValue(/"STOP"/)

  // A file takes its place, and a file is what it gives.
  const imported = {
    targetArn,
    components: { 'com.meadowdemo.EdgeRules': { componentVersion: '1.5.1' } },
    deploymentId: 'x',
  }
  await page.getByLabel('Import a request from a JSON file').setInputFiles({
    name: 'release.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(imported)),
  })
  await expect(page.getByText('release.json is here now, in place of what was.')).toBeVisible()
  await expect(page.getByText('Not part of a request, so it is not sent: deploymentId.')).toBeVisible()
  await json.fill(JSON.stringify({ ...imported, deploymentId: undefined, deploymentName: 'From a file' }))
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export the request as a JSON file' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('From-a-file.json')
  expect(JSON.parse(await readFile(await saved.path(), 'utf8'))).toMatchObject({
    deploymentName: 'From a file',
  })
  await page.getByRole('button', { name: 'Review and deploy' }).click()
  await expect(page.getByRole('list', { name: 'Changes to components' })).toContainText(
    'com.meadowdemo.EdgeRules',
  )
})
