import ProgressBar from '@cloudscape-design/components/progress-bar'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import type { DeploymentScan } from './use-deployment-scan.ts'

/** How much of the account's deployments an answer rests on. */
export function ScanProgress({ scan }: { scan: DeploymentScan }) {
  if (scan.failure)
    return (
      <FailureAlert
        failure={scan.failure}
        retry={scan.retry}
        title={`Only ${scan.read} of ${scan.total} deployments could be read`}
      />
    )
  if (scan.whole) return null
  return (
    <ProgressBar
      value={scan.total === 0 ? 0 : (scan.read / scan.total) * 100}
      label="Reading the latest deployment of each target"
      additionalInfo={`${scan.read} of ${scan.total} read. The service has no search by component, so each is asked in turn.`}
    />
  )
}
