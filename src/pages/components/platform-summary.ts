import type { ComponentPlatform } from '#src/domain/component.ts'

const any = (value: string | undefined) =>
  value === undefined || value === '*' || value === 'all' || value === 'any'

/** Platforms in a few words: "linux (amd64, aarch64), windows". What more a manifest asks for is on the component's page. */
export function platformSummary(platforms: readonly ComponentPlatform[]): string {
  const systems = new Map<string, Set<string>>()
  for (const { attributes } of platforms) {
    const { os, architecture } = attributes
    const system = any(os) ? 'any system' : os!
    const known = systems.get(system) ?? new Set<string>()
    known.add(any(architecture) ? '' : architecture!)
    systems.set(system, known)
  }
  return [...systems]
    .map(([system, architectures]) =>
      architectures.has('') ? system : `${system} (${[...architectures].join(', ')})`,
    )
    .join(', ')
}
