import { applyConfigurationUpdate, parseMerge } from '#src/domain/configuration-merge.ts'
import { documentLimits, requestSize } from '#src/domain/deployment-request.ts'
import { compareVersions } from '#src/domain/version.ts'
import { chooseManifest } from '#src/domain/platform.ts'
import { artifactFault } from './artifact-faults.ts'
import { behaviourMask, behavioursOf } from './behaviours.ts'
import { bringUp, type Candidate } from './bring-up.ts'
import { belongsTo } from './group-tree.ts'
import type { Plan } from './plan.ts'
import { noQuirks, nucleusNames } from './device-states.ts'
import { defersUpdates } from './lifecycle-steps.ts'
import { type DetailedStatus, type Failure, failed, type Reporter, rejected, success } from './outcome.ts'
import type { CoreRecord, DeploymentRecord, Root } from './records.ts'
import { type ResolvedComponent, resolveForDevice } from './resolution.ts'
import type { World } from './world.ts'

/** Works out what a deployment does on a device as it is now, or looks it up. */
export function planFor(world: World, core: CoreRecord, deployment: DeploymentRecord): Plan {
  const kept = keptRoots(world, core, deployment)
  const mask = behaviourMask(world, core)
  const key = [
    core.state.id,
    deployment.id,
    core.kind.id,
    core.quirks === noQuirks ? '' : JSON.stringify(core.quirks),
    mask,
    kept.length === core.state.roots.length
      ? ''
      : kept.map(root => `${root.target}=${root.deploymentId}`).join(),
    world.components.generation,
    world.storage.generation,
  ].join('|')
  let plan = world.plans.get(key)
  if (!plan) {
    // Versions become deployable with time, which the key does not know: such plans are few, and soon outdated.
    if (world.plans.size > 20_000) world.plans.clear()
    plan = makePlan(world, core, deployment, kept, mask)
    world.plans.set(key, plan)
  }
  return plan
}

/** A sub-deployment takes the place of its parent's content. */
const rootTarget = (deployment: DeploymentRecord) => deployment.parentTargetArn ?? deployment.targetArn

/** Roots of other targets that the device still belongs to; those of groups it has left go now. */
function keptRoots(world: World, core: CoreRecord, deployment: DeploymentRecord): Root[] {
  return core.state.roots.filter(({ target }) => {
    const [kind = '', group = ''] = target.split('/')
    const left = kind.endsWith(':thinggroup') && !belongsTo(world, core.thing, group)
    return target !== rootTarget(deployment) && !left
  })
}

function makePlan(
  world: World,
  core: CoreRecord,
  deployment: DeploymentRecord,
  kept: readonly Root[],
  mask: string,
): Plan {
  const reporter: Reporter = { kind: core.kind, nucleusVersion: core.state.nucleusVersion }
  const unchanged = { next: null, deferred: 0, restart: false, later: [] }
  const refuse = (failure: Failure, seconds: number): Plan => ({
    ...unchanged,
    seconds,
    outcome: failed(reporter, failure, 'FAILED_NO_STATE_CHANGE'),
  })

  const refusal = refusalOf(core, deployment)
  if (refusal) return { ...unchanged, seconds: 1, outcome: rejected(reporter, refusal) }
  const lacking = missingCapability(core, deployment)
  if (lacking) return refuse(lacking, 1)

  const root: Root = {
    target: rootTarget(deployment),
    deploymentId: deployment.id,
    created: deployment.created,
    components: deployment.components,
  }
  const roots = [...kept, root]
  if (core.quirks.denied?.includes('RESOLVE_COMPONENT_CANDIDATES_ACCESS_DENIED'))
    return refuse(
      {
        errorStack: ['CLOUD_API_ERROR', 'ACCESS_DENIED', 'RESOLVE_COMPONENT_CANDIDATES_ACCESS_DENIED'],
        errorTypes: ['PERMISSION_ERROR'],
        reason:
          'Access denied when calling ResolveComponentCandidates. Ensure the certificate policy grants greengrass:ResolveComponentCandidates',
      },
      4,
    )
  const resolution = resolveForDevice(world, core, roots)
  if ('failure' in resolution) return refuse(resolution.failure, 6)

  const candidates = resolution.components.map(component => prepare(core, deployment, component))
  const fault = preparationFault(world, core, mask, candidates)
  if (fault) return refuse(fault, 12)

  const deferred = deferral(world, core, deployment, candidates)
  const nucleus = candidates.find(one => nucleusNames.includes(one.resolved.name))
  const restart = nucleus?.isNew === true
  const result = bringUp(world, mask, candidates)
  const seconds = 4 + result.seconds + (restart ? 35 : 0)
  if (!result.failure) {
    return {
      outcome: success,
      next: world.states.state(roots, result.instances),
      seconds,
      deferred,
      restart,
      later: result.later,
    }
  }
  if (
    deployment.policies.failureHandlingPolicy === 'DO_NOTHING' ||
    core.kind.runtime === 'aws_nucleus_lite'
  ) {
    return {
      outcome: failed(reporter, result.failure, 'FAILED_ROLLBACK_NOT_REQUESTED'),
      next: world.states.state(roots, result.instances),
      seconds,
      deferred,
      restart,
      later: [],
    }
  }
  const rollback: DetailedStatus = core.quirks.cannotRollBack
    ? 'FAILED_UNABLE_TO_ROLLBACK'
    : 'FAILED_ROLLBACK_COMPLETE'
  return {
    outcome: failed(reporter, result.failure, rollback),
    next: core.quirks.cannotRollBack ? world.states.state(core.state.roots, result.instances) : null,
    seconds: seconds * 1.6,
    deferred,
    restart,
    later: [],
  }
}

