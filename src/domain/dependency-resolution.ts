import { matchesPlatform } from './platform.ts'
import { compareVersions, satisfies } from './version.ts'

export interface RootComponent {
  name: string
  /** A version or range, such as `==1.0.0` of a deployment. */
  requirement: string
  /** Who asks, such as `thinggroup/Line1`. */
  requiredBy: string
}

/** A version that could be installed. A whole `Recipe` fits. */
export interface Candidate {
  version: string
  dependencies: readonly { name: string; requirement: string }[]
  /** If given, the version can be installed only where one of them takes the device. */
  manifests?: readonly { platform: Readonly<Record<string, string>> }[]
}

export interface Constraint {
  /** `thinggroup/NAME`, `thing/NAME` or the name of a component that depends on it. */
  by: string
  requirement: string
}

export interface ResolutionProblem {
  name: string
  kind: 'missing' | 'conflict' | 'platform' | 'circular'
  constraints: Constraint[]
  message: string
}

export interface Resolution {
  /** Component name to version, dependencies included. Names with a problem are not in it. */
  resolved: Map<string, string>
  problems: ResolutionProblem[]
}

interface Question {
  roots: readonly RootComponent[]
  candidates: (name: string) => readonly Candidate[]
  /** Attributes of the device; without them every manifest will do. */
  platform?: Readonly<Record<string, string>>
}

/** Constraints as the nucleus lists them in its messages. */
function constraintText(constraints: readonly Constraint[]): string {
  return constraints.map(({ by, requirement }) => `${by}: ${requirement || '*'}`).join(', ')
}

function installable({ manifests }: Candidate, platform: Question['platform']): boolean {
  return !platform || !manifests || manifests.some(manifest => matchesPlatform(manifest.platform, platform))
}

function problemOf(
  name: string,
  constraints: Constraint[],
  { candidates, platform }: Question,
): ResolutionProblem {
  const all = candidates(name)
  const matching = all.filter(({ version }) =>
    constraints.every(({ requirement }) => satisfies(version, requirement)),
  )
  const listed = constraintText(constraints)
  if (all.length === 0) {
    return {
      name,
      kind: 'missing',
      constraints,
      message: `There is no component ${name}. Required by ${listed}.`,
    }
  }
  if (matching.length > 0) {
    const device = Object.entries(platform ?? {})
      .map(([attribute, value]) => `${attribute} ${value}`)
      .join(', ')
    const message = `No manifest of ${name} ${matching.at(-1)!.version} takes a device with ${device}.`
    return { name, kind: 'platform', constraints, message }
  }
  const message = `No version of ${name} meets all requirements: ${listed}.`
  return { name, kind: 'conflict', constraints, message }
}

/** Loops among the resolved components, each as the names along it. */
function loops(chosen: ReadonlyMap<string, Candidate>): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const visit = (name: string, trail: string[]) => {
    const seen = trail.indexOf(name)
    if (seen !== -1) {
      found.push([...trail.slice(seen), name])
      return
    }
    if (done.has(name)) return
    for (const dependency of chosen.get(name)?.dependencies ?? []) visit(dependency.name, [...trail, name])
    done.add(name)
  }
  for (const name of chosen.keys()) visit(name, [])
  return found
}

/**
 * The versions a device ends up with: for each component the newest that meets the requirements of all deployments
 * and of all components that depend on it. Repeats until nothing changes, since a newer version may bring other
 * dependencies. Problems name every party, as the nucleus does.
 * https://docs.aws.amazon.com/greengrass/v2/developerguide/manage-components.html
 */
export function resolveDependencies(question: Question): Resolution {
  const { roots, platform } = question
  const sorted = new Map<string, Candidate[]>()
  const newestFirst = (name: string) => {
    let list = sorted.get(name)
    if (!list) {
      list = question
        .candidates(name)
        .filter(candidate => installable(candidate, platform))
        .sort((a, b) => compareVersions(b.version, a.version))
      sorted.set(name, list)
    }
    return list
  }

  let chosen = new Map<string, Candidate>()
  let constraints = new Map<string, Constraint[]>()
  let unsettled: string[] = []
  const failing = new Set<string>()
  // Each pass settles at least one more level of dependencies; versions that chase each other are cut off.
  for (let pass = 0; pass < 100; pass++) {
    constraints = constraintsOf(roots, chosen)
    const next = new Map<string, Candidate>()
    failing.clear()
    for (const [name, parties] of constraints) {
      const best = newestFirst(name).find(({ version }) =>
        parties.every(({ requirement }) => satisfies(version, requirement)),
      )
      if (!best) failing.add(name)
      // What fails keeps its last choice, so that the parties it brought in stay in view.
      const choice = best ?? chosen.get(name)
      if (choice) next.set(name, choice)
    }
    const names = new Set([...next.keys(), ...chosen.keys()])
    unsettled = [...names].filter(name => next.get(name) !== chosen.get(name))
    chosen = next
    if (unsettled.length === 0) break
  }

  for (const name of unsettled) if (constraints.has(name)) failing.add(name)
  const problems = [...failing].map(name => problemOf(name, constraints.get(name)!, question))
  for (const loop of loops(chosen)) {
    const message = `Dependencies form a loop: ${loop.join(' → ')}.`
    problems.push({ name: loop[0]!, kind: 'circular', constraints: [], message })
  }
  const sound = [...chosen].filter(([name]) => !failing.has(name))
  return { resolved: new Map(sound.map(([name, { version }]) => [name, version])), problems }
}

/** Who requires what, of the roots and of all that can be reached from them by the choices made so far. */
function constraintsOf(
  roots: readonly RootComponent[],
  chosen: ReadonlyMap<string, Candidate>,
): Map<string, Constraint[]> {
  const constraints = new Map<string, Constraint[]>()
  const queue: string[] = []
  const require = (name: string, constraint: Constraint) => {
    const known = constraints.get(name)
    if (known) known.push(constraint)
    else {
      constraints.set(name, [constraint])
      queue.push(name)
    }
  }
  for (const { name, requirement, requiredBy } of roots) require(name, { by: requiredBy, requirement })
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    for (const dependency of chosen.get(name)?.dependencies ?? []) {
      require(dependency.name, { by: name, requirement: dependency.requirement })
    }
  }
  return constraints
}
