import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { componentArn } from '#src/domain/arn.ts'
import { createDeployment, createPastDeployment, type DeploymentSpec } from './deployments.ts'
import { changeComponent, comeOnline, goOffline } from './device.ts'
import { noQuirks } from './device-states.ts'
import type {
  ComponentVersionRecord,
  CoreRecord,
  DeploymentRecord,
  DeviceKind,
  DeviceState,
  GroupRecord,
  Quirks,
  Root,
  ThingRecord,
} from './records.ts'
import { reportInterval } from './reporting.ts'
import { createGroup, createThing, type GroupSpec, joinGroup, leaveGroup, type ThingSpec } from './things.ts'
import type { World } from './world.ts'

interface InstalledSpec {
  version: string
  /** Default RUNNING. */
  state?: string
  details?: string
  codes?: readonly string[]
  /** Default true. */
  isRoot?: boolean
  configuration?: unknown
}

export interface CoreSpec extends ThingSpec {
  /** Default linux. */
  platform?: 'linux' | 'windows' | 'darwin'
  /** Default amd64. */
  architecture?: 'amd64' | 'x86' | 'arm' | 'aarch64'
  /** Default aws_nucleus_classic. */
  runtime?: DeviceKind['runtime']
  nucleusVersion: string
  /** Further platform attributes that recipes can ask for. */
  platformAttributes?: Record<string, string>
  groups?: readonly string[]
  quirks?: Quirks
  tags?: Record<string, string>
  /** Software that no deployment of the service brought (source LOCAL). */
  components?: Record<string, InstalledSpec>
  /** The device never told its status, so that Greengrass does not know of it. */
  unheard?: boolean
}

interface ComponentSpec {
  recipe: Recipe
  recipeFormat: 'JSON' | 'YAML'
  /** `aws` for a public component. Default: the account. */
  owner?: string
  /** Default DEPLOYABLE. */
  state?: string
  stateMessage?: string
  errors?: Record<string, string>
  /** Epoch ms from which on a REQUESTED version is DEPLOYABLE. Default: at once. */
  readyAt?: number
  vendorGuidance?: string
  vendorGuidanceMessage?: string
  tags?: Record<string, string>
}

/**
 * Builds a world with a past. A world that begins 30 days ago is moved on with `at()`; whatever is added then was
 * added at that time, and what follows from it has happened by the time of the next `at()`.
 */
export interface WorldBuilder {
  readonly world: World
  /** Lets the world run up to a time (epoch ms). Times must not go back. */
  at(time: number): void
  addGroup(spec: GroupSpec): GroupRecord
  addThing(spec: ThingSpec & { groups?: readonly string[] }): ThingRecord
  addCore(spec: CoreSpec): CoreRecord
  addComponent(spec: ComponentSpec): ComponentVersionRecord
  /** Deploys as an API call would: devices take it up as time goes on. `target` is the name of a group or thing. */
  deploy(spec: BuilderDeployment): DeploymentRecord
  /** Deploys, and all connected devices have it behind them at once, each with its own result and times. */
  pastDeployment(spec: BuilderDeployment): DeploymentRecord
  join(thing: string, group: string): void
  leave(thing: string, group: string): void
  offline(core: string, reason?: string): void
  online(core: string): void
  componentState(
    core: string,
    component: string,
    change: { state: string; codes?: readonly string[]; details?: string },
  ): void
}

export interface BuilderDeployment extends Omit<DeploymentSpec, 'targetArn' | 'parentTargetArn'> {
  /** Name of a thing group, or of a thing where there is no such group. */
  target: string
  /** Name of the parent's thing group. */
  parent?: string
}

export function buildWorld(world: World): WorldBuilder {
  const group = (name: string) => found(world.groups.get(name), 'thing group', name)
  const thing = (name: string) => found(world.things.get(name), 'thing', name)
  const core = (name: string) => found(world.devices.get(name), 'core device', name)
  const specOf = ({ target, parent, ...rest }: BuilderDeployment): DeploymentSpec => ({
    ...rest,
    targetArn: world.groups.has(target) ? world.groupArn(target) : world.thingArn(thing(target).name),
    parentTargetArn: parent === undefined ? null : group(parent).arn,
  })
  return {
    world,
    at: time => world.advanceTo(time),
    addGroup: spec => createGroup(world, spec),
    addThing(spec) {
      const added = createThing(world, spec)
      for (const name of spec.groups ?? []) joinGroup(world, added, group(name))
      return added
    },
    addCore: spec => addCore(world, spec),
    addComponent: spec => addComponent(world, spec),
    deploy: spec => createDeployment(world, specOf(spec)),
    pastDeployment: spec => createPastDeployment(world, specOf(spec)),
    join: (name, groupName) => joinGroup(world, thing(name), group(groupName)),
    leave: (name, groupName) => leaveGroup(world, thing(name), group(groupName)),
    offline: (name, reason) => goOffline(world, core(name), reason),
    online: name => comeOnline(world, core(name)),
    componentState: (name, component, change) => changeComponent(world, core(name), component, change),
  }
}

