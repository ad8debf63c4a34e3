import { sql, type Kysely } from 'kysely'
import { entityOf, isEntityName, type EntityName } from '#shared/entities/index.ts'
import type { HistoryEntry, RecordHistoryEntry } from '#shared/contract/history.ts'
import { labelOf, paramsOf } from '#core/db/change.ts'
import type { ActionTable, Database, JournalTable } from '#core/db/schema.ts'
import { findRecord, valuesOf, type RecordValues } from '#core/features/records/records.repo.ts'

export async function listHistory(db: Kysely<Database>, offset: number, limit: number) {
  const { total } = await db
    .selectFrom('action')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('action')
    .selectAll()
    .orderBy('seq', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total, entries: rows.map(toEntry) }
}

/** What Ctrl Z and Ctrl Shift Z would do. */
export async function nextSteps(db: Kysely<Database>) {
  const actions = db.selectFrom('action').selectAll().where('kind', '=', 'do').limit(1)
  const undo = await actions.where('state', '=', 'done').orderBy('seq', 'desc').executeTakeFirst()
  const redo = await actions.where('state', '=', 'undone').orderBy('seq', 'asc').executeTakeFirst()
  return { undo: undo === undefined ? null : toEntry(undo), redo: redo === undefined ? null : toEntry(redo) }
}

/** Every change of one record, newest first, with what each field was and became. */
export async function historyOfRecord(db: Kysely<Database>, id: string): Promise<RecordHistoryEntry[]> {
  const found = await sql<ActionTable & Pick<JournalTable, 'tableName' | 'operation' | 'before'>>`
    SELECT a.*, j.tableName, j.operation, j.before FROM journal j JOIN action a ON a.seq = j.action
    WHERE j.rowId = ${id} ORDER BY j.seq DESC`.execute(db)
  const entity = found.rows[0]?.tableName
  if (entity === undefined || !isEntityName(entity)) return []
  const history: RecordHistoryEntry[] = []
  let after = await findRecord(db, entity, id) // what the newest entry left
  for (const row of found.rows) {
    const before: RecordValues | undefined =
      row.before === null ? undefined : valuesOf(entity, JSON.parse(row.before))
    history.push({ ...toEntry(row), operation: row.operation, changes: changesOf(entity, before, after) })
    after = before
  }
  return history
}

function changesOf(entity: EntityName, before: RecordValues | undefined, after: RecordValues | undefined) {
  return Object.keys(entityOf(entity).fields).flatMap((field) => {
    const was = before?.[field] ?? null
    const became = after?.[field] ?? null
    return was === became ? [] : [{ field, before: was, after: became }]
  })
}

function toEntry(row: ActionTable): HistoryEntry {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    label: labelOf(row),
    params: paramsOf(row),
    kind: row.kind,
    state: row.state,
  }
}
