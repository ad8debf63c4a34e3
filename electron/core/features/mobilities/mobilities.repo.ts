import { sql, type Kysely } from 'kysely'
import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'

export async function setStatus(trx: Trx, ids: readonly string[], status: MobilityStep): Promise<void> {
  await trx
    .updateTable('mobility')
    .set({ status })
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
}

const insertedAtOnce = 1000

export async function insertSteps(trx: Trx, rows: readonly Database['mobilityStep'][]): Promise<void> {
  for (let offset = 0; offset < rows.length; offset += insertedAtOnce)
    await trx
      .insertInto('mobilityStep')
      .values(rows.slice(offset, offset + insertedAtOnce))
      .execute()
}

/** The steps that a stay has entered, the oldest first. */
export function listEntered(db: Kysely<Database>, mobilityId: string) {
  return db
    .selectFrom('mobilityStep')
    .where('mobilityId', '=', mobilityId)
    .select(['step', 'movedOn'])
    .orderBy('movedOn')
    .orderBy('id')
    .execute()
}

/** The student and the host of a stay. */
export async function referencesOf(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('mobility')
    .where('id', '=', id)
    .select(['studentId', 'institutionId'])
    .executeTakeFirstOrThrow()
}

/** Of some fields of a stay, those that hold nothing. Names come from the descriptions of forms, never from a caller. */
export async function emptyFields(
  db: Kysely<Database>,
  id: string,
  fields: readonly string[],
): Promise<readonly string[]> {
  const row = await db.selectFrom('mobility').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
  const values = new Map<string, unknown>(Object.entries(row))
  return fields.filter((name) => (values.get(name) ?? null) === null)
}

export function listStayIds(db: Kysely<Database>) {
  return db.selectFrom('mobility').select('id').orderBy('academicYear', 'desc').orderBy('id').execute()
}

/** The last day on which each stay entered each step. */
export function listLastSteps(db: Kysely<Database>) {
  return db
    .selectFrom('mobilityStep')
    .groupBy(['mobilityId', 'step'])
    .select(['mobilityId', 'step'])
    .select((eb) => eb.fn.max('movedOn').as('day'))
    .execute()
}
