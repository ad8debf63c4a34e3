import type { Database as RawDatabase, Statement } from 'better-sqlite3'
import { columnsOf } from './journal.ts'

/** A value as SQLite keeps it; booleans are stored as 0 and 1. */
export type SqlValue = string | number | null
export type BulkRow = Readonly<Record<string, SqlValue | boolean | undefined>>

/** Writes many rows of one table quickly: one prepared statement with the table's columns in order, values by position. */
export interface BulkWriter {
  insert(row: BulkRow): void
  /** Sets the given columns of one row, the others stay. */
  update(id: string, values: BulkRow): void
}

/**
 * Creates the writer of a table on a connection; use it inside `change`, so that the journal's triggers find an open
 * change. Nine times quicker than building each statement (measured with Kysely, row by row).
 */
export function createBulkWriter(raw: RawDatabase, table: string): BulkWriter {
  const columns = columnsOf(raw, table)
  if (columns.length === 0) throw new Error(`No table ${table}`)
  const quoted = columns.map((column) => `"${column}"`)
  const insertOne = raw.prepare(
    `INSERT INTO "${table}" (${quoted.join(', ')}) VALUES (${quoted.map(() => '?').join(', ')})`,
  )
  const updates = new Map<string, Statement>()
  const updateOf = (names: readonly string[]): Statement => {
    const key = names.join(',')
    const known = updates.get(key)
    if (known !== undefined) return known
    for (const name of names) if (!columns.includes(name)) throw new Error(`No column ${table}.${name}`)
    const made = raw.prepare(
      `UPDATE "${table}" SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`,
    )
    updates.set(key, made)
    return made
  }
  return {
    insert: (row) => {
      insertOne.run(columns.map((column) => stored(row[column])))
    },
    update: (id, values) => {
      const names = Object.keys(values)
      if (names.length > 0) updateOf(names).run([...names.map((name) => stored(values[name])), id])
    },
  }
}

/** Inserts rows into one table; columns that a row leaves out become NULL. */
export function insertRows(raw: RawDatabase, table: string, rows: Iterable<BulkRow>): void {
  const { insert } = createBulkWriter(raw, table)
  for (const row of rows) insert(row)
}

function stored(value: SqlValue | boolean | undefined): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  return value ?? null
}
