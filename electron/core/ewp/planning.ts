import type { Kysely } from 'kysely'
import type { School } from '#shared/contract/settings.ts'
import type { Database } from '#core/db/schema.ts'
import type { Ids } from '#core/ports/ports.ts'
import type { EwpItem, EwpNote, EwpWrite } from './ewp-plan.ts'
import { findInstitution } from './find-institution.ts'
import type { OfficeStay } from './office-stays.ts'

/** What comparing the stays of one document with the office needs and remembers. */
export interface Planning {
  readonly db: Kysely<Database>
  readonly school: School
  readonly stays: readonly OfficeStay[]
  /** Students and institutions that an earlier part creates. */
  readonly madeStudents: Map<string, string>
  readonly madeInstitutions: Map<string, string>
  readonly ids: Ids
}

/** What comes of one stay; its title and what the schema says are added by whoever asked. */
export type PlannedStay = Pick<EwpItem, 'outcome' | 'changes' | 'notes' | 'record' | 'writes'>

/** The institution of a hei-id, created by the name of its hei-id where the office has none. */
export async function institutionFor(
  { db, madeInstitutions, ids }: Planning,
  hei: string,
  writes: EwpWrite[],
  notes: EwpNote[],
): Promise<string> {
  const made = madeInstitutions.get(hei)
  if (made !== undefined) return made
  const found = await findInstitution(db, hei)
  if (found !== undefined) return found.id
  const id = ids.next()
  madeInstitutions.set(hei, id)
  const values = { name: hei, kind: 'university', isAthensMember: 0, schac: hei }
  writes.push({ kind: 'insert', table: 'institution', id, values })
  notes.push({ code: 'institution-made', params: { hei } })
  return id
}
