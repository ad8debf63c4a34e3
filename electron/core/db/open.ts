import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import RawConnection, { type Database as RawDatabase } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import type { Log } from '#core/ports/ports.ts'
import { migrate, versionOf, type Migration } from './migrate.ts'
import type { Database } from './schema.ts'
import { installSqlFunctions } from './sql-functions.ts'

/** Marks a SQLite file as an office file: "Esca" in the header, at byte 68. */
const applicationId = 0x45_73_63_61
/** The WAL-reset bug, which could corrupt a file, was mended in 3.51.3. */
const oldestSqlite = [3, 51, 3] as const

export interface OpenOptions {
  readonly path: string
  /** 32 bytes; without it the file is ordinary SQLite. */
  readonly key?: Uint8Array
  readonly migrations: readonly Migration[]
  readonly log: Log
}

/** The connections to one office file: one writes, the other reads, so that a long write never blocks a list. */
export interface Connections {
  readonly path: string
  readonly raw: RawDatabase
  readonly rawReader: RawDatabase
  readonly write: Kysely<Database>
  readonly read: Kysely<Database>
  readonly schemaVersion: number
  close(): Promise<void>
}

/**
 * Creates an office file that does not exist yet.
 * @throws DomainError `office-exists`, `folder-missing`, `folder-read-only`, `disk-full`
 */
export function createOfficeFile(options: OpenOptions): Connections {
  if (existsSync(options.path)) throw new DomainError('office-exists', { path: options.path })
  if (!existsSync(dirname(options.path)))
    throw new DomainError('folder-missing', { path: dirname(options.path) })
  return connect(options, (raw) => raw.pragma(`application_id = ${applicationId}`))
}

/**
 * Opens an office file and brings it to the newest version. Nothing is changed in a file that is refused.
 * @throws DomainError `office-missing`, `office-not-ours`, `office-newer`, `office-damaged`, `office-key-wrong`,
 *   `office-locked`, `folder-read-only`
 */
export function openOfficeFile(options: OpenOptions): Connections {
  if (!existsSync(options.path)) throw new DomainError('office-missing', { path: options.path })
  if (options.key === undefined) assertOurs(options.path)
  return connect(options, (raw) => {
    if (Number(raw.pragma('application_id', { simple: true })) !== applicationId)
      throw new DomainError('office-not-ours', { path: options.path })
  })
}

/**
 * Opens an office file that this application already holds open, to read it from another thread: the settings are
 * the same, both connections are one, and it refuses to write. Nothing is upgraded.
 * @throws DomainError `office-missing`, `office-not-ours`, `office-damaged`, `office-key-wrong`, `office-locked`
 */
export function openForReading(options: Omit<OpenOptions, 'migrations'>): Connections {
  if (!existsSync(options.path)) throw new DomainError('office-missing', { path: options.path })
  // the header is not looked at with another handle: closing that one would drop the locks of the open connections
  const opened: RawDatabase[] = []
  try {
    const raw = openRaw(options, true)
    opened.push(raw)
    assertSqliteVersion(raw)
    if (Number(raw.pragma('application_id', { simple: true })) !== applicationId)
      throw new DomainError('office-not-ours', { path: options.path })
    applySettings(raw)
    raw.pragma('query_only = ON')
    if (raw.pragma('query_only', { simple: true }) !== 1) throw new Error('PRAGMA query_only did not take')
    installSqlFunctions(raw)
    const read = kyselyOver(raw, options.log)
    const schemaVersion = versionOf(raw)
    return {
      path: options.path,
      raw,
      rawReader: raw,
      write: read,
      read,
      schemaVersion,
      close: () => read.destroy(),
    }
  } catch (error) {
    for (const connection of opened) connection.close()
    throw refusalOf(error, options)
  }
}

