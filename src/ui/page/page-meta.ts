import type { ReactNode } from 'react'

export interface Crumb {
  text: string
  href: string
}

export interface PageMeta {
  title: string
  breadcrumbs: readonly Crumb[]
  help: ReactNode
}

interface PageMetaStore {
  set(meta: PageMeta): void
  get(): PageMeta
  openHelp(): void
  helpRequests(): number
  subscribe(listener: () => void): () => void
}

const nothing: PageMeta = { title: '', breadcrumbs: [], help: null }

/** What a page tells the frame around it, without the frame's views having to render again with each page. */
function createPageMetaStore(): PageMetaStore {
  let current = nothing
  let requests = 0
  const listeners = new Set<() => void>()
  const publish = () => {
    for (const listener of listeners) listener()
  }
  return {
    set(meta) {
      current = meta
      publish()
    },
    get: () => current,
    openHelp() {
      requests += 1
      publish()
    },
    helpRequests: () => requests,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** One page is on show at a time. */
const store = createPageMetaStore()

export const usePageMetaStore = (): PageMetaStore => store
