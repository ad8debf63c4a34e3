import type { ClientContext } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'

type Link = PortLink<ClientContext> | SocketLink<ClientContext>

/** The way to the core, and the moment it is lost: the application was closed, or stopped. */
export interface Connection {
  readonly link: Link
  readonly onLost: (listener: () => void) => () => void
}

const tokenKey = 'escale.token'

/** In Electron a message port, in a browser a socket to the loopback host. Nothing else in the window knows which. */
export function connect(): Connection {
  return window.escale?.isDesktop === true ? connectByPort() : connectBySocket()
}

function connectByPort(): Connection {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('escale:connect', window.location.origin, [port2])
  port1.start()
  return { link: new PortLink({ port: port1 }), onLost: onClose(port1) }
}

function connectBySocket(): Connection {
  const socket = new WebSocket(`ws://${window.location.host}/rpc?token=${encodeURIComponent(takeToken())}`)
  return { link: new SocketLink({ websocket: socket }), onLost: onClose(socket) }
}

function onClose(target: EventTarget): Connection['onLost'] {
  return (listener) => {
    target.addEventListener('close', listener)
    return () => target.removeEventListener('close', listener)
  }
}

/** The token leaves the address bar at once; the tab keeps it, so that reloading the page works. */
function takeToken(): string {
  const address = new URL(window.location.href)
  const given = address.searchParams.get('token')
  if (given !== null) {
    sessionStorage.setItem(tokenKey, given)
    address.searchParams.delete('token')
    window.history.replaceState(null, '', address)
  }
  return given ?? sessionStorage.getItem(tokenKey) ?? ''
}

declare global {
  interface Window {
    /** Set by Electron's preload script; absent in a browser. */
    readonly escale?: { readonly isDesktop: boolean; readonly platform: string }
  }
}
