import { describe, expect, it } from 'vitest'
import { checkRoleArn } from './role-arn.ts'

describe('checkRoleArn', () => {
  it.each([
    'arn:aws:iam::123456789012:role/Greengrass_ServiceRole',
    '  arn:aws-cn:iam::123456789012:role/path/with+odd=,.@-name ',
  ])('accepts %s', arn => {
    expect(checkRoleArn(arn)).toBeUndefined()
  })

  it.each([
    ['', 'Enter'],
    ['Greengrass_ServiceRole', 'begins with'],
    ['arn:aws:iam::123456789012:user/me', 'user'],
    ['arn:aws:iam::1234:role/x', 'reads like'],
  ])('says what is wrong with "%s"', (arn, part) => {
    expect(checkRoleArn(arn)).toContain(part)
  })
})
