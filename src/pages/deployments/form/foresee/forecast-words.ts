import type { ForecastComponent } from '#src/domain/dependency-forecast.ts'
import { parseTargetArn } from '#src/domain/arn.ts'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import type { RootComponent } from '#src/domain/dependency-resolution.ts'
import type { FleetImpact } from '#src/domain/fleet-impact.ts'
import { requirementOf } from '#src/domain/impact.ts'
import { nucleusNames } from '#src/domain/nucleus.ts'

/** What the deployment itself asks for; a nucleus that another deployment of its devices names counts as well. */
export function rootsOf(request: DeploymentRequest, impact: FleetImpact | null): RootComponent[] {
  const target = parseTargetArn(request.parentTargetArn ?? request.targetArn)
  const requiredBy = target ? `${target.kind}/${target.name}` : request.targetArn
  const own = Object.entries(request.components ?? {}).map(([name, { componentVersion }]) => ({
    name,
    requirement: requirementOf(componentVersion),
    requiredBy,
  }))
  const others = (impact?.groups[0]?.impact.roots ?? []).filter(
    root => nucleusNames.includes(root.name) && root.requiredBy !== requiredBy,
  )
  return [...own, ...others]
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
