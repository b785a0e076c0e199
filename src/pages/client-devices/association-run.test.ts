import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AssociationRun, afterRetry, retryNames, runSummary } from './association-run.ts'

const run: AssociationRun = {
  kind: 'associate',
  core: 'core-1',
  asked: ['a', 'b', 'c', 'd'],
  done: ['a'],
  errors: [{ name: 'c', code: 'ResourceNotFoundException', message: 'no such thing' }],
  notSent: ['b', 'd'],
}

test('a retry sends what was refused and what was never sent, in the order asked for', () => {
  expect(retryNames(run)).toEqual(['b', 'c', 'd'])
  expect(runSummary(run)).toBe('4 asked for: 1 associated, 1 refused, 2 not sent')
})

test('whatever a retry does, every name asked for stays in exactly one list', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('done', 'error', 'unsent'), { minLength: 3, maxLength: 3 }),
      fates => {
        const names = retryNames(run)
        const with_ = (fate: string) => names.filter((_, index) => fates[index] === fate)
        const after = afterRetry(run, {
          done: with_('done'),
          errors: with_('error').map(name => ({ name, code: 'X', message: 'x' })),
          notSent: with_('unsent'),
        })
        const all = [...after.done, ...after.errors.map(error => error.name), ...after.notSent]
        expect(all.toSorted()).toEqual([...run.asked].toSorted())
        expect(retryNames(after).toSorted()).toEqual([...with_('error'), ...with_('unsent')].toSorted())
      },
    ),
  )
})
