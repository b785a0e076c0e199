import type { ComponentDeployment } from '#src/domain/deployment.ts'
import type { LaterState } from './behaviour.ts'
import { behavioursOf } from './behaviours.ts'
import { nucleusNames } from './device-states.ts'
import { certainExitCode, isOneShot, lifecycleStep, sleepSeconds } from './lifecycle-steps.ts'
import type { Failure } from './outcome.ts'
import type { Instance } from './records.ts'
import type { ResolvedComponent } from './resolution.ts'
import type { World } from './world.ts'

/** A component that the device is to run, compared with what it has. */
export interface Candidate {
  resolved: ResolvedComponent
  before: Instance | undefined
  configuration: unknown
  /** Not there before, or in another version. */
  isNew: boolean
  /** To be stopped and brought up (again). */
  touched: boolean
  request: ComponentDeployment | undefined
  source: string
}

/** How components came up. */
export interface BroughtUp {
  instances: Instance[]
  failure: Failure | null
  /** Seconds of downloading, installing and starting. */
  seconds: number
  later: { component: string; states: readonly LaterState[] }[]
}

interface Standing {
  state: string
  codes: readonly string[]
  details: string
  failure: Failure | null
  seconds: number
  later: readonly LaterState[]
}

/** Installs and starts what a deployment touches. After the first failure the rest stays INSTALLED. */
export function bringUp(world: World, mask: string, candidates: readonly Candidate[]): BroughtUp {
  const result: BroughtUp = { instances: [], failure: null, seconds: 0, later: [] }
  for (const candidate of candidates) {
    const { resolved, before, configuration, touched, source } = candidate
    const { name, version, isRoot } = resolved
    const identity = { name, version, isRoot, source, configuration }
    if (!touched && before) {
      const { state, details, codes } = before
      result.instances.push(world.states.instance({ ...identity, state, details, codes }))
      continue
    }
    if (result.failure) {
      const state = candidate.isNew ? 'NEW' : 'INSTALLED'
      result.instances.push(world.states.instance({ ...identity, state, details: '', codes: [] }))
      continue
    }
    const standing = stand(world, mask, candidate)
    const { state, details, codes } = standing
    result.instances.push(world.states.instance({ ...identity, state, details, codes }))
    result.failure = standing.failure
    result.seconds += standing.seconds
    if (standing.later.length > 0) result.later.push({ component: name, states: standing.later })
  }
  return result
}

function stand(world: World, mask: string, candidate: Candidate): Standing {
  const { resolved, configuration } = candidate
  const standing = fromRecipe(candidate)
  if (standing.failure) return standing
  for (const { effect } of behavioursOf(world, mask, { ...resolved, configuration })) {
    if (effect.kind === 'takes') standing.seconds += effect.seconds
    else if (effect.kind === 'later') standing.later = effect.states
    else if (effect.kind === 'state') {
      standing.state = effect.state
      standing.codes = effect.codes ?? []
      standing.details = effect.details ?? ''
    } else if (effect.phase === 'apply') {
      const { errorStack, errorTypes, reason, state, codes, details } = effect
      return {
        ...standing,
        failure: { errorStack, errorTypes, reason },
        state: state ?? 'BROKEN',
        codes: codes ?? [],
        details: details ?? '',
        later: [],
      }
    }
  }
  return standing
}

/** What the recipe's own scripts lead to. Scripts are read, not run. */
function fromRecipe({ resolved, isNew }: Candidate): Standing {
  const { recipe, manifest, name } = resolved
  const artifacts = (manifest === null ? undefined : recipe?.manifests[manifest]?.artifacts.length) ?? 0
  const standing: Standing = {
    state: 'FINISHED',
    codes: [],
    details: '',
    failure: null,
    seconds: (isNew ? 2 + 4 * artifacts : 0) + 2,
    later: [],
  }
  if (!recipe || nucleusNames.includes(name)) return standing
  if (/plugin|lambda/.test(recipe.type)) standing.state = 'RUNNING'

  for (const step of isNew ? (['Bootstrap', 'Install', 'Startup'] as const) : (['Startup'] as const)) {
    const found = lifecycleStep(recipe, manifest, step)
    if (!found) continue
    const slept = sleepSeconds(found.script)
    const timeout = found.timeout ?? 120
    standing.seconds += Math.min(slept, timeout)
    if (step === 'Startup') standing.state = 'RUNNING'
    const exit = certainExitCode(found.script)
    if (slept > timeout)
      return broken(standing, resolved, step, 'TIMEOUT', `timed out after ${timeout} seconds`)
    if (exit !== 0) return broken(standing, resolved, step, 'ERROR', `exited with code ${exit}`)
  }
  const run = lifecycleStep(recipe, manifest, 'Run')
  if (run) {
    standing.state = isOneShot(run.script) ? 'FINISHED' : 'RUNNING'
    const exit = certainExitCode(run.script)
    if (exit !== 0) {
      // The deployment is over as soon as the script has started; three errors in a row break the component.
      const codes = ['RUN_ERROR']
      const details = `Run script exited with code ${exit}`
      const first = sleepSeconds(run.script) + 2
      standing.state = 'RUNNING'
      standing.later = [
        { afterSeconds: first, state: 'ERRORED', codes, details },
        { afterSeconds: 3 * first + 14, state: 'BROKEN', codes, details },
      ]
    }
  }
  return standing
}

function broken(
  standing: Standing,
  { name, version }: ResolvedComponent,
  step: 'Bootstrap' | 'Install' | 'Startup',
  cause: 'ERROR' | 'TIMEOUT',
  words: string,
): Standing {
  const bootstrap = step === 'Bootstrap'
  const code = `${step.toUpperCase()}_${cause}`
  const origin = name.startsWith('aws.greengrass.') ? 'AWS_COMPONENT_ERROR' : 'USER_COMPONENT_ERROR'
  return {
    ...standing,
    state: 'BROKEN',
    codes: bootstrap ? [] : [code],
    details: `${step} script ${words}`,
    failure: {
      errorStack: bootstrap
        ? ['COMPONENT_UPDATE_ERROR', `COMPONENT_BOOTSTRAP_${cause}`]
        : ['COMPONENT_UPDATE_ERROR', 'COMPONENT_BROKEN'],
      errorTypes: [origin],
      reason: bootstrap
        ? `Bootstrap script of component ${name} ${version} ${words}`
        : `Service ${name} in broken state after deployment: ${step} script ${words}`,
    },
  }
}
