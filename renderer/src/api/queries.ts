import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import { client } from './client.ts'

/** Queries and mutations of every procedure; their keys come from here and nowhere else. */
export const api = createTanstackQueryUtils(client)

/** The core is on the same computer: data stays good until the core says that it changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
