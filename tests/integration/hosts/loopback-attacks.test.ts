import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { startServer, type LoopbackServer } from '../../../electron/hosts/loopback/server.ts'

let folder: string
let server: LoopbackServer
let host: string
let token: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escale-loopback-'))
  await mkdir(join(folder, 'window', 'assets'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'the names of students')
  await writeFile(join(folder, 'window', 'index.html'), '<!doctype html><title>Escale</title>')
  await writeFile(join(folder, 'window', 'assets', 'app.js'), 'export const name = "Escale"')
  await symlink(join(folder, 'secret.txt'), join(folder, 'window', 'linked.txt'))
  await symlink(folder, join(folder, 'window', 'up'))
  server = await startServer({
    rendererFolder: join(folder, 'window'),
    serve: (socket) =>
      socket.on('message', (data, isBinary) => {
        socket.send(data, { binary: isBinary })
      }),
  })
  host = new URL(server.origin).host
  token = new URL(server.url).searchParams.get('token') ?? ''
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Sends a request as written: unlike fetch, `node:http` resolves no `..` and lets the host be forged. */
function get(
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Got> {
  const port = new URL(server.origin).port
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
      .on('error', reject)
      .end()
  })
}

/** Sends bytes of our own over a bare connection and gives what comes back until it closes. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1', () => socket.write(text))
    let answer = ''
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk))
    socket.on('close', () => resolve(answer)).on('error', reject)
  })
}

type Connected = { readonly socket: WebSocket; readonly status: 101 } | { readonly status: number }

function connectAs(options: { path?: string; headers?: Record<string, string> } = {}): Promise<Connected> {
  const path = options.path ?? `/rpc?token=${token}`
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${host}${path}`, {
      headers: { origin: server.origin, ...options.headers },
    })
    socket.on('open', () => resolve({ socket, status: 101 }))
    socket.on('unexpected-response', (_, response) => resolve({ status: response.statusCode ?? 0 }))
    socket.on('error', reject)
  })
}

async function connectedSocket(): Promise<WebSocket> {
  const connected = await connectAs()
  if (!('socket' in connected)) throw new Error(`Not let in: ${connected.status}`)
  return connected.socket
}

function echo(socket: WebSocket, message: string | Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    socket.once('message', (data: Buffer) => resolve(data.length))
    socket.once('close', reject)
    socket.send(message)
  })
}

const closeCode = (socket: WebSocket) =>
  new Promise<number>((resolve) => {
    socket.on('error', () => {}) // the server resets what it did not read; the close that follows is awaited
    socket.once('close', resolve)
  })

describe('the window', () => {
  test('is served with a strict policy and leaves nothing in a cache', async () => {
    const { status, headers, body } = await get('/')
    expect({ status, body }).toEqual({ status: 200, body: '<!doctype html><title>Escale</title>' })
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws://${host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(headers['set-cookie']).toBeUndefined()
  })

  test('no answer opens it to other origins, refusals included', async () => {
    const headers = { origin: 'https://example.org' }
    for (const answer of [await get('/', { headers }), await get('/', { headers, method: 'OPTIONS' })]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
  })

  test('scripts have their type, and HEAD gives the headers alone', async () => {
    expect((await get('/assets/app.js')).headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(await get('/assets/app.js', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
  })

  test.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/./index.html',
    '/assets/',
    '/assets',
    '/linked.txt',
    '/up/secret.txt',
    '/index.html%00.js',
    '/__proto__',
    '/constructor',
  ])('%s is not found', async (path) => {
    const { status, body } = await get(path)
    expect(status).toBe(404)
    expect(body).not.toContain('names of students')
  })

  test.each(['POST', 'PUT', 'DELETE'])('%s is refused and says what is allowed', async (method) => {
    expect(await get('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  test('a rebound name and localhost are refused', async () => {
    const port = new URL(server.origin).port
    for (const forged of [`evil.example:${port}`, `localhost:${port}`, '127.0.0.1', `[::1]:${port}`]) {
      expect((await get('/', { headers: { host: forged } })).status).toBe(403)
    }
  })

  test('two hosts, none, or a whole address as target are refused', async () => {
    expect(await raw(`GET / HTTP/1.1\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4/)
    expect(
      await raw(`GET / HTTP/1.1\r\nHost: evil.example\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    ).toMatch(/^HTTP\/1\.1 4/)
    expect(await raw(`GET http://${host}/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400/,
    )
  })

  test('it cannot be reached through the network cards, nor through IPv6', async () => {
    const port = Number(new URL(server.origin).port)
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => !address.internal && address.family === 'IPv4')
      .map(({ address }) => address)
    for (const address of ['::1', ...others]) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect(port, address, () => resolve(true))
        socket.on('error', () => resolve(false))
      })
      expect({ address, reached }).toEqual({ address, reached: false })
    }
  })
})

describe('the connection to the core', () => {
  test('our page is let in, and what it sends arrives', async () => {
    const socket = await connectedSocket()
    expect(server.connections()).toBe(1)
    expect(await echo(socket, 'bonjour')).toBe(7)
    const closed = closeCode(socket)
    socket.close()
    await closed
    await expect.poll(() => server.connections()).toBe(0)
  })

  test.each<[string, () => { path?: string; headers?: Record<string, string> }]>([
    ['a missing token', () => ({ path: '/rpc' })],
    ['a wrong token', () => ({ path: `/rpc?token=${randomBytes(32).toString('base64url')}` })],
    ['a foreign origin', () => ({ headers: { origin: 'https://example.org' } })],
    [
      'our machine under another name',
      () => ({ headers: { origin: server.origin.replace('127.0.0.1', 'localhost') } }),
    ],
    ['a null origin', () => ({ headers: { origin: 'null' } })],
    ['a rebound host', () => ({ headers: { host: host.replace('127.0.0.1', 'evil.example') } })],
    ['localhost', () => ({ headers: { host: host.replace('127.0.0.1', 'localhost') } })],
    ['another path', () => ({ path: `/?token=${token}` })],
    ['a path below', () => ({ path: `/rpc/x?token=${token}` })],
  ])('%s is refused', async (_, options) => {
    expect((await connectAs(options())).status).toBe(403)
    expect(server.connections()).toBe(0)
  })

  test('no origin is refused', async () => {
    const answer = await raw(
      `GET /rpc?token=${token} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  })

  test('a spreadsheet of 64 MB passes; a larger message ends its connection and nothing else', async () => {
    const neighbour = await connectedSocket()
    const socket = await connectedSocket()
    expect(await echo(socket, Buffer.alloc(64 * 1024 * 1024 + 4096))).toBe(64 * 1024 * 1024 + 4096)
    const closed = closeCode(socket)
    socket.send(Buffer.alloc(66 * 1024 * 1024))
    expect([1006, 1009]).toContain(await closed)
    expect(await echo(neighbour, 'still here')).toBe(10)
    neighbour.close()
  })

  test('a frame that breaks the protocol ends its connection alone', async () => {
    const answer = await raw(
      `GET /rpc?token=${token} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${server.origin}\r\nConnection: Upgrade\r\n` +
        `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n` +
        '\u007f\u007fnot a frame',
    )
    expect(answer).toMatch(/^HTTP\/1\.1 101 /)
    expect((await get('/')).status).toBe(200)
  })
})

describe('addresses for one opening', () => {
  test('the address leads to the token once', async () => {
    const { pathname, search } = new URL(server.openingUrl())
    const first = await get(`${pathname}${search}`)
    expect([first.status, first.headers.location]).toEqual([303, server.url])
    expect((await get(`${pathname}${search}`)).status).toBe(403)
    expect((await get(pathname)).status).toBe(403)
  })

  test('a second start gets such an address with the token, and nobody gets one without', async () => {
    expect((await get('/launch')).status).toBe(403)
    const { body } = await get('/launch', { headers: { authorization: `Bearer ${token}` } })
    expect(body).not.toContain(token)
    const answer: unknown = JSON.parse(body)
    expect(answer).toEqual({ url: expect.stringContaining(`${server.origin}/open?code=`) })
  })
})

describe('starting and ending', () => {
  test('a folder without a window is refused by name', async () => {
    await expect(
      startServer({ serve: () => {}, rendererFolder: join(folder, 'window', 'assets') }),
    ).rejects.toThrow(/index\.html/)
  })

  test('a port that is taken is refused', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => {
      taken.listen(0, '127.0.0.1', resolve)
    })
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await expect(
      startServer({ serve: () => {}, rendererFolder: join(folder, 'window'), port }),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' })
    taken.close()
  })

  test('closing ends the connections and tells their windows that it went away', async () => {
    const other = await startServer({ serve: () => {}, rendererFolder: join(folder, 'window') })
    const url = new URL(other.url)
    const socket = new WebSocket(`ws://${url.host}/rpc${url.search}`, { headers: { origin: other.origin } })
    await new Promise((resolve) => {
      socket.once('open', resolve)
    })
    const closed = closeCode(socket)
    await other.close()
    expect(await closed).toBe(1001)
  })
})
