import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import * as greengrass from '@aws-sdk/client-greengrassv2'
import * as iot from '@aws-sdk/client-iot'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { cliCommandOf, type WriteAction, writeActions } from '#src/domain/cli-command.ts'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import { readCommand } from '#src/domain/read-cli-command.ts'
import { createSimulator } from '../create-simulator.ts'
import { serveNode } from './node.ts'
import { staticKeys } from './node-options.ts'

// Every copied command, run for real: what arrives at the service has to be what the product's own call sends.

interface Arrived {
  method: string
  path: string
  query: string[]
  body: unknown
}

/** What a call comes to on the wire, without what differs from call to call: order, spelling, the token. */
function arrivedOf(method: string, target: string, query: string, body: Uint8Array): Arrived {
  const text = new TextDecoder().decode(body)
  const { clientToken, ...members } = JSON.parse(text || '{}') as Record<string, unknown>
  const pairs = [...new URLSearchParams(query)].map(pair => pair.join('='))
  return { method, path: decodeURIComponent(target), query: pairs.sort(), body: members }
}

/** A simulator on a port that keeps what arrives, and the product's SDK clients for it. */
async function recorder() {
  const simulator = createSimulator({ scenario: 'empty', staticKeys })
  let last: Arrived | null = null
  const { server, url } = await serveNode(
    {
      ...simulator,
      handle: request => {
        last = arrivedOf(request.method, request.path, request.query, request.body)
        return simulator.handle(request)
      },
    },
    0,
    '127.0.0.1',
  )
  const { accessKeyId, secretKey: secretAccessKey } = staticKeys[0]!
  const settings = {
    endpoint: url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey },
  }
  const clients = {
    greengrassv2: new greengrass.GreengrassV2Client(settings),
    iot: new iot.IoTClient(settings),
  }
  return {
    url,
    /** What arrived of a call, whatever the answer was. */
    async arrived(call: Promise<unknown>): Promise<{ seen: Arrived | null; problem: string }> {
      last = null
      const problem = await call.then(
        () => '',
        (error: unknown) => String(error),
      )
      return { seen: last, problem }
    },
    send(action: WriteAction, input: object): Promise<unknown> {
      const service = serviceOf(action)
      const commands = { greengrassv2: greengrass, iot }[service] as unknown as Record<
        string,
        new (
          input: object,
        ) => unknown
      >
      const client = clients[service] as unknown as { send(command: unknown): Promise<unknown> }
      return client.send(new commands[`${action}Command`]!(input))
    },
    close() {
      for (const client of Object.values(clients)) client.destroy()
      server.closeAllConnections()
      server.close()
    },
  }
}

const serviceOf = (action: WriteAction) =>
  (writeActions.iot as readonly string[]).includes(action) ? ('iot' as const) : ('greengrassv2' as const)

const hosts = await Promise.all([recorder(), recorder()])
const folder = mkdtempSync(path.join(tmpdir(), 'meadow-cli-'))
afterAll(() => {
  for (const host of hosts) host.close()
  rmSync(folder, { recursive: true })
})

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme-composite', minLength: 1 }).map(text => text.replaceAll('\0', '')),
  fc.string({
    unit: fc.constantFrom("'", '"', '\\', '$', '`', '!', '\n', ' ', '-', '{', '[', '='),
    minLength: 1,
  }),
  fc.constantFrom(
    '-x',
    '--region',
    'file://secret',
    'https://127.0.0.1:9/x',
    "it's",
    '$(id)',
    'a=b',
    '{"a":1}',
  ),
)
const filled = awkward.filter(text => text.trim() !== '')
const name = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_:-]{0,40}$/)
const id = fc.uuid()
const group = name.map(one => `arn:aws:iot:us-east-1:123456789012:thinggroup/${one}`)
const tags = fc.dictionary(filled, awkward, { minKeys: 1, maxKeys: 3 })
const configuration = fc.dictionary(awkward, fc.jsonValue(), { maxKeys: 3 })
const some = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const count = fc.integer({ min: 1, max: 1000 })

