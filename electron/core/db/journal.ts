import type { Database as RawDatabase } from 'better-sqlite3'
import { journaledTables } from './schema.ts'

/**
 * (Re)creates the triggers that record every change of a journaled table. They are made from the table's
 * columns as they are, so a migration only has to change the table.
 *
 * An entry keeps what the row was *before*; what it became is the next entry's `before`, or the row itself.
 * So an insert costs one short entry, and the journal never holds the same value twice.
 * A write outside `change` finds no open change, and fails on the entry's NOT NULL action.
 */
export function installJournal(db: RawDatabase): void {
  for (const table of journaledTables) {
    const columns = columnsOf(db, table)
    if (columns.length === 0) continue
    for (const operation of ['insert', 'update', 'delete'] as const) {
      db.exec(`DROP TRIGGER IF EXISTS "journal_${table}_${operation}"`)
      db.exec(triggerSql(table, columns, operation))
    }
  }
}

/** Enters the rows that have no entry, those that the migrations of a new file shipped, into the change that is open. */
export function journalShipped(db: RawDatabase): void {
  for (const table of journaledTables)
    db.prepare(
      `INSERT INTO journal (action, tableName, rowId, operation)
       SELECT (SELECT action FROM openChange), '${table}', r.id, 'insert' FROM "${table}" r
       WHERE NOT EXISTS (SELECT 1 FROM journal j WHERE j.rowId = r.id AND j.tableName = '${table}')`,
    ).run()
}

/** The table's columns in order; empty when there is no such table. */
export function columnsOf(db: RawDatabase, table: string): readonly string[] {
  return db
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((column) => column.name)
}

function triggerSql(
  table: string,
  columns: readonly string[],
  operation: 'insert' | 'update' | 'delete',
): string {
  const row = operation === 'insert' ? 'NEW' : 'OLD'
  const before =
    operation === 'insert' ? 'NULL' : `json_object(${columns.map((c) => `'${c}', OLD."${c}"`).join(', ')})`
  const when =
    operation === 'update' ? `WHEN ${columns.map((c) => `OLD."${c}" IS NOT NEW."${c}"`).join(' OR ')}` : ''
  return `CREATE TRIGGER "journal_${table}_${operation}" AFTER ${operation.toUpperCase()} ON "${table}" ${when} BEGIN
    INSERT INTO journal (action, tableName, rowId, operation, before)
    VALUES ((SELECT action FROM openChange), '${table}', ${row}.id, '${operation}', ${before});
  END`
}
