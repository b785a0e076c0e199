import { linkTo } from '#src/paths.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'

/** Goes on to a deployment with the component version chosen. */
export function NewDeploymentButton({
  component,
  version,
  text = 'Deploy it',
  primary = false,
  disabledReason,
}: {
  component: string
  version: string
  text?: string
  primary?: boolean
  disabledReason?: string | undefined
}) {
  const readOnly = useReadOnlyReason()
  const reason = readOnly ?? disabledReason
  return (
    <WriteButton
      variant={primary ? 'primary' : 'normal'}
      disabledReason={reason}
      {...(reason ? {} : { href: linkTo.deploymentNew({ component, version }) })}
    >
      {text}
    </WriteButton>
  )
}
