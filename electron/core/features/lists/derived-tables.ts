import type { Database as RawDatabase } from 'better-sqlite3'
import type { ListMoment } from './list-query.ts'

export type DerivedRow = readonly (string | number | null)[]

/**
 * Tables that pure rules work out from the office: a ledger, a statistic. They live in the reading connection alone
 * (schema `temp`) and are filled again when the office has changed, so that lists sort, filter, total and open them
 * like any other, and no result is ever stored.
 */
export interface DerivedGroup {
  /** The columns of each table as SQL declares them; the first may be the key. */
  readonly tables: Readonly<Record<string, string>>
  /** The rows of each table, in the order of its columns. */
  readonly compute: (raw: RawDatabase, moment: ListMoment) => Readonly<Record<string, Iterable<DerivedRow>>>
}

export interface DerivedTables {
  /** Brings up to date the tables that some SQL names (`temp.placeLedger`). */
  refreshFor(sql: string): void
  /** Forgets what was worked out: the office has changed. */
  forget(): void
}

/** The derived tables of one reading connection. */
export function createDerivedTables(
  raw: RawDatabase,
  groups: readonly DerivedGroup[],
  moment: () => ListMoment,
): DerivedTables {
  const fresh = new Map<DerivedGroup, string>()
  return {
    forget: () => fresh.clear(),
    refreshFor(sql) {
      for (const group of groups) {
        if (!Object.keys(group.tables).some((name) => sql.includes(`temp.${name}`))) continue
        const now = moment()
        const state = `${now.academicYear}|${now.today}|${now.words.language}`
        if (fresh.get(group) === state) continue
        fill(raw, group, group.compute(raw, now))
        fresh.set(group, state)
      }
    },
  }
}

/** The connection refuses to write anywhere, temporary tables included: it is allowed for this moment only. */
function fill(raw: RawDatabase, group: DerivedGroup, rows: ReturnType<DerivedGroup['compute']>): void {
  raw.pragma('query_only = OFF')
  try {
    for (const [name, columns] of Object.entries(group.tables)) {
      raw.exec(`DROP TABLE IF EXISTS temp."${name}"; CREATE TABLE temp."${name}" (${columns})`)
      insertAll(raw, name, rows[name] ?? [])
    }
  } finally {
    raw.pragma('query_only = ON')
  }
}

function insertAll(raw: RawDatabase, name: string, rows: Iterable<DerivedRow>): void {
  const width = Number(raw.prepare('SELECT count(*) FROM pragma_table_info(?)').pluck().get(name))
  const marks = Array.from({ length: width }, () => '?').join(', ')
  const insert = raw.prepare(`INSERT INTO temp."${name}" VALUES (${marks})`)
  const all = raw.transaction(() => {
    for (const row of rows) insert.run([...row])
  })
  all()
}
