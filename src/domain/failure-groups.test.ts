import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { resolveDependencies } from './dependency-resolution.ts'
import { type DeviceFailure, explainFailure, groupFailures } from './failure-groups.ts'

const explain = (errorStack: string[], errorTypes: string[] = [], reason = '', executionStatus = 'FAILED') =>
  explainFailure({ errorStack, errorTypes, reason, executionStatus })

describe('a failure in plain words', () => {
  test('takes the deepest code that is known', () => {
    const chain = ['DEPLOYMENT_FAILURE', 'ARTIFACT_DOWNLOAD_ERROR', 'IO_ERROR', 'DISK_SPACE_CRITICAL']
    const result = explain(chain, ['DEVICE_ERROR'], 'FAILED_NO_STATE_CHANGE: Failed to download artifact')
    expect(result).toMatchObject({
      headline: "The device's disk is full",
      code: 'DISK_SPACE_CRITICAL',
      whoFixes: 'device owner',
    })
    expect(result.chain).toEqual(chain)
  })

  test('names the parties of a contradiction', () => {
    const chain = [
      'DEPLOYMENT_FAILURE',
      'NO_AVAILABLE_COMPONENT_VERSION',
      'COMPONENT_VERSION_REQUIREMENTS_NOT_MET',
    ]
    const said = (constraints: string) =>
      explain(
        chain,
        ['REQUEST_ERROR'],
        `No local or cloud component version satisfies the requirements. Component com.example.Reader version constraints: ${constraints}`,
      )
    expect(said('thinggroup/A: ==1.0.0, thinggroup/B: ==2.0.0.').headline).toBe(
      'Two deployments want different versions of com.example.Reader',
    )
    expect(said('thinggroup/A requires ==1.0.0, thinggroup/B requires ==2.0.0').headline).toBe(
      'Two deployments want different versions of com.example.Reader',
    )
    expect(said('thinggroup/A: ==1.0.0, com.example.Writer: ^2.0.0').headline).toBe(
      'A deployment and a dependency want different versions of com.example.Reader',
    )
    expect(said('thinggroup/A: ==9.9.9.').headline).toBe('No version of com.example.Reader meets ==9.9.9')
    expect(said('thinggroup/A: ==9.9.9.').whoFixes).toBe('deployment author')
  })

  test('names the component and the exit code', () => {
    const chain = ['DEPLOYMENT_FAILURE', 'COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN']
    const reason =
      'FAILED_ROLLBACK_COMPLETE: Service com.example.Reader in broken state after deployment. exited with code 1'
    expect(explain(chain, ['USER_COMPONENT_ERROR'], reason)).toMatchObject({
      headline: 'com.example.Reader does not keep running: its script ended with exit code 1',
      component: 'com.example.Reader',
      whoFixes: 'component author',
    })
  })

  test.each([
    [
      'Service Reader in broken state after deployment: Startup script timed out after 90 seconds',
      'Reader does not keep running: its startup script was not done after 90 s',
    ],
    [
      'Service com.a.Reader in broken state after deployment: Run script exited with code 132',
      'com.a.Reader does not keep running: its run script ended with exit code 132',
    ],
    ['Service com.a.Reader in broken state after deployment', 'com.a.Reader does not keep running'],
    ['it went wrong', 'A component failed again and again until it was given up'],
  ])('%s', (reason, headline) => {
    expect(
      explain(['DEPLOYMENT_FAILURE', 'COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN'], [], reason).headline,
    ).toBe(headline)
  })

  test('reads the words of our own resolution', () => {
    const { problems } = resolveDependencies({
      roots: [
        { name: 'Reader', requirement: '==1.0.0', requiredBy: 'thinggroup/North:A' },
        { name: 'Reader', requirement: '==2.0.0', requiredBy: 'thinggroup/South' },
      ],
      candidates: () => [{ version: '1.0.0', dependencies: [] }],
    })
    expect(explain(['NO_AVAILABLE_COMPONENT_VERSION'], [], problems[0]!.message).headline).toBe(
      'Two deployments want different versions of Reader',
    )
  })

  test.each([
    'FAILED_NO_STATE_CHANGE: No manifest of com.a.Eye 1.1.1 takes a device with os linux, architecture arm.',
    "The latest version of component com.a.Eye doesn't claim platform {os=linux, architecture=arm} compatibility.",
  ])('a component that is not made for the platform: %s', reason => {
    const chain = ['DEPLOYMENT_FAILURE', 'NO_AVAILABLE_COMPONENT_VERSION']
    expect(explain(chain, ['REQUEST_ERROR'], reason)).toMatchObject({
      headline: 'com.a.Eye has nothing for the platform of the device',
      component: 'com.a.Eye',
      whoFixes: 'component author',
    })
    expect(explain(chain, [], reason).remedy).toContain('manifest')
  })

  test.each<[string[], string, string]>([
    [
      ['COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN'],
      'Service com.a.Reader in broken state',
      'com.a.Reader.log',
    ],
    [['COMPONENT_BOOTSTRAP_TIMEOUT'], 'Bootstrap of component com.a.Reader timed out', 'com.a.Reader.log'],
    [['COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN'], 'it went wrong', 'greengrass.log'],
    [['IO_ERROR', 'DISK_SPACE_CRITICAL'], 'artifact of component com.a.Reader', 'greengrass.log'],
    [['NUCLEUS_RESTART_FAILURE'], '', 'loader.log'],
    [[], 'component com.a.Reader is broken', 'greengrass.log'],
  ])('the log to read after %s: %s', (chain, reason, file) => {
    expect(explain(chain, [], reason).log).toBe(file)
  })

  test('does not take Java classes for components', () => {
    const reason = 'com.aws.greengrass.deployment.exceptions.DeploymentException: it went wrong'
    expect(explain(['DEPLOYMENT_FAILURE'], [], reason).component).toBeNull()
  })

  test('codes that are not known are shown as they are', () => {
    expect(explain(['DEPLOYMENT_FAILURE', 'IO_ERROR', 'BRAND_NEW'])).toMatchObject({ code: 'IO_ERROR' })
    expect(explain(['DEPLOYMENT_FAILURE', 'BRAND_NEW']).explanation).toContain('BRAND_NEW')
    expect(explain(['BRAND_NEW']).headline).toContain('BRAND_NEW')
  })

  test('devices that report no codes are a case of their own', () => {
    expect(explain([]).headline).toBe('The device did not report error codes')
    expect(explain([], [], '', 'TIMED_OUT').headline).toBe('The device did not finish in time')
    expect(explain(['DEPLOYMENT_REJECTED', 'REJECTED_STALE_DEPLOYMENT']).whoFixes).toBe('nobody')
  })
})

