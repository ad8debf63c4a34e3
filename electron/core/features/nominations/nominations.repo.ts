import { sql, type Kysely } from 'kysely'
import { nominatedForms, type NominableStatus } from '#shared/domain/nomination.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'

type Db = Kysely<Database>

/** Values given as one JSON text: a list of any length, where bound values are limited in number. */
const among = (values: readonly string[]) =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

const studentColumns = [
  's.id as studentId',
  's.studentNumber',
  's.familyName',
  's.givenNames',
  's.gender',
  's.birthDate',
  's.nationality',
  's.email',
  's.phone',
  's.esi',
  's.programme',
  's.track',
  's.department',
  's.studyYear',
  's.eqfLevel',
  's.iscedCode as studentField',
  's.ectsAcquired',
  's.languages',
] as const

/** Stays that can be nominated for a year: of a form that is, with a host that is a partner; all partners when none is named. */
export function listCandidates(
  db: Db,
  input: {
    readonly academicYear: string
    readonly institutionIds: readonly string[]
    readonly statuses: readonly NominableStatus[]
  },
) {
  let query = nominable(db, input.statuses)
    .innerJoin('student as s', 's.id', 'm.studentId')
    .where('m.academicYear', '=', input.academicYear)
  if (input.institutionIds.length > 0) query = query.where('i.id', 'in', among(input.institutionIds))
  return query
    .select([
      ...studentColumns,
      'm.id as mobilityId',
      'm.form',
      'm.status',
      'm.conditionId',
      'm.academicYear',
    ])
    .select(['m.semester', 'm.plannedStart', 'm.plannedEnd', 'm.iscedCode as mobilityField', 'm.title'])
    .select(['i.id as institutionId', 'i.name as hostName', 'i.erasmusCode as hostErasmusCode'])
    .select('i.nominationLanguage')
    .execute()
}
export type CandidateRow = Awaited<ReturnType<typeof listCandidates>>[number]

/** Academic years that have stays to nominate, or nominated, with how many are still to nominate; the latest first. */
export function listNominationYears(db: Db) {
  return nominable(db, ['selected', 'nominated'])
    .groupBy('m.academicYear')
    .select('m.academicYear')
    .select(sql<number>`sum(m.status = 'selected')`.as('count'))
    .orderBy('m.academicYear', 'desc')
    .execute()
}

function nominable(db: Db, statuses: readonly NominableStatus[]) {
  return db
    .selectFrom('mobility as m')
    .innerJoin('institution as i', 'i.id', 'm.institutionId')
    .where('m.form', 'in', nominatedForms)
    .where('m.status', 'in', statuses)
    .where((eb) =>
      eb.exists(eb.selectFrom('agreement as a').select('a.id').whereRef('a.institutionId', '=', 'i.id')),
    )
}

export function listAgreements(db: Db, institutionIds: readonly string[]) {
  return db
    .selectFrom('agreement')
    .select(['id', 'institutionId', 'kind', 'status', 'firstYear', 'lastYear', 'reference'])
    .where('institutionId', 'in', among(institutionIds))
    .orderBy('id')
    .execute()
}
export type AgreementRow = Awaited<ReturnType<typeof listAgreements>>[number]

/** Conditions under which students go out to study, and any other that a stay names. */
export function listConditions(db: Db, agreementIds: readonly string[]) {
  return db
    .selectFrom('condition')
    .select(['id', 'agreementId', 'direction', 'kind', 'iscedCodes'])
    .where('agreementId', 'in', among(agreementIds))
    .orderBy('id')
    .execute()
}
export type ConditionRow = Awaited<ReturnType<typeof listConditions>>[number]

/** Sessions that have a record or courses, the latest first. */
export async function listAthensSessions(db: Db) {
  const found = await sql<{ session: string; students: number; courses: number }>`
    SELECT n.session, count(DISTINCT w.studentId) AS students, count(DISTINCT c.id) AS courses
    FROM (SELECT session FROM athensSession UNION SELECT session FROM athensCourse) n
    LEFT JOIN athensCourse c ON c.session = n.session LEFT JOIN wish w ON w.courseId = c.id
    GROUP BY n.session`.execute(db)
  return found.rows.toSorted((a, b) => (a.session < b.session ? 1 : -1))
}

export function listCourses(db: Db, session: string) {
  return db
    .selectFrom('athensCourse as c')
    .innerJoin('institution as i', 'i.id', 'c.institutionId')
    .where('c.session', '=', session)
    .select([
      'c.id',
      'c.code',
      'c.title',
      'c.city',
      'c.ects',
      'c.hours',
      'c.language',
      'c.capacity',
      'c.isBip',
    ])
    .select(['c.prerequisites', 'c.minEcts', 'c.minStudyYear', 'c.institutionId', 'i.nominationLanguage'])
    .select(['i.name as host', 'i.erasmusCode as hostErasmusCode', 'i.city as hostCity'])
    .orderBy('c.code')
    .execute()
}
export type CourseRow = Awaited<ReturnType<typeof listCourses>>[number]

