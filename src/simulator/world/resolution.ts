import { type ResolutionProblem, resolveDependencies } from '#src/domain/dependency-resolution.ts'
import { chooseManifest } from '#src/domain/platform.ts'
import type { Recipe, RecipeDependency, RecipeManifest } from '#src/domain/recipe/recipe.ts'
import { nucleusNames } from './device-states.ts'
import type { Failure } from './outcome.ts'
import type { ComponentVersionRecord, CoreRecord, Root } from './records.ts'
import type { World } from './world.ts'

export interface ResolvedComponent {
  name: string
  version: string
  /** Null for what the simulator knows only by name, such as a nucleus that was never stored as a component. */
  recipe: Recipe | null
  manifest: number | null
  isRoot: boolean
}

export type DeviceResolution = { components: ResolvedComponent[] } | { failure: Failure }

interface Candidate {
  version: string
  dependencies: RecipeDependency[]
  manifests?: RecipeManifest[]
  recipe: Recipe | null
}

const minorOf = (version: string) => version.split('.').slice(0, 2).join('.')

/** How the nucleus names who asks for a version: `thinggroup/NAME`, `thing/NAME`. */
const requirer = (target: string) =>
  target === 'LOCAL' ? 'LOCAL_DEPLOYMENT' : target.slice(target.indexOf(':thing') + 1)

/** Whether devices get this version from the service at `now` (epoch ms). */
export function isDeployable(record: ComponentVersionRecord, now: number): boolean {
  if (record.vendorGuidance === 'DELETED' || record.state === 'FAILED') return false
  return record.state === 'DEPLOYABLE' || record.state === 'DEPRECATED' || record.readyAt <= now
}

/**
 * What a device has to run for all its deployments together: of every component the newest version that all of them
 * and all dependencies accept, and that has a manifest for the device. Versions that are installed count as well,
 * also if they were deleted from the service.
 */
export function resolveForDevice(world: World, core: CoreRecord, roots: readonly Root[]): DeviceResolution {
  const wanted = roots.flatMap(root =>
    Object.entries(root.components).map(([name, component]) => ({
      name,
      requirement: `==${component.componentVersion}`,
      requiredBy: requirer(root.target),
    })),
  )
  const rootNames = new Set(wanted.map(root => root.name))
  const platform = core.kind.attributes
  const installed = new Map(core.state.components.map(component => [component.name, component.version]))
  const attempt = (anyNucleus: boolean) => {
    const known = new Map<string, Candidate[]>()
    const candidates = (name: string) => {
      let list = known.get(name)
      if (!list) {
        list = candidatesOf(world, core, name, installed.get(name))
        // A nucleus that no deployment names may take a patch on the way, but no other minor version.
        const local = installed.get(name)
        if (nucleusNames.includes(name) && !rootNames.has(name) && !anyNucleus && local !== undefined)
          list = list.filter(candidate => minorOf(candidate.version) === minorOf(local))
        known.set(name, list)
      }
      return list
    }
    return { known, ...resolveDependencies({ roots: wanted, candidates, platform }) }
  }

  const { known, problems, resolved } = attempt(false)
  const problem = problems[0]
  if (problem) {
    const refused = nucleusNames.includes(problem.name) && attempt(true).problems.length === 0
    return {
      failure: refused ? minorUpdateRefused(problem.name, installed.get(problem.name)) : unresolved(problem),
    }
  }
  const nuclei = nucleusNames.filter(name => resolved.has(name))
  if (nuclei.length > 1)
    return {
      failure: {
        errorStack: ['MULTIPLE_NUCLEUS_RESOLVED_ERROR'],
        errorTypes: ['REQUEST_ERROR'],
        reason: `Deployment resolved more than one nucleus: ${nuclei.join(', ')}`,
      },
    }
  const components: ResolvedComponent[] = []
  for (const [name, version] of resolved) {
    const recipe = known.get(name)?.find(candidate => candidate.version === version)?.recipe ?? null
    const manifest = recipe ? chooseManifest(recipe, platform) : null
    components.push({ name, version, recipe, manifest, isRoot: rootNames.has(name) })
  }
  // The nucleus stays what it is where nothing asks for one.
  const own = core.state.components.find(component => nucleusNames.includes(component.name))
  if (own && nuclei.length === 0) {
    const recipe = world.components.remembered(own.name, own.version)?.recipe ?? null
    components.push({ name: own.name, version: own.version, recipe, manifest: null, isRoot: false })
  }
  return { components }
}

function candidatesOf(world: World, core: CoreRecord, name: string, local: string | undefined): Candidate[] {
  // Each runtime is a nucleus of its own kind, and stands in for the other one where a component asks for it.
  const foreign =
    core.kind.runtime === 'aws_nucleus_lite' ? 'aws.greengrass.Nucleus' : 'aws.greengrass.NucleusLite'
  const candidate = (version: string, recipe: Recipe | null): Candidate => ({
    version,
    dependencies: (recipe?.dependencies ?? []).filter(dependency => dependency.name !== foreign),
    ...(recipe && recipe.manifests.length > 0 ? { manifests: recipe.manifests } : {}),
    recipe,
  })
  const found = world.components
    .visible(name, world.account)
    .filter(record => isDeployable(record, world.time))
    .map(record => candidate(record.version, record.recipe))
  if (local !== undefined && !found.some(one => one.version === local))
    found.push(candidate(local, world.components.remembered(name, local)?.recipe ?? null))
  return found
}

function minorUpdateRefused(name: string, version: string | undefined): Failure {
  return {
    errorStack: ['UNAUTHORIZED_NUCLEUS_MINOR_VERSION_UPDATE'],
    errorTypes: ['REQUEST_ERROR'],
    reason: `The deployment would change the minor version of ${name} ${version} without naming it. Add ${name} with the wanted version to the deployment`,
  }
}

function unresolved(problem: ResolutionProblem): Failure {
  const codes =
    problem.kind === 'circular'
      ? ['COMPONENT_CIRCULAR_DEPENDENCY_ERROR']
      : ['NO_AVAILABLE_COMPONENT_VERSION', 'COMPONENT_VERSION_REQUIREMENTS_NOT_MET']
  return { errorStack: codes, errorTypes: ['REQUEST_ERROR'], reason: problem.message }
}
