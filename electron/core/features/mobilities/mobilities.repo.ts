import { sql } from 'kysely'
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
