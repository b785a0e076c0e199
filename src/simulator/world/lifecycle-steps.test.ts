import { describe, expect, it } from 'vitest'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { certainExitCode, isOneShot, lifecycleStep, sleepSeconds } from './lifecycle-steps.ts'
import { manifest } from './sample-world.ts'

const recipe = (lifecycle: Record<string, unknown>, manifests = [manifest({ lifecycle: {} })]): Recipe => ({
  name: 'app',
  version: '1.0.0',
  description: '',
  publisher: '',
  type: 'aws.greengrass.generic',
  source: '',
  defaultConfiguration: {},
  dependencies: [],
  manifests,
  lifecycle,
})

describe('reading a recipe as a device does', () => {
  it.each([
    [recipe({ Run: 'a' }), 'a', null],
    [recipe({ run: { script: 'b', timeout: 30 } }), 'b', 30],
    [recipe({ all: { Run: { Script: 'c' } } }), 'c', null],
    [recipe({ Run: { all: { Script: 'd', Timeout: '9' } } }), 'd', 9],
    [recipe({ linux: { Run: 'e' } }, [manifest({ lifecycle: {}, selections: ['linux'] })]), 'e', null],
    [recipe({ Run: 'global' }, [manifest({ lifecycle: { Run: 'own' } })]), 'own', null],
  ])('finds the Run script %#', (given, script, timeout) => {
    expect(lifecycleStep(given, 0, 'Run')).toEqual({ script, timeout })
  })

  it('finds nothing where there is nothing', () => {
    expect(lifecycleStep(recipe({ windows: { Run: 'x' } }), 0, 'Run')).toBeNull()
    expect(lifecycleStep(recipe({}), null, 'Install')).toBeNull()
  })

  it.each([
    ['exit 1', 1],
    ['echo no\nexit 42', 42],
    ['echo no; exit 2;', 2],
    ['exit 0', 0],
    ['python3 main.py', 0],
    ['if [ ! -f x ]; then exit 1; fi', 0],
    ['make || exit 1', 0],
    ['false', 1],
  ])('knows the exit code that %j will surely have', (script, code) => {
    expect(certainExitCode(script)).toBe(code)
  })

  it('adds up what a script sleeps', () => {
    expect(sleepSeconds('sleep 5\nsleep 2.5')).toBe(7.5)
    expect(sleepSeconds('while true; do sleep 5; done')).toBe(0)
  })

  it('tells a greeting from a service', () => {
    expect(isOneShot('echo "hello"')).toBe(true)
    expect(isOneShot('python3 -u {artifacts:path}/hello.py')).toBe(false)
  })
})
