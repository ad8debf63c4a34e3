import { sql, type Kysely } from 'kysely'
import type { OtherStay, StayFacts } from '#shared/domain/stay-facts.ts'
import type { Database } from '#core/db/schema.ts'

type Db = Kysely<Database>

/** Values given as one JSON text: a list of any length, where bound values are limited in number. */
const among = (values: readonly string[]) =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

function listStays(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('mobility as m')
    .innerJoin('student as s', 's.id', 'm.studentId')
    .leftJoin('institution as i', 'i.id', 'm.institutionId')
    .where('m.id', 'in', among(ids))
    .select(['m.id', 'm.studentId', 'm.form', 'm.status', 'm.academicYear', 'm.semester', 'm.title'])
    .select(['m.plannedStart', 'm.plannedEnd', 'm.actualStart', 'm.actualEnd', 'm.institutionId'])
    .select(['m.degree', 'm.studySemester', 'm.supervisorName', 'm.workAddress', 'm.agreementSignedOn'])
    .select(['m.committeeDecision', 'm.committeeOn', 'm.committeeMinutes'])
    .select(['s.cohort', 's.track', 's.repeatsAfterS5'])
    .select(['i.name as hostName', 'i.country as hostCountry', 'i.kind as hostKind'])
    .select(
      sql<number>`EXISTS (SELECT 1 FROM agreement a WHERE a.institutionId = m.institutionId)`.as('isPartner'),
    )
    .execute()
}
type StayRow = Awaited<ReturnType<typeof listStays>>[number]

/** Stays of some students that were not given up, by student. */
async function othersByStudent(
  db: Db,
  studentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OtherStay[]>> {
  const rows = await db
    .selectFrom('mobility')
    .where('studentId', 'in', among(studentIds))
    .where('status', 'not in', ['refused', 'withdrawn'])
    .select(['id', 'studentId', 'form'])
    .select(sql<string | null>`ifnull(actualStart, plannedStart)`.as('start'))
    .select(sql<string | null>`ifnull(actualEnd, plannedEnd)`.as('end'))
    .orderBy('id')
    .execute()
  const found = new Map<string, OtherStay[]>()
  for (const { studentId, ...stay } of rows) {
    const stays = found.get(studentId) ?? []
    stays.push(stay)
    found.set(studentId, stays)
  }
  return found
}

/** Everything that the rules of a stay look at, for some stays; those that are gone are left out. */
export async function readStayFacts(
  db: Db,
  ids: readonly string[],
  moment: { readonly today: string; readonly homeCountry: string },
): Promise<readonly StayFacts[]> {
  const stays = await listStays(db, ids)
  const others = await othersByStudent(db, [...new Set(stays.map((stay) => stay.studentId))])
  const byId = new Map(
    stays.map((stay) => [stay.id, toFacts(stay, others.get(stay.studentId) ?? [], moment)]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function toFacts(
  stay: StayRow,
  stays: readonly OtherStay[],
  moment: { readonly today: string; readonly homeCountry: string },
): StayFacts {
  const { studentId: _student, institutionId, hostName, hostCountry, hostKind, isPartner, ...own } = stay
  const { cohort, track, repeatsAfterS5, ...values } = own
  const host =
    institutionId === null
      ? null
      : { name: hostName ?? '', country: hostCountry, kind: hostKind ?? 'other', isPartner: isPartner === 1 }
  return {
    ...values,
    ...moment,
    host,
    student: { cohort, track, repeatsAfterS5 },
    signatures: { student: false, sending: false, receiving: false },
    documents: [],
    recognisedOn: null,
    others: stays.filter((other) => other.id !== stay.id),
  }
}
