import { describe, expect, it } from 'vitest'
import { type FailureKind, ServiceFailure } from '#src/domain/service-failure.ts'
import { explainServiceFailure, policyStatementFor, sayAction } from './explain-failure.ts'

const failure = (kind: FailureKind, more: Partial<ConstructorParameters<typeof ServiceFailure>[1]> = {}) =>
  new ServiceFailure('said the service', {
    kind,
    action: 'greengrass:CreateDeployment',
    code: 'X',
    status: null,
    requestId: null,
    fields: [],
    retryAfterSeconds: null,
    resource: null,
    ...more,
  })

const kinds: FailureKind[] = [
  'forbidden',
  'expired',
  'read-only',
  'not-found',
  'conflict',
  'invalid',
  'throttled',
  'quota',
  'cors',
  'offline',
  'timeout',
  'unreadable',
  'service',
]

describe('explainServiceFailure', () => {
  it('names what is missing as people do', () => {
    const missing = failure('not-found', { resource: { type: 'thingGroup', id: 'Line 1' } })
    expect(explainServiceFailure(missing).title).toBe('There is no thing group "Line 1"')
  })

  it('has a title of its own for every kind, and a next step', () => {
    const told = kinds.map(kind => explainServiceFailure(failure(kind)))
    expect(new Set(told.map(words => words.title)).size).toBe(kinds.length)
    for (const words of told) expect(words.next.length).toBeGreaterThan(20)
  })

  it('names the missing action', () => {
    const words = explainServiceFailure(failure('forbidden'))
    expect(words.title).toBe('Your role may not create deployment')
    expect(words.next).toContain('greengrass:CreateDeployment')
  })

  it('says how long the service asks to wait', () => {
    expect(explainServiceFailure(failure('throttled', { retryAfterSeconds: 1 })).next).toContain('1 second.')
  })

  it('takes anything that was thrown', () => {
    expect(explainServiceFailure('oh').meaning).toBe('oh')
    expect(explainServiceFailure(new Error('no')).meaning).toBe('no')
  })
})

describe('words of an action', () => {
  it('are read from its name', () => {
    expect(sayAction('iot:ListThingGroups')).toBe('list thing groups')
    expect(sayAction('', true)).toBe('The call')
  })

  it('become a statement', () => {
    expect(JSON.parse(policyStatementFor('iot:DescribeJob'))).toEqual({
      Effect: 'Allow',
      Action: ['iot:DescribeJob'],
      Resource: '*',
    })
  })
})
