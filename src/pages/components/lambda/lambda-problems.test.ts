import { describe, expect, it } from 'vitest'
import { emptyLambdaSource } from '#src/domain/lambda-source.ts'
import { lambdaAccountProblems } from './lambda-problems.ts'

const supply = { privates: [], publics: [], complete: true, versions: new Map() }
const component = { name: 'Blink', version: '3.0.0' }

describe('lambdaAccountProblems', () => {
  it('refuses a version that is taken, unless it is the one that was just sent', () => {
    const [problem] = lambdaAccountProblems(emptyLambdaSource, component, ['3.0.0', '3.0.1'], supply, false)
    expect(problem).toMatchObject({ field: 'componentVersion', severity: 'error' })
    expect(problem?.message).toContain('3.0.2, 3.1.0 and 4.0.0')
    expect(lambdaAccountProblems(emptyLambdaSource, component, ['3.0.0'], supply, true)).toEqual([])
  })

  it('warns of a dependency that is nowhere, once the lists are whole', () => {
    const form = {
      ...emptyLambdaSource,
      dependencies: [
        { name: 'gone', versionRequirement: '^1', dependencyType: 'HARD' as const },
        { name: ' ', versionRequirement: '', dependencyType: 'HARD' as const },
      ],
    }
    expect(lambdaAccountProblems(form, component, [], supply, false)).toMatchObject([
      { field: 'dependencies[0].name', severity: 'warning' },
    ])
    expect(lambdaAccountProblems(form, component, [], { ...supply, complete: false }, false)).toEqual([])
  })
})
