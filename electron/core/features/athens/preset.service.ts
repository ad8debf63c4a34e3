import type { Kysely } from 'kysely'
import { athensColumns, athensPresetSchema, type AthensPreset } from '#shared/contract/athens.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'

const id = 'athensNomination'

/** The columns of the network's own file were not found: until the office says otherwise, all of them. */
const usual: AthensPreset = { columns: athensColumns.filter((column) => column !== 'course'), choices: null }

/** How the nomination workbook is made: columns in order, number of choices. */
export async function readPreset(db: Kysely<Database>): Promise<AthensPreset> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', id).executeTakeFirst()
  return row === undefined ? usual : athensPresetSchema.parse(JSON.parse(row.value))
}

export async function writePreset(trx: Trx, preset: AthensPreset): Promise<void> {
  const value = JSON.stringify(preset)
  await trx
    .insertInto('setting')
    .values({ id, value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
    .execute()
}
