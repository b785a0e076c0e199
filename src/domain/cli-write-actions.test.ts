import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cliCommandOf, type WriteAction, writeActions } from './cli-command.ts'
import { readCommand } from './read-cli-command.ts'

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', ' ', '-', '{', '='), minLength: 1 }),
  fc.constantFrom('-x', '--region', 'file://secret', 'fileb://x', "it's", '{}', '$(id)', 'a=b', 'http://x'),
)
const list = (...members: string[]) => members.map(member => [member, awkward] as const)
const object = fc.dictionary(awkward, fc.jsonValue(), { maxKeys: 3 })
const component = fc.record({
  componentVersion: awkward,
  configurationUpdate: fc.record({ merge: fc.json(), reset: fc.array(awkward) }, { requiredKeys: [] }),
})
const client = fc.array(fc.record({ thingName: awkward }))

/** The members that the product sends with each of its writes. */
const inputs: Record<WriteAction, (readonly [string, fc.Arbitrary<unknown>])[]> = {
  AssociateServiceRoleToAccount: list('roleArn'),
  BatchAssociateClientDeviceWithCoreDevice: [...list('coreDeviceThingName'), ['entries', client]],
  BatchDisassociateClientDeviceFromCoreDevice: [...list('coreDeviceThingName'), ['entries', client]],
  CancelDeployment: list('deploymentId'),
  CreateComponentVersion: [
    ['inlineRecipe', fc.record({ file: awkward })],
    ['lambdaFunction', object],
    ['tags', object],
    ...list('clientToken'),
  ],
  CreateDeployment: [
    ...list('targetArn', 'deploymentName', 'parentTargetArn', 'clientToken'),
    ['components', fc.dictionary(awkward, component, { maxKeys: 3 })],
    ['iotJobConfiguration', object],
    ['deploymentPolicies', object],
    ['tags', object],
  ],
  DeleteComponent: list('arn'),
  DeleteCoreDevice: list('coreDeviceThingName'),
  DeleteDeployment: list('deploymentId'),
  DisassociateServiceRoleFromAccount: [],
  TagResource: [...list('resourceArn'), ['tags', object]],
  UntagResource: [...list('resourceArn'), ['tagKeys', fc.array(awkward)]],
  UpdateConnectivityInfo: [...list('thingName'), ['connectivityInfo', fc.array(object)]],
  AddThingToThingGroup: list('thingGroupName', 'thingName'),
  CancelJob: [...list('jobId', 'comment'), ['force', fc.boolean()]],
  CancelJobExecution: [...list('jobId', 'thingName'), ['force', fc.boolean()], ['expectedVersion', fc.nat()]],
  CreateJob: [...list('jobId', 'document'), ['targets', fc.array(awkward)]],
  CreateThingGroup: [...list('thingGroupName'), ['thingGroupProperties', object]],
  DeleteJob: [...list('jobId'), ['force', fc.boolean()]],
  DeleteThingGroup: list('thingGroupName'),
  RemoveThingFromThingGroup: list('thingGroupName', 'thingName'),
}

const names = Object.keys(inputs) as WriteAction[]
const serviceOf = (action: WriteAction) =>
  (writeActions.iot as readonly string[]).includes(action) ? 'iot' : 'greengrassv2'

test.each(names)('%s comes back from its command as it was', action => {
  const input = fc.record(Object.fromEntries(inputs[action]), { requiredKeys: [] })
  const members = inputs[action].map(([member]) => member)
  fc.assert(
    fc.property(input, given => {
      const wanted = JSON.parse(JSON.stringify(given)) as object
      const read = readCommand(cliCommandOf(action, given), members)
      expect(read.input).toEqual(wanted)
      const spelled = action.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()
      expect(read.command).toBe(`${serviceOf(action)} ${spelled}`)
    }),
    { numRuns: 60 },
  )
})

test('every write that the product sends has a command', () => {
  const known = new Set<string>(Object.values(writeActions).flat())
  const folder = new URL('../queries/', import.meta.url)
  const used = readdirSync(folder)
    .filter(file => /(?<!\.test)\.tsx?$/.test(file))
    .flatMap(file => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\bnew (\w+)Command\(/g)])
    .map(match => match[1]!)
  const writes = used.filter(name => !/^(Get|List|Describe|Search)/.test(name))
  expect(writes.length).toBeGreaterThan(10)
  expect(writes.filter(name => !known.has(name))).toEqual([])
})
