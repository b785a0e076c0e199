import { describe, expect, it } from 'vitest'
import type { ComponentSummary } from '#src/domain/component.ts'
import { type Supply, supplyOf } from './dependency-supply.ts'

function row(name: string, latestVersion: string, owner = 'aws'): ComponentSummary {
  const arn = `arn:aws:greengrass:us-east-1:${owner}:components:${name}`
  return {
    arn,
    name,
    latestVersion,
    latestVersionArn: `${arn}:versions:${latestVersion}`,
    created: null,
    description: '',
    publisher: '',
    platforms: [],
  }
}
const nothing: Supply = { privates: [], publics: [], complete: true, versions: new Map() }

describe('supplyOf', () => {
  it('takes the newest version when it fits', () => {
    const supply = { ...nothing, publics: [row('a', '2.1.0')] }
    expect(supplyOf({ name: 'a', requirement: '^2.0.0' }, supply)).toMatchObject({
      state: 'met',
      version: '2.1.0',
      owner: 'public',
    })
  })

  it('lets a private component shadow a public one, even if only the public one would fit', () => {
    const supply = { ...nothing, privates: [row('a', '1.0.0', '1')], publics: [row('a', '2.1.0')] }
    expect(supplyOf({ name: 'a', requirement: '^1.0.0' }, supply)).toMatchObject({
      owner: 'private',
      shadowsPublic: true,
    })
    expect(supplyOf({ name: 'a', requirement: '^2.0.0' }, supply)).toMatchObject({
      state: 'look',
      owner: 'private',
    })
  })

  it('asks for older versions before it calls a requirement unmet', () => {
    const publics = [row('a', '3.0.0')]
    const arn = publics[0]!.arn
    const ask = { name: 'a', requirement: '>=1.0.0 <3.0.0' }
    expect(supplyOf(ask, { ...nothing, publics })).toMatchObject({ state: 'look', latest: '3.0.0' })
    const versions = new Map([[arn, ['1.9.0', '3.0.0', '1.10.0']]])
    expect(supplyOf(ask, { ...nothing, publics, versions })).toMatchObject({
      state: 'met',
      version: '1.10.0',
    })
    expect(supplyOf({ ...ask, requirement: '^4.0.0' }, { ...nothing, publics, versions })).toMatchObject({
      state: 'unmet',
    })
  })

  it('calls nothing missing before the lists are whole', () => {
    expect(supplyOf({ name: 'a', requirement: '*' }, { ...nothing, complete: false })).toEqual({
      state: 'unknown',
    })
    expect(supplyOf({ name: 'a', requirement: '*' }, nothing)).toEqual({ state: 'missing' })
  })
})
