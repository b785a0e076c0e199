import { useMemo } from 'react'
import { compareVersions } from '#src/domain/version.ts'
import { recipeKey } from '#src/domain/dependency-forecast.ts'
import type { KnownComponent, KnownComponents } from '#src/ui/editor/assist-protocol.ts'
import { type Guidance, useVendorGuidance } from '#src/queries/vendor-guidance.ts'
import type { KnownCatalogue, RecipeForecast } from './use-known-components.ts'

/** A recipe that depends on more is asked about its first ones only. */
const mostGuidance = 40

export interface AccountKnowledge {
  /** For the editor's completion and checks. */
  known: KnownComponents
  /** By version ARN. */
  guidance: ReadonlyMap<string, Guidance>
}

const nothing: KnownComponents = { components: [], complete: false }

/** All that the page knows of the account's and AWS's components, in the editor's words. */
export function useAccountKnowledge(forecast: RecipeForecast | null): AccountKnowledge {
  const catalogue = forecast?.catalogue
  const wanted = (forecast?.components ?? [])
    .filter(({ isRoot }) => !isRoot)
    .flatMap(({ name, version }) => {
      const entry = catalogue?.byName.get(name)
      return entry?.owner === 'public' ? [`${entry.arn}:versions:${version}`] : []
    })
    .slice(0, mostGuidance)
  const guidance = useVendorGuidance(wanted)
  const known = useMemo(() => (catalogue ? knownOf(catalogue, guidance) : nothing), [catalogue, guidance])
  return { known, guidance }
}

function knownOf(catalogue: KnownCatalogue, guidance: ReadonlyMap<string, Guidance>): KnownComponents {
  const configurations: Record<string, unknown> = {}
  const components = [...catalogue.byName.values()].map((entry): KnownComponent => {
    const { name, description, owner, arn, latestVersion } = entry
    const listed = catalogue.versions.get(name)
    const versions = (listed ? [...listed].sort((a, b) => compareVersions(b, a)) : [latestVersion]).map(
      version => {
        const recipe = catalogue.recipes.get(recipeKey(name, version))
        const said = guidance.get(`${arn}:versions:${version}`)
        if (recipe && !(name in configurations)) configurations[name] = recipe.defaultConfiguration
        return {
          version,
          ...(recipe ? { dependencies: recipe.dependencies } : {}),
          ...(said ? { vendorGuidance: said.guidance, vendorGuidanceMessage: said.message } : {}),
        }
      },
    )
    return {
      name,
      ...(description ? { description } : {}),
      scope: owner === 'private' ? 'PRIVATE' : 'PUBLIC',
      versions,
      allVersions: listed !== undefined,
    }
  })
  return { components, complete: catalogue.complete, configurations }
}
