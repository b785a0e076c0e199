import { QueryClient } from '@tanstack/react-query'

const tenMinutes = 600_000

/** The scheduler retries and knows when nothing can be sent, so that Query does neither. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', gcTime: tenMinutes, refetchOnReconnect: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
