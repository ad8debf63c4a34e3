import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { DomainError } from '#shared/domain/errors.ts'
import { stageOf } from '#shared/domain/places-ledger.ts'
import type { Trx } from '#core/db/change.ts'
import type { Database } from '#core/db/schema.ts'
import { computeLedger, type LedgerRow } from './compute-ledger.ts'
import { findLedgerFacts } from './ledger-facts.ts'

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
  const conditionIds = [...new Set(booked.flatMap(({ conditionId }) => conditionId ?? []))]
  if (conditionIds.length === 0) return
  const facts = await findLedgerFacts(trx, conditionIds)
  const thisYear = booked[0]?.academicYear ?? ''
  const { rows, seats } = computeLedger(facts, thisYear)
  const justified = new Set(facts.stays.filter((stay) => stay.isJustified === 1).map(({ id }) => id))
  for (const stay of booked) {
    if (justified.has(stay.id)) continue
    const row = rows.find(({ id }) => id === seats.get(stay.id)?.line)
    if (row !== undefined && isOverBooked(row, facts.stays, seats)) throw await refusal(trx, row)
  }
}

function isNewBooking(stay: BookedStay, before: BookedStay | undefined): boolean {
  if (stay.conditionId === null || stageOf(stay.status) === undefined) return false
  if (before === undefined || stageOf(before.status) === undefined) return true
  return (['conditionId', 'academicYear', 'semester', 'studentId'] as const).some(
    (key) => before[key] !== stay[key],
  )
}

/** Whether more stays without a reason have places of the line, or of its pool, than there are. */
function isOverBooked(
  row: LedgerRow,
  stays: Awaited<ReturnType<typeof findLedgerFacts>>['stays'],
  seats: ReturnType<typeof computeLedger>['seats'],
): boolean {
  if (row.left === null || row.left >= 0) return false
  const justified = stays.filter(
    (stay) => stay.isJustified === 1 && seats.get(stay.id)?.line === row.id,
  ).length
  return -row.left > justified
}

async function refusal(trx: Trx, row: LedgerRow): Promise<DomainError> {
  const partner = await trx
    .selectFrom('institution')
    .select('name')
    .where('id', '=', row.condition.institutionId)
    .executeTakeFirst()
  return new DomainError('record-invalid', {
    entity: 'mobility',
    field: 'overbookingReason',
    problem: 'places.full',
    partner: partner?.name ?? '',
    year: row.academicYear,
    agreed: (row.agreed ?? 0) + row.carried,
    taken: row.taken,
  })
}
