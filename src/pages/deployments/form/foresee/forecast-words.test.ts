import { describe, expect, it } from 'vitest'
import type { ForecastComponent } from '#src/domain/dependency-forecast.ts'
import type { FleetImpact } from '#src/domain/fleet-impact.ts'
import { againstInstalled, broughtBy, commonest, rootsOf, whyText } from './forecast-words.ts'

const arn = (target: string) => `arn:aws:iot:us-east-1:123456789012:thinggroup/${target}`
const component: ForecastComponent = {
  name: 'Base',
  version: '1.2.0',
  isRoot: false,
  why: [
    { by: 'App', requirement: '^1.0.0' },
    { by: 'Other', requirement: '' },
  ],
  heldBackFrom: null,
}

describe('roots of a forecast', () => {
  const request = { targetArn: arn('A'), components: { App: { componentVersion: '2.0.0' } } }

  it('asks in the name of the target, or of the parent that it stands in for', () => {
    expect(rootsOf(request)).toEqual([{ name: 'App', requirement: '==2.0.0', requiredBy: 'thinggroup/A' }])
    expect(rootsOf({ ...request, parentTargetArn: arn('P') })[0]?.requiredBy).toBe('thinggroup/P')
  })

  it('finds the deployments that most of some devices have', () => {
    const group = (key: string, ...devices: string[]) => ({
      key,
      devices,
      impact: { reached: true, applies: [], changes: [], contradictions: [], roots: [] },
    })
    const impact: FleetImpact = {
      groups: [group('A', 'core-1', 'core-2', 'core-3'), group('A B', 'core-4', 'core-5')],
      contradictions: [],
      keptByOthers: [],
      uninstalls: [],
    }
    expect(commonest(['core-1', 'core-4', 'core-5'], impact)).toMatchObject({
      key: 'A B',
      devices: ['core-4', 'core-5'],
    })
    expect(commonest(['core-9'], impact)).toBeNull()
  })
})

describe('forecast in words', () => {
  it('says who asks for what', () => {
    expect(whyText(component)).toBe('App asks for ^1.0.0; Other asks for any version')
  })

  it('compares with what devices have, if that is known', () => {
    expect(againstInstalled(component)).toBe('1.2.0')
    expect(againstInstalled({ ...component, installed: null })).toBe('1.2.0, new')
    expect(againstInstalled({ ...component, installed: '1.1.0' })).toBe('1.1.0 → 1.2.0')
    expect(againstInstalled({ ...component, installed: '1.2.0' })).toBe('1.2.0, as now')
  })

  it('tells what a deployment brings from what the device has from others', () => {
    const of = (name: string, ...by: string[]) =>
      ({ name, why: by.map(one => ({ by: one, requirement: '*' })) }) as unknown as ForecastComponent
    const components = [
      of('App', 'thinggroup/A'),
      of('Other', 'thinggroup/B'),
      of('Deep', 'Lib'),
      of('Lib', 'App', 'Other'),
      of('Log', 'Other'),
    ]
    expect([...broughtBy(['App'], components)]).toEqual(['App', 'Lib', 'Deep'])
  })
})
