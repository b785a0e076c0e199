import { resolveDependencies } from '../dependency-resolution.ts'
import { compareVersions, nextVersions, parseVersion, satisfies } from '../version.ts'
import { didYouMean } from './did-you-mean.ts'
import { type Finding, nodeText, type Span } from './document.ts'
import { lineIndex } from './line-index.ts'
import { type DependencyOutline, type Located, markOf, type RecipeOutline } from './outline.ts'
import type { Problem } from './problem.ts'
import type { RecipeFormat } from './read-recipe.ts'
import type { Recipe } from './recipe.ts'
import { accountRules } from './rules/account.ts'

export interface KnownVersion {
  version: string
  /** Without them loops and conflicts behind this version are not looked for. */
  dependencies?: readonly { name: string; requirement: string }[]
  /** DISCONTINUED and DELETED are told. */
  vendorGuidance?: string
  vendorGuidanceMessage?: string
}

/** What the account and the public list hold. */
export interface KnownComponents {
  /** `none`: there is no such component. `unknown`: not looked up yet, so that nothing is said of it. */
  components: (name: string) => { versions: readonly KnownVersion[] } | 'unknown' | 'none'
  /** Versions of this component's name that the account itself has; those of AWS do not count. */
  taken?: (name: string) => readonly string[] | 'unknown'
  /** All names there are, for a suggestion. */
  names?: readonly string[]
}

/** The part of a parsed recipe that is looked at. */
export interface AccountQuestion {
  text: string
  format: RecipeFormat
  outline: RecipeOutline | null
  recipe: Recipe | null
}

type Report = (rule: string, finding: Finding, fixes?: Finding['fix'][]) => void

/** The next patch, minor and major version that are free. */
function freeVersions(from: string, taken: readonly string[]) {
  const used = new Set(taken)
  const free = (part: 'patch' | 'minor' | 'major') => {
    let candidate = nextVersions(from)[part]
    while (used.has(candidate)) candidate = nextVersions(candidate)[part]
    return candidate
  }
  return { patch: free('patch'), minor: free('minor'), major: free('major') }
}

function rewritten({ text, format }: AccountQuestion, part: Located, value: string) {
  const quote = text[part.node.span.start]
  const written = format === 'JSON' || quote === '"' ? `"${value}"` : `'${value}'`
  return { span: part.node.span, text: written }
}

function checkVersion(question: AccountQuestion, known: KnownComponents, report: Report): void {
  const { outline, recipe } = question
  const taken = recipe && known.taken?.(recipe.name)
  if (!outline?.version || !recipe || !taken || taken === 'unknown' || !taken.includes(recipe.version)) return
  const { patch, minor, major } = freeVersions(recipe.version, taken)
  const fixes = (['patch', 'minor', 'major'] as const).map((part, index) => {
    const version = [patch, minor, major][index]!
    return { title: `Make it ${version} (${part})`, edits: [rewritten(question, outline.version!, version)] }
  })
  const message = `Version ${recipe.version} of ${recipe.name} exists already, and a published version never changes.`
  report('version-taken', { span: outline.version.node.span, path: outline.version.path, message }, fixes)
}

function checkDependency(
  question: AccountQuestion,
  dependency: DependencyOutline,
  known: KnownComponents,
  report: Report,
): void {
  const { name, requirement } = dependency
  const range = nodeText(requirement?.node)
  const span: Span = markOf(dependency)
  const found = known.components(name)
  if (found === 'unknown' || name === question.recipe?.name) return
  if (found === 'none' || found.versions.length === 0) {
    const near = didYouMean(name, known.names ?? [])
    const quote = question.text[span.start]
    const quoted = quote === '"' || quote === "'" ? `${quote}${near}${quote}` : near
    const fix = near && { title: `Change to ${near}`, edits: [{ span, text: quoted! }] }
    const message = `There is no component ${name} in this account or among those of AWS, so no deployment of this one can succeed.`
    report('dependency-missing', { span, path: dependency.path, message }, fix ? [fix] : [])
    return
  }
  if (!requirement || range === null) return
  const newestFirst = [...found.versions].sort((a, b) => compareVersions(b.version, a.version))
  const chosen = newestFirst.find(({ version }) => satisfies(version, range))
  if (!chosen) {
    const newest = newestFirst[0]!.version
    const versions = newestFirst.slice(0, 5).map(({ version }) => version)
    const more = newestFirst.length > 5 ? ' and older' : ''
    const message = `No version of ${name} meets ${range || '*'}; there are ${versions.join(', ')}${more}.`
    const fix = {
      title: `Change to ^${newest}`,
      edits: [rewritten(question, requirement, `^${newest}`)],
    }
    report('dependency-unsatisfied', { span: requirement.node.span, path: requirement.path, message }, [fix])
    return
  }
  if (!chosen.vendorGuidance || chosen.vendorGuidance === 'ACTIVE') return
  const active = newestFirst.find(({ vendorGuidance }) => !vendorGuidance || vendorGuidance === 'ACTIVE')
  const guidance = chosen.vendorGuidance.toLowerCase()
  const said = chosen.vendorGuidanceMessage ? ` ${chosen.vendorGuidanceMessage}` : ''
  const message = `${name} ${chosen.version}, the newest that meets ${range || '*'}, is ${guidance}.${said}`
  const fix = active && {
    title: `Change to ^${active.version}`,
    edits: [rewritten(question, requirement, `^${active.version}`)],
  }
  report(
    'dependency-guidance',
    { span: requirement.node.span, path: requirement.path, message },
    fix ? [fix] : [],
  )
}

