// The typeface alone: this sheet has nothing of the kit but its fonts and a reset.
import '@cloudscape-design/global-styles/index.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { WallGuard, WallStumble } from '#src/pages/wall/WallGuard.tsx'
import { WallPage } from '#src/pages/wall/WallPage.tsx'
import { ConnectionProvider } from '#src/queries/connection.tsx'
import { DemoProvider } from '#src/queries/demo.ts'
import { startBackend } from './backend.ts'
import { createQueryClient } from './query-client.ts'

/** The wall's own front door: no kit, no router (docs/decisions/004-two-front-doors.md). */
export async function startWall(element: HTMLElement): Promise<void> {
  document.title = 'Meadow wall'
  const root = createRoot(element)
  try {
    const { connection, demo } = await startBackend()
    root.render(
      <QueryClientProvider client={createQueryClient()}>
        <ConnectionProvider connection={connection}>
          <DemoProvider demo={demo}>
            <WallGuard>
              <WallPage />
            </WallGuard>
          </DemoProvider>
        </ConnectionProvider>
      </QueryClientProvider>,
    )
  } catch (error) {
    root.render(<WallStumble error={error} />)
  }
}
