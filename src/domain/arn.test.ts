import { expect, test } from 'vitest'
import {
  componentArn,
  coreDeviceArn,
  parseComponentArn,
  parseTargetArn,
  targetArn,
  targetName,
} from './arn.ts'

test('component ARNs are read and written back', () => {
  const arn = 'arn:aws:greengrass:us-west-2:123456789012:components:com.example.HelloWorld:versions:1.0.0'
  const parsed = parseComponentArn(arn)
  expect(parsed).toEqual({
    region: 'us-west-2',
    account: '123456789012',
    name: 'com.example.HelloWorld',
    version: '1.0.0',
  })
  expect(componentArn(parsed!)).toBe(arn)
  const whole = 'arn:aws:greengrass:us-west-2:aws:components:aws.greengrass.Nucleus'
  expect(parseComponentArn(whole)).toMatchObject({ account: 'aws', version: null })
  expect(componentArn(parseComponentArn(whole)!)).toBe(whole)
})

test('other partitions follow from the Region', () => {
  expect(componentArn({ region: 'cn-north-1', account: 'aws', name: 'x' })).toMatch(/^arn:aws-cn:/)
  expect(componentArn({ region: 'us-gov-west-1', account: 'aws', name: 'x' })).toMatch(/^arn:aws-us-gov:/)
})

test.each([
  '',
  'arn',
  'arn:aws:greengrass:us-east-1:12:coreDevices:x',
  'arn:aws:greengrass:r:x:components:a',
])('no component ARN: %j', text => expect(parseComponentArn(text)).toBeNull())

test('targets are things or groups, whose names may hold colons', () => {
  const arn = 'arn:aws:iot:us-east-1:123456789012:thinggroup/Site:North'
  expect(parseTargetArn(arn)).toEqual({
    kind: 'thinggroup',
    name: 'Site:North',
    region: 'us-east-1',
    account: '123456789012',
  })
  expect(targetArn(parseTargetArn(arn)!)).toBe(arn)
  expect(targetName('arn:aws:iot:us-east-1:123456789012:thing/core-1')).toBe('core-1')
  expect(parseTargetArn('arn:aws:iot:us-east-1:123456789012:policy/x')).toBeNull()
  expect(targetName('nonsense')).toBe('nonsense')
})

test('a core device has the name of its thing', () => {
  expect(coreDeviceArn('arn:aws:iot:eu-west-1:123456789012:thing/core-1')).toBe(
    'arn:aws:greengrass:eu-west-1:123456789012:coreDevices:core-1',
  )
  expect(coreDeviceArn('arn:aws:iot:eu-west-1:123456789012:thinggroup/core-1')).toBeNull()
})
