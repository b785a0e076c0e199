import { expect, test } from 'vitest'
import { checkLambdaSource } from './check-lambda-source.ts'
import {
  emptyLambdaSource,
  lambdaComponent,
  lambdaFunctionSource,
  type LambdaSourceForm,
} from './lambda-source.ts'

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:Blink:3'
const form = (over: Partial<LambdaSourceForm> = {}): LambdaSourceForm => ({
  ...emptyLambdaSource,
  lambdaArn: arn,
  ...over,
})
const volume = { sourcePath: '/a', destinationPath: '/b', permission: 'ro', addGroupOwner: false } as const
const device = { path: '/dev/i2c-1', permission: 'rw', addGroupOwner: true } as const

test.each<[string, Partial<LambdaSourceForm>, string]>([
  ['no ARN', { lambdaArn: '' }, 'error lambdaArn'],
  ['not an ARN', { lambdaArn: 'Blink:3' }, 'error lambdaArn'],
  ['no version', { lambdaArn: arn.replace(':3', '') }, 'error lambdaArn'],
  ['an alias', { lambdaArn: arn.replace(':3', ':live') }, 'error lambdaArn'],
  ['$LATEST', { lambdaArn: arn.replace(':3', ':$LATEST') }, 'error lambdaArn'],
  ['another Region', { lambdaArn: arn.replace('us-east-1', 'eu-west-1') }, 'warning lambdaArn'],
  ['a bad name', { componentName: 'a b' }, 'error componentName'],
  ['a bad version', { componentVersion: '1.0' }, 'error componentVersion'],
  [
    'a nameless attribute',
    { platforms: [{ name: '', attributes: [{ name: '', value: 'x' }] }] },
    'error platforms[0].attributes[0].name',
  ],
  [
    'a value that no device reports',
    { platforms: [{ name: '', attributes: [{ name: 'architecture', value: 'arm64' }] }] },
    'warning platforms[0].attributes[0].value',
  ],
  [
    'a bad requirement',
    { dependencies: [{ name: 'b', versionRequirement: '1,2', dependencyType: 'HARD' }] },
    'error dependencies[0].versionRequirement',
  ],
  [
    'itself',
    { dependencies: [{ name: 'Blink', versionRequirement: '^1', dependencyType: 'HARD' }] },
    'error dependencies[0].name',
  ],
  ['a local wildcard', { eventSources: [{ topic: 'a/#', type: 'PUB_SUB' }] }, 'error eventSources[0].topic'],
  [
    'a wrong wildcard',
    { eventSources: [{ topic: 'a/#/b', type: 'IOT_CORE' }] },
    'error eventSources[0].topic',
  ],
  ['a number', { timeoutInSeconds: '2.5' }, 'error timeoutInSeconds'],
  ['zero', { maxQueueSize: '0' }, 'error maxQueueSize'],
  ['too much', { memorySizeInKB: '9999999999' }, 'error memorySizeInKB'],
  ['never called', { pinned: false }, 'warning eventSources'],
  [
    'a variable twice',
    {
      environmentVariables: [
        { name: 'A', value: '' },
        { name: 'A', value: '' },
      ],
    },
    'error environmentVariables[1].name',
  ],
  ['a relative path', { volumes: [{ ...volume, sourcePath: 'a' }] }, 'error volumes[0].sourcePath'],
  ['one place for two', { volumes: [volume, volume] }, 'error volumes[1].destinationPath'],
  ['a device elsewhere', { devices: [{ ...device, path: '/tmp/x' }] }, 'warning devices[0].path'],
  ['no container', { isolationMode: 'NoContainer', devices: [device] }, 'warning isolationMode'],
])('%s is told', (_, over, expected) => {
  const problems = checkLambdaSource(form(over), { region: 'us-east-1' })
  expect(problems.map(({ severity, field }) => `${severity} ${field}`)).toEqual([expected])
})

test('a function and nothing else will do', () => {
  expect(checkLambdaSource(form())).toEqual([])
  expect(lambdaComponent(form())).toEqual({ name: 'Blink', version: '3.0.0' })
  expect(lambdaFunctionSource(form())).toEqual({
    lambdaArn: arn,
    componentLambdaParameters: {
      pinned: true,
      inputPayloadEncodingType: 'json',
      linuxProcessParams: { isolationMode: 'GreengrassContainer', containerParams: { mountROSysfs: false } },
    },
  })
})

test('all of it is sent', () => {
  const full = form({
    componentName: 'com.example.Blink',
    componentVersion: '1.2.3',
    platforms: [{ name: 'Linux', attributes: [{ name: 'os', value: 'linux' }] }],
    dependencies: [{ name: 'com.example.Base', versionRequirement: '^1.0.0', dependencyType: 'SOFT' }],
    eventSources: [{ topic: 'a/+', type: 'IOT_CORE' }],
    timeoutInSeconds: '10',
    execArgs: ['-v'],
    environmentVariables: [{ name: 'LEVEL', value: 'debug' }],
    memorySizeInKB: '65536',
    volumes: [volume],
    devices: [device],
  })
  expect(checkLambdaSource(full)).toEqual([])
  expect(lambdaFunctionSource(full)).toMatchObject({
    componentName: 'com.example.Blink',
    componentPlatforms: [{ name: 'Linux', attributes: { os: 'linux' } }],
    componentDependencies: { 'com.example.Base': { versionRequirement: '^1.0.0', dependencyType: 'SOFT' } },
    componentLambdaParameters: {
      eventSources: [{ topic: 'a/+', type: 'IOT_CORE' }],
      timeoutInSeconds: 10,
      environmentVariables: { LEVEL: 'debug' },
      linuxProcessParams: {
        containerParams: { memorySizeInKB: 65536, volumes: [volume], devices: [device] },
      },
    },
  })
})
