import { describe, expect, it } from 'vitest'
import { formFromJson, requestFileName, requestFileText } from './json-form.ts'
import { requestFromForm } from './request-from-form.ts'

const targetArn = 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1'
const read = (request: object) => formFromJson(JSON.stringify({ targetArn, ...request }))

describe('a form from JSON', () => {
  it('asks for the same, and for nothing where a container is empty', () => {
    const request = { components: { App: { componentVersion: '1.0.0' } }, deploymentName: 'A' }
    const form = read({ ...request, iotJobConfiguration: {}, tags: {} })
    expect(form.ok && requestFromForm(form.form).request).toEqual({ targetArn, ...request })
  })

  it.each([
    ['blanks around a name', { deploymentName: ' A ' }, 'deploymentName'],
    [
      'an empty user',
      { components: { A: { componentVersion: '1.0.0', runWith: { posixUser: '' } } } },
      'posixUser',
    ],
    [
      'two reasons for one rate to grow',
      {
        iotJobConfiguration: {
          jobExecutionsRolloutConfig: {
            exponentialRate: {
              baseRatePerMinute: 1,
              incrementFactor: 2,
              rateIncreaseCriteria: { numberOfNotifiedThings: 1, numberOfSucceededThings: 1 },
            },
          },
        },
      },
      'numberOfNotifiedThings',
    ],
    [
      'a path with a line break',
      { components: { A: { componentVersion: '1.0.0', configurationUpdate: { reset: ['/a\nb'] } } } },
      'reset › 0',
    ],
    [
      'a number of no plain digits',
      { iotJobConfiguration: { timeoutConfig: { inProgressTimeoutInMinutes: 1e21 } } },
      'inProgressTimeoutInMinutes',
    ],
  ])('does not drop %s without a word', (_, request, place) => {
    const form = read(request)
    expect(form.ok ? [] : form.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(place),
    ])
  })

  it('names the place of what cannot be read', () => {
    expect(formFromJson('{\n  "targetArn": 5\n}')).toEqual({
      ok: false,
      problems: [{ line: 2, column: 16, message: 'targetArn is a text in quotes.' }],
    })
  })
})

describe('files of requests', () => {
  it('are named after the deployment', () => {
    expect(requestFileName({ targetArn, deploymentName: 'Line 3: newer/uplink ' })).toBe(
      'Line-3-newer-uplink.json',
    )
    expect(requestFileName({ targetArn, deploymentName: '…' })).toBe('deployment.json')
    expect(requestFileName({ targetArn })).toBe('deployment.json')
  })

  it('are read as text, and what is none is refused', async () => {
    const bytes = (...list: number[]) => ({
      name: 'a.json',
      size: list.length,
      arrayBuffer: async () => new Uint8Array(list).buffer,
    })
    expect(await requestFileText(bytes(123, 125))).toEqual({ ok: true, text: '{}' })
    expect(await requestFileText(bytes(0xff, 0xfe))).toMatchObject({ ok: false })
    expect(await requestFileText({ ...bytes(), size: 9e6 })).toMatchObject({ ok: false })
  })
})
