import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TagEditor, { type TagEditorProps } from '@cloudscape-design/components/tag-editor'
import { useState } from 'react'
import { coreDeviceArn } from '#src/domain/arn.ts'
import type { CoreDeviceDetail } from '#src/domain/core-device.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { tagCalls, useUpdateTags } from '#src/queries/tags.ts'
import { CopyCalls } from '#src/ui/CopyCalls.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'

interface DeviceTagsProps {
  device: CoreDeviceDetail | undefined
  thingArn: string | undefined
}

/** Tags of the core device's record, as used in cost reports and IAM conditions. */
export function DeviceTags({ device, thingArn }: DeviceTagsProps) {
  const readOnly = useReadOnlyReason()
  const notify = useNotify()
  const update = useUpdateTags()
  const [draft, setDraft] = useState<{ tags: readonly TagEditorProps.Tag[]; valid: boolean } | null>(null)
  const current = Object.entries(device?.tags ?? {}).map(([key, value]) => ({ key, value, existing: true }))
  const tags = draft?.tags ?? current
  const arn = thingArn ? coreDeviceArn(thingArn) : null

  const kept = draft?.tags.filter(tag => !tag.markedForRemoval) ?? []
  const change =
    draft && arn && device
      ? { arn, before: device.tags, after: Object.fromEntries(kept.map(tag => [tag.key, tag.value])) }
      : null
  const save = async () => {
    if (!change || !device) return
    await update.mutateAsync(change)
    setDraft(null)
    notify({ type: 'success', header: `The tags of ${device.name} were saved.` })
  }
  const reason =
    readOnly ??
    (draft === null
      ? 'Nothing was changed'
      : !draft.valid
        ? 'A tag is not valid'
        : arn
          ? undefined
          : 'The account of the device is not known yet')
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween size="xs" direction="horizontal">
              {change && draft?.valid ? <CopyCalls calls={tagCalls(change)} /> : null}
              {draft ? <Button onClick={() => setDraft(null)}>Discard changes</Button> : null}
              <WriteButton
                variant="primary"
                loading={update.isPending}
                disabledReason={reason}
                onClick={() => void save().catch(() => undefined)}
              >
                Save tags
              </WriteButton>
            </SpaceBetween>
          }
        >
          Tags
        </Header>
      }
    >
      <SpaceBetween size="m">
        {update.error ? (
          <FailureAlert
            failure={update.error}
            retry={() => save().catch(() => undefined)}
            title="The tags were not saved"
          />
        ) : null}
        {readOnly ? (
          <TagList tags={current} />
        ) : (
          <TagEditor
            tags={tags}
            loading={device === undefined}
            tagLimit={50}
            onChange={({ detail }) => setDraft({ tags: detail.tags, valid: detail.valid })}
          />
        )}
      </SpaceBetween>
    </Container>
  )
}

/** The tags where they cannot be changed. */
function TagList({ tags }: { tags: readonly { key: string; value: string }[] }) {
  if (tags.length === 0) return <Box color="text-body-secondary">The device has no tags.</Box>
  return (
    <KeyValuePairs columns={4} items={tags.map(({ key, value }) => ({ label: key, value: value || '–' }))} />
  )
}
