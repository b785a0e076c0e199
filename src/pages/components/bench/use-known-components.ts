import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ComponentSummary } from '#src/domain/component.ts'
import { type DependencyForecast, recipeKey } from '#src/domain/dependency-forecast.ts'
import { parseRecipe } from '#src/domain/recipe/parse-recipe.ts'
import type { Recipe } from '#src/domain/recipe/recipe.ts'
import { componentsQuery, componentVersionsQuery, recipeQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { forecastRecipe } from './forecast-recipe.ts'

export interface CatalogueEntry extends ComponentSummary {
  owner: 'private' | 'public'
}

export interface KnownCatalogue {
  /** By name; a private component takes the place of a public one of its name, as on devices. */
  byName: ReadonlyMap<string, CatalogueEntry>
  /** Both lists were read to the end. */
  complete: boolean
  /** All versions by component name, of those that were asked for. */
  versions: ReadonlyMap<string, readonly string[]>
  recipes: ReadonlyMap<string, Recipe | null>
  failure: unknown
  retry(): void
}

export interface RecipeForecast extends DependencyForecast {
  catalogue: KnownCatalogue
}

/** Nothing here is what a person waits for: it goes behind what is on screen. */
const inBackground = { meta: { priority: 'background' } } as const
const noRows: readonly ComponentSummary[] = []

/** The account's and AWS's lists by name. */
export function useCatalogueLists() {
  const connection = useConnection()
  const own = useQuery({ ...componentsQuery(connection, 'PRIVATE') })
  const foreign = useQuery({ ...componentsQuery(connection, 'PUBLIC') })
  const [mine, theirs] = [own.data?.rows ?? noRows, foreign.data?.rows ?? noRows]
  const counted = `${mine.length} ${theirs.length}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list may grow in place; then only its count changes
  const byName = useMemo(() => {
    const map = new Map<string, CatalogueEntry>()
    for (const row of theirs) map.set(row.name, { ...row, owner: 'public' })
    for (const row of mine) map.set(row.name, { ...row, owner: 'private' })
    return map
  }, [mine, theirs, counted])
  return { byName, complete: Boolean(own.data?.complete && foreign.data?.complete), lists: [own, foreign] }
}

/**
 * What a device would install with the recipe, by all that the account and AWS have. Versions are asked for only of names
 * in play, recipes only of versions that come up as a choice.
 */
export function useRecipeForecast(
  recipe: Recipe | null,
  platform: Readonly<Record<string, string>> | undefined,
): RecipeForecast | null {
  const connection = useConnection()
  const { byName, complete, lists } = useCatalogueLists()
  const [wanted, setWanted] = useState<{ names: readonly string[]; recipes: readonly string[] }>({
    names: [],
    recipes: [],
  })
  const arnOf = (name: string) => byName.get(name)?.arn
  const names = wanted.names.filter(name => arnOf(name) !== undefined)
  const keys = wanted.recipes.filter(key => arnOf(key.slice(0, key.lastIndexOf('@'))) !== undefined)
  const versionAnswers = useQueries({
    queries: names.map(name => ({
      ...componentVersionsQuery(connection, arnOf(name) ?? ''),
      ...inBackground,
    })),
  })
  const recipeAnswers = useQueries({
    queries: keys.map(key => {
      const at = key.lastIndexOf('@')
      return {
        ...recipeQuery(connection, `${arnOf(key.slice(0, at))}:versions:${key.slice(at + 1)}`, 'JSON'),
        ...inBackground,
      }
    }),
  })
  const texts = keys.map((key, index) => {
    const answer = recipeAnswers[index]
    return { key, text: answer?.error ? null : answer?.data }
  })
  const read = useReadRecipes(texts)

  const versions = new Map<string, readonly string[]>()
  names.forEach((name, index) => {
    const rows = versionAnswers[index]?.data
    if (rows)
      versions.set(
        name,
        rows.map(row => row.version),
      )
  })
  // A name that neither list has is missing only once both are known to the end.
  if (complete) for (const name of wanted.names) if (!byName.has(name)) versions.set(name, [])

  const failed = [...lists, ...versionAnswers].filter(answer => answer.error)
  const failure: unknown = failed[0]?.error ?? null
  const retry = useRef<() => void>(() => undefined)
  retry.current = () => {
    for (const answer of failed) void answer.refetch()
  }
  const signature = `${complete} ${names.map((name, index) => `${name}${versionAnswers[index]?.dataUpdatedAt}`)} ${[...read.keys()]} ${wanted.names}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the maps, which are made anew each time
  const catalogue = useMemo(
    (): KnownCatalogue => ({
      byName,
      complete,
      versions,
      recipes: read,
      failure,
      retry: () => retry.current(),
    }),
    [byName, complete, failure, signature],
  )
  const forecast = useMemo(() => {
    if (!recipe?.name) return null
    return forecastRecipe(recipe, catalogue, platform)
  }, [recipe, platform, catalogue])

  useEffect(() => {
    if (!forecast) return
    setWanted(before => {
      const more = {
        names: forecast.needs.flatMap(need => (need.versions ? [] : [need.name])),
        recipes: forecast.needs.flatMap(need =>
          (need.versions ?? []).map(version => recipeKey(need.name, version)),
        ),
      }
      const next = {
        names: [...new Set([...before.names, ...more.names])],
        recipes: [...new Set([...before.recipes, ...more.recipes])],
      }
      const same = next.names.length === before.names.length && next.recipes.length === before.recipes.length
      return same ? before : next
    })
  }, [forecast])

  return useMemo(() => forecast && { ...forecast, catalogue }, [forecast, catalogue])
}

/** Recipes read once each; null for one that could not be fetched. */
function useReadRecipes(
  texts: readonly { key: string; text: string | null | undefined }[],
): ReadonlyMap<string, Recipe | null> {
  const [read, setRead] = useState<ReadonlyMap<string, Recipe | null>>(new Map())
  const reading = useRef(new Set<string>())
  useEffect(() => {
    for (const { key, text } of texts) {
      if (text === undefined || reading.current.has(key)) continue
      reading.current.add(key)
      const done = (recipe: Recipe | null) => setRead(before => new Map(before).set(key, recipe))
      if (text === null) done(null)
      else
        parseRecipe(text, 'JSON').then(
          parsed => done(parsed.recipe),
          () => done(null),
        )
    }
  })
  return read
}
