import type { KeyChange } from '#src/domain/configuration-diff.ts'

const signs: Record<KeyChange['change'], string> = { added: '+', removed: '−', changed: '±' }

/** Changes of a document key by key: what was there, and what is there afterwards. */
export function KeyChanges({ changes, label }: { changes: readonly KeyChange[]; label: string }) {
  return (
    <ul className="meadow-keys" aria-label={label}>
      {changes.map(({ pointer, change, before, after }) => (
        <li key={pointer} className={`meadow-key meadow-key-${change}`}>
          <span aria-hidden="true">{signs[change]}</span>
          <code>{pointer || 'the whole document'}</code>
          <span className="meadow-key-values">
            {change === 'added' || before === undefined ? null : <del>{text(before)}</del>}
            {change === 'removed' || after === undefined ? null : <ins>{text(after)}</ins>}
          </span>
        </li>
      ))}
    </ul>
  )
}

const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