function refusalOf(core: CoreRecord, deployment: DeploymentRecord): Failure | null {
  const present = core.state.roots.find(root => root.target === rootTarget(deployment))
  if (present && present.created > deployment.created)
    return {
      errorStack: ['REJECTED_STALE_DEPLOYMENT'],
      errorTypes: [],
      reason: 'The device already has a newer deployment for this target',
    }
  if (!core.quirks.rejects) return null
  return {
    errorStack: ['DEPLOYMENT_DOCUMENT_NOT_VALID', 'DEPLOYMENT_DOCUMENT_PARSE_ERROR'],
    errorTypes: ['CLOUD_SERVICE_ERROR'],
    reason: 'The device cannot read the deployment document',
  }
}

/** A document that does not fit into a job or a shadow: the device has to ask for it. */
export function isLarge(deployment: DeploymentRecord): boolean {
  const { targetArn, name, components, policies } = deployment
  const request = { targetArn, deploymentName: name, components, deploymentPolicies: policies }
  return requestSize(request) > documentLimits[deployment.targetKind]
}

function missingCapability(core: CoreRecord, deployment: DeploymentRecord): Failure | null {
  const limits = Object.values(deployment.components).some(one => one.runWith?.systemResourceLimits)
  const large = isLarge(deployment)
  const needs: [boolean, string, string][] = [
    [large, '2.3.0', 'LARGE_CONFIGURATION'],
    [deployment.parentTargetArn !== null, '2.9.0', 'SUB_DEPLOYMENTS'],
    [limits, '2.4.0', 'LINUX_RESOURCE_LIMITS'],
  ]
  const version = core.state.nucleusVersion
  if (core.kind.runtime === 'aws_nucleus_lite') return null
  const missing = needs.find(([needed, since]) => needed && compareVersions(version, since) < 0)
  if (!missing) return null
  return {
    errorStack: ['NUCLEUS_MISSING_REQUIRED_CAPABILITIES'],
    errorTypes: ['REQUEST_ERROR'],
    reason: `The current nucleus version ${version} does not support one or more capabilities that are required by this deployment: ${missing[2]}`,
  }
}

function prepare(core: CoreRecord, deployment: DeploymentRecord, resolved: ResolvedComponent): Candidate {
  const { name } = resolved
  const before = core.state.components.find(component => component.name === name)
  const request = Object.hasOwn(deployment.components, name) ? deployment.components[name] : undefined
  const isNew = before?.version !== resolved.version
  let configuration = before?.configuration
  if (isNew || request?.configurationUpdate) {
    const merge = request?.configurationUpdate?.merge
    const parsed = merge === undefined ? undefined : parseMerge(merge)
    configuration = applyConfigurationUpdate({
      current: before?.configuration,
      defaults: resolved.recipe?.defaultConfiguration,
      reset: request?.configurationUpdate?.reset,
      merge: parsed?.ok ? parsed.value : undefined,
    })
  }
  const reconfigured = !isNew && JSON.stringify(configuration) !== JSON.stringify(before?.configuration)
  const touched = isNew || reconfigured || before?.state === 'BROKEN'
  const source = isNew || request ? deployment.id : (before?.source ?? deployment.id)
  return { resolved, before, configuration, isNew, touched, request, source }
}

/** The first thing that keeps the device from even starting to change. */
function preparationFault(
  world: World,
  core: CoreRecord,
  mask: string,
  candidates: readonly Candidate[],
): Failure | null {
  const present = new Set(candidates.map(one => one.resolved.name))
  for (const { resolved, isNew } of candidates) {
    if (!isNew || !resolved.recipe || resolved.manifest === null) continue
    for (const artifact of resolved.recipe.manifests[resolved.manifest]?.artifacts ?? []) {
      const fault = artifactFault(artifact, resolved.name, { quirks: core.quirks, present }, world.storage)
      if (fault) return fault
    }
  }
  for (const { resolved, configuration, touched, request } of candidates) {
    const user =
      core.kind.platform === 'windows' ? request?.runWith?.windowsUser : request?.runWith?.posixUser
    if (user !== undefined && core.quirks.users && !core.quirks.users.includes(user.split(':')[0] ?? ''))
      return {
        errorStack: ['RUN_WITH_CONFIG_NOT_VALID'],
        errorTypes: ['REQUEST_ERROR'],
        reason: `The user ${user} of component ${resolved.name} does not exist on the device`,
      }
    if (!touched) continue
    for (const { effect } of behavioursOf(world, mask, { ...resolved, configuration }))
      if (effect.kind === 'fails' && effect.phase === 'prepare') return effect
  }
  return null
}

/**
 * Seconds for which the update waits: a deployment that notifies components, and changes some, waits for those that
 * run and defer it, but no longer than its time-out. Then it goes ahead.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/create-deployments.html
 */
function deferral(
  world: World,
  core: CoreRecord,
  { policies: { componentUpdatePolicy } }: DeploymentRecord,
  candidates: readonly Candidate[],
): number {
  if (componentUpdatePolicy?.action !== 'NOTIFY_COMPONENTS') return 0
  const { components } = core.state
  const removes = components.some(({ name }) => !candidates.some(one => one.resolved.name === name))
  if (!removes && !candidates.some(one => one.touched)) return 0
  const defers = components.some(({ name, version, state }) => {
    const recipe = world.components.remembered(name, version)?.recipe
    return (
      state === 'RUNNING' && recipe && defersUpdates(recipe, chooseManifest(recipe, core.kind.attributes))
    )
  })
  return defers ? (componentUpdatePolicy.timeoutInSeconds ?? 60) : 0
}
