import type { Database as RawDatabase } from 'better-sqlite3'
import { DomainError } from '#shared/domain/errors.ts'
import { installJournal } from './journal.ts'

export interface Migration {
  readonly version: number
  readonly up: (db: RawDatabase) => void
}

export function versionOf(db: RawDatabase): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/**
 * Brings the file to the newest version, each step and its version in one transaction (Kysely's own Migrator
 * leaves half a step behind when it fails on SQLite); a new file in one. `beforeUpgrade` is called once, when an existing file is
 * about to change.
 * @throws DomainError `office-newer` when the file was written by a newer application.
 */
export function migrate(
  db: RawDatabase,
  migrations: readonly Migration[],
  beforeUpgrade: (fromVersion: number) => void,
): void {
  assertIncreasing(migrations)
  const current = versionOf(db)
  const newest = migrations.at(-1)?.version ?? 0
  if (current > newest) throw new DomainError('office-newer', { version: current, supported: newest })
  const pending = migrations.filter((migration) => migration.version > current)
  if (pending.length === 0) return
  if (current > 0) beforeUpgrade(current)
  // A new file has nothing to lose between two steps: all of them are one transaction, with one set of triggers.
  const groups = current === 0 ? [pending] : pending.map((migration) => [migration])
  for (const group of groups) {
    db.transaction(() => {
      for (const migration of group) migration.up(db)
      installJournal(db)
      db.pragma(`user_version = ${group.at(-1)?.version ?? current}`)
    }).immediate()
  }
}

function assertIncreasing(migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    const previous = migrations[index - 1]
    if (previous !== undefined && previous.version >= migration.version)
      throw new Error(`Migration ${migration.version} does not come after ${previous.version}`)
  }
}
