import { createServer, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { pageHeaders } from '../page-policy.ts'
import { loadStaticFiles, type StaticFiles } from '../static-files.ts'
import { answerTo, mayConnect, openPath, type Answer } from './gate.ts'
import { createLaunchPass, type LaunchPass } from './launch-pass.ts'

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`: what may connect, and nothing secret. */
  readonly origin: string
  /** The address with the token of this launch: whoever has it has the data. */
  readonly url: string
  /** An address for one opening within a minute, fit for a command line. */
  readonly openingUrl: () => string
  /** How many windows are connected now. */
  readonly connections: () => number
  /** Called when a window connects or goes. Returns how to stop. */
  readonly onConnectionsChange: (listener: () => void) => () => void
  readonly close: () => Promise<void>
}

export interface LoopbackServerOptions {
  /** Takes over a connection that passed the gate. */
  readonly serve: (socket: WebSocket) => void
  /** The built window: a folder with an `index.html`. */
  readonly rendererFolder: string
  /** Any free port when absent, which is the rule. */
  readonly port?: number
}

/** A spreadsheet of 64 MB, the most that an import takes, plus what wraps it. */
const maxMessageBytes = 65 * 1024 * 1024

/**
 * Serves the window and the connection to the core to this computer alone: bound to 127.0.0.1, guarded by `gate.ts`.
 * Rejects when the window is not built or the port is taken.
 */
export async function startServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  const files = await loadStaticFiles(options.rendererFolder)
  const pass = createLaunchPass()
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxMessageBytes,
    perMessageDeflate: false,
  })
  const server = createServer()
  const port = await listen(server, options.port ?? 0)
  const host = `127.0.0.1:${port}`
  const origin = `http://${host}`
  const headers = pageHeaders([`ws://${host}`])

  server.on('request', (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    respond(response, answerTo(request, host, pass), { files, origin, pass })
  })
  server.on('upgrade', (request, stream: Duplex, head) => {
    if (!mayConnect(request, host, pass)) return refuseUpgrade(stream)
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket))
  })

  const listeners = new Set<() => void>()
  const changed = () => listeners.forEach((listener) => listener())
  sockets.on('connection', (socket) => {
    // ws closes a connection that breaks the protocol or sends too much, and also reports it: closing is the answer.
    socket.on('error', () => socket.terminate())
    socket.on('close', changed)
    options.serve(socket)
    changed()
  })

  return {
    origin,
    url: addressWithToken(origin, pass),
    openingUrl: () => openingUrl(origin, pass),
    connections: () => sockets.clients.size,
    onConnectionsChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => closeAll(server, sockets),
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('A TCP server has no port')
      resolve(address.port)
    })
  })
}

interface Served {
  readonly files: StaticFiles
  readonly origin: string
  readonly pass: LaunchPass
}

function respond(response: ServerResponse, answer: Answer, served: Served): void {
  switch (answer.kind) {
    case 'refuse':
      if (answer.status === 405) response.setHeader('Allow', 'GET, HEAD')
      return plain(response, answer.status)
    case 'file': {
      const file = served.files.get(answer.path)
      if (file === undefined) return plain(response, 404)
      return send(response, 200, file.type, file.bytes)
    }
    case 'launch': {
      const url = openingUrl(served.origin, served.pass)
      return send(response, 200, 'application/json', JSON.stringify({ url }))
    }
    case 'open':
      if (!served.pass.redeemCode(answer.code)) return plain(response, 403)
      response.setHeader('Location', addressWithToken(served.origin, served.pass))
      return plain(response, 303)
  }
}

function addressWithToken(origin: string, pass: LaunchPass): string {
  return `${origin}/?token=${pass.token}`
}

function openingUrl(origin: string, pass: LaunchPass): string {
  return `${origin}${openPath}?code=${pass.issueCode()}`
}

function plain(response: ServerResponse, status: number): void {
  send(response, status, 'text/plain; charset=utf-8', `${status}\n`)
}

/** Node leaves the body out by itself when the request is HEAD. */
function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }).end(body)
}

function refuseUpgrade(stream: Duplex): void {
  stream.on('error', () => stream.destroy()) // the other side may already be gone
  stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
}

async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  for (const socket of sockets.clients) socket.close(1001) // going away
  server.closeAllConnections()
  setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate()
  }, 1000).unref()
  await closed
}