describe('groups', () => {
  const full = ['DEPLOYMENT_FAILURE', 'ARTIFACT_DOWNLOAD_ERROR', 'IO_ERROR', 'DISK_SPACE_CRITICAL']
  const broken = ['DEPLOYMENT_FAILURE', 'COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN']
  const failure = (
    thingName: string,
    errorStack: string[],
    reason = '',
    detailedStatus = '',
  ): DeviceFailure => ({
    thingName,
    errorStack,
    errorTypes: [],
    reason,
    detailedStatus,
  })

  test('are by chain and component, the biggest first, without codes last', () => {
    const groups = groupFailures([
      failure('old-2', []),
      failure('old-1', []),
      failure('old-3', []),
      failure('c', full),
      failure('b', broken, 'Service com.example.Reader is broken', 'FAILED_ROLLBACK_COMPLETE'),
      failure('a', broken, 'Service com.example.Reader is broken', 'FAILED_UNABLE_TO_ROLLBACK'),
      failure('d', broken, 'Service com.example.Writer is broken'),
      failure('e', broken, 'Service com.example.Writer is broken'),
      failure('f', broken, 'Service com.example.Reader is broken'),
    ])
    expect(groups.map(({ devices }) => devices)).toEqual([
      ['a', 'b', 'f'],
      ['d', 'e'],
      ['c'],
      ['old-1', 'old-2', 'old-3'],
    ])
    expect(groups[0]!.detailedStatuses).toEqual({ FAILED_ROLLBACK_COMPLETE: 1, FAILED_UNABLE_TO_ROLLBACK: 1 })
    expect(groups[0]!.reasons).toEqual(['Service com.example.Reader is broken'])
  })

  test('lose no device, whatever the order', () => {
    const one = fc
      .tuple(
        fc.uuid(),
        fc.constantFrom(full, broken, [], ['X']),
        fc.constantFrom('', 'component com.a.B', 'else'),
      )
      .map(([thing, stack, reason]) => failure(thing, stack, reason))
    fc.assert(
      fc.property(fc.array(one), failures => {
        const groups = groupFailures(failures)
        expect(groups.flatMap(({ devices }) => devices).sort()).toEqual(
          failures.map(({ thingName }) => thingName).sort(),
        )
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
        expect(groupFailures(failures.toReversed()).map(({ key }) => key)).toEqual(
          groups.map(({ key }) => key),
        )
      }),
    )
  })
})
