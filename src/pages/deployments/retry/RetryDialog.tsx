import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { targetName } from '#src/domain/arn.ts'
import type { Deployment } from '#src/domain/deployment.ts'
import type { FailureGroup } from '#src/domain/failure-groups.ts'
import { freeGroupName, groupNameProblem } from '#src/domain/group-name.ts'
import { type RetryPlan, retryPlan } from '#src/domain/retry-plan.ts'
import { useConnection, useReadOnlyReason } from '#src/queries/connection.tsx'
import { thingGroupsQuery } from '#src/queries/thing-groups.ts'
import { CopyCalls } from '#src/ui/CopyCalls.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { countText } from '../count-text.ts'
import { ChangeFields } from './ChangeFields.tsx'
import { type ChangeDraft, changeFromDraft, draftFor } from './change-draft.ts'
import { writesOf } from './retry-writes.ts'

interface RetryDialogProps {
  parent: Deployment
  /** The failure whose devices are tried again. */
  group: FailureGroup
  onStart(plan: RetryPlan): void
  onDismiss(): void
}

/** Composes a sub-deployment for the devices of one failure: the same content, or with a change to a component. */
export function RetryDialog({ parent, group, onStart, onDismiss }: RetryDialogProps) {
  const connection = useConnection()
  const readOnly = useReadOnlyReason()
  const groups = useQuery(thingGroupsQuery(connection))
  const taken = (groups.data?.rows ?? []).map(({ name }) => name)
  const [typed, setTyped] = useState<string | null>(null)
  const parentName = targetName(parent.parentTargetArn ?? parent.targetArn)
  const name = typed ?? freeGroupName(parentName, 'retry', taken)
  const exists = taken.some(other => other.toLowerCase() === name.toLowerCase())
  const problem =
    groupNameProblem(name) ??
    (exists ? 'There is such a group. Its other devices would get the sub-deployment too.' : null)
  const [draft, setDraft] = useState<ChangeDraft>(() => draftFor(parent, group.component))
  const change = changeFromDraft(parent, draft)
  const [id] = useState(() => crypto.randomUUID())
  const plan = change.ok
    ? retryPlan({ id, parent, groupName: name, things: group.devices, change: change.change })
    : null
  return (
    <Modal
      visible
      header={`Retry on ${countText(group.devices.length, 'device')}`}
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
              disabledReason={
                readOnly ??
                problem ??
                (groups.data?.complete || groups.error ? undefined : 'Reading which groups there are') ??
                (change.ok ? undefined : change.problem)
              }
              onClick={() => {
                if (plan) onStart(plan)
              }}
            >
              Retry just these
            </WriteButton>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div>
          A new thing group gets these devices and a sub-deployment of {parentName}. On them it takes the
          place of this deployment’s content until {parentName} is revised. Each step is shown and can be
          taken back.
        </div>
        {group.code === '' ? (
          <Alert type="warning">
            These devices reported no error codes, so their nuclei are likely older than 2.8.0, or lite.
            Sub-deployments need nucleus 2.9.0 or newer: expect them to fail where it is older.
          </Alert>
        ) : (
          <div className="meadow-soft">Devices need nucleus 2.9.0 or newer.</div>
        )}
        <FormField label="Name of the new thing group" errorText={problem} stretch>
          <Input value={name} onChange={({ detail }) => setTyped(detail.value)} />
        </FormField>
        <ChangeFields parent={parent} failed={group.component} draft={draft} onChange={setDraft} />
        {plan && !problem ? <CopyCalls calls={writesOf(plan)} /> : null}
      </SpaceBetween>
    </Modal>
  )
}
