import { athensSessionParts, parseAthensSession } from '#shared/domain/athens.ts'
import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import { moveMobilities, notMoved, type MoveDeps } from '#core/features/mobilities/move-mobilities.service.ts'
import { insertRecord } from '#core/features/records/records.repo.ts'
import { entityOf } from '#shared/entities/index.ts'
import type { SessionAllocation } from './allocate.ts'
import { advanceSession, listSessionRegistrations, type SessionRegistration } from './athens.repo.ts'

/** What a session gives to the stays made for it. */
interface SessionStay {
  readonly academicYear: string
  readonly semester: 'autumn' | 'spring'
  readonly startsOn: string | null
  readonly endsOn: string | null
}

export interface Kept {
  readonly placed: number
  /** Proposals of before that nobody has any more: their stays are withdrawn. */
  readonly withdrawn: number
}

/**
 * Writes what an allocation found: a proposed registration and a selected ATHENS week for each student placed; those
 * that were proposed before and are not any more are taken back. What hosts were told of is left alone.
 */
export async function keepAllocation(
  trx: Trx,
  deps: MoveDeps,
  session: string,
  found: SessionAllocation,
): Promise<Kept> {
  const stay = await stayOf(trx, session)
  const held = new Map(
    (await listSessionRegistrations(trx, session))
      .filter(({ status }) => status !== 'cancelled' && status !== 'refused')
      .map((row) => [row.studentId, row]),
  )
  const kept = { placed: 0, withdrawn: 0 }
  for (const [index, { student, choices }] of found.candidates.entries()) {
    const courseId = found.assignment[index] ?? null
    const before = held.get(student.studentId)
    const rank = choices.find(({ course }) => course.id === courseId)?.rank ?? null
    if (courseId !== null) kept.placed += 1
    if (before === undefined) {
      if (courseId !== null) await propose(trx, deps, { studentId: student.studentId, courseId, rank }, stay)
    } else if (before.status !== 'proposed' || before.isLocked === 1 || before.courseId === courseId) continue
    else if (courseId === null) {
      await takeBack(trx, deps, before)
      kept.withdrawn += 1
    } else await change(trx, before, { courseId, rank })
  }
  await advanceSession(trx, session, 'allocated')
  return kept
}

async function stayOf(trx: Trx, session: string): Promise<SessionStay> {
  const read = parseAthensSession(session)
  if (!read.ok) throw new Error(`Not a session: ${session}`)
  const { month, academicYear } = athensSessionParts(read.value)
  const record = await trx
    .selectFrom('athensSession')
    .select(['startsOn', 'endsOn'])
    .where('session', '=', session)
    .executeTakeFirst()
  return {
    academicYear,
    semester: month === 'november' ? 'autumn' : 'spring',
    startsOn: record?.startsOn ?? null,
    endsOn: record?.endsOn ?? null,
  }
}

interface Proposal {
  readonly courseId: string
  readonly rank: number | null
}

async function propose(
  trx: Trx,
  deps: MoveDeps,
  { studentId, courseId, rank }: Proposal & { readonly studentId: string },
  stay: SessionStay,
): Promise<void> {
  const course = await courseOf(trx, courseId)
  const waiting = await findWaitingWeek(trx, studentId, stay)
  const mobilityId =
    waiting ?? (await makeStay(trx, deps, { form: 'athens-week', studentId, course, ...stay }))
  if (waiting !== undefined) await giveCourse(trx, waiting, course)
  await moveAll(trx, deps, [mobilityId], 'selected')
  await trx
    .insertInto('athensRegistration')
    .values({
      id: deps.ids.next(),
      studentId,
      courseId,
      status: 'proposed',
      rank,
      isLocked: 0,
      cancelReason: null,
      cancelAgreedBy: null,
      cancelAgreedOn: null,
      mobilityId,
      blendedMobilityId: null,
      notes: null,
    })
    .execute()
}

type Course = Pick<Database['athensCourse'], 'id' | 'title' | 'institutionId' | 'language'>

export async function courseOf(trx: Trx, id: string): Promise<Course> {
  return await trx
    .selectFrom('athensCourse')
    .select(['id', 'title', 'institutionId', 'language'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

/** An ATHENS week typed for the student before, without a course: it is used rather than doubled. */
async function findWaitingWeek(trx: Trx, studentId: string, stay: SessionStay): Promise<string | undefined> {
  const found = await trx
    .selectFrom('mobility as m')
    .select('m.id')
    .where('m.studentId', '=', studentId)
    .where('m.form', '=', 'athens-week')
    .where('m.status', 'in', ['draft', 'applied', 'selected'])
    .where('m.academicYear', '=', stay.academicYear)
    .where((eb) => eb.or([eb('m.semester', '=', stay.semester), eb('m.semester', 'is', null)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('athensRegistration as g').select('g.id').whereRef('g.mobilityId', '=', 'm.id'),
        ),
      ),
    )
    .orderBy('m.id')
    .executeTakeFirst()
  return found?.id
}

/** Makes a stay as a draft; what it becomes is a move. */
export async function makeStay(
  trx: Trx,
  deps: MoveDeps,
  {
    form,
    studentId,
    course,
    ...stay
  }: SessionStay & {
    readonly form: 'athens-week' | 'short-term-blended'
    readonly studentId: string
    readonly course: Course
  },
): Promise<string> {
  const id = deps.ids.next()
  const empty = Object.fromEntries(Object.keys(entityOf('mobility').fields).map((name) => [name, null]))
  await insertRecord(trx, 'mobility', id, {
    ...empty,
    studentId,
    form,
    status: 'draft',
    institutionId: course.institutionId,
    academicYear: stay.academicYear,
    semester: stay.semester,
    plannedStart: stay.startsOn,
    plannedEnd: stay.endsOn,
    title: course.title,
    language: course.language,
  })
  return id
}

export async function giveCourse(trx: Trx, mobilityId: string, course: Course): Promise<void> {
  const { institutionId, title, language } = course
  await trx
    .updateTable('mobility')
    .set({ institutionId, title, language })
    .where('id', '=', mobilityId)
    .execute()
}

async function change(trx: Trx, before: SessionRegistration, { courseId, rank }: Proposal): Promise<void> {
  await trx.updateTable('athensRegistration').set({ courseId, rank }).where('id', '=', before.id).execute()
  if (before.mobilityId !== null) await giveCourse(trx, before.mobilityId, await courseOf(trx, courseId))
}

async function takeBack(trx: Trx, deps: MoveDeps, before: SessionRegistration): Promise<void> {
  await trx.deleteFrom('athensRegistration').where('id', '=', before.id).execute()
  if (before.mobilityId !== null) await moveAll(trx, deps, [before.mobilityId], 'withdrawn')
}

/** Moves stays, all or none. @throws DomainError `mobility-not-moved` */
export async function moveAll(
  trx: Trx,
  deps: MoveDeps,
  ids: readonly string[],
  to: MobilityStep,
): Promise<void> {
  const rows = await trx.selectFrom('mobility').select(['id', 'status']).where('id', 'in', ids).execute()
  const waiting = rows.filter(({ status }) => status !== to).map(({ id }) => id)
  const { refused } = await moveMobilities(trx, deps, { ids: waiting, to })
  const [first] = refused
  if (first === undefined) return
  const student = await trx
    .selectFrom('mobility as m')
    .innerJoin('student as s', 's.id', 'm.studentId')
    .select(['s.familyName', 's.givenNames'])
    .where('m.id', '=', first.id)
    .executeTakeFirstOrThrow()
  throw notMoved(`${student.familyName} ${student.givenNames}`, to, first)
}
