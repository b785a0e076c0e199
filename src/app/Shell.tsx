import AppLayout from '@cloudscape-design/components/app-layout'
import { lazy, memo, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { Outlet, ScrollRestoration } from 'react-router'
import { usePageMetaStore } from '#src/ui/page/page-meta.ts'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { Navigation } from './Navigation.tsx'
import { Notifications } from './Notifications.tsx'
import { RouteAnnouncer } from './RouteAnnouncer.tsx'
import { SessionWatch } from './SessionWatch.tsx'
import { TopBar } from './TopBar.tsx'
import { useAppLinks } from './use-app-links.ts'

/** Most visits never open it. */
const Help = lazy(async () => ({ default: (await import('./Help.tsx')).Help }))

const wide = '(min-width: 1120px)'

/** The frame around every page. It stays mounted; only what the Outlet holds changes with the route. */
export function Shell() {
  useAppLinks()
  return (
    <>
      <a className="m-skip" href="#meadow-main">
        Skip to the content
      </a>
      <SessionWatch />
      <TopBar />
      <Frame />
      <ScrollRestoration getKey={location => location.pathname} />
    </>
  )
}

/** The kit's layout costs some 300 ms of CPU each time it renders, so it takes nothing that changes with the route. */
const Frame = memo(function Frame() {
  const [navigationOpen, setNavigationOpen] = useState(() => matchMedia(wide).matches)
  const [toolsOpen, setToolsOpen] = useState(false)
  const store = usePageMetaStore()
  const help = useSyncExternalStore(store.subscribe, () => store.get().help)
  const requests = useSyncExternalStore(store.subscribe, store.helpRequests)
  useEffect(() => {
    if (requests > 0) setToolsOpen(true)
  }, [requests])
  const followed = useCallback(() => {
    if (!matchMedia(wide).matches) setNavigationOpen(false)
  }, [])
  return (
    <AppLayout
      headerSelector="#meadow-bar"
      navigation={<Navigation onFollow={followed} />}
      navigationOpen={navigationOpen}
      onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
      navigationWidth={264}
      breadcrumbs={<Breadcrumbs />}
      notifications={<Notifications />}
      stickyNotifications
      tools={
        toolsOpen ? (
          <Suspense fallback={null}>
            <Help>{help}</Help>
          </Suspense>
        ) : null
      }
      toolsHide={help === null}
      toolsOpen={toolsOpen}
      onToolsChange={({ detail }) => setToolsOpen(detail.open)}
      ariaLabels={{
        navigation: 'Pages',
        navigationToggle: 'Open the list of pages',
        navigationClose: 'Close the list of pages',
        notifications: 'Notifications',
        tools: 'Help',
        toolsToggle: 'Open help',
        toolsClose: 'Close help',
      }}
      content={
        <div id="meadow-main" tabIndex={-1}>
          <RouteAnnouncer />
          <Outlet />
        </div>
      }
    />
  )
})
