import { type Clock, virtualClock } from './clock.ts'
import { operationTable } from './operations/registry.ts'
import { seededRandom } from './random.ts'
import { buildWorld } from './scenarios/build-world.ts'
import {
  type Controlled,
  type Controls,
  isControlPath,
  type SimulatorState,
  type WorldSettings,
} from './wire/control.ts'
import { preflight } from './wire/cors.ts'
import { CredentialIssuer, type StaticKey } from './wire/credentials.ts'
import { Dispatcher, type Mutation } from './wire/dispatcher.ts'
import { enact, timeout, type Wait } from './wire/enact.ts'
import { Faults } from './wire/faults.ts'
import { Quotas } from './wire/quotas.ts'
import { unknownOperation } from './wire/refusals.ts'
import { readRequest, type WireRequest } from './wire/request.ts'
import { type Answer, errorAnswer } from './wire/respond.ts'
import { respond, respondControl } from './wire/responses.ts'
import { findRoute, type Match, serviceOfPath } from './wire/router.ts'
import { ServiceError } from './wire/service-error.ts'
import type { ServiceName } from './wire/types.ts'
import type { World } from './world/world.ts'

export interface SimulatorOptions extends Partial<WorldSettings> {
  /** The world's clock. Default: one that follows the wall clock. */
  clock?: Clock
  /** Real time in epoch ms: credentials expire and quotas refill by it. */
  wallClock?: () => number
  /** How a delayed answer waits; must reject when the signal aborts. */
  wait?: Wait
  /** Keys that are good for ever, for clients that are set up by hand. */
  staticKeys?: readonly StaticKey[]
  /** Told about everything that a journal needs to know. */
  observer?: SimulatorObserver
}

export interface SimulatorObserver {
  mutated?(mutation: Mutation): void
  reset?(settings: WorldSettings): void
  /** An operation threw something that is not a ServiceError: a mistake in the simulator. */
  failed?(error: unknown, operation: string): void
  journal?(): SimulatorState['journal']
}

export interface Simulator {
  /** Answers like a server. Rejects only if the request is aborted or a fault drops the connection. */
  fetch(request: Request): Promise<Response>
  /** The same for a request whose target was never parsed as a URL. */
  handle(request: WireRequest, signal?: AbortSignal): Promise<Response>
  readonly world: World
  readonly clock: Clock
  readonly settings: WorldSettings
  /** What is set on the control route besides the clock: to be kept over a restart. */
  controls(): Controls
  setControls(controls: Controls): void
  /** Begins a new world; what is not given stays as it was. */
  reset(settings?: Partial<WorldSettings> & { speed?: number }): void
  /** Repeats journaled calls in the order given. Calls that no longer work are passed over; returns how many. */
  replay(mutations: readonly Mutation[]): Promise<number>
}

const region = 'us-east-1'
const account = '123456789012'

