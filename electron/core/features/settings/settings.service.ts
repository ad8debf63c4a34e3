import type { Kysely } from 'kysely'
import * as z from 'zod'
import { profileNames, type ProfileName } from '#shared/contract/office.ts'
import { schoolSchema, type School } from '#shared/contract/settings.ts'
import { schoolRulesSchema } from '#shared/contract/school-rules.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'

const storedSchool = schoolSchema.extend({ name: z.string() })
const storedProfile = z.object({ name: z.enum(profileNames), isSample: z.boolean() })

async function readSetting(db: Kysely<Database>, id: string): Promise<unknown> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', id).executeTakeFirst()
  return row === undefined ? undefined : JSON.parse(row.value)
}

/** Our own school; a blank profile has an empty name until the user gives it. */
export async function readSchool(db: Kysely<Database>): Promise<School> {
  return storedSchool.parse(await readSetting(db, 'school'))
}

/** Where the school lies (ISO 3166-1 alpha-2), as its rules say. */
export async function readHomeCountry(db: Kysely<Database>): Promise<string> {
  return schoolRulesSchema.shape.curriculum.parse(await readSetting(db, 'curriculum')).country
}

export async function readProfile(db: Kysely<Database>): Promise<{ name: ProfileName; isSample: boolean }> {
  return storedProfile.parse(await readSetting(db, 'profile'))
}

export async function writeSchool(trx: Trx, patch: Partial<School>): Promise<void> {
  const school = { ...(await readSchool(trx)), ...patch }
  await trx
    .updateTable('setting')
    .set({ value: JSON.stringify(school) })
    .where('id', '=', 'school')
    .execute()
}
