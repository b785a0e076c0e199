import { describe, expect, it } from 'vitest'
import { failureOfExecution, wordsOfList } from './execution-failure.ts'

const execution = { thingName: 'core-1', status: 'FAILED', queued: 1, started: 2, updated: 3 }

describe('failure of an execution', () => {
  it('reads what the device said', () => {
    expect(
      failureOfExecution({
        ...execution,
        details: {
          'detailed-deployment-status': 'FAILED_ROLLBACK_COMPLETE',
          'deployment-failure-cause': 'no space',
          'deployment-error-stack': '["DEPLOYMENT_FAILURE","DISK_SPACE_CRITICAL"]',
          'deployment-error-types': '["DEVICE_ERROR"]',
        },
      }),
    ).toEqual({
      thingName: 'core-1',
      executionStatus: 'FAILED',
      errorStack: ['DEPLOYMENT_FAILURE', 'DISK_SPACE_CRITICAL'],
      errorTypes: ['DEVICE_ERROR'],
      reason: 'no space',
      detailedStatus: 'FAILED_ROLLBACK_COMPLETE',
    })
  })

  it('has no codes where the device sent none', () => {
    expect(failureOfExecution({ ...execution, details: {} })).toMatchObject({ errorStack: [], reason: '' })
  })
})

describe('a list sent as text', () => {
  it('keeps the whole words of one that was cut', () => {
    expect(wordsOfList('["DEPLOYMENT_FAILURE","IO_ERROR","DISK_SP')).toEqual([
      'DEPLOYMENT_FAILURE',
      'IO_ERROR',
    ])
  })

  it.each([
    [undefined, []],
    ['', []],
    ['{"a":1}', []],
    ['[1,"A"]', ['A']],
    ['garbage', []],
  ])('reads %s as %j', (text, words) => {
    expect(wordsOfList(text)).toEqual(words)
  })
})
