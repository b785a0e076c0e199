import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import { useRef, useState } from 'react'
import type { Problem, TextEdit, TextRange } from '#src/domain/recipe/problem.ts'
import { paths } from '#src/paths.ts'
import { countProblems, describeCounts, fixableTogether, fixesOf } from './problem-counts.ts'
import './problem-list.css'

interface ProblemListProps {
  problems: readonly Problem[]
  /** No check has come in yet. */
  checking: boolean
  onJump(range: TextRange): void
  onFix(edits: readonly TextEdit[]): void
}

const looks: Record<Problem['severity'], { type: StatusIndicatorProps.Type; word: string }> = {
  error: { type: 'error', word: 'Error' },
  warning: { type: 'warning', word: 'Warning' },
  hint: { type: 'info', word: 'Hint' },
}
const order = { error: 0, warning: 1, hint: 2 }
const shownAtFirst = 30

/** What is wrong with the text, in words, with the place and (where there is one) the remedy as buttons. */
export function ProblemList({ problems, checking, onJump, onFix }: ProblemListProps) {
  const [all, setAll] = useState(false)
  const counts = countProblems(problems)
  const together = fixableTogether(problems)
  const sorted = [...problems].sort(
    (a, b) =>
      order[a.severity] - order[b.severity] ||
      a.range.startLine - b.range.startLine ||
      a.range.startColumn - b.range.startColumn,
  )
  const section = useRef<HTMLElement>(null)
  // The button that was pressed goes with its problem; the focus stays in the list.
  const fix = (edits: readonly TextEdit[]) => {
    onFix(edits)
    section.current?.focus({ preventScroll: true })
  }
  const shown = all ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <section ref={section} className="problem-list" aria-label="Problems" tabIndex={-1}>
      <div className="problem-list-head">
        <Box variant="h2" padding="n">
          Problems
        </Box>
        <Box variant="span" fontSize="body-s" color="text-body-secondary">
          <span role="status">{checking ? 'Checking…' : describeCounts(counts)}</span>
        </Box>
      </div>
      {together.length > 1 ? (
        <Button
          variant="inline-link"
          onClick={() => fix(together.flatMap(problem => problem.fix?.edits ?? []))}
        >
          {`Apply all ${together.length} quick fixes`}
        </Button>
      ) : null}
      {problems.length === 0 && !checking ? (
        <Box color="text-body-secondary" fontSize="body-s">
          The service would take this text as it is.
        </Box>
      ) : null}
      <ul>
        {shown.map(problem => (
          <ProblemRow
            key={`${problem.rule} ${problem.range.startLine}:${problem.range.startColumn} ${problem.message}`}
            problem={problem}
            onJump={onJump}
            onFix={fix}
          />
        ))}
      </ul>
      {sorted.length > shown.length ? (
        <Button variant="inline-link" onClick={() => setAll(true)}>
          {`Show all ${sorted.length}`}
        </Button>
      ) : null}
    </section>
  )
}

function ProblemRow({
  problem,
  onJump,
  onFix,
}: { problem: Problem } & Pick<ProblemListProps, 'onJump' | 'onFix'>) {
  const look = looks[problem.severity]
  const { startLine, startColumn } = problem.range
  return (
    <li data-severity={problem.severity}>
      <StatusIndicator type={look.type} iconAriaLabel={look.word}>
        {''}
      </StatusIndicator>
      <div className="problem-list-text">{problem.message}</div>
      <div className="problem-list-acts">
        <Button
          variant="inline-link"
          ariaLabel={`Go to line ${startLine}, column ${startColumn}: ${problem.message}`}
          onClick={() => onJump(problem.range)}
        >
          {`Line ${startLine}`}
        </Button>
        {fixesOf(problem).map(fix => (
          <Button
            key={fix.title}
            variant="inline-link"
            ariaLabel={`Quick fix for line ${startLine}: ${fix.title}`}
            onClick={() => onFix(fix.edits)}
          >
            {fix.title}
          </Button>
        ))}
        {/* In a tab of its own: the text being written stays where it is. */}
        <a
          className="problem-list-rule"
          href={`${paths.componentRules}?q=${problem.rule}`}
          target="_blank"
          rel="noreferrer"
        >
          {problem.rule}
        </a>
      </div>
    </li>
  )
}
