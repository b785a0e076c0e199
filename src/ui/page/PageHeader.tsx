import Header from '@cloudscape-design/components/header'
import Link from '@cloudscape-design/components/link'
import { type ReactNode, useLayoutEffect } from 'react'
import { type Crumb, usePageMetaStore } from './page-meta.ts'

interface PageHeaderProps {
  /** The page's h1 and, with the product's name, the document's title. */
  title: string
  /** A badge beside the title. */
  badge?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  /** The pages above this one, outermost first, without the overview and without this page. */
  breadcrumbs?: readonly Crumb[]
  /** Content of the help panel (a constant of the page's module); an Info link appears beside the title. */
  help?: ReactNode
}

const noCrumbs: readonly Crumb[] = []

export function PageHeader({
  title,
  badge,
  description,
  actions,
  breadcrumbs = noCrumbs,
  help,
}: PageHeaderProps) {
  usePageMeta(title, breadcrumbs, help)
  return (
    <Header
      variant="h1"
      description={description}
      actions={actions}
      info={help ? <InfoLink about={title} /> : undefined}
    >
      <span className="meadow-page-title">{title}</span>
      {badge ? <span className="meadow-page-badge">{badge}</span> : null}
    </Header>
  )
}

/** Tells the frame what is on show: document title, breadcrumbs, help. PageHeader calls it; a list page without one may. */
export function usePageMeta(title: string, breadcrumbs: readonly Crumb[] = noCrumbs, help: ReactNode = null) {
  const store = usePageMetaStore()
  const trail = JSON.stringify(breadcrumbs)
  // Before the paint: breadcrumbs that come after it would push the page down.
  useLayoutEffect(() => {
    document.title = `${title} · Meadow`
    store.set({ title, breadcrumbs: JSON.parse(trail) as Crumb[], help })
  }, [store, title, trail, help])
}

function InfoLink({ about }: { about: string }) {
  const store = usePageMetaStore()
  return (
    <Link variant="info" ariaLabel={`Information about ${about}`} onFollow={() => store.openHelp()}>
      Info
    </Link>
  )
}
