import { describe, expect, it } from 'vitest'
import { type FieldReader, type IndexValue, parseQuery, QueryError } from './index-query.ts'

/** A document whose fields may hold several values. */
function document(fields: Record<string, IndexValue | IndexValue[]>): FieldReader {
  const entries = Object.entries(fields).map(([name, value]) => [name, [value].flat()] as const)
  const byName = new Map(entries)
  return field => (field === '' ? entries.flatMap(([, values]) => values) : (byName.get(field) ?? []))
}

const matches = (query: string, fields: Record<string, IndexValue | IndexValue[]>) =>
  parseQuery(query)(document(fields))

// The examples of https://docs.aws.amazon.com/iot/latest/developerguide/example-queries.html
describe('examples of the AWS IoT guide', () => {
  const cases: [query: string, fields: Record<string, IndexValue | IndexValue[]>, expected: boolean][] = [
    ['abc', { 'attributes.any': 'ABC' }, true],
    ['abc', { thingName: 'abcd' }, false],
    ['thingName:myThingName', { thingName: 'myThingName' }, true],
    ['thingName:my*', { thingName: 'myPump' }, true],
    ['thingName:my*', { thingName: 'yourPump' }, false],
    ['thingName:*my', { thingName: 'stormy' }, true],
    ['thingName:*my*', { thingName: 'armymen' }, true],
    ['thingName:ab?', { thingName: 'abc' }, true],
    ['thingName:ab?', { thingName: 'ab' }, false],
    ['thingTypeName:aa', { thingTypeName: 'aa' }, true],
    ['thingGroupNames:a', { thingGroupNames: ['b', 'a'] }, true],
    ['thingGroupNames:a*', { thingGroupNames: ['b'] }, false],
    ['attributes.myAttribute:75', { 'attributes.myAttribute': '75' }, true],
    ['attributes.myAttribute:[75 TO 80]', { 'attributes.myAttribute': '80' }, true],
    ['attributes.myAttribute:{75 TO 80]', { 'attributes.myAttribute': '75' }, false],
    ['attributes.myAttribute:[75 TO 80]', { 'attributes.myAttribute': '9' }, false],
    ['attributes.serialNumber:["abcd" TO "abcf"]', { 'attributes.serialNumber': 'abce' }, true],
    ['attributes.serialNumber:["abcd" TO "abcf"]', { 'attributes.serialNumber': 'abcg' }, false],
    ['attributes.myAttribute:i*t', { 'attributes.myAttribute': 'internet' }, true],
    [
      'attributes.attr1:abc AND attributes.attr2<5 NOT attributes.attr3>10',
      { 'attributes.attr1': 'abc', 'attributes.attr2': '4', 'attributes.attr3': '10' },
      true,
    ],
    [
      'attributes.attr1:abc AND attributes.attr2<5 NOT attributes.attr3>10',
      { 'attributes.attr1': 'abc', 'attributes.attr2': '4', 'attributes.attr3': '11' },
      false,
    ],
    ['NOT attributes.model:legacy', { 'attributes.model': 'new' }, true],
    ['NOT attributes.model:legacy', {}, true],
    [
      'shadow.reported.stats.battery:{70 TO 100} (v2 OR v3) NOT attributes.model:legacy',
      { 'shadow.reported.stats.battery': 71, 'attributes.firmware': 'v3' },
      true,
    ],
    ['connectivity.connected:true', { 'connectivity.connected': true }, true],
    ['connectivity.connected:false', { 'connectivity.connected': true }, false],
    [
      'connectivity.connected:true AND connectivity.timestamp : [1557651600000 TO 1557867600000]',
      { 'connectivity.connected': true, 'connectivity.timestamp': 1557700000000 },
      true,
    ],
    [
      'connectivity.connected:true AND connectivity.timestamp > 1557651600000',
      { 'connectivity.connected': true, 'connectivity.timestamp': 1557651600000 },
      false,
    ],
    ['connectivity.connected:*', { thingName: 'never-connected' }, false],
    ['thingName:(tv* AND -plasma)', { thingName: 'tv-lounge' }, true],
    ['thingName:(tv* AND -tv-plasma)', { thingName: 'tv-plasma' }, false],
    ['thingName:abc thingTypeName:xyz', { thingName: 'abc', thingTypeName: 'other' }, false],
    ['*', {}, true],
  ]
  it.each(cases)('%s against %j is %s', (query, fields, expected) => {
    expect(matches(query, fields)).toBe(expected)
  })
})

describe('what words mean', () => {
  it('compares values without case, fields with it', () => {
    expect(matches('thingName:HARBOR-1', { thingName: 'harbor-1' })).toBe(true)
    expect(matches('ThingName:harbor-1', { thingName: 'harbor-1' })).toBe(false)
  })

  it('takes hyphens inside a name as part of it', () => {
    expect(matches('thingName:harbor-line-3-*', { thingName: 'harbor-line-3-07' })).toBe(true)
  })

  it('takes an escaped wildcard, a quoted one and an escaped colon as themselves', () => {
    expect(matches('thingName:a\\*', { thingName: 'abc' })).toBe(false)
    expect(matches('thingName:"a*"', { thingName: 'abc' })).toBe(false)
    expect(matches('thingName:line\\:3', { thingName: 'line:3' })).toBe(true)
  })

  it('reads a lower-case "or" as a term', () => {
    expect(matches('or', { 'attributes.state': 'or' })).toBe(true)
  })

  it('binds AND tighter than OR', () => {
    const query = 'a:1 OR b:1 AND c:1'
    expect(matches(query, { a: 1 })).toBe(true)
    expect(matches(query, { b: 1 })).toBe(false)
    expect(matches(query, { b: 1, c: 1 })).toBe(true)
  })
})

describe('queries that are refused', () => {
  it.each([
    '',
    '   ',
    'thingName:',
    '(thingName:a',
    'thingName:a)',
    'thingName:"a',
    'AND thingName:a',
    'thingName:a OR',
    'attributes.a:[1 TO 2',
    'attributes.a:[1 2]',
    'attributes.a=1',
    'thingName:*a thingGroupNames:*b',
    `thingName:*${'a'.repeat(100)}`,
    'a b c d e f g h',
  ])('%s', query => {
    expect(() => parseQuery(query)).toThrow(QueryError)
  })
})
