import {
  type Candidate,
  type Constraint,
  type ResolutionProblem,
  resolveDependencies,
  type RootComponent,
} from './dependency-resolution.ts'
import { minorOf, nucleusFor, nucleusNames } from './nucleus.ts'

/** A recipe, or what of it counts here. */
export type KnownRecipe = Pick<Candidate, 'dependencies' | 'manifests'>

/** What is known of components so far. Pages fetch more as `forecastDependencies` asks for it. */
export interface KnownComponents {
  /** All versions of a name that devices can get, private and public ones together; `[]`: there is none. */
  versions: ReadonlyMap<string, readonly string[]>
  /** By `recipeKey(name, version)`; `null` where it cannot be read, which counts as without dependencies. */
  recipes: ReadonlyMap<string, KnownRecipe | null>
}

export const recipeKey = (name: string, version: string): string => `${name}@${version}`

/** What to fetch next: the versions of a component (no `versions`), or the recipes of these versions. */
export interface Need {
  name: string
  versions?: string[]
}

export interface ForecastComponent {
  name: string
  version: string
  /** Named by a deployment; the others come in as dependencies. */
  isRoot: boolean
  /** All who ask for it, and for what. */
  why: Constraint[]
  /** Version that the devices have now; `null` if none, `undefined` if that is not known. */
  installed?: string | null
  /** Newest version that there is, if what the others ask for keeps it from being chosen. */
  heldBackFrom: string | null
}

export interface DependencyForecast {
  /** False while `needs` is not empty: components and problems are provisional then. */
  complete: boolean
  needs: Need[]
  /** Roots first, then dependencies, each in order of names. */
  components: ForecastComponent[]
  problems: ResolutionProblem[]
  /** Components whose recipe could not be read: what they need is not known. */
  unread: string[]
}

export interface ForecastQuestion {
  /** `deviceImpact().roots`, or the components of one deployment. */
  roots: readonly RootComponent[]
  known: KnownComponents
  /** Attributes of the devices; without them every manifest will do. */
  platform?: Readonly<Record<string, string>>
  /** What the devices have now. A nucleus that no deployment names stays within its minor version. */
  installed?: ReadonlyMap<string, string>
  /** Lets go of that last rule, to find out whether it is what stands in the way. */
  anyNucleus?: boolean
}

/**
 * What the nucleus will install for these components: of each the newest version that all deployments and all
 * dependencies accept and that has a manifest for the device. Asks for no more than it takes to know: the versions of
 * each component in play, and the recipes of those that come up as a choice. Call it again with what was fetched
 * until it is `complete`; the answer is then the same as with all recipes there are.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/manage-components.html
 */
export function forecastDependencies(question: ForecastQuestion): DependencyForecast {
  const { roots, known, platform } = question
  const needed = new Map<string, Set<string>>()
  const unlisted = new Set<string>()
  const unread = new Set<string>()
  const resolution = resolveDependencies({
    roots,
    ...(platform && { platform }),
    candidates: name => {
      const versions = known.versions.get(name)
      if (!versions) unlisted.add(name)
      return allowedVersions(name, versions ?? [], question).map(version =>
        candidateOf(name, version, question, { needed, unread }),
      )
    },
  })
  const problems = resolution.problems.filter(({ name }) => !unlisted.has(name))
  const needs: Need[] = [
    ...[...unlisted].map(name => ({ name })),
    ...[...needed].map(([name, versions]) => ({ name, versions: [...versions] })),
  ]
  return {
    complete: needs.length === 0,
    needs,
    components: componentsOf(question, resolution.resolved),
    problems,
    unread: [...unread].sort(),
  }
}

/** Versions that may be chosen: an unnamed nucleus may take a patch on the way, but no other minor version. */
function allowedVersions(
  name: string,
  versions: readonly string[],
  { roots, installed, anyNucleus }: ForecastQuestion,
): readonly string[] {
  const local = installed?.get(name)
  // What a device has counts as well, also if it was deleted from the service.
  const all = local === undefined || versions.includes(local) ? versions : [...versions, local]
  if (local === undefined || anyNucleus || !nucleusNames.includes(name)) return all
  if (roots.some(root => root.name === name)) return all
  return all.filter(version => minorOf(version) === minorOf(local))
}

/** A version that notes that its recipe is missing as soon as its dependencies matter, since it has been chosen. */
function candidateOf(
  name: string,
  version: string,
  { known, platform }: ForecastQuestion,
  notes: { needed: Map<string, Set<string>>; unread: Set<string> },
): Candidate {
  const recipe = known.recipes.get(recipeKey(name, version))
  const other = platform && nucleusNames.find(nucleus => nucleus !== nucleusFor(platform.runtime))
  return {
    version,
    ...(recipe?.manifests && recipe.manifests.length > 0 && { manifests: recipe.manifests }),
    get dependencies() {
      if (recipe === null) notes.unread.add(recipeKey(name, version))
      if (recipe === undefined) {
        const versions = notes.needed.get(name) ?? new Set()
        notes.needed.set(name, versions.add(version))
      }
      // A runtime stands in for the other kind of nucleus where a component asks for that.
      return (recipe?.dependencies ?? []).filter(dependency => dependency.name !== other)
    },
  }
}

function componentsOf(
  question: ForecastQuestion,
  resolved: ReadonlyMap<string, string>,
): ForecastComponent[] {
  const { roots, known, installed } = question
  const why = new Map<string, Constraint[]>([...resolved.keys()].map(name => [name, []]))
  for (const { name, requirement, requiredBy } of roots) why.get(name)?.push({ by: requiredBy, requirement })
  for (const [by, version] of resolved) {
    for (const { name, requirement } of known.recipes.get(recipeKey(by, version))?.dependencies ?? []) {
      why.get(name)?.push({ by, requirement })
    }
  }
  return [...resolved]
    .map(([name, version]): ForecastComponent => {
      const free = resolveDependencies({
        roots: [{ name, requirement: '*', requiredBy: '' }],
        candidates: () => (known.versions.get(name) ?? []).map(one => ({ version: one, dependencies: [] })),
      })
      const newest = free.resolved.get(name)
      return {
        name,
        version,
        isRoot: roots.some(root => root.name === name),
        why: why.get(name) ?? [],
        ...(installed && { installed: installed.get(name) ?? null }),
        heldBackFrom: newest !== undefined && newest !== version ? newest : null,
      }
    })
    .sort((a, b) => Number(b.isRoot) - Number(a.isRoot) || (a.name < b.name ? -1 : 1))
}
