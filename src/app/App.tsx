import I18nProvider from '@cloudscape-design/components/i18n'
import messages from '@cloudscape-design/components/i18n/messages/all.en'
import { QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type createBrowserRouter, RouterProvider } from 'react-router'
import { ConnectionProvider } from '#src/queries/connection.tsx'
import { DemoProvider } from '#src/queries/demo.ts'
import { CommandRegion } from '#src/ui/CopyCalls.tsx'
import { FailureActionsProvider } from '#src/ui/failure/failure-actions.tsx'
import { NotificationProvider } from '#src/ui/notifications.tsx'
import type { Backend } from './backend.ts'
import { ConnectionChoicesContext } from './connection-choice.ts'
import { createQueryClient } from './query-client.ts'

interface AppProps {
  backend: Backend
  router: ReturnType<typeof createBrowserRouter>
}

/** Everything that pages stand on. */
export function App({ backend, router }: AppProps) {
  const { connection, demo, choices } = backend
  const [client] = useState(createQueryClient)
  const actions = useMemo(
    () => ({
      renewSession: async () => {
        await connection.session.renew()
      },
    }),
    [connection],
  )
  return (
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={client}>
        <ConnectionProvider connection={connection}>
          <DemoProvider demo={demo}>
            <ConnectionChoicesContext value={choices}>
              <FailureActionsProvider actions={actions}>
                <NotificationProvider>
                  <CommandRegion value={connection.config.region}>
                    <RouterProvider router={router} />
                  </CommandRegion>
                </NotificationProvider>
              </FailureActionsProvider>
            </ConnectionChoicesContext>
          </DemoProvider>
        </ConnectionProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}
