import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import {
  type ListViewOptions,
  type ListViewState,
  readListView,
  type SortChoice,
  writeListView,
} from './list-view.ts'

export interface ListView extends ListViewState {
  setText(text: string): void
  setSort(sort: SortChoice): void
  setPage(page: number): void
  /** An empty value takes the facet away. */
  setFacet(name: string, value: string): void
  /** Takes away text and facets, keeps the sort. */
  clear(): void
  /** Text or a facet narrows the list. */
  narrowed: boolean
}

/** Browsers refuse more than about a hundred history entries in half a minute; typing must not run into that. */
const writeDelay = 250

/**
 * A list's view, held by the URL. Typing filters at once and reaches the URL a moment later; all else is written
 * at once. `options` may be a literal: only its content counts.
 */
export function useListView(options: ListViewOptions = {}): ListView {
  const [params, setParams] = useSearchParams()
  const settings = JSON.stringify(options)
  const view = useMemo(
    () => readListView(params, JSON.parse(settings) as ListViewOptions),
    [params, settings],
  )
  const [text, setLocalText] = useState(view.text)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef({ view, text, settings, setParams, params })
  useEffect(() => {
    latest.current = { ...latest.current, view, settings, setParams, params }
  })
  useEffect(() => {
    if (timer.current === null) {
      setLocalText(view.text)
      latest.current.text = view.text
    }
  }, [view.text])
  const write = useCallback((change: Partial<ListViewState>) => {
    const now = latest.current
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const next = { ...now.view, text: now.text, page: 1, ...change }
    // A second change in the same tick starts from this one, not from what React has rendered.
    now.view = next
    now.text = next.text
    const written = writeListView(now.params, next, JSON.parse(now.settings) as ListViewOptions)
    now.params = written
    setLocalText(next.text)
    now.setParams(written, { replace: true, preventScrollReset: true })
  }, [])

  useEffect(() => {
    const drop = () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    }
    const settle = () => {
      if (timer.current !== null) write({})
    }
    // A link that is followed right after typing: the text gets into the URL before, for the way back. Written later
    // it would take the place of where the link leads.
    window.addEventListener('click', settle, true)
    window.addEventListener('popstate', drop, true)
    return () => {
      drop()
      window.removeEventListener('click', settle, true)
      window.removeEventListener('popstate', drop, true)
    }
  }, [write])

  return useMemo(() => {
    const facetNames = Object.keys(view.facets)
    return {
      ...view,
      text,
      narrowed: text !== '' || facetNames.length > 0,
      setText(next: string) {
        setLocalText(next)
        latest.current.text = next
        if (timer.current !== null) clearTimeout(timer.current)
        timer.current = setTimeout(() => write({ text: next }), writeDelay)
      },
      setSort: (sort: SortChoice) => write({ sort }),
      setPage: (page: number) => write({ page }),
      setFacet(name: string, value: string) {
        const facets = { ...latest.current.view.facets }
        if (value) facets[name] = value
        else delete facets[name]
        write({ facets })
      },
      clear: () => write({ text: '', facets: {} }),
    }
  }, [view, text, write])
}
