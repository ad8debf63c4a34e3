import { RPCHandler } from '@orpc/server/ws'
import type { WebSocket } from 'ws'
import type { AppContext } from './context.ts'
import { router } from './router.ts'

/** Answers the calls that come through one socket, until it closes. */
export function serveWebSocket(app: { readonly context: AppContext }, socket: WebSocket): void {
  const handler = new RPCHandler(router)
  void handler.upgrade(socket, { context: app.context }) // it never fails: what a call throws goes to its caller
}
