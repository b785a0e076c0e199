import { type DependencyForecast, type KnownRecipe, recipeKey } from '#src/domain/dependency-forecast.ts'
import type { ResolutionProblem } from '#src/domain/dependency-resolution.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { dependencyOrder, type GraphLane, graphLanes } from './graph-lanes.ts'
import type { KnownCatalogue } from './use-known-components.ts'

export interface DependencyNode {
  name: string
  /** null: none was found, or it is not known yet. */
  version: string | null
  /** Who asks for it, and for what: "^2.0.0 for com.example.App". */
  why: string
  problem: string | null
  /** Of the component, where a list has it. */
  arn: string | null
}

export interface DependencyPicture {
  /** The recipe's own component first; whoever depends comes before what it depends on. */
  nodes: DependencyNode[]
  lanes: GraphLane[]
  columns: number
  /** Problems of names that are not in the picture. */
  elsewhere: string[]
}

type Forecast = Pick<DependencyForecast, 'components' | 'problems'> & {
  catalogue: Pick<KnownCatalogue, 'byName'> & { recipes: ReadonlyMap<string, KnownRecipe | null> }
}

/** The forecast as rows and lines. */
export function dependencyPicture(recipe: Recipe, forecast: Forecast): DependencyPicture {
  const { components, problems, catalogue } = forecast
  const versions = new Map(components.map(({ name, version }) => [name, version]))
  const needs = new Map<string, readonly { name: string; requirement: string }[]>([
    [recipe.name, recipe.dependencies],
  ])
  for (const [name, version] of versions)
    if (name !== recipe.name)
      needs.set(name, catalogue.recipes.get(recipeKey(name, version))?.dependencies ?? [])
  // The other kind of nucleus is stood in for by the one that a device runs, so it is not installed.
  const shown = (name: string) => versions.has(name) || problems.some(problem => problem.name === name)
  const direct = new Set(recipe.dependencies.map(({ name }) => name))
  const targets = new Map(
    [...needs].map(([name, list]) => [
      name,
      list.map(one => one.name).filter(target => shown(target) || direct.has(target)),
    ]),
  )
  const order = dependencyOrder(recipe.name, targets)
  const rowOf = new Map(order.map((name, index) => [name, index]))
  const edges = order.flatMap((name, from) =>
    (targets.get(name) ?? []).flatMap(target => {
      const to = rowOf.get(target)
      return to === undefined || to === from ? [] : [{ from, to }]
    }),
  )
  const nodes = order.map((name): DependencyNode => {
    const asked = [...needs].flatMap(([by, list]) =>
      list
        .filter(one => one.name === name && rowOf.has(by))
        .map(one => `${one.requirement || 'any'}${by === recipe.name ? '' : ` for ${by}`}`),
    )
    return {
      name,
      version: versions.get(name) ?? null,
      why: asked.join(', '),
      problem: problemWords(
        problems.find(problem => problem.name === name),
        asked.join(', '),
      ),
      arn: catalogue.byName.get(name)?.arn ?? null,
    }
  })
  return {
    nodes,
    ...graphLanes(edges),
    elsewhere: problems.filter(({ name }) => !rowOf.has(name)).map(({ message }) => message),
  }
}

/** The lines tell who asks; the words need not repeat all of it. */
function problemWords(problem: ResolutionProblem | undefined, asked: string): string | null {
  if (!problem) return null
  if (problem.kind === 'missing') return `There is no such component (${asked})`
  if (problem.kind === 'conflict') return `No version meets ${asked}`
  return problem.message
}
