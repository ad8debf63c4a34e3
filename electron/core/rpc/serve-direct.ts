import { createRouterClient } from '@orpc/server'
import type { Client } from '#shared/contract/index.ts'
import type { AppContext } from './context.ts'
import { router } from './router.ts'

/** Calls the core from the same process: the command line and the tests. */
export function serveDirect(app: { readonly context: AppContext }): Client {
  return createRouterClient(router, { context: app.context })
}
