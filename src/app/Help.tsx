import HelpPanel from '@cloudscape-design/components/help-panel'
import { type ReactNode, useSyncExternalStore } from 'react'
import { usePageMetaStore } from '#src/ui/page/page-meta.ts'

/** What the page on show has to say about itself. */
export function Help({ children }: { children: ReactNode }) {
  const store = usePageMetaStore()
  const title = useSyncExternalStore(store.subscribe, () => store.get().title)
  return <HelpPanel header={<h2>{title}</h2>}>{children}</HelpPanel>
}
