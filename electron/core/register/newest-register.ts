import type { Kysely } from 'kysely'
import { indexCharters, type CharterIndex } from '#shared/domain/charter-register.ts'
import type { Database } from '#core/db/schema.ts'

/** The newest list of charters that the office keeps, ready to be asked; undefined when it keeps none. */
export async function readNewestRegister(db: Kysely<Database>): Promise<CharterIndex | undefined> {
  const register = await db
    .selectFrom('register')
    .select(['id', 'listDate'])
    .orderBy('listDate', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (register === undefined) return undefined
  const entries = await db
    .selectFrom('registerEntry')
    .select(['id', 'name', 'erasmusCode', 'pic', 'oid', 'country', 'city'])
    .where('registerId', '=', register.id)
    .orderBy('row')
    .execute()
  return indexCharters(register.listDate, entries)
}