function connect(options: OpenOptions, prepare: (raw: RawDatabase) => void): Connections {
  const opened: RawDatabase[] = []
  try {
    const raw = openRaw(options)
    opened.push(raw)
    assertSqliteVersion(raw)
    prepare(raw)
    applySettings(raw)
    migrate(raw, options.migrations, () => raw.pragma('wal_checkpoint(TRUNCATE)'))
    const rawReader = openRaw(options)
    opened.push(rawReader)
    applySettings(rawReader)
    rawReader.pragma('query_only = ON')
    for (const connection of opened) installSqlFunctions(connection)
    return joinConnections(options, raw, rawReader)
  } catch (error) {
    for (const connection of opened) connection.close()
    throw refusalOf(error, options)
  }
}

function joinConnections(options: OpenOptions, raw: RawDatabase, rawReader: RawDatabase): Connections {
  const write = kyselyOver(raw, options.log)
  const read = kyselyOver(rawReader, options.log)
  return {
    path: options.path,
    raw,
    rawReader,
    write,
    read,
    schemaVersion: versionOf(raw),
    close: async () => {
      // Kysely closes only what it has used; the last connection to close folds the log into the file
      await read.destroy()
      if (rawReader.open) rawReader.close()
      await write.destroy()
      if (raw.open) raw.close()
    },
  }
}

function openRaw(options: Pick<OpenOptions, 'path' | 'key'>, readonly = false): RawDatabase {
  const raw = new RawConnection(options.path, { readonly })
  if (options.key !== undefined) {
    raw.pragma(`cipher = 'aegis'`)
    raw.pragma(`key = 'raw:${Buffer.from(options.key).toString('hex')}'`)
  }
  return raw
}

/** Set on every connection and read back: a setting that silently did not take would cost acknowledged work. */
const settings: readonly (readonly [name: string, set: string, expected: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2], // the library's own default becomes NORMAL on the second start
  ['foreign_keys', 'ON', 1],
  ['busy_timeout', '5000', 5000],
  ['secure_delete', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['temp_store', 'MEMORY', 2], // temporary tables hold personal data: never a file beside an encrypted one
]

function applySettings(raw: RawDatabase): void {
  for (const [name, value, expected] of settings) {
    raw.pragma(`${name} = ${value}`)
    const actual = raw.pragma(name, { simple: true })
    if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)} instead of ${expected}`)
  }
}

/** The settings of a connection as they are, for the self-check. */
export function readSettings(raw: RawDatabase): Readonly<Record<string, unknown>> {
  return Object.fromEntries(settings.map(([name]) => [name, raw.pragma(name, { simple: true })]))
}

function assertSqliteVersion(raw: RawDatabase): void {
  const version = String(raw.prepare('SELECT sqlite_version()').pluck().get())
  const parts = version.split('.').map(Number)
  for (const [index, least] of oldestSqlite.entries()) {
    const part = parts[index] ?? 0
    if (part > least) return
    if (part < least) throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`)
  }
}

/** Looks at the header before SQLite does, so that a file that is not ours is left untouched. */
function assertOurs(path: string): void {
  if (!statSync(path).isFile()) throw new DomainError('office-not-ours', { path })
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    const length = readSync(file, header, 0, 100, 0)
    const isOurs =
      length === 100 &&
      header.toString('latin1', 0, 15) === 'SQLite format 3' &&
      header.readUInt32BE(68) === applicationId
    if (!isOurs) throw new DomainError('office-not-ours', { path })
  } finally {
    closeSync(file)
  }
}

function refusalOf(error: unknown, { path, key }: Pick<OpenOptions, 'path' | 'key'>): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code.startsWith('SQLITE_NOTADB'))
    return new DomainError(key === undefined ? 'office-not-ours' : 'office-key-wrong', { path })
  if (code.startsWith('SQLITE_CORRUPT')) return new DomainError('office-damaged', { path })
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new DomainError('office-locked', { path })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new DomainError('folder-read-only', { path: dirname(path) })
  if (code.startsWith('SQLITE_FULL')) return new DomainError('disk-full', { path })
  return error
}

const slowQueryMs = 40

function kyselyOver(raw: RawDatabase, log: Log): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new SqliteDialect({ database: raw }),
    log: (event) => {
      if (event.queryDurationMillis > slowQueryMs)
        log.info('slow-query', {
          sql: event.query.sql.slice(0, 200),
          ms: Math.round(event.queryDurationMillis),
        })
    },
  })
}