/** Conflicts and loops behind the direct dependencies, over all recipes that are known. */
function checkTree({ outline, recipe }: AccountQuestion, known: KnownComponents, report: Report): void {
  if (!outline || !recipe) return
  const blank = new Set<string>()
  const self = { version: recipe.version, dependencies: recipe.dependencies }
  const { problems } = resolveDependencies({
    roots: [{ name: recipe.name, requirement: recipe.version, requiredBy: 'this recipe' }],
    candidates: name => {
      if (name === recipe.name) return [self]
      const found = known.components(name)
      if (found === 'unknown') blank.add(name)
      if (found === 'unknown' || found === 'none') return []
      return found.versions.map(({ version, dependencies }) => ({
        version,
        dependencies: dependencies ?? [],
      }))
    },
  })
  for (const problem of problems) {
    if (blank.has(problem.name)) continue
    const direct = outline.dependencies.find(({ name }) => name === problem.name)
    if (problem.kind === 'circular') {
      // A component that names itself has a rule of its own.
      const names = loopNames(problem.message)
      if (names.length <= 1 || !names.includes(recipe.name)) continue
      const at = outline.dependencies.find(({ name }) => names.includes(name))
      if (!at) continue
      const way = names.slice(names.indexOf(recipe.name)).concat(names.slice(0, names.indexOf(recipe.name)))
      const message = `Dependencies form a loop: ${[...way, recipe.name].join(' → ')}. Devices refuse that.`
      report('dependency-loop', { span: markOf(at), path: at.path, message })
    } else {
      const own = problem.constraints.some(({ by }) => by === recipe.name)
      if (direct && own && problem.constraints.length === 1) continue
      if (problem.kind === 'missing' && direct) continue
      const at = direct ?? outline.dependencies.find(({ name }) => reaches(name, problem.name, known))
      if (at) report('dependency-conflict', { span: markOf(at), path: at.path, message: problem.message })
    }
  }
}

/** The names along a loop, the first one not repeated at the end. */
function loopNames(message: string): string[] {
  const names = message
    .replace(/^.*?: /, '')
    .replace(/\.$/, '')
    .split(' → ')
  return [...new Set(names)]
}

/** Whether the newest versions from one component on lead to another. */
function reaches(from: string, to: string, known: KnownComponents): boolean {
  const seen = new Set<string>()
  const queue = [from]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (name === to) return true
    const found = known.components(name)
    if (seen.has(name) || found === 'unknown' || found === 'none') continue
    seen.add(name)
    for (const { dependencies } of found.versions)
      for (const next of dependencies ?? []) queue.push(next.name)
  }
  return false
}

/**
 * What is wrong with a recipe in view of what its account holds: a version that is taken, and dependencies that do
 * not exist, that no version meets, that vendors gave up, or that contradict each other or form a loop. A problem
 * with several ways out has them in `otherFixes`.
 */
export function checkAgainstAccount(question: AccountQuestion, known: KnownComponents): Problem[] {
  const lines = lineIndex(question.text)
  const problems: Problem[] = []
  const report: Report = (id, { span, path, message }, fixes = []) => {
    const rule = accountRules.find(one => one.id === id)!
    const [fix, ...otherFixes] = fixes.map(one => ({
      title: one!.title,
      edits: one!.edits.map(edit => ({ range: lines.range(edit.span), text: edit.text })),
    }))
    const { severity } = rule
    problems.push({
      rule: id,
      severity,
      message,
      range: lines.range(span),
      path,
      ...(fix && { fix }),
      ...(otherFixes.length > 0 && { otherFixes }),
    })
  }
  checkVersion(question, known, report)
  for (const dependency of question.outline?.dependencies ?? []) {
    checkDependency(question, dependency, known, report)
  }
  if (question.recipe && parseVersion(question.recipe.version)) checkTree(question, known, report)
  return problems.sort(
    (a, b) => a.range.startLine - b.range.startLine || a.range.startColumn - b.range.startColumn,
  )
}
