import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import { formFromRequest } from './form-from-request.ts'
import { newChoice, newForm, withComponent, withRevision } from './form-model.ts'
import { requestFromForm } from './request-from-form.ts'

/** Drops members whose value is undefined, so that generated records look like what JSON would carry. */
const present = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

const name = fc.stringMatching(/^[a-z][a-zA-Z0-9._-]{0,40}$/)
const some = (record: Record<string, unknown>) => Object.values(record).some(value => value !== undefined)

const merge = fc.dictionary(name, fc.jsonValue()).map(value => JSON.stringify(value))
const reset = fc
  .tuple(fc.boolean(), fc.uniqueArray(fc.stringMatching(/^\/[a-zA-Z0-9~/ ]{1,20}$/), { maxLength: 4 }))
  .map(([all, pointers]) => (all ? ['', ...pointers] : pointers))
  .filter(pointers => pointers.length > 0)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const limits = fc
  .record({ memory: optional(fc.nat()), cpus: optional(fc.nat(64).map(n => n / 4)) })
  .filter(some)
const runWith = fc
  .record({
    posixUser: optional(name),
    windowsUser: optional(name),
    systemResourceLimits: optional(limits),
  })
  .filter(some)
const component = fc.record({
  componentVersion: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).map(parts => parts.join('.')),
  configurationUpdate: optional(fc.record({ merge: optional(merge), reset: optional(reset) }).filter(some)),
  runWith: optional(runWith),
})
const count = fc.integer({ min: 1, max: 1000 })
const rollout = fc.oneof(
  fc.record({ maximumPerMinute: count }),
  fc.record({
    maximumPerMinute: optional(count),
    exponentialRate: fc.record({
      baseRatePerMinute: count,
      incrementFactor: fc.integer({ min: 11, max: 50 }).map(n => n / 10),
      rateIncreaseCriteria: fc.oneof(
        fc.record({ numberOfNotifiedThings: count }),
        fc.record({ numberOfSucceededThings: count }),
      ),
    }),
  }),
)
const criterion = fc.record({
  failureType: fc.constantFrom('FAILED', 'REJECTED', 'TIMED_OUT', 'ALL'),
  action: fc.constant('CANCEL'),
  thresholdPercentage: fc.integer({ min: 1, max: 10_000 }).map(n => n / 100),
  minNumberOfExecutedThings: count,
})
const job = fc
  .record({
    jobExecutionsRolloutConfig: optional(rollout),
    abortConfig: optional(fc.record({ criteriaList: fc.array(criterion, { minLength: 1, maxLength: 4 }) })),
    timeoutConfig: optional(fc.record({ inProgressTimeoutInMinutes: count })),
  })
  .filter(some)
const policies = fc
  .record({
    failureHandlingPolicy: optional(fc.constantFrom('ROLLBACK', 'DO_NOTHING')),
    componentUpdatePolicy: optional(
      fc
        .record({
          timeoutInSeconds: optional(count),
          action: optional(fc.constantFrom('NOTIFY_COMPONENTS', 'SKIP_NOTIFY_COMPONENTS')),
        })
        .filter(some),
    ),
    configurationValidationPolicy: optional(fc.record({ timeoutInSeconds: count })),
  })
  .filter(some)
const request = fc
  .record({
    targetArn: fc.constant('arn:aws:iot:eu-west-1:123456789012:thinggroup/Line1'),
    deploymentName: optional(name),
    components: fc.dictionary(name, component, { maxKeys: 4 }),
    iotJobConfiguration: optional(job),
    deploymentPolicies: optional(policies),
    parentTargetArn: optional(fc.constant('arn:aws:iot:eu-west-1:123456789012:thinggroup/Site')),
    tags: optional(fc.dictionary(name, fc.string(), { minKeys: 1, maxKeys: 3 })),
  })
  .map(value => present(value) as unknown as DeploymentRequest)

