import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRequest } from './request-from-json.ts'

/** The documentation's own example of `aws greengrassv2 create-deployment --cli-input-json`. */
const documented = {
  targetArn: 'arn:aws:iot:us-west-2:123456789012:thinggroup/MyGreengrassCoreGroup',
  deploymentName: 'Deployment for MyGreengrassCoreGroup',
  components: {
    'aws.greengrass.Cli': { componentVersion: '2.0.3' },
    'aws.greengrass.Nucleus': { componentVersion: '2.0.3' },
    'com.example.HelloWorld': {
      componentVersion: '1.0.0',
      configurationUpdate: { reset: ['/network/httpProxyPort'], merge: '{"Message":"everyone"}' },
      runWith: { posixUser: 'ggc_user', systemResourceLimits: { cpus: 1, memory: 102400 } },
    },
  },
  iotJobConfiguration: {
    jobExecutionsRolloutConfig: {
      exponentialRate: {
        baseRatePerMinute: 5,
        incrementFactor: 2,
        rateIncreaseCriteria: { numberOfNotifiedThings: 10 },
      },
      maximumPerMinute: 50,
    },
    abortConfig: {
      criteriaList: [
        { action: 'CANCEL', failureType: 'ALL', minNumberOfExecutedThings: 100, thresholdPercentage: 5 },
      ],
    },
    timeoutConfig: { inProgressTimeoutInMinutes: 5 },
  },
  deploymentPolicies: {
    componentUpdatePolicy: { action: 'NOTIFY_COMPONENTS', timeoutInSeconds: 60 },
    configurationValidationPolicy: { timeoutInSeconds: 60 },
    failureHandlingPolicy: 'DO_NOTHING',
  },
  tags: { key: 'value' },
}
const written = (value: unknown) => JSON.stringify(value, null, 2)

describe('a request from JSON', () => {
  it('is read whole', () => {
    expect(readRequest(written(documented))).toEqual({ ok: true, request: documented, leftOut: [] })
  })

  it('may be what GetDeployment answered, and says what of it does not count', () => {
    const answered = { ...documented, revisionId: '3', deploymentId: 'x', isLatestForTarget: true }
    expect(readRequest(written(answered))).toEqual({
      ok: true,
      request: documented,
      leftOut: ['revisionId', 'deploymentId', 'isLatestForTarget'],
    })
  })

  it.each<[string, string, string]>([
    ['a slip in the JSON', '{\n  "targetArn": "x",,\n}', '2:20'],
    ['text after it', '{"targetArn": "x"} and', '1:20 There is text after the end of the request.'],
    ['nothing', '', '1:1 There is nothing here yet.'],
    ['a list', '[]', '1:1 The request is an object.'],
    ['no target', '{}', '1:1 The request lacks targetArn.'],
    [
      'a member of another name',
      '{"targetArn": "x", "target": "y"}',
      '1:20 The request has no member target.',
    ],
    ['one member twice', '{"targetArn": "x", "targetArn": "y"}', '1:20 targetArn is there twice.'],
    ['null', '{"targetArn": null}', '1:15 targetArn is a text in quotes.'],
    [
      'a number in quotes',
      '{"targetArn": "x", "iotJobConfiguration": {"timeoutConfig":\n{"inProgressTimeoutInMinutes": "5"}}}',
      '2:32 inProgressTimeoutInMinutes is a number.',
    ],
    [
      'a component without a version',
      '{"targetArn": "x", "components": {"A": {}}}',
      '1:40 A lacks componentVersion.',
    ],
    [
      'a merge that is no text',
      '{"targetArn": "x", "components": {"A": {"componentVersion": "1.0.0", "configurationUpdate": {"merge": {"a": 1}}}}}',
      ': the JSON of the configuration, written as a text.',
    ],
    [
      'a word that does not exist',
      '{"targetArn": "x", "deploymentPolicies": {"failureHandlingPolicy": "STOP"}}',
      '1:68 failureHandlingPolicy is ROLLBACK or DO_NOTHING.',
    ],
    [
      'a reset that is no text',
      '{"targetArn": "x", "components": {"A": {"componentVersion": "1.0.0", "configurationUpdate": {"reset": [1]}}}}',
      'An element of reset is a text in quotes.',
    ],
  ])('%s is named with its place', (_, source, wanted) => {
    const read = readRequest(source)
    const problems = read.ok ? [] : read.problems.map(one => `${one.line}:${one.column} ${one.message}`)
    expect(problems[0]).toContain(wanted)
  })

  it('takes every JSON for what it is: all of it, or a complaint', () => {
    const members = fc.constantFrom(
      ...Object.keys(documented),
      'revisionId',
      'clientToken',
      'other',
      '__proto__',
    )
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(...Object.values(documented)))
    fc.assert(
      fc.property(fc.array(fc.tuple(members, value)), entries => {
        const given = Object.fromEntries(entries)
        const read = readRequest(JSON.stringify(given))
        if (read.ok) {
          expect([...Object.keys(read.request), ...read.leftOut].sort()).toEqual(Object.keys(given).sort())
          for (const [name, member] of Object.entries(read.request))
            expect(JSON.stringify(member)).toBe(JSON.stringify(given[name]))
        } else expect(read.problems.length).toBeGreaterThan(0)
      }),
    )
  })
})
