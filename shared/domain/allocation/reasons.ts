import { holdersByUnit, occupancyOf, reachable } from './certificate.ts'
import type { Occupancy } from './occupancy.ts'
import type { Contract, Prepared } from './prepare.ts'
import { isPlacedByHand, type AllocationFact, type Assignment } from './types.ts'

/** Somebody who holds a seat, with what the seat was given for. */
export interface Holder {
  readonly student: string
  readonly place: string
  /** The score that counted there; null for a decision by hand outside the wishes. */
  readonly score: number | null
  readonly isByHand: boolean
}

/** Why a wish was or was not granted. */
export type WishOutcome =
  | { readonly kind: 'obtained' }
  /** A better wish was obtained. */
  | { readonly kind: 'not-needed' }
  /** It could not be granted to anybody in this case: not eligible, closed, banned, capacity unknown. */
  | { readonly kind: 'refused'; readonly facts: readonly AllocationFact[] }
  /** Another place was decided by hand. */
  | { readonly kind: 'decided-by-hand' }
  /** The place held before is kept, as everybody's is. */
  | { readonly kind: 'kept' }
  /** A seat is free: the result is not finished, or it was changed by hand. */
  | { readonly kind: 'free' }
  /** Every holder comes first, at the place or in its pool, or was put there by hand. */
  | { readonly kind: 'outranked'; readonly limit: 'place' | 'pool'; readonly holders: readonly Holder[] }
  /** Seats are left, or somebody with less precedence has one, because they are reserved for others. */
  | { readonly kind: 'reserved'; readonly limit: 'place' | 'pool'; readonly holders: readonly Holder[] }
  /** A holder comes after: maximum placement gave the seat away so that more students have a place. */
  | { readonly kind: 'given-up'; readonly holder: Holder; readonly holders: readonly Holder[] }

export interface WishReason {
  readonly place: string
  readonly rank: number
  readonly score: number
  readonly outcome: WishOutcome
}

export interface StudentReasons {
  readonly student: string
  readonly place: string | null
  readonly rank: number | null
  readonly isByHand: boolean
  readonly wishes: readonly WishReason[]
}

/** Answers "why this place, and why not each better wish?" for any student of a result. */
export function createReasons(
  prepared: Prepared,
  assignment: Assignment,
): (student: number) => StudentReasons {
  const placeOf = assignment.map((place) => prepared.placeIndex.get(place ?? '') ?? -1)
  const occupancy = occupancyOf(prepared, placeOf)
  const holders = holdersByUnit(prepared, placeOf)
  return (index) => {
    const student = prepared.students[index]
    if (student === undefined) throw new Error(`No student ${index}`)
    const present = placeOf[index] ?? -1
    const isByHand = isPlacedByHand(student)
    const presentId = prepared.instance.places[present]?.id ?? null
    const presentRank = student.wishes.find((wish) => wish.place === presentId)?.rank ?? null
    const wishes = student.wishes.map((wish): WishReason => {
      const base = { place: wish.place, rank: wish.rank, score: wish.score ?? student.score }
      if (wish.place === presentId) return { ...base, outcome: { kind: 'obtained' } }
      const facts = prepared.refusalsOf(index, wish.place)
      if (facts.length > 0) return { ...base, outcome: { kind: 'refused', facts } }
      if (isByHand) return { ...base, outcome: { kind: 'decided-by-hand' } }
      if (presentRank !== null && wish.rank > presentRank) return { ...base, outcome: { kind: 'not-needed' } }
      if (student.isHeld === true) return { ...base, outcome: { kind: 'kept' } }
      const wanted = prepared.contracts[index]?.find((one) => one.rank === wish.rank)
      if (wanted === undefined) throw new Error(`No contract for a wish that nothing refuses`)
      return { ...base, outcome: explainLoss(prepared, placeOf, occupancy, holders, wanted) }
    })
    return { student: student.id, place: presentId, rank: presentRank, isByHand, wishes }
  }
}

