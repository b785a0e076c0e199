import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FileInput from '@cloudscape-design/components/file-input'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Textarea from '@cloudscape-design/components/textarea'
import { useRef, useState } from 'react'
import { cliCommand } from '#src/domain/cli-command.ts'
import type { DeploymentRequest } from '#src/domain/deployment.ts'
import { CopyButton } from '#src/ui/CopyText.tsx'
import { saveFile } from '#src/ui/save-file.ts'
import type { DeploymentForm, FieldProblem } from './form-model.ts'
import { formFromJson, type JsonForm, requestFileName, requestFileText } from './json-form.ts'

interface JsonViewProps {
  request: DeploymentRequest
  /** The text as typed; `null` while it is no more than the form's request. */
  typed: string | null
  problems: readonly FieldProblem[]
  region: string
  /** `form` is what the text asks for; `null` where it cannot be read. */
  onType: (text: string | null, form: DeploymentForm | null) => void
  onReview: () => void
}

/** The whole request as text: what is typed or imported here is in the form at once, and the other way round. */
export function JsonView({ request, typed, problems, region, onType, onReview }: JsonViewProps) {
  const [notice, setNotice] = useState<Notice | null>(null)
  const [before, setBefore] = useState<string | null>(null)
  const text = typed ?? JSON.stringify(request, null, 2)
  const read = typed === null ? null : formFromJson(typed)
  const wrong = read && !read.ok ? read.problems : []
  const field = useRef<HTMLDivElement>(null)
  const goTo = (line: number, column: number) => {
    const box = field.current?.querySelector('textarea')
    const at =
      text
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1
    box?.setSelectionRange(at, at)
    // The browser scrolls to the caret of a box that takes the focus.
    box?.blur()
    box?.focus()
  }
  const type = (next: string) => {
    const made = formFromJson(next)
    onType(next, made.ok ? made.form : null)
  }
  const open = async (file: File) => {
    const content = await requestFileText(file)
    if (!content.ok) return setNotice({ type: 'error', text: content.message })
    setBefore(text)
    setNotice({ type: 'success', text: `${file.name} is here now, in place of what was.` })
    type(content.text)
  }
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="What is written here is in the form at once, and the other way round."
          actions={
            <SpaceBetween size="xs" direction="horizontal">
              <FileInput
                value={[]}
                accept=".json,application/json"
                ariaLabel="Import a request from a JSON file"
                onChange={({ detail }) => {
                  const [file] = detail.value
                  if (file) void open(file)
                }}
              >
                Import
              </FileInput>
              <Button
                iconName="download"
                ariaLabel="Export the request as a JSON file"
                onClick={() => saveFile(requestFileName(request), `${text.trimEnd()}\n`)}
              >
                Export
              </Button>
              <CopyButton text={text} label="Copy JSON" />
              {wrong.length === 0 ? (
                <CopyButton
                  text={cliCommand('create-deployment', request, { region })}
                  label="Copy AWS CLI command"
                />
              ) : null}
            </SpaceBetween>
          }
        >
          The request
        </Header>
      }
      footer={
        <div className="meadow-json-foot">
          <Verdict wrong={wrong.length} problems={problems} />
          <Button variant="primary" disabled={wrong.length > 0} onClick={onReview}>
            Review and deploy
          </Button>
        </div>
      }
    >
      <SpaceBetween size="m">
        {notice ? (
          <Alert
            type={notice.type}
            dismissible
            onDismiss={() => setNotice(null)}
            action={
              before === null || notice.type === 'error' ? undefined : (
                <Button
                  onClick={() => {
                    type(before)
                    setNotice(null)
                  }}
                >
                  Undo
                </Button>
              )
            }
          >
            {notice.text}
          </Alert>
        ) : null}
        <FormField
          stretch
          label="Body of CreateDeployment"
          constraintText={
            read?.ok && read.leftOut.length > 0
              ? `Not part of a request, so it is not sent: ${read.leftOut.join(', ')}.`
              : undefined
          }
          errorText={wrong.length > 0 ? <Wrong wrong={wrong} goTo={goTo} /> : undefined}
        >
          <div className="meadow-code-field" ref={field}>
            <Textarea
              value={text}
              rows={26}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => type(detail.value)}
            />
          </div>
        </FormField>
      </SpaceBetween>
    </Container>
  )
}

interface Notice {
  type: 'success' | 'error'
  text: string
}

const shownProblems = 5

interface WrongProps {
  wrong: Extract<JsonForm, { ok: false }>['problems']
  goTo: (line: number, column: number) => void
}

function Wrong({ wrong, goTo }: WrongProps) {
  return (
    <>
      {wrong.slice(0, shownProblems).map(problem => (
        <div key={JSON.stringify(problem)}>
          {problem.line === null ? null : (
            <>
              <Link fontSize="inherit" onFollow={() => goTo(problem.line, problem.column)}>
                Line {problem.line}, column {problem.column}
              </Link>
              :{' '}
            </>
          )}
          {problem.message}
        </div>
      ))}
      {wrong.length > shownProblems ? <div>And {wrong.length - shownProblems} more.</div> : null}
    </>
  )
}

function Verdict({ wrong, problems }: { wrong: number; problems: readonly FieldProblem[] }) {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (wrong > 0) return <StatusIndicator type="error">The form shows what was read last.</StatusIndicator>
  if (errors.length === 0)
    return <StatusIndicator type="success">The form asks for the same.</StatusIndicator>
  return (
    <div>
      <StatusIndicator type="warning">It cannot be deployed like this yet:</StatusIndicator>
      <ul className="meadow-plain-list" aria-label="What keeps it from being deployed">
        {errors.slice(0, shownProblems).map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <Box variant="span">{message}</Box>
          </li>
        ))}
      </ul>
    </div>
  )
}
