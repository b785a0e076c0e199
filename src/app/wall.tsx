import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { WallPage } from '#src/pages/wall/WallPage.tsx'
import { ConnectionProvider } from '#src/queries/connection.tsx'
import { DemoProvider } from '#src/queries/demo.ts'
import { startBackend } from './backend.ts'
import { createQueryClient } from './query-client.ts'

/** The wall's own front door: no kit, no router (docs/decisions/004-two-front-doors.md). */
export async function startWall(root: HTMLElement): Promise<void> {
  const backend = await startBackend()
  document.title = 'Meadow wall'
  createRoot(root).render(
    <QueryClientProvider client={createQueryClient()}>
      <ConnectionProvider connection={backend.connection}>
        <DemoProvider demo={backend.demo}>
          <WallPage />
        </DemoProvider>
      </ConnectionProvider>
    </QueryClientProvider>,
  )
}
