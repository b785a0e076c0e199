import type { ComponentVersion } from '#src/domain/component.ts'

/** Why a version cannot be deployed now; undefined if it can. */
export function deployReason(
  version: Pick<ComponentVersion, 'state' | 'vendorGuidance'> | undefined,
): string | undefined {
  if (!version) return 'The version is not loaded'
  if (version.vendorGuidance === 'DELETED')
    return 'The vendor has withdrawn this version; deployments of it fail'
  if (version.state === 'FAILED') return 'The service could not prepare this version; its status says why'
  if (version.state === 'REQUESTED' || version.state === 'INITIATED')
    return 'The service is still preparing this version'
  if (version.state === 'DEPRECATED') return 'This version was deleted'
  return undefined
}
