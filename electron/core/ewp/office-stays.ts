import { sql, type Kysely } from 'kysely'
import type { XmlNode } from '#shared/domain/ewp/xml-tree.ts'
import type { Database, RecordRow } from '#core/db/schema.ts'
import { parseSource } from './office-iia.ts'

type Db = Kysely<Database>

/** A stay with all that an EWP document says of it. */
export interface OfficeStay {
  readonly mobility: RecordRow<'mobility'>
  readonly student: RecordRow<'student'>
  readonly institution: RecordRow<'institution'> | undefined
  readonly condition: RecordRow<'condition'> | undefined
  readonly agreement: RecordRow<'agreement'> | undefined
  readonly components: readonly RecordRow<'laComponent'>[]
  readonly signatures: readonly RecordRow<'laSignature'>[]
  readonly nomination: XmlNode | undefined
  readonly learningAgreement: XmlNode | undefined
}

interface Asked {
  readonly academicYear?: string
  readonly institutionIds?: readonly string[]
}

/** Stays of studies at another institution: the only ones that EWP knows. */
const studyForms: ReadonlySet<string> = new Set(['exchange-semester', 'double-degree', 'master'])

/** Stays in the order of their hosts and students. */
export async function listOfficeStays(db: Db, asked: Asked): Promise<readonly OfficeStay[]> {
  let query = db.selectFrom('mobility').selectAll()
  if (asked.academicYear !== undefined) query = query.where('academicYear', '=', asked.academicYear)
  const wanted = new Set(asked.institutionIds ?? [])
  const stays = (await query.orderBy('id').execute()).filter(
    ({ form, institutionId }) =>
      studyForms.has(form) && (wanted.size === 0 || (institutionId !== null && wanted.has(institutionId))),
  )
  const ids = JSON.stringify(stays.map(({ id }) => id))
  const ofStays = sql<string>`(SELECT value FROM json_each(${ids}))`
  const students = byId(await db.selectFrom('student').selectAll().execute())
  const institutions = byId(await db.selectFrom('institution').selectAll().execute())
  const conditions = byId(await db.selectFrom('condition').selectAll().execute())
  const agreements = byId(await db.selectFrom('agreement').selectAll().execute())
  const components = byMobility(
    await db.selectFrom('laComponent').selectAll().where('mobilityId', 'in', ofStays).orderBy('id').execute(),
  )
  const signatures = byMobility(
    await db.selectFrom('laSignature').selectAll().where('mobilityId', 'in', ofStays).orderBy('id').execute(),
  )
  const sources = await db.selectFrom('ewpSource').selectAll().where('mobilityId', 'is not', null).execute()
  const sourceOf = new Map(sources.map((row) => [`${row.part} ${row.mobilityId}`, row.document]))
  const nodeOf = (part: string, id: string) => {
    const document = sourceOf.get(`${part} ${id}`)
    return document === undefined ? undefined : parseSource(document)
  }
  return stays
    .flatMap((mobility) => {
      const student = students.get(mobility.studentId)
      if (student === undefined) return []
      const condition = conditions.get(mobility.conditionId ?? '')
      return [
        {
          mobility,
          student,
          institution: institutions.get(mobility.institutionId ?? ''),
          condition,
          agreement: agreements.get(condition?.agreementId ?? ''),
          components: components.get(mobility.id) ?? [],
          signatures: signatures.get(mobility.id) ?? [],
          nomination: nodeOf('nomination', mobility.id),
          learningAgreement: nodeOf('learning-agreement', mobility.id),
        },
      ]
    })
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
}

function keyOf({ institution, student }: OfficeStay): string {
  return `${institution?.name ?? ''}\n${student.familyName}\n${student.givenNames}`
}

function byId<T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}

function byMobility<T extends { mobilityId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.mobilityId)
    if (group === undefined) groups.set(row.mobilityId, [row])
    else group.push(row)
  }
  return groups
}