function found<T>(value: T | undefined, kind: string, name: string): T {
  if (value === undefined) throw new Error(`The world has no ${kind} named ${name}`)
  return value
}

/** Stores a component version. */
function addComponent(world: World, spec: ComponentSpec): ComponentVersionRecord {
  const { name, version } = spec.recipe
  const owner = spec.owner ?? world.account
  const record: ComponentVersionRecord = {
    arn: componentArn({ region: world.region, account: owner, name, version }),
    name,
    version,
    owner,
    created: world.time,
    recipeFormat: spec.recipeFormat,
    recipe: spec.recipe,
    state: spec.state ?? 'DEPLOYABLE',
    stateMessage: spec.stateMessage ?? '',
    errors: spec.errors ?? {},
    readyAt: spec.readyAt ?? world.time,
    vendorGuidance: spec.vendorGuidance ?? 'ACTIVE',
    vendorGuidanceMessage: spec.vendorGuidanceMessage ?? '',
    tags: spec.tags ?? {},
  }
  world.components.put(record)
  return record
}

/** A device comes up for the first time: the nucleus, and what was installed with it. */
function addCore(world: World, spec: CoreSpec): CoreRecord {
  const thing = createThing(world, spec)
  const platform = spec.platform ?? 'linux'
  const architecture = spec.architecture ?? 'amd64'
  const runtime = spec.runtime ?? 'aws_nucleus_classic'
  const attributes = { os: platform, architecture, runtime, ...spec.platformAttributes }
  const state = firstState(world, spec, runtime)
  const changed = state.components.map(() => world.time)
  const core: CoreRecord = {
    name: spec.name,
    thing,
    kind: world.states.kind({ platform, architecture, runtime, attributes }),
    quirks: spec.quirks ?? noQuirks,
    tags: spec.tags ?? {},
    state,
    changed,
    reportedState: state,
    reportedChanged: changed,
    reportedAt: world.time,
    phase: Math.floor(world.chance(`phase ${spec.name}`) * reportInterval),
    online: true,
    onlineSince: world.time,
    current: null,
    queue: null,
    untold: null,
  }
  thing.connection = { connected: true, at: world.time, reason: null }
  world.devices.set(core.name, core)
  if (spec.unheard) core.online = false
  else world.cores.put(core)
  for (const span of core.quirks.offline ?? []) {
    world.at(span.from, () => goOffline(world, core, span.reason))
    world.at(span.to, () => comeOnline(world, core))
  }
  for (const name of spec.groups ?? [])
    joinGroup(world, thing, found(world.groups.get(name), 'thing group', name))
  return core
}

/** Where several devices come with the same software, it is described once. */
const firstStates = new WeakMap<World, Map<string, DeviceState>>()

function firstState(world: World, spec: CoreSpec, runtime: DeviceKind['runtime']): DeviceState {
  const nucleus = runtime === 'aws_nucleus_lite' ? 'aws.greengrass.NucleusLite' : 'aws.greengrass.Nucleus'
  const known = firstStates.get(world) ?? new Map<string, DeviceState>()
  firstStates.set(world, known)
  const key = `${nucleus} ${spec.nucleusVersion} ${spec.components ? JSON.stringify(spec.components) : ''}`
  const present = known.get(key)
  if (present) return present
  const installed: [string, InstalledSpec][] = [
    [nucleus, { version: spec.nucleusVersion, state: 'FINISHED', isRoot: false }],
    ...Object.entries(spec.components ?? {}),
  ]
  const instances = installed.map(([name, { version, ...rest }]) =>
    world.states.instance({
      name,
      version,
      isRoot: rest.isRoot ?? true,
      state: rest.state ?? 'RUNNING',
      details: rest.details ?? '',
      codes: rest.codes ?? [],
      source: 'LOCAL',
      configuration: rest.configuration ?? {},
    }),
  )
  const own = Object.entries(spec.components ?? {}).filter(([, one]) => one.isRoot !== false)
  const roots: Root[] =
    own.length === 0
      ? []
      : [
          {
            target: 'LOCAL',
            deploymentId: 'LOCAL',
            created: 0,
            components: Object.fromEntries(
              own.map(([name, one]) => [name, { componentVersion: one.version }]),
            ),
          },
        ]
  const state = world.states.state(roots, instances)
  known.set(key, state)
  return state
}
