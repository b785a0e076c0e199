import { describe, expect, it } from 'vitest'
import { problemsOf, stepFrom, stepOf } from './steps.ts'

describe('the step of a field', () => {
  it.each([
    ['targetArn', 'target'],
    ['parentTargetArn', 'target'],
    ['deploymentName', 'target'],
    ['components', 'components'],
    ['components.com.example.App.componentVersion', 'components'],
    ['components.com.example.App.configurationUpdate.merge', 'configuration'],
    ['components.com.example.App.configurationUpdate.reset.0', 'configuration'],
    ['components.com.example.App.runWith.systemResourceLimits.cpus', 'configuration'],
    ['iotJobConfiguration.abortConfig.criteriaList.0.thresholdPercentage', 'rollout'],
    ['deploymentPolicies.componentUpdatePolicy.timeoutInSeconds', 'rollout'],
    ['tags.1', 'rollout'],
    ['', 'review'],
  ])('%s is on %s', (field, step) => {
    expect(stepOf(field)).toBe(step)
  })
})

it('a step that the URL does not know is the first', () => {
  expect(stepFrom('review')).toBe('review')
  expect(stepFrom('nonsense')).toBe('target')
  expect(stepFrom(null)).toBe('target')
})

it('problems are found by field, apart by severity, and under a prefix', () => {
  const problems = problemsOf([
    { field: 'components.a.configurationUpdate.merge', message: 'One.', severity: 'error' },
    { field: 'components.a.configurationUpdate.merge', message: 'Two.', severity: 'error' },
    { field: 'components.a.configurationUpdate.reset.0', message: 'Three.', severity: 'warning' },
    { field: 'components.ab.configurationUpdate.merge', message: 'Four.', severity: 'error' },
  ])
  expect(problems.error('components.a.configurationUpdate.merge')).toBe('One. Two.')
  expect(problems.warning('components.a.configurationUpdate.merge')).toBeUndefined()
  expect(problems.within('components.a').map(problem => problem.message)).toEqual(['One.', 'Two.', 'Three.'])
})
