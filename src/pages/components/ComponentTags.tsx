import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TagEditor, { type TagEditorProps } from '@cloudscape-design/components/tag-editor'
import { useState } from 'react'
import type { ComponentVersion } from '#src/domain/component.ts'
import { tagCalls, useUpdateTags } from '#src/queries/tags.ts'
import { CopyCalls } from '#src/ui/CopyCalls.tsx'
import { FailureAlert } from '#src/ui/failure/FailureAlert.tsx'
import { useNotify } from '#src/ui/notifications.tsx'
import { WriteButton } from '#src/ui/WriteButton.tsx'

interface ComponentTagsProps {
  version: ComponentVersion | undefined
  readOnlyReason: string | undefined
}

/** Tags of this version; each version has its own. */
export function ComponentTags({ version, readOnlyReason }: ComponentTagsProps) {
  // Another version starts anew.
  return <VersionTags key={version?.arn} version={version} readOnlyReason={readOnlyReason} />
}

function VersionTags({ version, readOnlyReason }: ComponentTagsProps) {
  const notify = useNotify()
  const update = useUpdateTags()
  const [draft, setDraft] = useState<{ tags: readonly TagEditorProps.Tag[]; valid: boolean } | null>(null)
  const current = Object.entries(version?.tags ?? {}).map(([key, value]) => ({ key, value, existing: true }))

  const kept = draft?.tags.filter(tag => !tag.markedForRemoval) ?? []
  const change =
    draft && version
      ? {
          arn: version.arn,
          before: version.tags,
          after: Object.fromEntries(kept.map(tag => [tag.key, tag.value])),
        }
      : null
  const save = async () => {
    if (!change || !version) return
    await update.mutateAsync(change)
    setDraft(null)
    notify({ type: 'success', header: `The tags of ${version.name} ${version.version} were saved.` })
  }
  const trySave = () => save().catch(() => undefined)
  const reason =
    readOnlyReason ??
    (draft === null ? 'Nothing was changed' : draft.valid ? undefined : 'A tag is not valid')
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="For cost reports and IAM conditions. Each version has its own."
          actions={
            <SpaceBetween size="xs" direction="horizontal">
              {change && draft?.valid ? <CopyCalls calls={tagCalls(change)} /> : null}
              {draft ? <Button onClick={() => setDraft(null)}>Discard changes</Button> : null}
              <WriteButton
                variant="primary"
                loading={update.isPending}
                disabledReason={reason}
                onClick={() => void trySave()}
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
          <FailureAlert failure={update.error} retry={trySave} title="The tags were not saved" />
        ) : null}
        {readOnlyReason ? (
          <div className="component-chips">
            {current.length === 0 ? 'No tags.' : null}
            {current.map(tag => (
              <span key={tag.key} className="component-chip">{`${tag.key}: ${tag.value}`}</span>
            ))}
          </div>
        ) : (
          <TagEditor
            tags={draft?.tags ?? current}
            loading={version === undefined}
            tagLimit={50}
            onChange={({ detail }) => setDraft({ tags: detail.tags, valid: detail.valid })}
          />
        )}
      </SpaceBetween>
    </Container>
  )
}
