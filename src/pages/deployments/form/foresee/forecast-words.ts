import type { ForecastComponent } from '#src/domain/dependency-forecast.ts'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import type { RootComponent } from '#src/domain/dependency-resolution.ts'
import type { FleetImpact, ImpactGroup } from '#src/domain/fleet-impact.ts'
import { requirementOf } from '#src/domain/impact.ts'

/** What the deployment by itself asks for. */
export function rootsOf(request: DeploymentRequest): RootComponent[] {
  const target = parseTargetArn(request.parentTargetArn ?? request.targetArn)
  const requiredBy = target ? `${target.kind}/${target.name}` : request.targetArn
  return Object.entries(request.components ?? {}).map(([name, { componentVersion }]) => ({
    name,
    requirement: requirementOf(componentVersion),
    requiredBy,
  }))
}

/** The devices among these that most of them are like: the same deployments reach them. */
export function commonest(devices: readonly string[], impact: FleetImpact | null): ImpactGroup | null {
  const wanted = new Set(devices)
  const shares = (impact?.groups ?? [])
    .map(group => ({ ...group, devices: group.devices.filter(name => wanted.has(name)) }))
    .filter(group => group.devices.length > 0)
  return shares.sort((a, b) => b.devices.length - a.devices.length)[0] ?? null
}

/** Who asks for a component, and for what: `com.example.A asks for ^1.0.0`. */
export function whyText({ why }: ForecastComponent): string {
  return why.map(({ by, requirement }) => `${by} asks for ${requirement || 'any version'}`).join('; ')
}

/** How it compares with what the devices have. */
export function againstInstalled({ version, installed }: ForecastComponent): string {
  if (installed === undefined) return version
  if (installed === null) return `${version}, new`
  return installed === version ? `${version}, as now` : `${installed} → ${version}`
}

/** Of what is installed, these components and all that they bring as dependencies, directly or not. */
export function broughtBy(names: readonly string[], components: readonly ForecastComponent[]): Set<string> {
  const brought = new Set(names)
  for (let size = -1; size !== brought.size; ) {
    size = brought.size
    for (const { name, why } of components) if (why.some(({ by }) => brought.has(by))) brought.add(name)
  }
  return brought
}