describe('form and request', () => {
  it('lose nothing on the way there and back', () => {
    fc.assert(
      fc.property(request, given => {
        const back = requestFromForm(formFromRequest(given))
        expect(back.problems).toEqual([])
        expect(back.request).toEqual(given)
      }),
    )
  })

  it('give the same form from the request made of it', () => {
    fc.assert(
      fc.property(request, given => {
        const form = formFromRequest(given)
        expect(formFromRequest(requestFromForm(form).request)).toEqual(form)
      }),
    )
  })

  it('starts with the defaults of the service written out', () => {
    expect(requestFromForm(newForm()).request.deploymentPolicies).toEqual({
      failureHandlingPolicy: 'ROLLBACK',
      componentUpdatePolicy: { action: 'NOTIFY_COMPONENTS', timeoutInSeconds: 60 },
      configurationValidationPolicy: { timeoutInSeconds: 30 },
    })
  })

  it('names the field whose text is not a number and leaves the member out', () => {
    const { request: made, problems } = requestFromForm({
      ...newForm(),
      timeoutMinutes: 'soon',
      components: [{ ...newChoice('com.example.App', '1.0.0'), cpus: 'two' }],
    })
    expect(made.iotJobConfiguration).toBeUndefined()
    expect(made.components?.['com.example.App']?.runWith).toBeUndefined()
    expect(problems.map(problem => problem.field)).toEqual([
      'components.com.example.App.runWith.systemResourceLimits.cpus',
      'iotJobConfiguration.timeoutConfig.inProgressTimeoutInMinutes',
    ])
  })

  it('does not send half an exponential rate', () => {
    const form = newForm()
    const { request: made, problems } = requestFromForm({
      ...form,
      rollout: { ...form.rollout, kind: 'exponential', baseRate: '5' },
    })
    expect(made.iotJobConfiguration).toBeUndefined()
    expect(problems).toHaveLength(2)
  })

  it('ignores blank lines between reset pointers and keeps the pointer to everything apart', () => {
    const choice = { ...newChoice('a', '1.0.0'), reset: '/one\n\n  \n/two', resetAll: true }
    const { request: made } = requestFromForm({ ...newForm(), components: [choice] })
    expect(made.components?.a?.configurationUpdate?.reset).toEqual(['', '/one', '/two'])
  })

  it('refuses two tags with one key', () => {
    const { problems } = requestFromForm({
      ...newForm(),
      tags: [
        { key: 'team', value: 'a' },
        { key: 'team', value: 'b' },
        { key: '', value: '' },
      ],
    })
    expect(problems).toEqual([
      { field: 'tags.1', message: 'The key “team” is there twice.', severity: 'error' },
    ])
  })

  it('changes the version of a component that is already chosen and keeps its configuration', () => {
    const form = { ...newForm(), components: [{ ...newChoice('a', '1.0.0'), merge: '{"k":1}' }] }
    expect(withComponent(form, 'a', '1.1.0').components).toEqual([
      { ...newChoice('a', '1.1.0'), merge: '{"k":1}' },
    ])
    expect(withComponent(form, 'b', '2.0.0').components.map(choice => choice.name)).toEqual(['a', 'b'])
  })
})

describe('a target\u2019s present revision, taken over', () => {
  const revision = {
    ...newForm(),
    name: 'Line 3',
    components: [{ ...newChoice('app', '1.0.0'), merge: '{"a":1}' }, newChoice('sensors', '1.2.1')],
  }

  it('keeps what was already chosen, and brings the rest', () => {
    const form = withComponent(newForm(), 'bell', '1.0.0')
    expect(withRevision(form, revision).components.map(({ name }) => name)).toEqual([
      'app',
      'sensors',
      'bell',
    ])
    expect(withRevision(form, revision).name).toBe('Line 3')
    expect(withRevision({ ...form, name: 'Bells' }, revision).name).toBe('Bells')
  })

  it('keeps the version that was chosen, with the settings that the revision gives the component', () => {
    const taken = withRevision(withComponent(newForm(), 'app', '2.0.0'), revision)
    expect(taken.components[0]).toEqual({ ...newChoice('app', '2.0.0'), merge: '{"a":1}' })
  })

  it('keeps settings that were typed', () => {
    const typed = { ...newChoice('app', '2.0.0'), merge: '{"b":2}' }
    expect(withRevision({ ...newForm(), components: [typed] }, revision).components[0]).toEqual(typed)
  })
})
