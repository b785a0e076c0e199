import { createContext, type ReactNode, useContext } from 'react'

export interface FailureActions {
  /** Fetches new credentials. Absent where there is no way to renew them. */
  renewSession?: () => Promise<void>
}

const FailureActionsContext = createContext<FailureActions>({})

/** What failure views may offer beyond Retry; given once by the app. */
export function FailureActionsProvider({
  actions,
  children,
}: {
  actions: FailureActions
  children: ReactNode
}) {
  return <FailureActionsContext value={actions}>{children}</FailureActionsContext>
}

export const useFailureActions = () => useContext(FailureActionsContext)
