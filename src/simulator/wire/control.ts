import { isScenarioName, type ScenarioName, scenarioNames } from '#src/domain/demo-fleet.ts'
import type { Clock, ClockState } from '../clock.ts'
import type { CredentialIssuer } from './credentials.ts'
import { type Fault, type FaultKind, type Faults, faultKinds } from './faults.ts'
import type { Quotas } from './quotas.ts'
import type { WireRequest } from './request.ts'
import { type Answer, jsonAnswer } from './respond.ts'
import { parseBody } from './bind.ts'
import { routes } from './router.ts'

/** Which world runs. */
export interface WorldSettings {
  scenario: ScenarioName
  seed: number
  /** Number of core devices; null for the scenario's own. */
  devices: number | null
}

/** What GET /_simulator/state answers. */
export interface SimulatorState extends WorldSettings {
  clock: ClockState
  /** When this world was begun, by the wall clock (epoch ms): a reset changes it. */
  startedAt: number
  region: string
  account: string
  credentials: { lifetimeSeconds: number }
  quotas: { enforced: boolean; perSecond: number }
  faults: readonly Fault[]
  /** Rows of the world's tables. */
  counts: Readonly<Record<string, number>>
  /** Requests answered since the start, by operation. */
  requests: { total: number; byOperation: Readonly<Record<string, number>> }
  /** Whether changes survive a restart of the host. */
  journal: { state: 'off' | 'on' | 'full' | 'failed'; entries: number }
}

/** What is set on the control route besides the clock. */
export interface Controls {
  faults: readonly Fault[]
  lifetimeSeconds: number
  expiredBefore: number
  enforced: boolean
  perSecond: number
}

/** What the control route steers. */
export interface Controlled {
  clock: Clock
  credentials: CredentialIssuer
  quotas: Quotas
  faults: Faults
  settings: WorldSettings
  wallNow(): number
  state(): SimulatorState
  reset(settings: Partial<WorldSettings> & { speed?: number }): void
}

const controlPath = '/_simulator'

export const isControlPath = (path: string) => path === controlPath || path.startsWith(`${controlPath}/`)

/** A refusal of the control route: its message says what was expected. */
class BadControl extends Error {}

/**
 * The control route: for the demo's settings page, tests and people with curl. Not part of AWS, not signed.
 *
 *     GET    /_simulator/state
 *     POST   /_simulator/clock        { speed?, paused?, advanceMs? }
 *     POST   /_simulator/reset        { scenario?, seed?, devices?, speed? }
 *     GET    /_simulator/faults
 *     POST   /_simulator/faults       { kind, operation?, count?, probability?, stage?, delayMs? }
 *     DELETE /_simulator/faults       and /_simulator/faults/ID
 *     POST   /_simulator/quotas       { enforced?, perSecond? }
 *     POST   /_simulator/credentials  { lifetimeSeconds?, expireNow? }
 *
 * Every change answers the state after it, a fault the armed fault.
 */
export function answerControl(request: WireRequest, simulator: Controlled): Answer {
  try {
    return route(request, simulator)
  } catch (error) {
    if (error instanceof BadControl || error instanceof RangeError) {
      return jsonAnswer(400, JSON.stringify({ message: error.message }))
    }
    throw error
  }
}

function route(request: WireRequest, simulator: Controlled): Answer {
  const [resource = 'state', id] = request.path.slice(controlPath.length + 1).split('/')
  const name = resource === '' ? 'state' : resource
  switch (`${request.method} ${name}`) {
    case 'GET state':
      return ok(simulator.state())
    case 'POST clock':
      setClock(readBody(request), simulator)
      return ok(simulator.state())
    case 'POST reset':
      simulator.reset(readSettings(readBody(request)))
      return ok(simulator.state())
    case 'GET faults':
      return ok(simulator.faults.list())
    case 'POST faults':
      return ok(simulator.faults.arm(readFault(readBody(request))))
    case 'DELETE faults':
      return ok({ disarmed: simulator.faults.disarm(id === '' ? undefined : id) })
    case 'POST quotas':
      setQuotas(readBody(request), simulator)
      return ok(simulator.state())
    case 'POST credentials':
      setCredentials(readBody(request), simulator)
      return ok(simulator.state())
    default:
      return jsonAnswer(
        404,
        JSON.stringify({ message: 'Known: state, clock, reset, faults, quotas, credentials' }),
      )
  }
}

