import type { Kysely } from 'kysely'
import { type MobilityStep, type StepIssue } from '#shared/domain/mobility-steps.ts'
import { stageOf } from '#shared/domain/places-ledger.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import type { Database } from '#core/db/schema.ts'
import { findStayFacts } from '#core/features/places/ledger-facts.ts'
import { findOverBookings, type FullPlace } from '#core/features/places/over-booking.ts'

/**
 * Of stays that are about to move to a step, those that would take a place where none is left and do not say why they
 * may: with the issue that says so. A stay that holds a place already asks for none.
 */
export async function withoutPlace(
  db: Kysely<Database>,
  stays: readonly Pick<StayFacts, 'id' | 'status'>[],
  to: MobilityStep,
): Promise<ReadonlyMap<string, StepIssue>> {
  if (stageOf(to) === undefined) return new Map()
  const asking = stays.filter(({ status }) => stageOf(status) === undefined).map(({ id }) => id)
  const facts = await findStayFacts(db, asking)
  const { refused } = await findOverBookings(
    db,
    facts.map((stay) => ({ ...stay, status: to })),
  )
  return new Map([...refused].map(([id, place]) => [id, placesFullIssue(place)]))
}

function placesFullIssue(place: FullPlace): StepIssue {
  return { code: 'places-full', level: 'block', params: { ...place }, field: 'overbookingReason' }
}
