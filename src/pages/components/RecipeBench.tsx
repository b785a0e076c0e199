import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { TextEdit, TextRange } from '#src/domain/recipe/problem.ts'
import type { RecipeFormat } from '#src/domain/recipe/read-recipe.ts'
import { useReadOnlyReason } from '#src/queries/connection.tsx'
import { createCursorStore } from '#src/ui/editor/cursor-store.ts'
import type { EditorHandle } from '#src/ui/editor/editor-contract.ts'
import { countProblems } from '#src/ui/editor/problem-counts.ts'
import { RecipeEditor } from '#src/ui/editor/RecipeEditor.tsx'
import { useTheme } from '#src/ui/theme/theme.ts'
import { artifactRange } from './artifact-places.ts'
import { BenchHeader } from './BenchHeader.tsx'
import { BenchNotices } from './BenchNotices.tsx'
import { BenchSide } from './BenchSide.tsx'
import { FileActions } from './bench/FileActions.tsx'
import { FileDrop } from './bench/FileDrop.tsx'
import { useAccountKnowledge } from './bench/use-account-knowledge.ts'
import { useComparison } from './bench/use-comparison.ts'
import { useFileImport } from './bench/use-file-import.ts'
import { useRecipeForecast } from './bench/use-known-components.ts'
import { ChangesView } from './ChangesView.tsx'
import { FormatControl } from './FormatControl.tsx'
import { LeaveDraftDialog } from './LeaveDraftDialog.tsx'
import { PublishFailure } from './PublishFailure.tsx'
import { PublishOutcome } from './PublishOutcome.tsx'
import { RecipeFacts } from './RecipeFacts.tsx'
import { RecipeTags } from './RecipeTags.tsx'
import { publishReason } from './publish-reason.ts'
import { type TagEntry, tagComplaint } from './recipe-draft.ts'
import { nextFreeVersions } from './recipe-version.ts'
import { SizeMeter } from './SizeMeter.tsx'
import { artifactProblems } from './service-errors.ts'
import { versionEdit } from './taken-problem.ts'
import { useFormatSwitch } from './use-format-switch.ts'
import { usePublish } from './use-publish.ts'
import { useRecipeCheck } from './use-recipe-check.ts'
import { useRecipeDraft } from './use-recipe-draft.ts'
import { useStable } from './use-stable.ts'
import './bench/bench.css'

interface RecipeBenchProps {
  title: string
  breadcrumbs: readonly { text: string; href: string }[]
  /** ARN of the version it starts from, or ''. Names the draft. */
  from: string
  start: { text: string; format: RecipeFormat }
  /** The version it starts from, to say so. */
  basedOn?: string
  /** The way to another source, where there is one. */
  choice?: ReactNode
}

/** What the parts of the bench may ask of it. */
type BenchCalls = {
  publish(): void
  change(next: string): void
  text(): string
  file(file: File): void
  tags(tags: TagEntry[]): void
  format(to: RecipeFormat): void
  jump(range: TextRange): void
  jumpToArtifact(uri: string): void
  fix(edits: readonly TextEdit[]): void
  version(version: string): void
}

