import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arn, parent } from './retry-example.ts'
import { changeOf, parseRetryPlan, promotion, retryPlan } from './retry-plan.ts'

const changed = { App: { componentVersion: '2.0.1' } }
const plan = (things: string[] = ['a', 'b']) =>
  retryPlan({
    id: 'token',
    parent,
    groupName: 'Line1-retry-1',
    things,
    change: { App: { componentVersion: '2.0.1' } },
  })

test('the sub-deployment has the content of its parent with the change', () => {
  expect(plan().request).toEqual({
    targetArn: arn('Line1-retry-1'),
    parentTargetArn: arn('Line1'),
    deploymentName: 'Release (retry)',
    components: { App: { componentVersion: '2.0.1' }, Log: { componentVersion: '1.0.0' } },
    iotJobConfiguration: parent.jobConfiguration,
    deploymentPolicies: parent.policies,
  })
  const without = retryPlan({ id: 't', parent, groupName: 'g', things: ['a'], change: { Log: null } })
  expect(Object.keys(without.request.components ?? {})).toEqual(['App'])
  const thing = { ...parent, targetArn: 'arn:aws:iot:us-east-1:123456789012:thing/core-1' }
  expect(() => retryPlan({ id: 't', parent: thing, groupName: 'g', things: [] })).toThrow('thing group')
})

test('the change is what the sub-deployment has of its own', () => {
  const components = fc.dictionary(
    fc.constantFrom('A', 'B', 'C', 'D'),
    fc.record({ componentVersion: fc.constantFrom('1.0.0', '2.0.0') }),
  )
  fc.assert(
    fc.property(components, components, (base, child) => {
      const change = changeOf({ components: base }, { components: child })
      expect(promotion({ ...parent, components: base }, change).components).toEqual(child)
      expect(changeOf({ components: child }, { components: child })).toEqual({})
    }),
  )
})

test('promotion is the next revision of the parent with what was retried', () => {
  expect(promotion(parent, changed)).toEqual({
    targetArn: arn('Line1'),
    deploymentName: 'Release',
    components: { App: { componentVersion: '2.0.1' }, Log: { componentVersion: '1.0.0' } },
    iotJobConfiguration: parent.jobConfiguration,
    deploymentPolicies: parent.policies,
    tags: parent.tags,
  })
})

test('promotion keeps what the parent has become since', () => {
  const newer = { ...parent, components: { ...parent.components, Log: { componentVersion: '1.5.0' } } }
  expect(promotion(newer, changed).components).toEqual({
    App: { componentVersion: '2.0.1' },
    Log: { componentVersion: '1.5.0' },
  })
})

test('a plan survives a reload, and nonsense is none', () => {
  expect(parseRetryPlan(JSON.stringify(plan()))).toEqual(plan())
  for (const text of [null, '', '{}', '[]', 'null', '{"id":"a","groupName":"b","steps":[]}'])
    expect(parseRetryPlan(text)).toBeNull()
})
