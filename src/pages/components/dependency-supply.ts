import type { ComponentSummary } from '#src/domain/component.ts'
import { compareVersions, satisfies } from '#src/domain/version.ts'

/**
 * Where a dependency would come from.
 * - `met`: the newest version that fits · `look`: the newest does not fit, older ones are not known yet
 * - `unmet`: there are versions, none fits · `missing`: no component of that name · `unknown`: the lists are not whole
 */
export type DependencySupply =
  | { state: 'met'; version: string; owner: Owner; arn: string; shadowsPublic: boolean }
  | { state: 'look'; owner: Owner; arn: string; latest: string }
  | { state: 'unmet'; owner: Owner; arn: string; latest: string }
  | { state: 'missing' }
  | { state: 'unknown' }

type Owner = 'private' | 'public'

export interface Supply {
  privates: readonly ComponentSummary[]
  publics: readonly ComponentSummary[]
  /** Both lists have been read to the end. */
  complete: boolean
  /** All versions by component ARN, where they were asked for. */
  versions: ReadonlyMap<string, readonly string[]>
}

/** A private component shadows a public one of the same name (AWS: component names). */
export function supplyOf(
  dependency: { name: string; requirement: string },
  supply: Supply,
): DependencySupply {
  const own = supply.privates.find(row => row.name === dependency.name)
  const foreign = supply.publics.find(row => row.name === dependency.name)
  const row = own ?? foreign
  if (!row) return { state: supply.complete ? 'missing' : 'unknown' }
  const owner: Owner = own ? 'private' : 'public'
  const fits = (version: string) => satisfies(version, dependency.requirement)
  const met = (version: string): DependencySupply => ({
    state: 'met',
    version,
    owner,
    arn: row.arn,
    shadowsPublic: Boolean(own && foreign),
  })
  if (fits(row.latestVersion)) return met(row.latestVersion)
  const versions = supply.versions.get(row.arn)
  if (!versions) return { state: 'look', owner, arn: row.arn, latest: row.latestVersion }
  const newest = versions.filter(fits).sort(compareVersions).at(-1)
  return newest ? met(newest) : { state: 'unmet', owner, arn: row.arn, latest: row.latestVersion }
}
