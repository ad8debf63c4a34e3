import { sql, type Kysely } from 'kysely'
import { entityOf, type EntityName } from '#shared/entities/index.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { Database } from '#core/db/schema.ts'
import type { Trx } from '#core/db/change.ts'

/*
 * Every kind of record is a table with an `id` and one column per field, so one repository serves all. Names of
 * tables and columns come from the entities' descriptions, never from a caller.
 */

export type RecordValues = Readonly<Record<string, FieldValue>>
type StoredRow = Readonly<Record<string, string | number | null>>

export async function findRecord(
  db: Kysely<Database>,
  entity: EntityName,
  id: string,
): Promise<RecordValues | undefined> {
  const found = await sql<StoredRow>`SELECT * FROM ${sql.table(entity)} WHERE id = ${id}`.execute(db)
  const row = found.rows[0]
  return row === undefined ? undefined : valuesOf(entity, row)
}

export async function findRecordIdBy(
  db: Kysely<Database>,
  entity: EntityName,
  field: string,
  value: FieldValue,
): Promise<string | undefined> {
  const found = await sql<{
    id: string
  }>`SELECT id FROM ${sql.table(entity)} WHERE ${sql.ref(field)} = ${storedOf(value)}`.execute(db)
  return found.rows[0]?.id
}

export async function insertRecord(
  trx: Trx,
  entity: EntityName,
  id: string,
  values: RecordValues,
): Promise<void> {
  const names = Object.keys(values).map((name) => sql.ref(name))
  const stored = Object.values(values).map((value) => sql`${storedOf(value)}`)
  await sql`INSERT INTO ${sql.table(entity)} (id, ${sql.join(names)}) VALUES (${id}, ${sql.join(stored)})`.execute(
    trx,
  )
}

export async function updateRecord(
  trx: Trx,
  entity: EntityName,
  id: string,
  values: RecordValues,
): Promise<void> {
  const sets = Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${storedOf(value)}`)
  await sql`UPDATE ${sql.table(entity)} SET ${sql.join(sets)} WHERE id = ${id}`.execute(trx)
}

export async function deleteRecord(trx: Trx, entity: EntityName, id: string): Promise<void> {
  await sql`DELETE FROM ${sql.table(entity)} WHERE id = ${id}`.execute(trx)
}

/** How many records of another kind refer to this one through a field. */
export async function countReferring(
  db: Kysely<Database>,
  entity: EntityName,
  field: string,
  id: string,
): Promise<number> {
  const found = await sql<{
    count: number
  }>`SELECT count(*) AS count FROM ${sql.table(entity)} WHERE ${sql.ref(field)} = ${id}`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** A record's fields from what its table keeps. */
export function valuesOf(entity: EntityName, row: StoredRow): RecordValues {
  const values: Record<string, FieldValue> = {}
  for (const [name, field] of Object.entries(entityOf(entity).fields)) {
    const stored = row[name] ?? null
    values[name] = field.type === 'boolean' && stored !== null ? stored === 1 : stored
  }
  return values
}

function storedOf(value: FieldValue): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value
}
