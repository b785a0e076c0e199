import Box from '@cloudscape-design/components/box'
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { TextRange } from '#src/domain/recipe/problem.ts'
import type { CursorStore } from './cursor-store.ts'
import { itemsAround, type OutlineItem } from './outline-items.ts'
import { type OutlineRow, outlineRows, treeMove } from './outline-tree.ts'
import './recipe-outline.css'

interface RecipeOutlineProps {
  items: readonly OutlineItem[]
  /** The cursor of the editor beside it. */
  cursor: CursorStore
  onJump(range: TextRange): void
}

/** The parts of the recipe as a tree: it goes where the cursor goes, and takes the cursor where one asks. */
export function RecipeOutline({ items, cursor, onJump }: RecipeOutlineProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [focused, setFocused] = useState<string | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const here = useSyncExternalStore(cursor.watch, () => {
    // Of a folded branch the branch itself is where the cursor is.
    const around = itemsAround(items, cursor.get())
    const folded = around.findIndex(item => closed.has(item.id))
    return (folded === -1 ? around.at(-1) : around[folded])?.id ?? null
  })
  const rows = outlineRows(items, closed)
  const stop = [focused, here].find(id => rows.some(row => row.item.id === id)) ?? rows[0]?.item.id

  useEffect(() => {
    if (here !== null) bringIntoView(tree.current, rowOf(tree.current, here))
  }, [here])

  const fold = (id: string, open: boolean) =>
    setClosed(before => {
      const next = new Set(before)
      if (open) next.delete(id)
      else next.add(id)
      return next
    })
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.find(one => one.item.id === stop)
    if (!row) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onJump(row.item.mark)
      return
    }
    const move = treeMove(rows, row.item.id, event.key)
    if (!move) return
    event.preventDefault()
    if ('fold' in move) fold(move.fold, false)
    else if ('unfold' in move) fold(move.unfold, true)
    else {
      setFocused(move.go)
      rowOf(tree.current, move.go)?.focus()
    }
  }

  return (
    <section className="recipe-outline" aria-label="Outline">
      <Box variant="h2" padding="n">
        Outline
      </Box>
      {rows.length === 0 ? (
        <Box color="text-body-secondary" fontSize="body-s">
          The parts of the recipe show here as soon as they can be read.
        </Box>
      ) : (
        <div
          ref={tree}
          className="recipe-outline-tree"
          role="tree"
          aria-label="Parts of the recipe"
          onKeyDown={onKeyDown}
          onBlur={event => {
            if (!event.currentTarget.contains(event.relatedTarget)) setFocused(null)
          }}
        >
          {rows.map(row => (
            <OutlineRowView
              key={row.item.id}
              row={row}
              here={row.item.id === here}
              stop={row.item.id === stop}
              onFocus={() => setFocused(row.item.id)}
              onGo={() => onJump(row.item.mark)}
              onFold={() => fold(row.item.id, row.expanded === false)}
            />
          ))}
        </div>
      )}
    </section>
  )
}

function OutlineRowView({
  row,
  here,
  stop,
  onFocus,
  onGo,
  onFold,
}: {
  row: OutlineRow
  here: boolean
  stop: boolean
  onFocus(): void
  onGo(): void
  onFold(): void
}) {
  const { item, level, position, siblings, expanded } = row
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of all its rows
    <div
      role="treeitem"
      className="recipe-outline-row"
      data-id={item.id}
      data-kind={item.kind}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-selected={here}
      {...(expanded === null ? {} : { 'aria-expanded': expanded })}
      tabIndex={stop ? 0 : -1}
      style={{ paddingInlineStart: `${(level - 1) * 16}px` }}
      onFocus={onFocus}
      onClick={onGo}
    >
      <span
        className="recipe-outline-fold"
        aria-hidden="true"
        onClick={event => {
          if (expanded === null) return
          event.stopPropagation()
          onFold()
        }}
      >
        {expanded === null ? '' : expanded ? '▾' : '▸'}
      </span>
      <span className="recipe-outline-label">{item.label}</span>
      {item.detail ? <span className="recipe-outline-detail">{item.detail}</span> : null}
    </div>
  )
}

function rowOf(tree: HTMLElement | null, id: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null
}

/** Scrolls the tree alone: the page must not jump while somebody types. */
function bringIntoView(tree: HTMLElement | null, row: HTMLElement | null): void {
  if (!tree || !row) return
  const top = row.offsetTop
  const bottom = top + row.offsetHeight
  if (top < tree.scrollTop) tree.scrollTop = top
  else if (bottom > tree.scrollTop + tree.clientHeight) tree.scrollTop = bottom - tree.clientHeight
}
