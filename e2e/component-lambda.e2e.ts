import { expect, minutes, test } from './fixtures.ts'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:BlinkLamp'

test('a component is made from a Lambda function, after its form was mended', async ({ page, demo }) => {
  await demo.open('/components/new')
  await page.getByRole('button', { name: 'From a Lambda function' }).click()
  await expect(page).toHaveURL(/source=lambda/)

  const version = page.getByLabel("ARN of the function's version")
  await version.fill(`${arn}:$LATEST`)
  await expect(version).toHaveAccessibleDescription(/\$LATEST is not a version number\./)
  await page.getByRole('button', { name: 'Add event source' }).click()
  const topic = page.getByLabel('Topic of event source 1')
  await topic.fill('lamps/+/state')
  await expect(topic).toHaveAccessibleDescription(/Local publish\/subscribe takes no wildcards/)
  await page.getByRole('button', { name: 'Add volume' }).click()
  await page.getByLabel('Path on the device of volume 1').fill('/var/lamps')
  await page.getByRole('button', { name: 'Publish version' }).click()
  await expect(page.getByText('3 fields need mending')).toBeVisible()
  await expect(version).toBeFocused()
  expect(await demo.received('CreateComponentVersion')).toBe(0)

  await version.fill(`${arn}:3`)
  await page.getByRole('button', { name: /Origin of event source 1/ }).click()
  await page.getByRole('option', { name: 'AWS IoT Core MQTT' }).click()
  await page.getByLabel('Path in the container of volume 1').fill('/lamps')
  await page.getByLabel('Memory').fill('65536')
  await page.getByRole('radio', { name: 'On demand' }).check()
  await page.getByRole('button', { name: 'Add variable' }).click()
  await page.getByLabel('Name of variable 1').fill('LAMP')
  await page.getByLabel('Value of variable 1').fill('green')
  await expect(page.getByText(/fields? needs? mending/)).toHaveCount(0)

  await page.getByRole('button', { name: 'Publish version' }).click()
  await expect(page.getByText('BlinkLamp 3.0.0 is published')).toBeVisible()
  await demo.advance(minutes(1))
  await expect(page.getByText('BlinkLamp 3.0.0 is ready to deploy')).toBeVisible()

  await page.getByRole('link', { name: 'View component' }).click()
  await page.getByRole('tab', { name: 'Default configuration' }).click()
  const configuration = page.getByRole('region', { name: 'Default configuration of BlinkLamp' })
  await expect(configuration).toContainText('"topic": "lamps/+/state"')
  await expect(configuration).toContainText('"memorySize": 65536')
  await expect(configuration).toContainText('"pinned": false')
  await expect(configuration).toContainText('"LAMP": "green"')
})
