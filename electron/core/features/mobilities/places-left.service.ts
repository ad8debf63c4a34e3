import type { Database as RawDatabase } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { MobilityStep, StepIssue } from '#shared/domain/mobility-steps.ts'
import { stageOf } from '#shared/domain/places-ledger.ts'
import type { StayFacts } from '#shared/domain/stay-facts.ts'
import type { Database } from '#core/db/schema.ts'
import { findStayFacts, readStayFacts } from '#core/features/places/ledger-facts.ts'
import { findOverBookings, readWithoutPlace, type FullPlace } from '#core/features/places/over-booking.ts'

/** A stay that could move to a step if places were left. */
export interface PossibleMove extends Pick<StayFacts, 'id' | 'status'> {
  readonly to: MobilityStep
}

/** A stay takes a place where it enters the first step that holds one; whoever holds one asks for none. */
function isAsking({ status, to }: PossibleMove): boolean {
  return stageOf(to) !== undefined && stageOf(status) === undefined
}

/**
 * Of stays that are about to move to a step, those that would take a place where none is left and do not say why they
 * may: with the issue that says so.
 */
export async function withoutPlace(
  db: Kysely<Database>,
  stays: readonly Pick<StayFacts, 'id' | 'status'>[],
  to: MobilityStep,
): Promise<ReadonlyMap<string, StepIssue>> {
  return await findFullPlaces(
    db,
    stays.map(({ id, status }) => ({ id, status, to })),
  )
}

/** The same of moves that lead to different steps, all of them made together. */
async function findFullPlaces(
  db: Kysely<Database>,
  moves: readonly PossibleMove[],
): Promise<ReadonlyMap<string, StepIssue>> {
  const toById = new Map(moves.filter(isAsking).map(({ id, to }) => [id, to]))
  if (toById.size === 0) return new Map()
  const facts = await findStayFacts(db, [...toById.keys()])
  const { refused } = await findOverBookings(
    db,
    facts.map((stay) => ({ ...stay, status: toById.get(stay.id) ?? stay.status })),
  )
  return new Map([...refused].map(([id, place]) => [id, placesFullIssue(place)]))
}

/**
 * Of the stays that could go on, those for which no place would be left if all that stand at the same step went on
 * together: as moving them all would find.
 */
export async function findHeldByPlaces(
  db: Kysely<Database>,
  moves: readonly PossibleMove[],
): Promise<ReadonlyMap<string, StepIssue>> {
  const held = new Map<string, StepIssue>()
  for (const group of byStep(moves).values())
    for (const [id, issue] of await findFullPlaces(db, group)) held.set(id, issue)
  return held
}

/** The same, at once: for what is worked out for lists. */
export function readHeldByPlaces(raw: RawDatabase, moves: readonly PossibleMove[]): ReadonlySet<string> {
  const asking = moves.filter(isAsking)
  const factById = new Map(
    readStayFacts(
      raw,
      asking.map(({ id }) => id),
    ).map((stay) => [stay.id, stay]),
  )
  const groups = [...byStep(asking).values()].map((group) =>
    group.flatMap(({ id, to }) => {
      const stay = factById.get(id)
      return stay === undefined ? [] : [{ ...stay, status: to }]
    }),
  )
  return readWithoutPlace(raw, groups)
}

function byStep(moves: readonly PossibleMove[]): ReadonlyMap<string, readonly PossibleMove[]> {
  return Map.groupBy(moves, ({ status }) => status)
}

function placesFullIssue(place: FullPlace): StepIssue {
  return { code: 'places-full', level: 'block', params: { ...place }, field: 'overbookingReason' }
}