/** A small Greengrass: a Request in, a Response out. Nothing else connects it to whoever asks. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const wallNow = options.wallClock ?? Date.now
  const clock = options.clock ?? virtualClock({ wallClock: wallNow })
  const observer = options.observer ?? {}
  const wait = options.wait ?? timeout
  let settings: WorldSettings = {
    scenario: options.scenario ?? 'calm',
    seed: options.seed ?? 1,
    devices: options.devices ?? null,
  }
  const random = seededRandom(settings.seed).fork('wire')
  const credentials = new CredentialIssuer(random.fork('credentials'), options.staticKeys)
  const quotas = new Quotas()
  quotas.begin(settings.scenario)
  const faults = new Faults(random.fork('faults'))
  const requestIds = random.fork('requests')
  const requests = new Map<string, number>()
  let startedAt = wallNow()
  let world = buildWorld({ ...settings, clock })

  const dispatcher = new Dispatcher({
    world: () => world,
    clock: () => clock,
    wallNow,
    region,
    account,
    operations: operationTable,
    credentials,
    quotas,
    faults,
    random,
    onMutation: mutation => observer.mutated?.(mutation),
  })

  const reset: Simulator['reset'] = ({ speed, ...changes } = {}) => {
    settings = { ...settings, ...changes }
    clock.restart()
    if (speed !== undefined) clock.setSpeed(speed)
    quotas.begin(settings.scenario)
    faults.disarm()
    dispatcher.idempotency.clear()
    startedAt = wallNow()
    world = buildWorld({ ...settings, clock })
    observer.reset?.(settings)
  }

  const controlled: Controlled = {
    clock,
    credentials,
    quotas,
    faults,
    get settings() {
      return settings
    },
    wallNow,
    reset,
    state: () => {
      world.advance()
      return {
        ...settings,
        clock: clock.state(),
        startedAt,
        region,
        account,
        credentials: { lifetimeSeconds: credentials.lifetimeSeconds },
        quotas: { enforced: quotas.enforced, perSecond: quotas.perSecond },
        faults: faults.list(),
        counts: counts(world),
        requests: {
          total: [...requests.values()].reduce((sum, count) => sum + count, 0),
          byOperation: Object.fromEntries(requests),
        },
        journal: observer.journal?.() ?? { state: 'off', entries: 0 },
      }
    },
  }

  async function answer(request: WireRequest, match: Match | null, requestId: string): Promise<Answer> {
    const kind = serviceOfPath(request.path)
    if (kind === 'identity' && match === null) throw unknownOperation(request)
    if (match?.service === 'cognito-identity') return dispatcher.answerCognito(match, request)
    if (match?.service === 'sts') return dispatcher.answerSts(match, request, requestId)
    const caller = dispatcher.authenticate(request, kind === 'identity' ? null : kind)
    return dispatcher.answerRest(match, request, caller, requestId)
  }

  /** The answer in its service's words, also if it is an error. */
  async function answerOrError(
    request: WireRequest,
    match: Match | null,
    requestId: string,
  ): Promise<Answer> {
    const service = match?.service ?? defaultService(request.path)
    try {
      return await answer(request, match, requestId)
    } catch (error) {
      if (error instanceof ServiceError) return errorAnswer(error, service, requestId)
      observer.failed?.(error, match?.name ?? request.path)
      const internal = new ServiceError(
        service === 'iot' ? 'InternalFailureException' : 'InternalServerException',
        'An internal error occurred.',
      )
      return errorAnswer(internal, service, requestId)
    }
  }

  async function handle(request: WireRequest, signal?: AbortSignal): Promise<Response> {
    signal?.throwIfAborted()
    if (isControlPath(request.path)) return respondControl(request, controlled)
    if (request.method === 'OPTIONS') {
      const headers = preflight(request.path, request.headers)
      headers.set('x-amzn-requestid', requestIds.uuid())
      return new Response(null, { status: 200, headers })
    }
    const match = findRoute(request)
    const name = match?.name ?? 'unknown'
    const service = match?.service ?? defaultService(request.path)
    requests.set(name, (requests.get(name) ?? 0) + 1)
    const requestId = requestIds.uuid()
    const finish = (given: Answer) => respond(given, requestId, clock.now())

    const before = faults.strike(name, 'before', service)
    const struck = before && (await enact(before, service, requestId, wait, signal))
    if (struck) return finish(struck)
    const answered = await answerOrError(request, match, requestId)
    const after = faults.strike(name, 'after', service)
    const spoilt = after && (await enact(after, service, requestId, wait, signal))
    return finish(spoilt || answered)
  }

  return {
    handle,
    async fetch(request) {
      return handle(await readRequest(request), request.signal)
    },
    get world() {
      return world
    },
    clock,
    get settings() {
      return settings
    },
    controls: () => ({
      faults: faults.list(),
      lifetimeSeconds: credentials.lifetimeSeconds,
      expiredBefore: credentials.expiredBefore,
      enforced: quotas.enforced,
      perSecond: quotas.perSecond,
    }),
    setControls({ faults: armed, lifetimeSeconds, expiredBefore, enforced, perSecond }) {
      faults.restore(armed)
      Object.assign(credentials, { lifetimeSeconds, expiredBefore })
      quotas.allow(perSecond)
      quotas.enforced = enforced
    },
    reset,
    async replay(mutations) {
      let done = 0
      for (const mutation of mutations) {
        try {
          await dispatcher.repeat(mutation)
          done += 1
        } catch (error) {
          observer.failed?.(error, mutation.operation)
        }
      }
      return done
    },
  }
}

/** What a service error looks like where no operation says whose it is. */
function defaultService(path: string): ServiceName {
  const kind = serviceOfPath(path)
  if (kind === 'identity') return 'cognito-identity'
  return kind === 'iot' ? 'iot' : 'greengrassv2'
}

function counts(world: World): SimulatorState['counts'] {
  return {
    coreDevices: world.cores.size,
    things: world.things.size,
    thingGroups: world.groups.size,
    componentVersions: world.components.size,
    deployments: world.deployments.size,
    jobs: world.jobs.size,
  }
}
