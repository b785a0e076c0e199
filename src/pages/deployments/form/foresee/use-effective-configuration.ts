import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { applyConfigurationUpdate } from '#src/domain/configuration-merge.ts'
import type { ComponentDeployment } from '#src/domain/deployment.ts'
import { type EffectiveConfiguration, effectiveConfiguration } from '#src/domain/effective-configuration.ts'
import { recipeQuery } from '#src/queries/components.ts'
import { useConnection } from '#src/queries/connection.tsx'
import { type ComponentChoice, resetPointers } from '../form-model.ts'
import { defaultsOf, mergeValue } from '../merge-text.ts'

export interface ForeseenConfiguration {
  phase: 'reading' | 'unknown' | 'ready'
  /** The recipe declares defaults. */
  hasDefaults: boolean
  /** On a device that is new to the component. */
  fresh: EffectiveConfiguration
  /** On one that has what the target's revision gives it; `null` where that does not have the component. */
  revised: EffectiveConfiguration | null
}

/** What a component's configuration comes to. `before` is what the target's revision says of it. */
export function useEffectiveConfiguration(
  choice: ComponentChoice,
  arn: string,
  before: ComponentDeployment | undefined,
): ForeseenConfiguration {
  const connection = useConnection()
  const recipe = useQuery({
    ...recipeQuery(connection, `${arn}:versions:${choice.version}`, 'JSON'),
    enabled: arn !== '' && choice.version !== '',
  })
  const earlier = useQuery({
    ...recipeQuery(connection, `${arn}:versions:${before?.componentVersion ?? ''}`, 'JSON'),
    enabled: arn !== '' && before !== undefined,
  })
  const settled = useMemo(() => {
    const defaults = defaultsOf(recipe.data)
    const question = { defaults, reset: resetPointers(choice), merge: mergeValue(choice.merge) }
    const previousDefaults = defaultsOf(earlier.data)
    const current = before && previousDefaults !== undefined ? currentOf(before, previousDefaults) : undefined
    return {
      hasDefaults: defaults !== undefined && JSON.stringify(defaults) !== '{}',
      known: defaults !== undefined,
      fresh: effectiveConfiguration(question),
      revised:
        current === undefined ? null : effectiveConfiguration({ ...question, current, previousDefaults }),
    }
  }, [recipe.data, earlier.data, choice, before])
  const { known, ...rest } = settled
  return { ...rest, phase: recipe.isLoading || earlier.isLoading ? 'reading' : known ? 'ready' : 'unknown' }
}

/** What a device has that got the component with this revision, and nothing before it. */
function currentOf({ configurationUpdate }: ComponentDeployment, defaults: unknown): unknown {
  const { reset, merge } = configurationUpdate ?? {}
  return applyConfigurationUpdate({ defaults, merge: mergeValue(merge ?? ''), ...(reset ? { reset } : {}) })
}
