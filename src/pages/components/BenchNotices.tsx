import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import type { TextRange } from '#src/domain/recipe/problem.ts'
import { DraftList } from './bench/DraftList.tsx'
import type { FileImport } from './bench/use-file-import.ts'
import { NoDraftAlert } from '#src/ui/NoDraftAlert.tsx'
import { shortTime } from '#src/ui/time-text.ts'
import type { FormatSwitch } from './use-format-switch.ts'
import type { RecipeWork } from './use-recipe-draft.ts'

interface BenchNoticesProps {
  work: RecipeWork
  switcher: FormatSwitch
  files: FileImport
  /** Names the draft on screen. */
  from: string
  onJump(range: TextRange): void
}

/** What the person should know of the draft and of the change of format. */
export function BenchNotices({ work, switcher, files, from, onJump }: BenchNoticesProps) {
  const { complaint } = switcher
  const range = complaint?.range
  return (
    <div className="recipe-notices">
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
      {work.unkept ? <NoDraftAlert what="The text" advice="copy it before you leave" /> : null}
      {switcher.looksLikeYaml ? (
        <Alert type="info" action={<Button onClick={() => switcher.readAs('YAML')}>Read it as YAML</Button>}>
          This text is YAML, but it is being read as JSON.
        </Alert>
      ) : null}
      {complaint ? (
        <Alert
          type="warning"
          dismissible
          dismissAriaLabel="Close"
          onDismiss={switcher.dismiss}
          action={range ? <Button onClick={() => onJump(range)}>Go there</Button> : undefined}
        >
          {complaint.text}
        </Alert>
      ) : null}
      {files.notice ? (
        <Alert
          type={files.notice.ok ? 'success' : 'error'}
          dismissible
          dismissAriaLabel="Close"
          onDismiss={files.dismiss}
          action={files.undo ? <Button onClick={files.undo}>Back to the text before</Button> : undefined}
        >
          <span role="status">{files.notice.text}</span>
        </Alert>
      ) : null}
      <DraftList except={from} />
    </div>
  )
}