/** A recipe being written: the text, what is wrong with it, and the way to publish it. */
export function RecipeBench({ title, breadcrumbs, from, start, basedOn, choice }: RecipeBenchProps) {
  const { dark } = useTheme()
  const readOnly = useReadOnlyReason()
  const editor = useRef<EditorHandle | null>(null)
  const [takeEditor] = useState(() => (handle: EditorHandle | null) => {
    editor.current = handle
  })
  const [cursor] = useState(createCursorStore)
  const [comparing, setComparing] = useState(false)
  const work = useRecipeDraft(from, start)
  const { text, format } = work
  const [sent, setSent] = useState('')
  const check = useRecipeCheck(text, format, sent)
  const counts = countProblems(check.problems)
  const publishing = usePublish(work, { ...check, errors: counts.error })
  const { published } = publishing
  if (publishing.attempted && sent !== text) setSent(text)
  const { artifactErrors } = publishing
  const complaints = useMemo(() => artifactProblems(text, artifactErrors), [text, artifactErrors])
  const problems = useMemo(
    () => (complaints.length === 0 ? check.problems : [...check.problems, ...complaints]),
    [check.problems, complaints],
  )
  const switcher = useFormatSwitch(work)
  const files = useFileImport(work)
  const forecast = useRecipeForecast(check.recipe, undefined)
  const knowledge = useAccountKnowledge(forecast)
  const own = forecast?.catalogue.byName.get(check.recipe?.name ?? '')
  const comparison = useComparison(
    from ? from.replace(/:versions:[^:]*$/, '') : own?.owner === 'private' ? own.arn : null,
    basedOn,
  )

  const reason = publishReason({
    readOnly,
    errors: counts.error,
    checked: check.ready,
    tagComplaint: tagComplaint(work.tags),
    publishedVersion: published && !work.dirty ? published.version : null,
  })
  const calls: BenchCalls = useStable<BenchCalls>({
    publish: publishing.publish,
    change(next: string) {
      check.ask(next, format)
      work.change({ text: next })
    },
    text: () => work.text,
    file: (file: File) => void files.open(file),
    tags: (tags: TagEntry[]) => work.change({ tags }),
    format: (to: RecipeFormat) => void switcher.choose(to),
    jump(range: TextRange) {
      setComparing(false)
      // The editor is there once the comparison is out of the way.
      requestAnimationFrame(() => editor.current?.reveal(range))
    },
    jumpToArtifact(uri: string) {
      const range = artifactRange(text, uri)
      if (range) calls.jump(range)
    },
    fix: (edits: readonly TextEdit[]) => editor.current?.applyEdits(edits),
    version(version: string) {
      const edit = versionEdit(text, format, version)
      if (edit) editor.current?.applyEdits([edit])
      publishing.forget()
    },
  })

  const becomes = (
    <SpaceBetween size="m">
      <RecipeFacts
        name={check.recipe?.name ?? ''}
        version={check.recipe?.version ?? ''}
        taken={check.taken}
        onVersion={calls.version}
      />
      <RecipeTags tags={work.tags} onChange={calls.tags} />
    </SpaceBetween>
  )
  return (
    <SpaceBetween size="l">
      <BenchHeader
        title={title}
        breadcrumbs={breadcrumbs}
        basedOn={basedOn}
        busy={publishing.busy}
        disabledReason={reason}
        onPublish={calls.publish}
      />
      {choice}
      {published ? (
        <PublishOutcome
          published={published}
          onJump={calls.jumpToArtifact}
          onNextVersion={() =>
            calls.version(nextFreeVersions(published.version, [...check.taken, published.version]).patch)
          }
        />
      ) : null}
      {publishing.failure ? (
        <PublishFailure
          failure={publishing.failure}
          recipe={check.recipe}
          taken={check.taken}
          retry={calls.publish}
          artifactErrors={artifactErrors}
          onJump={calls.jumpToArtifact}
          onVersion={calls.version}
        />
      ) : null}
      <BenchNotices work={work} switcher={switcher} files={files} from={from} onJump={calls.jump} />
      <div className="recipe-bench">
        <Container>
          <SpaceBetween size="s">
            <div className="component-toolbar">
              <div>
                <FormatControl label="Format" format={format} onChange={calls.format} />
                <FileActions
                  recipe={check.recipe}
                  text={calls.text}
                  format={format}
                  tags={work.tags}
                  onFile={calls.file}
                />
                {comparison.arn ? (
                  <Button onClick={() => setComparing(before => !before)}>
                    {comparing ? 'Back to the text' : 'Show changes'}
                  </Button>
                ) : null}
              </div>
              <SizeMeter text={text} />
            </div>
            {/* The editor stays, hidden, so that Undo reaches back beyond a look at the changes. */}
            <div hidden={comparing}>
              <FileDrop onFile={calls.file}>
                <RecipeEditor
                  label="Recipe"
                  text={text}
                  format={format}
                  problems={problems}
                  dark={dark}
                  known={knowledge.known}
                  cursor={cursor}
                  onChange={calls.change}
                  onReady={takeEditor}
                />
              </FileDrop>
            </div>
            {comparing && comparison.arn ? (
              <ChangesView
                arn={comparison.arn}
                versions={comparison.versions}
                against={comparison.against}
                onAgainst={comparison.choose}
                format={format}
                after={{ label: check.recipe?.version || 'this text', text, recipe: check.recipe }}
              />
            ) : null}
          </SpaceBetween>
        </Container>
        <BenchSide
          problems={problems}
          checking={!check.ready}
          recipe={check.recipe}
          outline={check.outline}
          cursor={cursor}
          forecast={forecast}
          knowledge={knowledge}
          becomes={becomes}
          onJump={calls.jump}
          onFix={calls.fix}
        />
      </div>
      <LeaveDraftDialog dirty={work.dirty} unkept={work.unkept} onDiscard={work.startOver} />
    </SpaceBetween>
  )
}