function explainLoss(
  prepared: Prepared,
  placeOf: readonly number[],
  occupancy: Occupancy,
  byUnit: readonly (readonly Contract[])[],
  wanted: Contract,
): WishOutcome {
  const found = reachable(prepared, occupancy, byUnit, wanted)
  if (found === 'free') return { kind: 'free' }
  const unit = prepared.unitOf[wanted.place] ?? -1
  const placeNode = prepared.nodes[wanted.place]
  const isPlaceFull = occupancy.countAt(wanted.place) >= (placeNode?.capacity ?? 0)
  const isPoolFull = unit !== wanted.place && occupancy.countAt(unit) >= (prepared.nodes[unit]?.capacity ?? 0)
  const limit = isPoolFull && !isPlaceFull ? 'pool' : 'place'
  const holders = listHolders(prepared, placeOf, wanted, limit)
  if (found !== undefined) {
    const holder = holders.find((one) => one.student === prepared.students[found.student]?.id)
    return { kind: 'given-up', holder: holder ?? holderOf(prepared, found.student, found.place), holders }
  }
  const competitors = (byUnit[unit] ?? []).filter(
    (one) => one.student !== wanted.student && (limit === 'pool' || one.place === wanted.place),
  )
  const hasLower = competitors.some((one) => one.order > wanted.order && !isGivenByHand(prepared, one))
  // a decision by hand takes a seat before any precedence, wished for or not
  const hasNobody = competitors.length === 0 && !holders.some((holder) => holder.isByHand)
  const isReserved = hasLower || hasNobody || !(isPlaceFull || isPoolFull)
  return { kind: isReserved ? 'reserved' : 'outranked', limit, holders }
}

function isGivenByHand(prepared: Prepared, { student }: Contract): boolean {
  const who = prepared.students[student]
  return who !== undefined && isPlacedByHand(who)
}

function listHolders(
  prepared: Prepared,
  placeOf: readonly number[],
  wanted: Contract,
  limit: 'place' | 'pool',
): readonly Holder[] {
  const unit = prepared.unitOf[wanted.place]
  const isThere = (place: number) =>
    limit === 'place' ? place === wanted.place : place !== -1 && prepared.unitOf[place] === unit
  return placeOf
    .flatMap((place, student) =>
      student !== wanted.student && isThere(place) ? [holderOf(prepared, student, place)] : [],
    )
    .toSorted((a, b) => (b.score ?? Infinity) - (a.score ?? Infinity))
}

function holderOf(prepared: Prepared, student: number, place: number): Holder {
  const who = prepared.students[student]
  const placeId = prepared.instance.places[place]?.id ?? ''
  const wish = who?.wishes.find((one) => one.place === placeId)
  const score = wish === undefined ? null : (wish.score ?? who?.score ?? null)
  return { student: who?.id ?? '', place: placeId, score, isByHand: who !== undefined && isPlacedByHand(who) }
}

/** One student who wanted a place. */
export interface Demand {
  readonly student: string
  readonly rank: number
  readonly score: number
  readonly outcome: 'holds' | 'has-better' | 'waits' | 'decided-by-hand' | 'kept' | 'refused'
  readonly facts: readonly AllocationFact[]
}

/** Everybody who asked for a place, in the order of precedence: those who wait are its waiting list. */
export function listDemand(prepared: Prepared, assignment: Assignment, place: string): readonly Demand[] {
  const demands = prepared.students.flatMap((student, index) => {
    const wish = student.wishes.find((one) => one.place === place)
    if (wish === undefined) return []
    const facts = prepared.refusalsOf(index, place)
    const contract = prepared.contracts[index]?.find((one) => one.rank === wish.rank)
    const present = assignment[index] ?? null
    const presentRank = student.wishes.find((one) => one.place === present)?.rank ?? Infinity
    const outcome = outcomeOf(
      present === place,
      facts.length > 0,
      student.lockedPlace === null ? undefined : isPlacedByHand(student) ? 'decided-by-hand' : 'kept',
      presentRank < wish.rank,
    )
    const order = contract?.order ?? Infinity
    return [
      { order, student: student.id, rank: wish.rank, score: wish.score ?? student.score, outcome, facts },
    ]
  })
  return demands
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .map(({ order: _order, ...demand }) => demand)
}

function outcomeOf(
  holds: boolean,
  isRefused: boolean,
  fixed: 'decided-by-hand' | 'kept' | undefined,
  hasBetter: boolean,
): Demand['outcome'] {
  if (holds) return 'holds'
  if (isRefused) return 'refused'
  if (fixed === 'decided-by-hand') return fixed
  if (hasBetter) return 'has-better'
  return fixed ?? 'waits'
}
