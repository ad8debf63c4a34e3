import type { Kysely } from 'kysely'
import type { Database } from '#core/db/schema.ts'

export function findHosts(db: Kysely<Database>) {
  return db
    .selectFrom('institution')
    .select(['id', 'name', 'nameEn', 'shortName', 'country', 'erasmusCode'])
    .orderBy('id')
    .execute()
}

export async function isPartner(db: Kysely<Database>, institutionId: string): Promise<boolean> {
  const agreement = await db
    .selectFrom('agreement')
    .select('id')
    .where('institutionId', '=', institutionId)
    .executeTakeFirst()
  return agreement !== undefined
}
