import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  defaultKey,
  officeKey,
  openRunningHosts,
  type RunningHosts,
} from '../../../electron/hosts/loopback/running.ts'
import { startServer, type LoopbackServer } from '../../../electron/hosts/loopback/server.ts'

let folder: string
let hosts: RunningHosts
let server: LoopbackServer
let others: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'escale-running-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Escale</title>')
  hosts = openRunningHosts(folder)
  server = await startServer({ serve: () => {}, rendererFolder: folder })
  others = []
})

afterEach(async () => {
  for (const other of others) other.kill()
  await server.close()
  await rm(folder, { recursive: true })
})

/** A process of ours that lives until the test is over: it stands for another host. */
function anotherPid(): number {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  others.push(other)
  return other.pid ?? 0
}

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

const own = { pid: process.pid, url: 'http://127.0.0.1:1/?token=own' }

test('a free place is taken', async () => {
  expect(await hosts.take(defaultKey, own)).toEqual({ ok: true, value: { kind: 'taken' } })
})

test('the place of a running host is not taken: a window can be opened on it', async () => {
  const record = {
    pid: anotherPid(),
    url: server.url,
    window: { browser: '/usr/bin/chromium', profile: '/profile' },
  }
  hosts.put(defaultKey, record)
  const taken = await hosts.take(defaultKey, own)
  expect(taken).toEqual({
    ok: true,
    value: { kind: 'running', record, openingUrl: expect.stringContaining(`${server.origin}/open?code=`) },
  })
})

test('the place of a dead process is taken over', async () => {
  hosts.put(defaultKey, { pid: deadPid(), url: server.url })
  expect(await hosts.take(defaultKey, own)).toEqual({ ok: true, value: { kind: 'taken' } })
})

test('a place is taken over when its process number now belongs to a program that is not ours', async () => {
  const wrongToken = `${server.origin}/?token=${'A'.repeat(43)}`
  hosts.put(defaultKey, { pid: anotherPid(), url: wrongToken })
  expect(await hosts.take(defaultKey, own)).toEqual({ ok: true, value: { kind: 'taken' } })
  hosts.put('closed', { pid: anotherPid(), url: 'http://127.0.0.1:1/?token=A' })
  expect(await hosts.take('closed', own)).toEqual({ ok: true, value: { kind: 'taken' } })
})

test('an address elsewhere, given by whoever listens on that port now, is not opened', async () => {
  const stranger = createServer((_, response) => {
    response.end(JSON.stringify({ url: 'https://example.org/open/x' }))
  })
  stranger.listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  const address = stranger.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  hosts.put(defaultKey, { pid: anotherPid(), url: `http://127.0.0.1:${port}/?token=A` })
  expect(await hosts.take(defaultKey, own)).toEqual({ ok: true, value: { kind: 'taken' } })
  stranger.close()
})

test('a start that meets another one still starting waits for it', async () => {
  const record = { pid: anotherPid() }
  hosts.put(defaultKey, record)
  const taking = hosts.take(defaultKey, own)
  setTimeout(() => hosts.put(defaultKey, { ...record, url: server.url }), 300)
  expect(await taking).toMatchObject({ ok: true, value: { kind: 'running', record: { url: server.url } } })
})

test('a start that meets one which gives up takes its place', async () => {
  const record = { pid: anotherPid() }
  hosts.put(defaultKey, record)
  const taking = hosts.take(defaultKey, own)
  setTimeout(() => hosts.leave(defaultKey, record), 300)
  expect(await taking).toEqual({ ok: true, value: { kind: 'taken' } })
})

test('leaving gives up only what is still ours', async () => {
  const other = { pid: anotherPid(), url: server.url }
  hosts.put(defaultKey, other)
  hosts.leave(defaultKey, own)
  expect(await hosts.take(defaultKey, own)).toMatchObject({ value: { kind: 'running' } })
  hosts.leave(defaultKey, other)
  expect(await hosts.take(defaultKey, own)).toEqual({ ok: true, value: { kind: 'taken' } })
})

test('of many processes that start at once after a crash, one takes the place', async () => {
  hosts.put(defaultKey, { pid: deadPid(), url: server.url })
  const source = `
    import { openRunningHosts } from ${JSON.stringify(import.meta.resolve('../../../electron/hosts/loopback/running.ts'))}
    const hosts = openRunningHosts(${JSON.stringify(folder)})
    const own = { pid: process.pid }
    const taken = await hosts.take('default', own)
    if (taken.value.kind === 'taken') hosts.put('default', { ...own, url: ${JSON.stringify(server.url)} })
    console.log(taken.value.kind)
    setTimeout(() => process.exit(), 5000) // the one that took it has to live while the others look`
  const kinds = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const start = spawn(process.execPath, ['--input-type=module', '-e', source])
      others.push(start)
      const [output] = await once(start.stdout, 'data')
      return String(output).trim()
    }),
  )
  expect(kinds.toSorted()).toEqual(['running', 'running', 'running', 'running', 'running', 'taken'])
})

test('each living host has a profile of its own, and those of dead ones serve again', () => {
  expect(hosts.takeProfile({ pid: anotherPid() })).toBe('profile-1')
  expect(hosts.takeProfile(own)).toBe('profile-2')
  hosts.put('profile-1', { pid: deadPid() })
  expect(hosts.takeProfile({ pid: anotherPid() })).toBe('profile-1')
})

test('records can be read by nobody else: they hold the token', async () => {
  hosts.put(defaultKey, own)
  expect(await isPrivate(join(folder, 'running'))).toBe(true)
  expect(await isPrivate(join(folder, 'running', 'default.json'))).toBe(true)
})

/** Windows keeps the folder of a user to that user by itself, and knows no such modes. */
async function isPrivate(path: string): Promise<boolean> {
  return process.platform === 'win32' || ((await stat(path)).mode & 0o077) === 0
}

test('an office file has one key, however its path is written', async () => {
  const path = join(folder, 'Bureau.escale')
  await writeFile(path, '')
  await symlink(path, join(folder, 'link.escale'))
  expect(officeKey(join(folder, 'link.escale'))).toBe(officeKey(path))
  expect(officeKey(`${folder}/./Bureau.escale`)).toBe(officeKey(path))
  expect(() => officeKey(join(folder, 'absent.escale'))).toThrow(/ENOENT/)
})
