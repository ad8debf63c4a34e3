import { sql, type Kysely } from 'kysely'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'

type Db = Kysely<Database>

/** Weeks of ATHENS that students have had, or have been registered for, before a session. */
export async function countEarlierWeeks(db: Db, session: string): Promise<ReadonlyMap<string, number>> {
  const found = await sql<{ studentId: string; count: number }>`
    SELECT m.studentId AS studentId, count(*) AS count FROM mobility m
    WHERE m.form = 'athens-week' AND m.status NOT IN ('draft', 'applied', 'refused', 'withdrawn')
      AND substr(ifnull(m.actualStart, m.plannedStart), 1, 7) < ${session}
    GROUP BY m.studentId`.execute(db)
  return new Map(found.rows.map(({ studentId, count }) => [studentId, count]))
}

export function listHostQuotas(db: Db, session: string) {
  return db
    .selectFrom('athensHostQuota')
    .select(['institutionId', 'quota'])
    .where('session', '=', session)
    .orderBy('id')
    .execute()
}

/** Everything about the registrations of a session that moving and counting them takes. */
export function listSessionRegistrations(db: Db, session: string) {
  return db
    .selectFrom('athensRegistration as g')
    .innerJoin('athensCourse as c', 'c.id', 'g.courseId')
    .innerJoin('student as s', 's.id', 'g.studentId')
    .leftJoin('mobility as m', 'm.id', 'g.mobilityId')
    .where('c.session', '=', session)
    .select(['g.id', 'g.studentId', 'g.courseId', 'g.status', 'g.rank', 'g.isLocked', 'g.mobilityId'])
    .select(['g.blendedMobilityId', 'c.code', 'c.title', 'c.institutionId', 'c.language', 'c.isBip'])
    .select(['s.familyName', 's.givenNames', 'm.status as stayStatus', 'm.institutionId as stayHostId'])
    .select('m.title as stayTitle')
    .orderBy('g.id')
    .execute()
}
export type SessionRegistration = Awaited<ReturnType<typeof listSessionRegistrations>>[number]

export async function setRegistrationStatus(
  trx: Trx,
  ids: readonly string[],
  status: Database['athensRegistration']['status'],
): Promise<void> {
  await trx
    .updateTable('athensRegistration')
    .set({ status })
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
}

/** Proposed courses whose stays have just been named to a host are nominated too. */
export async function nominateRegistrations(trx: Trx, mobilityIds: readonly string[]): Promise<void> {
  const ids = sql<string>`(SELECT value FROM json_each(${JSON.stringify(mobilityIds)}))`
  const sessions = await trx
    .selectFrom('athensRegistration as g')
    .innerJoin('athensCourse as c', 'c.id', 'g.courseId')
    .select('c.session')
    .distinct()
    .where('g.status', '=', 'proposed')
    .where('g.mobilityId', 'in', ids)
    .execute()
  for (const { session } of sessions) await advanceSession(trx, session, 'nominated')
  await trx
    .updateTable('athensRegistration')
    .set({ status: 'nominated' })
    .where('status', '=', 'proposed')
    .where('mobilityId', 'in', ids)
    .execute()
}

const order = ['preparing', 'open', 'allocated', 'nominated', 'confirmed', 'registered', 'closed'] as const

/** A session that has a record goes forward to a status; it never goes back by itself. */
export async function advanceSession(
  trx: Trx,
  session: string,
  status: Database['athensSession']['status'],
): Promise<void> {
  const earlier = order.slice(0, order.indexOf(status))
  await trx
    .updateTable('athensSession')
    .set({ status })
    .where('session', '=', session)
    .where('status', 'in', earlier)
    .execute()
}

/** Those who are registered, with the course and the dates of the session. */
export function listRegisteredForEcts(db: Db, session: string) {
  return db
    .selectFrom('athensRegistration as g')
    .innerJoin('athensCourse as c', 'c.id', 'g.courseId')
    .innerJoin('institution as i', 'i.id', 'c.institutionId')
    .innerJoin('student as s', 's.id', 'g.studentId')
    .leftJoin('athensSession as n', 'n.session', 'c.session')
    .where('c.session', '=', session)
    .where('g.status', 'in', ['registered', 'attended', 'absent'])
    .select(['s.studentNumber', 's.familyName', 's.givenNames', 's.programme', 's.studyYear', 'g.status'])
    .select(['c.code', 'c.title', 'c.city', 'c.language', 'c.ects', 'c.hours', 'c.isBip'])
    .select(['i.name as host', 'i.city as hostCity', 'n.startsOn', 'n.endsOn'])
    .orderBy('s.familyName')
    .orderBy('s.givenNames')
    .execute()
}
