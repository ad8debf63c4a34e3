import type { SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { AppContext } from './context.ts'
import { router } from './router.ts'

/** Answers the calls that come through one message port, until it closes. */
export function servePort(app: { readonly context: AppContext }, port: SupportedMessagePort): void {
  const handler = new RPCHandler(router)
  handler.upgrade(port, { context: app.context })
}
