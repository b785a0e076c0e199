import fc from 'fast-check'
import Range from 'semver/classes/range.js'
import SemVer from 'semver/classes/semver.js'
import { describe, expect, test } from 'vitest'
import { compareVersions, nextVersions, parseRequirement, parseVersion, satisfies } from './version.ts'

const identifier = fc.stringMatching(/^(0|[1-9]\d{0,3}|[a-z][a-z0-9-]{0,4})$/)
const version = fc
  .tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.array(identifier, { maxLength: 3 }))
  .map(([a, b, c, pre]) => `${a}.${b}.${c}${pre.length > 0 ? `-${pre.join('.')}` : ''}`)

describe('versions', () => {
  test.each(['1.0.0', '0.0.0', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0+build.5', '999999.0.0'])(
    '%s is one',
    text => expect(parseVersion(text)).not.toBeNull(),
  )

  test.each([
    '',
    '1',
    '1.0',
    'v1.0.0',
    '1.0.x',
    '01.0.0',
    '1.0.0.0',
    '1.0.0-',
    '1000000.0.0',
    `1.0.0-${'a'.repeat(60)}`,
  ])('%j is none', text => expect(parseVersion(text)).toBeNull())

  test('the order of semver.org section 11', () => {
    const ordered = [
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0-rc.1',
      '1.0.0',
      '1.9.0',
      '1.10.0',
      '2.0.0',
    ]
    expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered)
  })

  test('is a total order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0)
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('the next versions are newer, patch before minor before major', () => {
    expect(nextVersions('1.2.3')).toEqual({ patch: '1.2.4', minor: '1.3.0', major: '2.0.0' })
    expect(nextVersions('1.2.3-beta').patch).toBe('1.2.3')
    fc.assert(
      fc.property(version, v => {
        const { patch, minor, major } = nextVersions(v)
        expect([v, patch, minor, major].toSorted(compareVersions)).toEqual([v, patch, minor, major])
      }),
    )
  })
})

describe('requirements', () => {
  // As the library reads them that the device uses.
  test.each([
    ['', '3.0.0', '0.0.0'],
    ['*', '3.0.0', '0.0.1'],
    ['latest', '3.0.0', '0.0.1'],
    ['1.x', '1.9.9', '1.0.0'],
    ['1.0.*', '1.0.7', '1.0.0'],
    ['^1', '1.4.2', '1.0.0'],
    ['~1.2', '1.2.9', '1.2.0'],
    ['~>1.0', '1.0.5', '1.0.0'],
    ['==1.0.0', '1.0.0', '1.0.0'],
    ['=1.0.0', '1.0.0', '1.0.0'],
    ['v1.0.0', '1.0.0', '1.0.0'],
    ['1.0.0 - 2.0.0', '1.5.0', '2.0.0'],
    ['^1.0.0 || ^3.0.0', '3.1.0', '1.1.0'],
    ['>= 1.0', '1.0.0', '7.0.0'],
    ['>=2.0.0 <3.0.0', '2.12.6', '2.0.0'],
  ])('%j is met by %s and %s', (requirement, one, other) => {
    expect(parseRequirement(requirement)).toEqual({ ok: true })
    expect(satisfies(one, requirement)).toBe(true)
    expect(satisfies(other, requirement)).toBe(true)
  })

  test.each(['abc', '>=', '>=1.0.0,<2.0.0', '[1,2)', '!1.0.0', '^', '1.0.0 || >'])(
    '%j is refused',
    requirement => {
      expect(parseRequirement(requirement).ok).toBe(false)
      expect(satisfies('1.0.0', requirement)).toBe(false)
    },
  )

  test.each([
    ['^1.2.0', '2.0.0'],
    ['^0.2.0', '0.3.0'],
    ['~1.2.0', '1.3.0'],
    ['==1.0.0', '1.0.1'],
    ['>=2.0.0 <3.0.0', '3.0.0'],
    ['^1.0.0', '1.1.0-beta'],
    ['>=1.0.0', 'not a version'],
  ])('%s is not met by %s', (requirement, other) => expect(satisfies(other, requirement)).toBe(false))

  test('a prerelease meets a lone comparison by order', () => {
    expect(satisfies('2.0.0-beta', '>=1.0.0')).toBe(true)
    expect(satisfies('1.0.0-beta', '>=1.0.0')).toBe(false)
    expect(satisfies('1.2.0-beta.2', '^1.2.0-beta.1')).toBe(true)
  })

  test('a version meets itself, and a range agrees with the order', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(satisfies(a, `==${a}`)).toBe(true)
        expect(satisfies(a, `>=${b}`)).toBe(compareVersions(a, b) >= 0)
      }),
    )
  })
})

describe('beside the library of npm', () => {
  const part = fc.oneof(fc.nat(3).map(String), fc.constantFrom('x', '*'))
  const partial = fc.oneof(
    version.map(v => v.replace(/\d+/g, digits => String(Number(digits) % 4))),
    part,
    fc.tuple(part, part).map(([a, b]) => `${a}.${b}`),
    fc.tuple(part, part, part).map(parts => parts.join('.')),
  )
  const operator = fc.constantFrom('', '', '=', '<', '<=', '>', '>=', '^', '~', '~>', '>= ', '^ ', '~ ')
  const comparator = fc.tuple(operator, partial).map(([sign, v]) => sign + v)
  const set = fc.oneof(
    fc.array(comparator, { minLength: 1, maxLength: 3 }).map(words => words.join(' ')),
    fc.tuple(partial, partial).map(([a, b]) => `${a} - ${b}`),
    fc.constant(''),
  )
  const range = fc.array(set, { minLength: 1, maxLength: 2 }).map(sets => sets.join(' || '))
  // The library merges equal comparators, which changes how many bounds there are.
  const plain = fc
    .array(
      fc.oneof(
        comparator,
        fc.tuple(partial, partial).map(([a, b]) => `${a} - ${b}`),
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map(sets => sets.join(' || '))
  const small = fc
    .tuple(fc.nat(3), fc.nat(3), fc.nat(3), fc.constantFrom('', '', '-0', '-1', '-a', '-b.2'))
    .map(([a, b, c, pre]) => `${a}.${b}.${c}${pre}`)

  function npm(text: string): Range | null {
    try {
      return new Range(text)
    } catch {
      return null
    }
  }

  test('takes and refuses the same ranges, and releases meet the same ones', () => {
    fc.assert(
      fc.property(range, small, (text, v) => {
        const theirs = npm(text)
        expect(parseRequirement(text).ok).toBe(theirs !== null)
        const release = v.replace(/-.*/, '')
        if (theirs) expect(satisfies(release, text)).toBe(theirs.test(release))
      }),
      { numRuns: 3000 },
    )
  })

  test('prereleases differ only where the device goes by order', () => {
    fc.assert(
      fc.property(plain, small, (any, v) => {
        // The library drops the bound >=0.0.0, which then no longer counts as one of two.
        const text = any.replace(/(?<![\d.-])0/g, '1')
        const theirs = npm(text)
        if (!theirs) return
        const byOrder = theirs.set.some(comparators => comparators.length === 1 && comparators[0]!.test(v))
        expect(satisfies(v, text)).toBe(theirs.test(v) || byOrder)
      }),
      { numRuns: 3000 },
    )
  })

  test('versions have the same order', () => {
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(compareVersions(a, b)).toBe(new SemVer(a).compare(b))
      }),
    )
  })
})
