import { describe, expect, it } from 'vitest'
import { Quotas } from './quotas.ts'
import type { ServiceError } from './service-error.ts'

function refusal(run: () => void): ServiceError | null {
  try {
    run()
    return null
  } catch (error) {
    return error as ServiceError
  }
}

function enforced() {
  const quotas = new Quotas()
  quotas.enforced = true
  return quotas
}

describe('Quotas', () => {
  it('lets 30 requests a second through, and one publication', () => {
    const quotas = enforced()
    const passed = Array.from({ length: 40 }, () => refusal(() => quotas.check('ListCoreDevices', 0)))
    expect(passed.filter(error => error === null)).toHaveLength(30)
    expect(refusal(() => quotas.check('CreateComponentVersion', 0))).toBeNull()
    const second = refusal(() => quotas.check('CreateComponentVersion', 400))
    expect(second).toMatchObject({
      code: 'ThrottlingException',
      status: 429,
      headers: { 'retry-after': '1' },
    })
    expect(refusal(() => quotas.check('CreateComponentVersion', 1001))).toBeNull()
  })

  it('fills up again with time', () => {
    const quotas = enforced()
    for (let i = 0; i < 30; i++) quotas.check('ListDeployments', 0)
    expect(refusal(() => quotas.check('ListDeployments', 10))).not.toBeNull()
    expect(refusal(() => quotas.check('ListDeployments', 100))).toBeNull()
  })

  it('leaves little in the busy account', () => {
    const quotas = new Quotas()
    quotas.begin('throttled')
    const passed = Array.from({ length: 20 }, () => refusal(() => quotas.check('ListCoreDevices', 0)))
    expect(passed.filter(error => error === null)).toHaveLength(5)
    quotas.begin('calm')
    expect(quotas.enforced).toBe(false)
    expect(() => quotas.allow(0)).toThrow(RangeError)
  })

  it('does nothing unless it is switched on', () => {
    const quotas = new Quotas()
    for (let i = 0; i < 100; i++) expect(refusal(() => quotas.check('ListDeployments', 0))).toBeNull()
  })
})
