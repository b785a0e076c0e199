import '@cloudscape-design/global-styles/index.css'
import 'virtual:meadow-theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import '#src/ui/theme/meadow.css'
import { paths } from '#src/paths.ts'
import { dropEarlySurface } from '#src/ui/editor/early-surface.ts'
import { startTheme } from '#src/ui/theme/theme.ts'
import { App } from './App.tsx'
import './app.css'
import { startBackend } from './backend.ts'
import { preloadPage, routes } from './routes.tsx'

/** The console's front door: the page's script and the backend come side by side. */
export async function startConsole(element: HTMLElement): Promise<void> {
  startTheme()
  preloadPage(window.location.pathname)
  const root = createRoot(element)
  try {
    const backend = await startBackend()
    // Not before: the backend takes what only it understands out of the address.
    const router = createBrowserRouter(routes)
    router.subscribe(({ location }) => {
      if (location.pathname !== paths.componentNew) dropEarlySurface()
    })
    root.render(
      <StrictMode>
        <App backend={backend} router={router} />
      </StrictMode>,
    )
  } catch (error) {
    dropEarlySurface()
    const { StartFailure } = await import('./StartFailure.tsx')
    root.render(<StartFailure error={error} />)
  }
}
