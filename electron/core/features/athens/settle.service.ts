import { DomainError } from '#shared/domain/errors.ts'
import type { Trx } from '#core/db/change.ts'
import { moveMobilities, type MoveDeps } from '#core/features/mobilities/move-mobilities.service.ts'
import {
  advanceSession,
  listSessionRegistrations,
  setRegistrationStatus,
  type SessionRegistration,
} from './athens.repo.ts'
import { courseOf, giveCourse, makeStay, moveAll } from './keep-allocation.ts'

/** What a result means for the stay; the other statuses say nothing yet. */
const stepOfResult = { accepted: 'accepted', refused: 'refused' } as const

/** Where a stay can no longer show an acceptance: it has gone further. */
const beyond: readonly string[] = ['accepted', 'agreed', 'departed', 'arrived', 'returned', 'recognised']

/** Whether the stay does not show yet what came back from the network. */
export function isToCarry(row: SessionRegistration): boolean {
  if (row.stayStatus === null) return row.status === 'accepted'
  const isOther = row.stayHostId !== row.institutionId || row.stayTitle !== row.title
  if (row.status === 'accepted') return isOther || !beyond.includes(row.stayStatus)
  return row.status === 'refused' && !['refused', 'withdrawn'].includes(row.stayStatus)
}

export interface Carried {
  readonly moved: number
  /** Students whose stay could not take the step, and why it could not. */
  readonly unmoved: readonly { readonly student: string }[]
}

/** Carries results over to the stays: host, title and step. A stay is made for whom the office had none. */
export async function carryResults(trx: Trx, deps: MoveDeps, session: string): Promise<Carried> {
  const rows = (await listSessionRegistrations(trx, session)).filter(isToCarry)
  const stays = await sessionDates(trx, session)
  const unmoved: { student: string }[] = []
  for (const row of rows) {
    const course = await courseOf(trx, row.courseId)
    const mobilityId =
      row.mobilityId ??
      (await makeStay(trx, deps, { form: 'athens-week', studentId: row.studentId, course, ...stays }))
    if (row.mobilityId === null)
      await trx.updateTable('athensRegistration').set({ mobilityId }).where('id', '=', row.id).execute()
    if (row.status === 'accepted') await giveCourse(trx, mobilityId, course)
    const to = row.status === 'refused' ? stepOfResult.refused : stepOfResult.accepted
    if (beyond.includes(row.stayStatus ?? '')) continue
    const { refused } = await moveMobilities(trx, deps, { ids: [mobilityId], to })
    if (refused.length > 0) unmoved.push({ student: `${row.familyName} ${row.givenNames}` })
  }
  await advanceSession(trx, session, 'confirmed')
  return { moved: rows.length - unmoved.length, unmoved }
}

async function sessionDates(trx: Trx, session: string) {
  const record = await trx
    .selectFrom('athensSession')
    .select(['startsOn', 'endsOn'])
    .where('session', '=', session)
    .executeTakeFirst()
  const isNovember = session.endsWith('-11')
  const year = Number(session.slice(0, 4))
  const first = isNovember ? year : year - 1
  return {
    academicYear: `${first}/${first + 1}`,
    semester: isNovember ? ('autumn' as const) : ('spring' as const),
    startsOn: record?.startsOn ?? null,
    endsOn: record?.endsOn ?? null,
  }
}

/**
 * Registers those whom a host accepted: from then on they must attend. A blended course also opens an Erasmus short
 * blended mobility at the same host on the same days, linked to the registration.
 */
export async function registerAccepted(
  trx: Trx,
  deps: MoveDeps,
  session: string,
): Promise<{ readonly registered: number; readonly blended: number }> {
  const all = await listSessionRegistrations(trx, session)
  const accepted = all.filter(({ status }) => status === 'accepted')
  await setRegistrationStatus(
    trx,
    accepted.map(({ id }) => id),
    'registered',
  )
  const stays = await sessionDates(trx, session)
  const toOpen = all.filter(
    (row) =>
      row.isBip === 1 &&
      row.blendedMobilityId === null &&
      (row.status === 'accepted' || row.status === 'registered'),
  )
  for (const row of toOpen) {
    const course = await courseOf(trx, row.courseId)
    const id = await makeStay(trx, deps, {
      form: 'short-term-blended',
      studentId: row.studentId,
      course,
      ...stays,
    })
    await moveAll(trx, deps, [id], 'accepted')
    await trx
      .updateTable('athensRegistration')
      .set({ blendedMobilityId: id })
      .where('id', '=', row.id)
      .execute()
  }
  await advanceSession(trx, session, 'registered')
  return { registered: accepted.length, blended: toOpen.length }
}

export interface Cancellation {
  readonly id: string
  readonly reason: string
  readonly agreedBy: string
  readonly agreedOn: string
}

/**
 * Takes a registered student off. Source: registration conditions of the network, cancelling needs the agreement of an
 * official of the home institution. The stays of the week are withdrawn.
 * @throws DomainError `record-missing`, `athens-not-registered`
 */
export async function cancelRegistration(
  trx: Trx,
  deps: MoveDeps,
  { id, reason, agreedBy, agreedOn }: Cancellation,
): Promise<void> {
  const row = await trx
    .selectFrom('athensRegistration')
    .select(['status', 'mobilityId', 'blendedMobilityId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new DomainError('record-missing', { entity: 'athensRegistration' })
  if (row.status !== 'registered') throw new DomainError('athens-not-registered')
  await trx
    .updateTable('athensRegistration')
    .set({ status: 'cancelled', cancelReason: reason, cancelAgreedBy: agreedBy, cancelAgreedOn: agreedOn })
    .where('id', '=', id)
    .execute()
  const stays = [row.mobilityId, row.blendedMobilityId].filter((stay) => stay !== null)
  if (stays.length > 0) await moveAll(trx, deps, stays, 'withdrawn')
}