const component = fc.record({
  componentVersion: fc.constantFrom('1.0.0', '2.1.0-rc.1+build'),
  configurationUpdate: some(
    fc.record({ merge: configuration.map(value => JSON.stringify(value)), reset: fc.array(awkward) }),
  ),
  runWith: some(
    fc.record({
      posixUser: filled,
      windowsUser: filled,
      systemResourceLimits: fc.record({ memory: fc.maxSafeNat(), cpus: fc.constantFrom(0.5, 2) }),
    }),
  ),
})
const createDeployment: fc.Arbitrary<DeploymentRequest> = fc.record({
  targetArn: group,
  deploymentName: filled,
  components: fc.dictionary(name, component, { maxKeys: 3 }),
  iotJobConfiguration: fc.record({
    jobExecutionsRolloutConfig: fc.record({
      maximumPerMinute: count,
      exponentialRate: fc.record({
        baseRatePerMinute: count,
        incrementFactor: fc.constantFrom(1.1, 2, 5),
        rateIncreaseCriteria: fc.oneof(
          fc.record({ numberOfNotifiedThings: count }),
          fc.record({ numberOfSucceededThings: count }),
        ),
      }),
    }),
    abortConfig: fc.record({
      criteriaList: fc.array(
        fc.record({
          failureType: fc.constantFrom('ALL', 'FAILED', 'REJECTED', 'TIMED_OUT'),
          action: fc.constant('CANCEL'),
          thresholdPercentage: fc.constantFrom(0.01, 33.33, 100),
          minNumberOfExecutedThings: count,
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    timeoutConfig: fc.record({ inProgressTimeoutInMinutes: count }),
  }),
  deploymentPolicies: fc.record({
    failureHandlingPolicy: fc.constantFrom('ROLLBACK', 'DO_NOTHING'),
    componentUpdatePolicy: fc.record({
      timeoutInSeconds: count,
      action: fc.constantFrom('NOTIFY_COMPONENTS', 'SKIP_NOTIFY_COMPONENTS'),
    }),
    configurationValidationPolicy: fc.record({ timeoutInSeconds: count }),
  }),
  parentTargetArn: group,
  tags,
}) as fc.Arbitrary<DeploymentRequest>

const clients = fc.record({
  coreDeviceThingName: name,
  entries: fc.array(fc.record({ thingName: name }), { minLength: 1, maxLength: 3 }),
})
const resourceArn = id.map(one => `arn:aws:greengrass:us-east-1:123456789012:deployments:${one}`)
const member = fc.record({ thingGroupName: name, thingName: name })

const inputs: Record<WriteAction, fc.Arbitrary<object>> = {
  AssociateServiceRoleToAccount: fc.record({
    roleArn: fc.constant('arn:aws:iam::123456789012:role/Greengrass'),
  }),
  BatchAssociateClientDeviceWithCoreDevice: clients,
  BatchDisassociateClientDeviceFromCoreDevice: clients,
  CancelDeployment: fc.record({ deploymentId: id }),
  CreateComponentVersion: fc.record({ inlineRecipe: fc.record({ file: fc.constant('a-1.0.0.yaml') }), tags }),
  CreateDeployment: createDeployment,
  DeleteComponent: fc.record({
    arn: name.map(one => `arn:aws:greengrass:us-east-1:123456789012:components:${one}:versions:1.0.0`),
  }),
  DeleteCoreDevice: fc.record({ coreDeviceThingName: name }),
  DeleteDeployment: fc.record({ deploymentId: id }),
  DisassociateServiceRoleFromAccount: fc.constant({}),
  TagResource: fc.record({ resourceArn, tags }),
  UntagResource: fc.record({ resourceArn, tagKeys: fc.uniqueArray(filled, { minLength: 1, maxLength: 3 }) }),
  UpdateConnectivityInfo: fc.record({
    thingName: name,
    connectivityInfo: fc.array(
      fc.record({ id: name, hostAddress: fc.ipV4(), portNumber: fc.nat(65_535), metadata: awkward }),
      { maxLength: 3 },
    ),
  }),
  AddThingToThingGroup: member,
  CancelJob: fc.record({ jobId: id, comment: awkward, force: fc.boolean() }),
  CancelJobExecution: fc.record({
    jobId: id,
    thingName: name,
    force: fc.boolean(),
    expectedVersion: fc.nat(99),
  }),
  CreateJob: fc.record({
    jobId: id,
    targets: fc.array(group, { minLength: 1, maxLength: 2 }),
    document: awkward,
  }),
  CreateThingGroup: fc.record({
    thingGroupName: name,
    thingGroupProperties: fc.record({ thingGroupDescription: filled }),
  }),
  DeleteJob: fc.record({ jobId: id, force: fc.boolean() }),
  DeleteThingGroup: fc.record({ thingGroupName: name }),
  RemoveThingFromThingGroup: member,
}

/** The bytes of a recipe file, which are not all text that one encoding or the other leaves alone. */
const recipe = Buffer.from('# Wärme 温度 $(id) "\'\n---\r\nRecipeFormatVersion: "2020-01-25"\n')
writeFileSync(path.join(folder, 'a-1.0.0.yaml'), recipe)

/** The input as the SDK takes it, with the file in place of its name. */
const withFiles = (input: object) => ({
  ...input,
  ...('inlineRecipe' in input && { inlineRecipe: new Uint8Array(recipe) }),
})

const actions = Object.keys(inputs) as WriteAction[]

test.each(actions)('%s: the command, read by hand, sends what the product sends', async action => {
  const [host] = hosts
  for (const given of fc.sample(inputs[action], { numRuns: 20, seed: 11 })) {
    const wanted = await host.arrived(host.send(action, withFiles(given)))
    const { input } = readCommand(cliCommandOf(action, given, { region: 'us-east-1' }), Object.keys(given))
    const { seen } = await host.arrived(host.send(action, withFiles(input)))
    expect(seen, wanted.problem).not.toBeNull()
    expect(seen).toEqual(wanted.seen)
  }
})

const run = promisify(execFile)
const hasCli = spawnSync('aws', ['--version'], { timeout: 20_000 }).status === 0

/** Nothing of this machine's own set-up reaches the CLI: no profile, no endpoint, no pager. */
const environment = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LC_ALL: 'C.UTF-8',
  AWS_ACCESS_KEY_ID: staticKeys[0]!.accessKeyId,
  AWS_SECRET_ACCESS_KEY: staticKeys[0]!.secretKey,
  AWS_CONFIG_FILE: path.join(folder, 'no-config'),
  AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'no-credentials'),
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_MAX_ATTEMPTS: '1',
  AWS_PAGER: '',
}

/** Of some the one with the most in it, since the CLI takes about a second to start. */
const fullest = (action: WriteAction): object =>
  fc
    .sample(inputs[action], { numRuns: 20, seed: 5 })
    .reduce((a, b) => (JSON.stringify(b).length > JSON.stringify(a).length ? b : a))

const targetArn = 'arn:aws:iot:us-east-1:123456789012:thinggroup/Line1'
const forTheCli: [WriteAction, object][] = [
  ...actions.map((action): [WriteAction, object] => [action, fullest(action)]),
  // What version 1 fetches from the net, and both read from a file, if it stands alone.
  ['CreateDeployment', { targetArn, deploymentName: 'https://127.0.0.1:9/x' }],
  ['CreateDeployment', { targetArn, deploymentName: '-x', tags: { 'file://x': 'file://y' } }],
  ['CancelJob', { jobId: 'a', comment: '--region' }],
]

// Two at a time, each with a simulator of its own.
test.runIf(hasCli)(
  'the AWS CLI sends what the product sends',
  async () => {
    const left = [...forTheCli]
    await Promise.all(
      hosts.map(async host => {
        for (let next = left.shift(); next; next = left.shift()) {
          const [action, given] = next
          const wanted = await host.arrived(host.send(action, withFiles(given)))
          const command = cliCommandOf(action, given, { region: 'us-east-1', endpoint: host.url })
          const { seen, problem } = await host.arrived(
            run('sh', ['-c', command], { cwd: folder, env: environment }),
          )
          expect(seen, `${command}\n${problem}`).toEqual(wanted.seen)
        }
      }),
    )
  },
  // About ten seconds on a machine that has nothing else to do.
  300_000,
)
