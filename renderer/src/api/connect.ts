import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'

type Link = ClientLink<ClientContext>

/** The way to the core; the moment it is lost, because the application was closed or stopped; and that it is back. */
export interface Connection {
  readonly link: Link
  readonly onLost: (listener: () => void) => () => void
  readonly onBack: (listener: () => void) => () => void
}

const tokenKey = 'escale.token'
const goingAway = 1001
const retryMs = 250
const patienceMs = 5_000

/** In Electron a message port, in a browser a socket to the loopback host. Nothing else in the window knows which. */
export function connect(): Connection {
  return window.escale?.isDesktop === true ? connectByPort() : connectBySocket()
}

function connectByPort(): Connection {
  const { port1, port2 } = new MessageChannel()
  window.postMessage('escale:connect', window.location.origin, [port2])
  port1.start()
  const lost = createSignal()
  port1.addEventListener('close', lost.tell)
  return { link: new PortLink({ port: port1 }), onLost: lost.listen, onBack: () => () => undefined }
}

/**
 * A browser closes the sockets of a computer that goes to sleep, though the host is still there when it wakes: the window
 * connects anew before it says that Escale has stopped. What is asked meanwhile waits.
 */
function connectBySocket(): Connection {
  const address = `ws://${window.location.host}/rpc?token=${encodeURIComponent(takeToken())}`
  const lost = createSignal()
  const back = createSignal()
  let link = open()
  return {
    link: { call: async (path, input, options) => await (await link).call(path, input, options) },
    onLost: lost.listen,
    onBack: back.listen,
  }

  function open(sinceMs?: number): Promise<Link> {
    return new Promise((resolve) => {
      const socket = new WebSocket(address)
      const opened = new SocketLink({ websocket: socket })
      let isOpen = false
      socket.addEventListener('open', () => {
        isOpen = true
        resolve(opened)
        if (sinceMs !== undefined) back.tell()
      })
      socket.addEventListener('close', ({ code }) => {
        const now = performance.now()
        const since = isOpen ? now : sinceMs
        if (code === goingAway || since === undefined || now - since > patienceMs) return lost.tell()
        const next = new Promise<Link>((found) => {
          setTimeout(() => found(open(since)), isOpen ? 0 : retryMs)
        })
        if (isOpen) link = next
        else resolve(next)
      })
    })
  }
}

function createSignal() {
  const target = new EventTarget()
  return {
    tell: () => void target.dispatchEvent(new Event('told')),
    listen: (listener: () => void) => {
      target.addEventListener('told', listener)
      return () => target.removeEventListener('told', listener)
    },
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
