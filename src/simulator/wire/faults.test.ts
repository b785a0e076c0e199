import { describe, expect, it } from 'vitest'
import { seededRandom } from '../random.ts'
import { type Fault, type FaultKind, Faults, faultKinds } from './faults.ts'

const fault = (kind: FaultKind, changes: Partial<Fault> = {}): Omit<Fault, 'id'> => ({
  kind,
  operation: '*',
  remaining: 1,
  probability: 1,
  stage: 'before',
  delayMs: 10,
  ...changes,
})

describe('Faults', () => {
  it('strikes as often as it was told, and only the operation it was told', () => {
    const faults = new Faults(seededRandom(1))
    faults.arm(fault('status-500', { operation: 'CreateDeployment', remaining: 2 }))
    const strike = (name: string) => faults.strike(name, 'before', 'greengrassv2')
    expect(strike('ListDeployments')).toBeNull()
    expect(strike('CreateDeployment')).toMatchObject({
      error: { code: 'InternalServerException', status: 500 },
    })
    expect(strike('CreateDeployment')).not.toBeNull()
    expect(strike('CreateDeployment')).toBeNull()
    expect(faults.list()).toEqual([])
  })

  it('strikes before or after the operation', () => {
    const faults = new Faults(seededRandom(1))
    faults.arm(fault('drop', { stage: 'after' }))
    expect(faults.strike('X', 'before', 'iot')).toBeNull()
    expect(faults.strike('X', 'after', 'iot')).toEqual({ kind: 'drop' })
  })

  it('strikes about as often as its probability says', () => {
    const faults = new Faults(seededRandom(1))
    faults.arm(fault('html', { probability: 0.25, remaining: null }))
    const struck = Array.from({ length: 1000 }, () => faults.strike('X', 'before', 'iot')).filter(Boolean)
    expect(struck.length).toBeGreaterThan(200)
    expect(struck.length).toBeLessThan(300)
  })

  it('can be disarmed one by one', () => {
    const faults = new Faults(seededRandom(1))
    const { id } = faults.arm(fault('never'))
    faults.arm(fault('garbage'))
    expect(faults.disarm(id)).toBe(1)
    expect(faults.strike('X', 'before', 'iot')).toMatchObject({ kind: 'answer', status: 200 })
    faults.arm(fault('empty'))
    expect(faults.disarm()).toBe(1)
  })

  it('speaks the words of the service that is struck', () => {
    const strike = (kind: FaultKind, service: 'iot' | 'greengrassv2') => {
      const faults = new Faults(seededRandom(1))
      faults.arm(fault(kind))
      return faults.strike('X', 'before', service)
    }
    expect(strike('throttle', 'iot')).toMatchObject({ error: { status: 400, code: 'ThrottlingException' } })
    expect(strike('throttle', 'greengrassv2')).toMatchObject({ error: { status: 429 } })
    expect(strike('status-500', 'iot')).toMatchObject({ error: { code: 'InternalFailureException' } })
    for (const kind of faultKinds) expect(strike(kind, 'greengrassv2')).not.toBeNull()
  })
})