const ok = (value: unknown) => jsonAnswer(200, JSON.stringify(value))

type Body = Readonly<Record<string, unknown>>

function readBody(request: WireRequest): Body {
  const body = parseBody(request.body)
  if (typeof body === 'string') throw new BadControl(body)
  return body
}

function setClock(body: Body, simulator: Controlled): void {
  const speed = numeric(body, 'speed')
  const advance = numeric(body, 'advanceMs')
  const paused = flag(body, 'paused')
  if (speed !== undefined) simulator.clock.setSpeed(speed)
  if (paused === true) simulator.clock.pause()
  if (paused === false) simulator.clock.resume()
  if (advance !== undefined) simulator.clock.advance(advance)
}

function setQuotas(body: Body, { quotas }: Controlled): void {
  const perSecond = numeric(body, 'perSecond')
  if (perSecond !== undefined) quotas.allow(perSecond)
  quotas.enforced = flag(body, 'enforced') ?? quotas.enforced
}

function setCredentials(body: Body, simulator: Controlled): void {
  const lifetime = numeric(body, 'lifetimeSeconds')
  if (lifetime !== undefined) {
    if (lifetime <= 0) throw new BadControl('lifetimeSeconds must be more than 0')
    simulator.credentials.lifetimeSeconds = lifetime
  }
  if (flag(body, 'expireNow') === true) simulator.credentials.expiredBefore = simulator.wallNow() + 1
}

function readSettings(body: Body): Partial<WorldSettings> & { speed?: number } {
  const settings: Partial<WorldSettings> & { speed?: number } = {}
  if (body.scenario !== undefined) {
    if (typeof body.scenario !== 'string' || !isScenarioName(body.scenario)) {
      throw new BadControl(`scenario must be one of ${scenarioNames.join(', ')}`)
    }
    settings.scenario = body.scenario
  }
  const seed = numeric(body, 'seed')
  if (seed !== undefined) settings.seed = Math.trunc(seed)
  if (body.devices === null) settings.devices = null
  const devices = numeric(body, 'devices')
  if (devices !== undefined) settings.devices = checkedDevices(devices)
  const speed = numeric(body, 'speed')
  if (speed !== undefined) settings.speed = speed
  return settings
}

/** A number of devices that a world can have. */
function checkedDevices(devices: number): number {
  if (!Number.isInteger(devices) || devices < 0 || devices > 200_000) {
    throw new RangeError('devices must be a whole number from 0 to 200000')
  }
  return devices
}

function readFault(body: Body): Omit<Fault, 'id'> {
  const kind = body.kind
  if (typeof kind !== 'string' || !(faultKinds as readonly string[]).includes(kind)) {
    throw new BadControl(`kind must be one of ${faultKinds.join(', ')}`)
  }
  const operation = body.operation ?? '*'
  if (
    typeof operation !== 'string' ||
    (operation !== '*' && !routes.some(known => known.name === operation))
  ) {
    throw new BadControl('operation must be the name of an operation, or *')
  }
  const stage = body.stage ?? 'before'
  if (stage !== 'before' && stage !== 'after') throw new BadControl('stage must be before or after')
  const probability = numeric(body, 'probability') ?? 1
  if (probability <= 0 || probability > 1) throw new BadControl('probability must be above 0 and up to 1')
  const count = numeric(body, 'count')
  return {
    kind: kind as FaultKind,
    operation,
    stage,
    probability,
    // One strike, unless a chance or a count is given: a fault without end is asked for by name.
    remaining: body.count === null ? null : (count ?? (probability < 1 ? null : 1)),
    delayMs: numeric(body, 'delayMs') ?? 5000,
  }
}

function numeric(body: Body, name: string): number | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new BadControl(`${name} must be a number`)
  return value
}

function flag(body: Body, name: string): boolean | undefined {
  const value = body[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'boolean') throw new BadControl(`${name} must be true or false`)
  return value
}
