import type { Migration } from '../migrate.ts'

/**
 * The figures that version 130 shipped had no entry in the journal, so that the check of a file complained of them. A
 * new file journals them as it is made; here they get an action of their own, which nobody can undo.
 */
export const journalWhatWasShipped: Migration = {
  version: 151,
  up: (db) => {
    if (db.prepare('SELECT 1 FROM action').get() === undefined) return
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO action (at, actor, label, params, kind, state, schemaVersion, firstEntry, lastEntry)
         SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), 'Escale', 'office.upgrade', '{}', 'do', 'dropped', 151,
           ifnull(max(seq), 0) + 1, 0 FROM journal`,
      )
      .run()
    const entries = ['countryGroup', 'grantRate'].map(
      (table) =>
        db
          .prepare(
            `INSERT INTO journal (action, tableName, rowId, operation)
             SELECT ?, '${table}', id, 'insert' FROM ${table}
             WHERE id NOT IN (SELECT rowId FROM journal WHERE tableName = '${table}')`,
          )
          .run(lastInsertRowid).changes,
    )
    if (entries.every((count) => count === 0))
      db.prepare('DELETE FROM action WHERE seq = ?').run(lastInsertRowid)
    else
      db.prepare('UPDATE action SET lastEntry = (SELECT max(seq) FROM journal) WHERE seq = ?').run(
        lastInsertRowid,
      )
  },
}
