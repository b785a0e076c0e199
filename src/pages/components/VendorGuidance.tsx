import Alert from '@cloudscape-design/components/alert'
import type { ComponentVersion } from '#src/domain/component.ts'

/** What the publisher says of a version that it no longer stands behind. */
export function VendorGuidance({ version }: { version: ComponentVersion }) {
  const { vendorGuidance, vendorGuidanceMessage } = version
  if (vendorGuidance === 'DISCONTINUED')
    return (
      <Alert type="warning" header={`Version ${version.version} is discontinued`}>
        {vendorGuidanceMessage || 'It can still be deployed, but the vendor advises against it.'} Deployments
        that have it keep working; plan the move to a newer version.
      </Alert>
    )
  if (vendorGuidance === 'DELETED')
    return (
      <Alert type="error" header={`Version ${version.version} was withdrawn by its vendor`}>
        {vendorGuidanceMessage || 'It can no longer be deployed.'} Deployments that name it fail on every
        device that has yet to install it.
      </Alert>
    )
  return null
}
