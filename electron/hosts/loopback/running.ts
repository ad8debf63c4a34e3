import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { ok, refuse, type Refusal, type Result } from '#shared/domain/result.ts'
import { parseRecord, type RunningRecord } from './running-record.ts'

/**
 * Which office files are open in which running host of this user, so that a second start shows the running one. One
 * file of JSON for each office file, and one called `default` for the host that a start without a file belongs to.
 */
export interface RunningHosts {
  /**
   * Takes the place of the host of an office file, or finds who has it. A place whose host is dead is taken over.
   * Of two starts at the same time one takes it, and the other waits until the first can be reached.
   * Refused with `silent` when the host lives and does not answer.
   */
  readonly take: (key: string, own: RunningRecord) => Promise<Result<Taken, Refusal<'silent'>>>
  /** Writes or rewrites our own record, whoever had the place. */
  readonly put: (key: string, own: RunningRecord) => void
  /** Leaves the place, if it is still ours. */
  readonly leave: (key: string, own: RunningRecord) => void
  /**
   * Takes the first of the window's profiles that no living host uses, `profile-1` most of the time, and gives its key.
   * Each host needs one of its own: a browser that finds its profile in use hands the window over and ends at once.
   */
  readonly takeProfile: (own: RunningRecord) => string
}

export type Taken =
  | { readonly kind: 'taken' }
  /** `openingUrl` opens a window on the running host, once. */
  | { readonly kind: 'running'; readonly record: RunningRecord; readonly openingUrl: string }

/** How long a host that has taken its place may need before it can be reached. */
const startingMs = 30_000
/** How long a living host may be too busy to answer. */
const answerMs = 10_000

export const defaultKey = 'default'

/** The key of an office file: the same however its path is written. */
export function officeKey(path: string): string {
  return createHash('sha256').update(realpathSync.native(path)).digest('hex').slice(0, 32)
}

export function openRunningHosts(stateFolder: string): RunningHosts {
  const folder = join(stateFolder, 'running')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const fileOf = (key: string) => join(folder, `${key}.json`)
  return {
    take: (key, own) => take(folder, fileOf(key), own),
    put: (key, own) => alone(folder, () => write(fileOf(key), own)),
    takeProfile: (own) =>
      alone(folder, () => {
        for (let number = 1; ; number += 1) {
          const key = `profile-${number}`
          const user = read(fileOf(key))
          if (user === undefined || user.pid === own.pid || !isAlive(user.pid)) {
            write(fileOf(key), own)
            return key
          }
        }
      }),
    leave: (key, own) =>
      alone(folder, () => {
        if (read(fileOf(key))?.pid === own.pid) rmSync(fileOf(key), { force: true })
      }),
  }
}

async function take(
  folder: string,
  file: string,
  own: RunningRecord,
): Promise<Result<Taken, Refusal<'silent'>>> {
  for (;;) {
    const other = alone(folder, () => {
      const found = read(file)
      if (found === undefined || found.pid === own.pid) write(file, own)
      return found?.pid === own.pid ? undefined : found
    })
    if (other === undefined) return ok({ kind: 'taken' })
    const state = await stateOf(folder, file, other)
    if (state.kind === 'running') return ok(state)
    if (state.kind === 'silent') return refuse('silent', { pid: other.pid })
    alone(folder, () => {
      // Another start may have taken over meanwhile: only what was found dead is removed.
      if (JSON.stringify(read(file)) === JSON.stringify(other)) rmSync(file, { force: true })
    })
  }
}

type HostState = Extract<Taken, { kind: 'running' }> | { readonly kind: 'dead' } | { readonly kind: 'silent' }

async function stateOf(folder: string, file: string, found: RunningRecord): Promise<HostState> {
  const giveUpAt = Date.now() + startingMs
  let record = found
  while (record.url === undefined) {
    if (!isAlive(record.pid) || Date.now() > giveUpAt) return { kind: 'dead' }
    await sleep(100)
    const now = alone(folder, () => read(file))
    if (now?.pid !== found.pid) return { kind: 'dead' }
    record = now
  }
  return isAlive(record.pid) ? ask(record, record.url) : { kind: 'dead' }
}

/** Asks the host for an address, which proves that it is the one that wrote the record: it knows the token. */
async function ask(record: RunningRecord, url: string): Promise<HostState> {
  const { origin, searchParams } = new URL(url)
  try {
    const response = await fetch(`${origin}/launch`, {
      headers: { authorization: `Bearer ${searchParams.get('token')}` },
      signal: AbortSignal.timeout(answerMs),
      redirect: 'error',
    })
    const answer: unknown = response.ok ? await response.json() : undefined
    const openingUrl =
      typeof answer === 'object' && answer !== null && 'url' in answer ? answer.url : undefined
    return typeof openingUrl === 'string' && openingUrl.startsWith(`${origin}/`)
      ? { kind: 'running', record, openingUrl }
      : { kind: 'dead' } // something else listens on that port now
  } catch (error) {
    return { kind: error instanceof DOMException && error.name === 'TimeoutError' ? 'silent' : 'dead' }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, under another user who shares the folder.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function read(file: string): RunningRecord | undefined {
  try {
    return parseRecord(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Readers see the record before or the record after, never half of one. Others cannot read it: it holds the token. */
function write(file: string, record: RunningRecord): void {
  const draft = `${file}.${process.pid}.draft`
  writeFileSync(draft, JSON.stringify(record), { mode: 0o600 })
  renameSync(draft, file)
}

/**
 * Runs a few milliseconds of work while no other start looks at the records. SQLite serves as the lock because the system
 * itself releases its lock when a process dies, on all three systems; lock files of one's own stay behind.
 */
function alone<T>(folder: string, work: () => T): T {
  const lock = new DatabaseSync(join(folder, 'lock.db'))
  try {
    lock.exec('PRAGMA busy_timeout = 5000; BEGIN EXCLUSIVE')
    return work()
  } finally {
    lock.close()
  }
}
