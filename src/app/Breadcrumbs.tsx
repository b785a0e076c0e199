import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group'
import { useSyncExternalStore } from 'react'
import { paths } from '#src/paths.ts'
import { usePageMetaStore } from '#src/ui/page/page-meta.ts'

/** The way from the overview to the page on show. The overview itself needs none. */
export function Breadcrumbs() {
  const store = usePageMetaStore()
  const { title, breadcrumbs } = useSyncExternalStore(store.subscribe, store.get)
  const here = window.location.pathname
  if (here === paths.overview) return null
  return (
    <BreadcrumbGroup
      ariaLabel="Breadcrumbs"
      expandAriaLabel="Show the whole path"
      items={[
        { text: 'Overview', href: paths.overview },
        ...breadcrumbs, // While the page's script arrives its name is not known, but its place is kept.
        { text: title || '…', href: here },
      ]}
    />
  )
}
