import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import type { StepIssue } from '#shared/domain/mobility-steps.ts'
import { stageOf } from '#shared/domain/places-ledger.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import { findStayFacts } from './ledger-facts.ts'
import { findOverBookings, type FullPlace } from './over-booking.ts'

/** What decides whether a stay takes a place, and where. */
export interface BookedStay {
  readonly id: string
  readonly conditionId: string | null
  readonly academicYear: string
  readonly semester: string | null
  readonly status: string
  readonly studentId: string
}

/** The stays as they are: read before a change to know afterwards which bookings are new. */
export async function readBookings(
  db: Kysely<Database>,
  ids: readonly string[],
): Promise<readonly BookedStay[]> {
  return await db
    .selectFrom('mobility')
    .select(['id', 'conditionId', 'academicYear', 'semester', 'status', 'studentId'])
    .where('id', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
}

/**
 * Refuses stays that newly take a place where none is left, unless each says why. To be called after the writes, inside
 * the change: `before` is what `readBookings` gave at its start.
 * @throws DomainError `record-invalid` at the field `overbookingReason`
 */
export async function assertBookable(
  trx: Trx,
  before: readonly BookedStay[],
  ids: readonly string[],
): Promise<void> {
  const earlier = new Map(before.map((stay) => [stay.id, stay]))
  const booked = (await readBookings(trx, ids)).filter((stay) => isNewBooking(stay, earlier.get(stay.id)))
  const thought = await findStayFacts(
    trx,
    booked.map(({ id }) => id),
  )
  const { refused } = await findOverBookings(trx, thought)
  const [first] = refused.values()
  if (first !== undefined) throw placesFull(first)
}

function isNewBooking(stay: BookedStay, before: BookedStay | undefined): boolean {
  if (stay.conditionId === null || stageOf(stay.status) === undefined) return false
  if (before === undefined || stageOf(before.status) === undefined) return true
  return (['conditionId', 'academicYear', 'semester', 'studentId'] as const).some(
    (key) => before[key] !== stay[key],
  )
}

/** The refusal of a stay that says no reason to go beyond the quota: at the field where it is said. */
export function placesFull(place: FullPlace | StepIssue['params']): DomainError {
  return new DomainError('record-invalid', {
    entity: 'mobility',
    field: 'overbookingReason',
    problem: 'places.full',
    ...place,
  })
}
