import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { componentArn, parseTargetArn, targetName } from '#src/domain/arn.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import { freeGroupName, groupNameProblem } from '#src/domain/group-name.ts'
import { type RetryPlan, retryPlan } from '#src/domain/retry-plan.ts'
import { parseVersion } from '#src/domain/version.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { thingGroupsQuery } from '#src/queries/thing-groups.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { countText } from '../count-text.ts'
import { VersionField } from '../form/VersionField.tsx'

interface RetryDialogProps {
  parent: Deployment
  /** Devices to try again. */
  things: readonly string[]
  /** The component that the failure is about, where the devices named one. */
  component: string | null
  onStart(plan: RetryPlan): void
  onDismiss(): void
}

/** Composes a sub-deployment for the devices of one failure: same content, or another version of what failed. */
export function RetryDialog({ parent, things, component, onStart, onDismiss }: RetryDialogProps) {
  const connection = useConnection()
  const readOnly = useReadOnlyReason()
  const groups = useQuery(thingGroupsQuery(connection))
  const [typed, setTyped] = useState<string | null>(null)
  const suggested = freeGroupName(
    targetName(parent.targetArn),
    'retry',
    (groups.data?.rows ?? []).map(group => group.name),
  )
  const name = typed ?? suggested
  const problem = groupNameProblem(name)
  const current = component ? parent.components[component] : undefined
  const [version, setVersion] = useState(current?.componentVersion ?? '')
  const target = parseTargetArn(parent.targetArn)
  const wrongVersion = current && !parseVersion(version) ? 'Give a version such as 1.2.3.' : undefined
  const start = () => {
    const changed = component && current && version !== current.componentVersion
    onStart(
      retryPlan({
        id: crypto.randomUUID(),
        parent,
        groupName: name,
        things,
        ...(changed ? { change: { [component]: { ...current, componentVersion: version } } } : {}),
      }),
    )
  }
  return (
    <Modal
      visible
      header={`Retry on ${countText(things.length, 'device')}`}
      closeAriaLabel="Close"
      onDismiss={onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween size="xs" direction="horizontal">
            <Button variant="link" onClick={onDismiss}>
              Not now
            </Button>
            <WriteButton
              variant="primary"
              disabledReason={readOnly ?? problem ?? wrongVersion}
              onClick={start}
            >
              Retry just these
            </WriteButton>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>
          A new thing group gets these devices and a sub-deployment of {targetName(parent.targetArn)}. On them
          it takes the place of this deployment's content until this deployment is revised. Each step is shown
          and can be taken back. Devices need nucleus 2.9.0 or newer.
        </div>
        <FormField label="Name of the new thing group" errorText={problem} stretch>
          <Input value={name} onChange={({ detail }) => setTyped(detail.value)} />
        </FormField>
        {component && current && target ? (
          <FormField
            label={component}
            description="The component that failed. Leave its version as it is to try the same again."
            stretch
          >
            <VersionField
              name={component}
              arn={componentArn({ region: target.region, account: target.account, name: component })}
              value={version}
              errorText={wrongVersion}
              onChange={setVersion}
            />
          </FormField>
        ) : (
          <div>The components stay as they are in this deployment.</div>
        )}
      </SpaceBetween>
    </Modal>
  )
}
