import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import {
  type DependencyForecast,
  type ForecastQuestion,
  forecastDependencies,
  type KnownRecipe,
  type Need,
  recipeKey,
} from '#src/domain/dependency-forecast.ts'
import { parseRecipe } from '#src/domain/recipe/parse-recipe.ts'
import { componentVersionsQuery, recipeQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import type { Catalogue } from '../use-catalogue.ts'

export interface LoadedForecast {
  forecast: DependencyForecast
  question: ForecastQuestion
  /** Versions and recipes that have been read, of those asked for so far; more may come up. */
  read: { read: number; of: number }
  failure: unknown
  retry(): void
}

const inBackground = { meta: { priority: 'background' } } as const

/**
 * A forecast with all that it needs, fetched as it comes up: the versions of names in play, the recipes of versions
 * that are a choice.
 */
export function useForecast(asked: Omit<ForecastQuestion, 'known'>, catalogue: Catalogue): LoadedForecast {
  const connection = useConnection()
  const [wanted, setWanted] = useState<readonly string[]>([])
  const keys = useMemo(() => wanted.map(splitKey), [wanted])
  const listed = keys.filter(({ name }) => catalogue.byName.has(name))
  const [names, recipes] = [
    listed.filter(key => key.version === ''),
    listed.filter(key => key.version !== ''),
  ]
  const arnOf = (name: string) => catalogue.byName.get(name)?.arn ?? ''
  const versionAnswers = useQueries({
    queries: names.map(({ name }) => ({
      ...componentVersionsQuery(connection, arnOf(name)),
      ...inBackground,
    })),
  })
  const recipeAnswers = useQueries({
    queries: recipes.map(({ name, version }) => ({
      ...recipeQuery(connection, `${arnOf(name)}:versions:${version}`, 'JSON'),
      ...inBackground,
    })),
  })
  const parsed = useParsed(
    recipes.map(({ name, version }, index) => ({
      key: recipeKey(name, version),
      // A recipe that may not be read counts as one that is not known.
      text: recipeAnswers[index]?.error ? null : recipeAnswers[index]?.data,
    })),
  )
  const versions = new Map<string, readonly string[]>()
  names.forEach(({ name }, index) => {
    const rows = versionAnswers[index]?.data
    if (rows)
      versions.set(
        name,
        rows.map(row => row.version),
      )
  })
  for (const { name } of keys) if (catalogue.complete && !catalogue.byName.has(name)) versions.set(name, [])
  for (const { name, version } of keys)
    if (catalogue.complete && version !== '' && !catalogue.byName.has(name))
      parsed.set(recipeKey(name, version), null)
  const signature = `${JSON.stringify(asked.roots)} ${JSON.stringify(asked.platform)} ${[...(asked.installed ?? [])]} ${[...versions].map(([name, all]) => `${name}:${all.length}`)} ${[...parsed.keys()]}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for maps that are made anew each time
  const { question, forecast } = useMemo(() => {
    const whole: ForecastQuestion = { ...asked, known: { versions, recipes: parsed } }
    return { question: whole, forecast: forecastDependencies(whole) }
  }, [signature])
  useEffect(() => {
    const more = forecast.needs.flatMap(keysOf)
    setWanted(before => {
      const next = [...new Set([...before, ...more])]
      return next.length === before.length ? before : next
    })
  }, [forecast])
  const failed = versionAnswers.filter(({ error }) => error)
  return {
    forecast,
    question,
    read: { read: versions.size + parsed.size, of: wanted.length },
    failure: failed[0]?.error ?? null,
    retry: () => {
      for (const one of failed) void one.refetch()
    },
  }
}

/** `name` for its versions, `name@version` for a recipe. */
const keysOf = ({ name, versions }: Need): string[] =>
  versions ? versions.map(version => recipeKey(name, version)) : [name]

function splitKey(key: string): { name: string; version: string } {
  const at = key.lastIndexOf('@')
  return at < 0 ? { name: key, version: '' } : { name: key.slice(0, at), version: key.slice(at + 1) }
}

/** What counts of each recipe, read once; `null` for one that could not be. */
function useParsed(
  texts: readonly { key: string; text: string | null | undefined }[],
): Map<string, KnownRecipe | null> {
  const [parsed, setParsed] = useState<ReadonlyMap<string, KnownRecipe | null>>(new Map())
  const begun = useRef(new Set<string>())
  useEffect(() => {
    for (const { key, text } of texts) {
      if (text === undefined || begun.current.has(key)) continue
      begun.current.add(key)
      const keep = (recipe: KnownRecipe | null) => setParsed(before => new Map(before).set(key, recipe))
      if (text === null) keep(null)
      else
        parseRecipe(text, 'JSON').then(
          ({ recipe }) => keep(recipe),
          () => keep(null),
        )
    }
  })
  return new Map(parsed)
}
