import { linkTo } from '../src/paths.ts'
import { goOn } from './deployment-form.ts'
import { expect, test } from './fixtures.ts'

const rules = 'com.meadowdemo.EdgeRules'
const canary = 'arn:aws:iot:us-east-1:123456789012:thinggroup/canary'

test('a contradiction between two groups is found before it fails on devices, and what is pulled in is shown', async ({
  page,
  demo,
}) => {
  const prefill = new URLSearchParams({ target: canary, component: `${rules}@1.5.0` })
  await demo.open(`/deployments/new?${prefill}`)
  await expect(page.getByText('24 devices in the group now.')).toBeVisible()
  await page.getByRole('button', { name: 'Start from it' }).click()
  await goOn(page, 'Target', 'Review and deploy')

  // Half of the canaries get newer rules from their lines.
  const contradicting = page.getByRole('list', { name: 'Contradicting versions' }).getByRole('listitem')
  await expect(contradicting).toHaveCount(2)
  for (const line of ['harbor-line-1', 'harbor-line-2']) {
    const one = contradicting.filter({ hasText: line })
    await expect(one).toContainText(`${rules}: thinggroup/${line}: ==1.5.1, thinggroup/canary: ==1.5.0`)
    await expect(one).toContainText('6 devices')
  }
  const deploy = page.getByRole('button', { name: 'Deploy', exact: true })
  await expect(deploy).toBeDisabled()
  await deploy.click({ force: true })
  expect(await demo.received('CreateDeployment')).toBe(0)

  // With the version that the lines ask for, nothing is left to say.
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.getByRole('combobox', { name: `Version of ${rules}` }).fill('1.5.1')
  await page.keyboard.press('Escape')
  await goOn(page, 'Components', 'Review and deploy')
  await expect(page.getByText('It contradicts no other deployment of these devices.')).toBeVisible()
  await expect(contradicting).toHaveCount(0)
  await expect(deploy).toBeEnabled()

  // Nobody named what the rules keep their alarms in.
  const pulled = page.getByRole('list', { name: 'Pulled in as dependencies' }).first()
  const shadows = pulled.getByRole('listitem').filter({ hasText: 'aws.greengrass.ShadowManager' })
  await expect(shadows).toContainText(`${rules} asks for`)
})

test('the contradiction can be deployed only by somebody who says so', async ({ page, demo }) => {
  const prefill = new URLSearchParams({ target: canary, component: `${rules}@1.5.0` })
  await demo.open(`/deployments/new?${prefill}`)
  await page.getByRole('button', { name: 'Start from it' }).click()
  await goOn(page, 'Target', 'Review and deploy')
  const agree = page.getByRole('checkbox', { name: 'Deploy although it will fail on these devices' })
  await expect(page.getByText('Checking against other deployments')).toHaveCount(0)
  await agree.check()
  await page.getByRole('button', { name: 'Deploy', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Canary/ })).toBeVisible()
  expect(await demo.received('CreateDeployment')).toBe(1)

  // What it does to one of them is on the device's own page.
  await page.goto(linkTo.coreDevice('harbor-line-1-labeler-03', 'reach'))
  const conflict = page.getByRole('list', { name: 'Contradicting versions' })
  await expect(conflict).toContainText(rules)
  await expect(conflict).toContainText('==1.5.1 from thinggroup/harbor-line-1')
  await expect(conflict).toContainText('==1.5.0 from thinggroup/canary')
})

test('what a configuration comes to is shown key by key, with what devices do not take', async ({
  page,
  demo,
}) => {
  const target = 'arn:aws:iot:us-east-1:123456789012:thinggroup/harbor-line-3'
  const component = 'com.meadowdemo.LineSensors'
  await demo.open(`/deployments/new?${new URLSearchParams({ target })}`)
  await page.getByRole('button', { name: 'Start from it' }).click()
  await goOn(page, 'Target', 'Configuration')
  await page.getByRole('button', { name: new RegExp(component) }).click()
  const settings = page.getByRole('region', { name: `Settings of ${component}` })
  const keys = settings.getByRole('list', { name: `Keys of ${component}` }).getByRole('listitem')
  await expect(keys.filter({ hasText: '/Controllers' })).toContainText('Merge')
  await settings.getByRole('textbox', { name: 'Configuration to merge' }).fill('{ "Added": true }')
  await expect(keys.filter({ hasText: '/Added' })).toContainText('Merge')
  await expect(keys.filter({ hasText: '/Controllers' })).toContainText('Kept')
  await settings.getByRole('textbox', { name: /Paths to reset/ }).fill('/Nowhere\n/Controllers/0/Host')
  await expect(settings.getByText(/\/Nowhere is not in the component/)).toBeVisible()
  await expect(settings.getByText(/Devices skip \/Controllers\/0\/Host/)).toBeVisible()
})

test('what cannot be read of the effect is said, and deploying without it takes a word', async ({
  page,
  demo,
}) => {
  const prefill = new URLSearchParams({ target: canary, component: `${rules}@1.5.0` })
  await demo.open(`/deployments/new?${prefill}`)
  await page.getByRole('button', { name: 'Start from it' }).click()
  await goOn(page, 'Target', 'Rollout and policies')
  await demo.arm({ kind: 'denied', operation: 'GetDeployment', count: null })
  await goOn(page, 'Rollout and policies', 'Review and deploy')
  await expect(page.getByText('Not everything could be read, so there may be contradictions')).toBeVisible()
  const deploy = page.getByRole('button', { name: 'Deploy', exact: true })
  await expect(deploy).toBeDisabled()
  const without = page.getByRole('checkbox', { name: /^Deploy without knowing what it does together/ })
  await without.check()
  await expect(deploy).toBeEnabled()
  await without.uncheck()
  await expect(deploy).toBeDisabled()

  // What is read after all takes the place of the question.
  await demo.disarm()
  await page.getByRole('button', { name: 'Retry' }).first().click()
  await expect(page.getByRole('list', { name: 'Contradicting versions' })).toBeVisible()
  await expect(without).toHaveCount(0)
  await expect(deploy).toBeDisabled()
  expect(await demo.received('CreateDeployment')).toBe(0)
})
