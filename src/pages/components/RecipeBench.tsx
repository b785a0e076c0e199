import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SegmentedControl from '@cloudscape-design/components/segmented-control'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useMemo, useRef, useState } from 'react'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import type { EditorHandle } from '#src/ui/editor/editor-contract.ts'
import { ProblemList } from '#src/ui/editor/ProblemList.tsx'
import { countProblems } from '#src/ui/editor/problem-counts.ts'
import { RecipeEditor } from '#src/ui/editor/RecipeEditor.tsx'
import { PageHeader } from '#src/ui/page/PageHeader.tsx'
import { useTheme } from '#src/ui/theme/theme.ts'
import { shortTime } from '#src/ui/time-text.ts'
import { WriteButton } from '#src/ui/WriteButton.tsx'
import { artifactRange } from './artifact-places.ts'
import { LeaveDraftDialog } from './LeaveDraftDialog.tsx'
import { PublishFailure } from './PublishFailure.tsx'
import { PublishOutcome } from './PublishOutcome.tsx'
import { publishReason } from './publish-reason.ts'
import { RecipeFacts } from './RecipeFacts.tsx'
import { RecipeTags } from './RecipeTags.tsx'
import { tagComplaint } from './recipe-draft.ts'
import { nextFreeVersions } from './recipe-version.ts'
import { artifactProblems } from './service-errors.ts'
import { SizeMeter } from './SizeMeter.tsx'
import { versionEdit } from './taken-problem.ts'
import { useFormatSwitch } from './use-format-switch.ts'
import { usePublish } from './use-publish.ts'
import { useRecipeCheck } from './use-recipe-check.ts'
import { useRecipeDraft } from './use-recipe-draft.ts'

interface RecipeBenchProps {
  title: string
  breadcrumbs: readonly { text: string; href: string }[]
  /** ARN of the version it starts from, or ''. Names the draft. */
  from: string
  start: { text: string; format: RecipeFormat }
  /** The version it starts from, to say so. */
  basedOn?: string
}

/** A recipe being written: the text, what is wrong with it, and the way to publish it. */
export function RecipeBench({ title, breadcrumbs, from, start, basedOn }: RecipeBenchProps) {
  const { dark } = useTheme()
  const readOnly = useReadOnlyReason()
  const editor = useRef<EditorHandle | null>(null)
  const [takeEditor] = useState(() => (handle: EditorHandle | null) => {
    editor.current = handle
  })
  const work = useRecipeDraft(from, start)
  const { text, format } = work
  const [sent, setSent] = useState('')
  const check = useRecipeCheck(text, format, sent)
  const counts = countProblems(check.problems)
  const publishing = usePublish(work, { ...check, errors: counts.error })
  const { published } = publishing
  if (publishing.attempted && sent !== text) setSent(text)
  const { artifactErrors } = publishing
  const problems = useMemo(
    () => [...check.problems, ...artifactProblems(text, artifactErrors)],
    [check.problems, text, artifactErrors],
  )
  const switcher = useFormatSwitch(work)

  const reason = publishReason({
    readOnly,
    errors: counts.error,
    checked: check.recipe !== null || check.problems.length > 0,
    tagComplaint: tagComplaint(work.tags),
    publishedVersion: published && !work.dirty ? published.version : null,
  })
  const setVersion = (version: string) => {
    const edit = versionEdit(text, format, version)
    if (edit) editor.current?.applyEdits([edit])
    publishing.forget()
  }
  const jumpToArtifact = (uri: string) => {
    const range = artifactRange(text, uri)
    if (range) editor.current?.reveal(range)
  }

  return (
    <SpaceBetween size="l">
      <PageHeader
        title={title}
        breadcrumbs={breadcrumbs}
        description={
          basedOn
            ? `Starts from the recipe of version ${basedOn}, with the next free number. Versions never change, so this becomes a new one.`
            : 'Write the recipe, mend what is marked, publish it as a version.'
        }
        actions={
          <WriteButton
            variant="primary"
            loading={publishing.busy}
            disabledReason={reason}
            onClick={publishing.publish}
          >
            Publish version
          </WriteButton>
        }
      />
      {published ? (
        <PublishOutcome
          published={published}
          onJump={jumpToArtifact}
          onNextVersion={() =>
            setVersion(nextFreeVersions(published.version, [...check.taken, published.version]).patch)
          }
        />
      ) : null}
      {publishing.failure ? (
        <PublishFailure
          failure={publishing.failure}
          recipe={check.recipe}
          taken={check.taken}
          retry={publishing.publish}
          artifactErrors={artifactErrors}
          onJump={jumpToArtifact}
          onVersion={setVersion}
        />
      ) : null}
      {work.restored !== null ? (
        <Alert
          type="info"
          dismissible
          dismissAriaLabel="Close"
          onDismiss={work.dismissRestored}
          action={<Button onClick={work.startOver}>Discard draft</Button>}
        >
          {`Your draft of ${shortTime(work.restored)} is back. It was not published.`}
        </Alert>
      ) : null}
      {work.unkept ? (
        <Alert type="warning">
          This browser has no room for a draft or allows none. The text is safe while this page stays open;
          copy it before you leave.
        </Alert>
      ) : null}
      {switcher.complaint ? (
        <Alert
          type="warning"
          dismissible
          dismissAriaLabel="Close"
          onDismiss={switcher.dismiss}
          action={
            switcher.complaint.range ? (
              <Button
                onClick={() => switcher.complaint?.range && editor.current?.reveal(switcher.complaint.range)}
              >
                Go there
              </Button>
            ) : undefined
          }
        >
          {switcher.complaint.text}
        </Alert>
      ) : null}
      <div className="recipe-bench">
        <Container>
          <SpaceBetween size="s">
            <div className="component-toolbar">
              <SegmentedControl
                label="Format"
                selectedId={format}
                options={[
                  { id: 'YAML', text: 'YAML' },
                  { id: 'JSON', text: 'JSON' },
                ]}
                onChange={({ detail }) =>
                  void switcher.choose(detail.selectedId === 'JSON' ? 'JSON' : 'YAML')
                }
              />
              <SizeMeter text={text} />
            </div>
            <RecipeEditor
              label="Recipe"
              text={text}
              format={format}
              problems={problems}
              dark={dark}
              onChange={next => work.change({ text: next })}
              onReady={takeEditor}
            />
          </SpaceBetween>
        </Container>
        <div className="recipe-bench-side">
          <Container>
            <ProblemList
              problems={problems}
              checking={!check.upToDate}
              onJump={range => editor.current?.reveal(range)}
              onFix={edits => editor.current?.applyEdits(edits)}
            />
          </Container>
          <RecipeFacts recipe={check.recipe} taken={check.taken} onVersion={setVersion} />
          <RecipeTags tags={work.tags} onChange={tags => work.change({ tags })} />
        </div>
      </div>
      <LeaveDraftDialog dirty={work.dirty} unkept={work.unkept} onDiscard={work.startOver} />
    </SpaceBetween>
  )
}
