import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cliCommand, cliOption, cliScript, shellQuote } from './cli-command.ts'

test.each([
  ['targetArn', '--target-arn'],
  ['coreDeviceThingName', '--core-device-thing-name'],
  ['iotJobConfiguration', '--iot-job-configuration'],
  ['inlineRecipe', '--inline-recipe'],
])('%s is %s', (member, option) => expect(cliOption(member)).toBe(option))

test('a deployment', () => {
  const command = cliCommand(
    'create-deployment',
    {
      targetArn: 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1',
      deploymentName: "Bob's release",
      components: { 'com.example.A': { componentVersion: '1.0.0' } },
      parentTargetArn: undefined,
    },
    { region: 'us-east-1' },
  )
  expect(command).toBe(
    [
      'aws greengrassv2 create-deployment',
      '--target-arn arn:aws:iot:us-east-1:123456789012:thinggroup/Line1',
      "--deployment-name 'Bob'\\''s release'",
      `--components '{"com.example.A":{"componentVersion":"1.0.0"}}'`,
      '--region us-east-1',
    ].join(' \\\n  '),
  )
})

test('values that look like options, flags, recipes and commands of AWS IoT', () => {
  expect(cliCommand('create-deployment', { deploymentName: '-x' })).toContain("--deployment-name='-x'")
  expect(cliCommand('cancel-job', { jobId: 'j', force: true })).toBe(
    'aws iot cancel-job \\\n  --job-id j \\\n  --force',
  )
  const recipe = cliCommand('create-component-version', { inlineRecipe: { file: 'a b.yaml' } })
  expect(recipe).toContain("--inline-recipe 'fileb://a b.yaml'")
  // Version 1 of the CLI would fetch it.
  expect(cliCommand('create-deployment', { deploymentName: 'https://x' })).toContain(
    `--cli-input-json '{"deploymentName":"https://x"}'`,
  )
})

test('a shell reads back what was quoted', () => {
  const texts = fc
    .sample(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', ' ', '*', 'a') }),
      ),
      { numRuns: 300, seed: 7 },
    )
    .map(text => text.replaceAll('\0', ''))
  const script = `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`
  const read = execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
  expect(read).toEqual(texts)
})

test('several calls are a script, one command after the other', () => {
  const script = cliScript(
    [
      { action: 'CancelDeployment', input: { deploymentId: 'a' } },
      { action: 'DeleteThingGroup', input: { thingGroupName: 'Line1-retry-1' } },
    ],
    { region: 'eu-west-1' },
  )
  expect(script.split('\n\n')).toEqual([
    'aws greengrassv2 cancel-deployment \\\n  --deployment-id a \\\n  --region eu-west-1',
    'aws iot delete-thing-group \\\n  --thing-group-name Line1-retry-1 \\\n  --region eu-west-1',
  ])
})
