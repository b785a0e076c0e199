import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cliCommandOf, cliOption, type WriteAction, writeActions } from './cli-command.ts'

/** The words of a command line as a POSIX shell splits them; no substitutions, as none are ever wanted. */
function shellWords(line: string): string[] {
  const words: string[] = []
  let word: string | null = null
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!
    if (c === "'") {
      const end = line.indexOf("'", i + 1)
      if (end === -1) throw new Error('An open quote')
      word = (word ?? '') + line.slice(i + 1, end)
      i = end
    } else if (c === '\\') {
      i++
      if (line[i] !== '\n') word = (word ?? '') + line[i]
    } else if (c === ' ' || c === '\n') {
      if (word !== null) words.push(word)
      word = null
    } else {
      if (!/[\w@%+=:,./-]/.test(c)) throw new Error(`The shell may read ${c} in its own way`)
      word = (word ?? '') + c
    }
  }
  return word === null ? words : [...words, word]
}

/** The input that the AWS CLI makes of a command line, if `members` are the operation's. */
function inputOf(
  line: string,
  members: readonly string[],
): { command: string; input: Record<string, unknown> } {
  const [aws, service, name, ...rest] = shellWords(line)
  expect(aws).toBe('aws')
  const input: Record<string, unknown> = {}
  for (let i = 0; i < rest.length; i++) {
    const [option, bound] = /^(--[^=]+)=(.*)$/s.exec(rest[i]!)?.slice(1) ?? [rest[i]!, undefined]
    if (option === '--cli-input-json') {
      Object.assign(input, JSON.parse(rest[++i]!))
      continue
    }
    const negated = members.find(one => cliOption(one).replace('--', '--no-') === option)
    const member = members.find(one => cliOption(one) === option) ?? negated
    if (!member) throw new Error(`No member for ${option}`)
    const kind = kinds[member] ?? 'text'
    if (kind === 'flag') {
      input[member] = member !== negated
      continue
    }
    const value = bound ?? rest[++i]
    if (value === undefined || (bound === undefined && value.startsWith('-')))
      throw new Error(`No value: ${option}`)
    if (/^fileb?:\/\//.test(value)) throw new Error('The CLI would read a file')
    if (kind === 'json') input[member] = JSON.parse(value)
    else if (kind === 'number') input[member] = Number(value)
    else if (kind === 'blob') input[member] = Buffer.from(value, 'base64').toString('utf8')
    else input[member] = value
  }
  return { command: `${service} ${name}`, input }
}

const kinds: Record<string, 'json' | 'number' | 'flag' | 'blob'> = {
  components: 'json',
  iotJobConfiguration: 'json',
  deploymentPolicies: 'json',
  tags: 'json',
  tagKeys: 'json',
  entries: 'json',
  connectivityInfo: 'json',
  thingGroupProperties: 'json',
  targets: 'json',
  expectedVersion: 'number',
  force: 'flag',
  inlineRecipe: 'blob',
}

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
  CreateComponentVersion: [['inlineRecipe', awkward], ['tags', object], ...list('clientToken')],
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
      const read = inputOf(cliCommandOf(action, given), members)
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
