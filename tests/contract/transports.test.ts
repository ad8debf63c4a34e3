import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { MessageChannel } from 'node:worker_threads'
import { WebSocketServer } from 'ws'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveDirect } from '#core/rpc/serve-direct.ts'
import { servePort } from '#core/rpc/serve-port.ts'
import { serveWebSocket } from '#core/rpc/serve-websocket.ts'
import type { App } from '#core/app.ts'
import type { Client } from '#shared/contract/index.ts'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'

const overPort = (app: App): Client => {
  const { port1, port2 } = new MessageChannel()
  servePort(app, port2)
  port1.start()
  port2.start()
  onTestFinished(() => port1.close())
  return createORPCClient(new PortLink({ port: port1 }))
}

const overSocket = async (app: App): Promise<Client> => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) => serveWebSocket(app, socket))
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const socket = new WebSocket(`ws://127.0.0.1:${address.port}`)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  onTestFinished(() => {
    socket.close()
    server.close()
  })
  return createORPCClient(new SocketLink({ websocket: socket }))
}

const transports = [
  ['in the same process', (app: App) => serveDirect(app)],
  ['over a message port', overPort],
  ['over a WebSocket', overSocket],
] as const

describe.each(transports)('%s', (_name, clientOf) => {
  const start = async (): Promise<TestApp> => {
    const made = await aTestAppWithOffice()
    return { ...made, client: await clientOf(made.app) }
  }

  it('answers a call', async () => {
    const { client } = await start()
    expect((await client.office.status()).office).toMatchObject({
      name: 'Office',
      profile: 'telecom-paris',
      isSample: false,
    })
  })

  it('says why it refuses, with the facts', async () => {
    const { client } = await start()
    const refused = client.records.create({
      entity: 'institution',
      values: { name: 'X', kind: 'university', pic: '12' },
    })
    await expect(refused).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'record-invalid', data: { entity: 'institution', field: 'pic' } },
    })
  })

  it('tells nothing of a bug but its id', async () => {
    const { client, app } = await start()
    app.context.office.current().connections.rawReader.close()
    const failed = client.lists.page({ list: 'students', query: everything, offset: 0, limit: 10 })
    await expect(failed).rejects.toMatchObject({
      code: 'INTERNAL',
      message: 'internal',
      data: { id: expect.any(String) },
    })
  })

  it('refuses an input that is not of the contract', async () => {
    const { client } = await start()
    const wrong = client.lists.page({ list: 'students', query: everything, offset: -1, limit: 10 })
    await expect(wrong).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('takes a file in and gives a file out', async () => {
    const started = await start()
    await aRecord(started, 'student')
    const { client } = started
    const { jobId } = await client.jobs.start({ kind: 'export', format: 'students', params: {} })
    const result = await client.jobs.result({ jobId })
    if (result.kind !== 'export') throw new Error(result.kind)
    expect(result.file.name).toMatch(/\.xlsx$/)
    const bytes = new Uint8Array(await result.file.arrayBuffer())
    expect(Array.from(bytes.subarray(0, 2))).toEqual([0x50, 0x4b])
    const refused = client.office.openCopy({ file: new File([bytes], 'students.escale') })
    await expect(refused).rejects.toMatchObject({ data: { code: 'office-not-ours' } })
  })

  it('streams the events of a job to its end', async () => {
    const { client } = await start()
    const { jobId } = await client.jobs.start({
      kind: 'export',
      format: 'institutions-of-nowhere',
      params: {},
    })
    const events = []
    for await (const event of await client.jobs.watch({ jobId })) events.push(event)
    expect(events.at(-1)).toMatchObject({ type: 'failed', code: 'export-unknown' })
  })

  it('tells of a change, and stops when nobody listens any more', async () => {
    const started = await start()
    const { client } = started
    const stop = new AbortController()
    const versions: number[] = []
    const watching = (async () => {
      for await (const change of await client.office.changes(undefined, { signal: stop.signal })) {
        versions.push(change.version)
        if (versions.length === 2) break
      }
    })()
    await expect.poll(() => versions.length).toBe(1)
    await aRecord(started, 'student')
    await watching
    expect(versions).toHaveLength(2)
    stop.abort()
  })
})
