import type { OfferedComponent } from '#src/domain/recipe/assist/completion.ts'
import type { KnownComponents as AccountView } from '#src/domain/recipe/check-against-account.ts'
import type { KnownComponents } from './assist-protocol.ts'

/** What is known as the checks ask for it: a name of which not all versions are listed is not judged. */
export function accountView(known: KnownComponents): AccountView {
  const byName = new Map(known.components.map(component => [component.name, component]))
  const { taken } = known
  return {
    components(name) {
      const found = byName.get(name)
      if (!found) return known.complete ? 'none' : 'unknown'
      return found.allVersions ? { versions: found.versions } : 'unknown'
    },
    ...(taken ? { taken: (name: string) => taken[name] ?? 'unknown' } : {}),
    names: known.components.map(({ name }) => name),
  }
}

/** What is known as completion offers it. */
export function offered(known: KnownComponents): OfferedComponent[] {
  return known.components.map(({ versions, ...component }) => ({
    ...component,
    versions: versions.map(({ version }) => version),
  }))
}
