import { useMemo } from 'react'
import { lineDiff } from './line-diff.ts'

interface PlainDiffProps {
  label: string
  before: string
  after: string
}

const marks = { same: ' ', added: '+', removed: '-' }
const words = { same: '', added: 'Added: ', removed: 'Removed: ' }

/** The changes as plain markup, for when the diff editor is on its way or does not come. */
export function PlainDiff({ label, before, after }: PlainDiffProps) {
  const lines = useMemo(() => lineDiff(before, after), [before, after])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls, and keyboards must reach it
    <section className="recipe-diff-plain" aria-label={label} tabIndex={0}>
      <pre>
        <code>
          {lines.map(line => (
            <span key={`${line.before ?? ''}:${line.after ?? ''}`} data-change={line.change}>
              <span aria-hidden="true">{`${marks[line.change]} `}</span>
              <span className="recipe-diff-word">{words[line.change]}</span>
              {`${line.text}\n`}
            </span>
          ))}
        </code>
      </pre>
    </section>
  )
}
