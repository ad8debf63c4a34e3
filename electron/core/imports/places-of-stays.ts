import type { MobilityStep } from '#shared/domain/mobility-steps.ts'
import { findStayFacts, type StayFact } from '#core/features/places/ledger-facts.ts'
import { findOverBookings, type FullPlace } from '#core/features/places/over-booking.ts'
import { currentYear } from './decide-options.ts'
import type { StayGroup } from './group-stays.ts'
import { warning, type CellIssue } from './issues.ts'
import type { PlanInput } from './plan.ts'
import { textIn } from './row-values.ts'

/** A stay that a list adds, or moves on. */
export interface BookingGroup {
  readonly group: StayGroup
  readonly conditionId: string | null
  /** The step at which the list puts it. */
  readonly to: string
}

export interface StayPlaces {
  /** Stays for which no place is left, and nobody says why they may have one: not taken. */
  readonly refused: ReadonlyMap<StayGroup, FullPlace>
  /** Stays beyond the places agreed, with the reason that is written for them: that of the import. */
  readonly reasons: ReadonlyMap<StayGroup, string>
}

/**
 * Looks for a place for each stay that a list adds or moves on. One for which none is left is refused, unless its row or
 * the import says why; of a year that is over it is taken all the same, since it has been, and said.
 */
export async function findPlaces(
  bookings: readonly BookingGroup[],
  { read, reader, options, issues, today }: PlanInput,
): Promise<StayPlaces> {
  const thisYear = currentYear(today)
  const known = new Map(
    (
      await findStayFacts(
        read,
        bookings.flatMap(({ group }) => group.office?.id ?? []),
      )
    ).map((stay) => [stay.id, stay]),
  )
  const groupById = new Map<string, StayGroup>()
  const thought = bookings.flatMap((booking): StayFact[] => {
    const { group } = booking
    const held = known.get(group.office?.id ?? '')
    const conditionId = group.office === undefined ? booking.conditionId : (held?.conditionId ?? null)
    if (conditionId === null) return []
    const isSaid = (textIn(group, reader, 'mobility.overbookingReason') ?? '').trim() !== ''
    const stay = { ...(held ?? newStay(group)), conditionId, status: booking.to }
    const isJustified = Number(isSaid || stay.isJustified === 1 || stay.academicYear < thisYear)
    groupById.set(stay.id, group)
    return [{ ...stay, isJustified }]
  })
  const { refused, justified } = await findOverBookings(read, thought)
  const byGroup = (found: ReadonlyMap<string, FullPlace>) =>
    [...found].flatMap(([id, place]) => {
      const group = groupById.get(id)
      return group === undefined ? [] : [{ group, place }]
    })
  const say = (group: StayGroup, issue: CellIssue) => {
    const [first] = group.rows
    if (first !== undefined) issues.add(first.row, null, null, issue)
  }
  const reason = (options.overbookingReason ?? '').trim()
  for (const { group, place } of byGroup(justified))
    say(group, warning('imports.issue.beyond-quota', { ...place }))
  if (reason === '') {
    const left = byGroup(refused)
    for (const { group, place } of left)
      if (group.office !== undefined) say(group, warning('imports.issue.places-full', { ...place }))
    return { refused: new Map(left.map(({ group, place }) => [group, place])), reasons: new Map() }
  }
  for (const { group, place } of byGroup(refused))
    say(group, warning('imports.issue.beyond-quota', { ...place }))
  return { refused: new Map(), reasons: new Map(byGroup(refused).map(({ group }) => [group, reason])) }
}

function newStay({ rows, key, student }: StayGroup): Omit<StayFact, 'conditionId' | 'status'> {
  const semesters = ['autumn', 'spring', 'year'] as const
  return {
    id: `row ${rows[0]?.row ?? 0}`,
    academicYear: key.academicYear,
    semester: semesters.find((one) => one === key.semester) ?? null,
    start: null,
    end: null,
    programme: student.programme,
    department: student.department,
    isJustified: 0,
  }
}

/** The moves that are left once those without a place are held back. */
export function movesWithPlace(
  moves: ReadonlyMap<StayGroup, MobilityStep>,
  { refused }: StayPlaces,
): ReadonlyMap<StayGroup, MobilityStep> {
  return new Map([...moves].filter(([group]) => !refused.has(group)))
}