export function listWishes(db: Db, session: string) {
  return db
    .selectFrom('wish as w')
    .innerJoin('athensCourse as c', 'c.id', 'w.courseId')
    .innerJoin('student as s', 's.id', 'w.studentId')
    .leftJoin('institution as h', 'h.id', 's.homeInstitutionId')
    .where('c.session', '=', session)
    .select([...studentColumns, 'w.rank', 'w.courseId', 'w.meetsPrerequisites'])
    .select(['h.name as homeName', 'h.city as homeCity'])
    .orderBy('w.rank')
    .orderBy('c.code')
    .execute()
}
export type WishRow = Awaited<ReturnType<typeof listWishes>>[number]

/** Registrations in a session, and absences in any. */
export function listRegistrations(db: Db, session: string) {
  return db
    .selectFrom('athensRegistration as g')
    .innerJoin('athensCourse as c', 'c.id', 'g.courseId')
    .where((eb) => eb.or([eb('c.session', '=', session), eb('g.status', '=', 'absent')]))
    .select(['g.id', 'g.studentId', 'g.courseId', 'g.status', 'g.rank', 'g.isLocked'])
    .select(['g.mobilityId', 'g.blendedMobilityId', 'c.session', 'c.code'])
    .orderBy('g.id')
    .execute()
}
export type RegistrationRow = Awaited<ReturnType<typeof listRegistrations>>[number]

/** Students of whom another stay than the ATHENS week covers days from `start` to `end`. */
export function listAway(db: Db, start: string, end: string) {
  return db
    .selectFrom('mobility')
    .select('studentId')
    .distinct()
    .where('form', 'not in', ['athens-week', 'short-term-blended'])
    .where('status', 'not in', ['draft', 'refused', 'withdrawn'])
    .where(sql<boolean>`ifnull(actualStart, plannedStart) <= ${end}`)
    .where(sql<boolean>`ifnull(actualEnd, plannedEnd) >= ${start}`)
    .execute()
}

export function findSession(db: Db, session: string) {
  return db.selectFrom('athensSession').selectAll().where('session', '=', session).executeTakeFirst()
}

/** ATHENS weeks of these students that wait to be nominated for a year and its semester. */
export function listAthensWeeks(
  db: Db,
  input: {
    readonly academicYear: string
    readonly semester: 'autumn' | 'spring'
    readonly studentIds: readonly string[]
  },
) {
  return db
    .selectFrom('mobility')
    .select(['id', 'studentId'])
    .where('form', '=', 'athens-week')
    .where('status', '=', 'selected')
    .where('academicYear', '=', input.academicYear)
    .where((eb) => eb.or([eb('semester', '=', input.semester), eb('semester', 'is', null)]))
    .where('studentId', 'in', among(input.studentIds))
    .execute()
}

/** Of some mobilities, those that are still selected, with the student's name. */
export function listSelected(trx: Trx, mobilityIds: readonly string[]) {
  return trx
    .selectFrom('mobility as m')
    .innerJoin('student as s', 's.id', 'm.studentId')
    .where('m.id', 'in', among(mobilityIds))
    .where('m.status', '=', 'selected')
    .select('m.id')
    .select(sql<string>`s.familyName || ' ' || s.givenNames`.as('student'))
    .execute()
}

export async function countMobilities(trx: Trx, mobilityIds: readonly string[]): Promise<number> {
  const { count } = await trx
    .selectFrom('mobility')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', 'in', among(mobilityIds))
    .executeTakeFirstOrThrow()
  return count
}

const insertedAtOnce = 1000

/** A nomination to keep, with what it says of the student where that is known. */
export type NewNomination = Database['nomination'] & {
  readonly said: Readonly<Record<string, string>> | undefined
}

export async function insertNominations(trx: Trx, rows: readonly NewNomination[]): Promise<void> {
  for (let offset = 0; offset < rows.length; offset += insertedAtOnce) {
    const some = rows.slice(offset, offset + insertedAtOnce)
    await trx
      .insertInto('nomination')
      .values(some.map(({ said: _said, ...row }) => row))
      .execute()
    const said = some.flatMap((row) =>
      row.said === undefined ? [] : [{ id: row.id, said: JSON.stringify(row.said) }],
    )
    if (said.length > 0) await trx.insertInto('nominationSent').values(said).execute()
  }
}
