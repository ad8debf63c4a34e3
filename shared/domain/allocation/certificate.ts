import { boundOf, joinObjectives, objectivesOf, type Prices } from './linear-program.ts'
import { createOccupancy, type Occupancy } from './occupancy.ts'
import type { Contract, Prepared } from './prepare.ts'
import { findDisplaced } from './stable-matching.ts'
import { recomputePriority, recomputeStable } from './recompute.ts'
import type { AllocationFact, AllocationRule, Assignment } from './types.ts'

export const violationCodes = [
  'unknown-place',
  'wrong-length',
  'not-wished',
  'not-eligible',
  'lock-ignored',
  'over-capacity',
  'pool-over-capacity',
  'justified-envy',
  'seat-wasted',
  'not-the-priority-order',
  'not-student-optimal',
  'not-optimal',
] as const

/** What is wrong with a result. `student`, `place` and `holder` are identifiers. */
export interface Violation {
  readonly code: (typeof violationCodes)[number]
  readonly student?: string
  readonly place?: string
  readonly holder?: string
  readonly params?: AllocationFact['params']
}

/** What was checked, independently of how the result was found. */
export interface Certificate {
  readonly isValid: boolean
  readonly violations: readonly Violation[]
  /** Pairs with justified envy; for a rule that allows it they are counted and are no violation. */
  readonly envy: readonly Violation[]
  /** The value reached and the proven bound; null where the mechanism defines the result and it was made again. */
  readonly optimum: { readonly value: number; readonly bound: number } | null
}

/**
 * Checks a result against the rules, from the instance alone: seats of every place, pool and reserve; eligibility,
 * locks and bans; justified envy and wasted seats; and the result of the mechanism: for the priority order and the
 * stable matching by a second, plain implementation, for maximum placement by the bound that the prices prove.
 */
export function certify(
  prepared: Prepared,
  rule: AllocationRule,
  assignment: Assignment,
  prices: Prices | null,
): Certificate {
  const { students, placeIndex } = prepared
  if (assignment.length !== students.length) return refused([{ code: 'wrong-length' }])
  const unknown = assignment.flatMap((place, index): Violation[] =>
    place === null || placeIndex.has(place)
      ? []
      : [{ code: 'unknown-place', place, ...studentAt(prepared, index) }],
  )
  if (unknown.length > 0) return refused(unknown)
  const placeOf = assignment.map((place) => placeIndex.get(place ?? '') ?? -1)
  const violations = [...checkPairs(prepared, placeOf), ...checkSeats(prepared, placeOf)]
  if (violations.length > 0) return refused(violations)
  const { envy, waste } = findEnvy(prepared, placeOf)
  if (rule.mechanism === 'max' && !rule.isFair) return certifyOptimum(prepared, rule, placeOf, prices, envy)
  const expected = rule.mechanism === 'priority' ? recomputePriority(prepared) : recomputeStable(prepared)
  const code = rule.mechanism === 'priority' ? 'not-the-priority-order' : 'not-student-optimal'
  const differing = placeOf.flatMap((place, index): Violation[] =>
    place === expected[index] ? [] : [{ code, ...studentAt(prepared, index) }],
  )
  const unjust = rule.mechanism === 'priority' ? [] : [...envy, ...waste]
  const found = [...unjust, ...differing]
  return { isValid: found.length === 0, violations: found, envy, optimum: null }
}

function refused(violations: readonly Violation[]): Certificate {
  return { isValid: false, violations, envy: [], optimum: null }
}

function studentAt({ students }: Prepared, index: number): { readonly student: string } {
  return { student: students[index]?.id ?? '' }
}

function checkPairs(prepared: Prepared, placeOf: readonly number[]): readonly Violation[] {
  return placeOf.flatMap((place, index): Violation[] => {
    const locked = prepared.locked[index] ?? -1
    const who = studentAt(prepared, index)
    if (locked !== -1) return place === locked ? [] : [{ code: 'lock-ignored', ...who }]
    if (place === -1) return []
    const id = prepared.instance.places[place]?.id ?? ''
    if (!(prepared.students[index]?.wishes ?? []).some((wish) => wish.place === id))
      return [{ code: 'not-wished', place: id, ...who }]
    return prepared.refusalsOf(index, id).length > 0 ? [{ code: 'not-eligible', place: id, ...who }] : []
  })
}

/** Counted once more, from nothing: every place, every pool, every kept reserve. */
function checkSeats(prepared: Prepared, placeOf: readonly number[]): readonly Violation[] {
  const kept = prepared.nodes.map((node) => node.reserves.map((one) => (one.isKept ? one.seats : 0)))
  const inReserve = kept.map((seats) => seats.map(() => 0))
  const outside = kept.map(() => 0)
  placeOf.forEach((place, student) => {
    if (place === -1) return
    for (const { node, reserve } of prepared.seatsAt(place, student)) {
      const counts = prepared.nodes[node]?.reserves[reserve]?.isKept === true ? inReserve[node] : undefined
      if (counts === undefined) outside[node] = (outside[node] ?? 0) + 1
      else counts[reserve] = (counts[reserve] ?? 0) + 1
    }
  })
  return prepared.nodes.flatMap((node, index): Violation[] => {
    const own = kept[index] ?? []
    const overflows = (inReserve[index] ?? []).map((count, at) => Math.max(0, count - (own[at] ?? 0)))
    const count = overflows.reduce((sum, one) => sum + one, outside[index] ?? 0)
    const seats = own.reduce((left, one) => left - one, node.capacity)
    const code = node.isPool ? 'pool-over-capacity' : 'over-capacity'
    return count <= seats ? [] : [{ code, place: node.id, params: { count, seats } }]
  })
}

/** Every better wish that a student could have by displacing one holder (envy) or nobody (waste). */
function findEnvy(
  prepared: Prepared,
  placeOf: readonly number[],
): { readonly envy: readonly Violation[]; readonly waste: readonly Violation[] } {
  const occupancy = occupancyOf(prepared, placeOf)
  const holders = holdersByUnit(prepared, placeOf)
  const envy: Violation[] = []
  const waste: Violation[] = []
  prepared.contracts.forEach((own, student) => {
    const present = placeOf[student] ?? -1
    if (own.length === 0 || own[0]?.place === present) return
    for (const wanted of own) {
      if (wanted.place === present) break
      const found = reachable(prepared, occupancy, holders, wanted)
      const pair = {
        place: prepared.instance.places[wanted.place]?.id ?? '',
        ...studentAt(prepared, student),
      }
      if (found === 'free') waste.push({ code: 'seat-wasted', ...pair })
      else if (found !== undefined)
        envy.push({ code: 'justified-envy', holder: studentAt(prepared, found.student).student, ...pair })
    }
  })
  return { envy, waste }
}

/**
 * How a wish could be granted beside the others: with a free seat, or by displacing the holder returned. Within a pool
 * the student's own seat is one of those that may be exchanged.
 */
export function reachable(
  prepared: Prepared,
  occupancy: Occupancy,
  holders: readonly (readonly Contract[])[],
  wanted: Contract,
): Contract | 'free' | undefined {
  if (occupancy.canAdd(wanted.place, wanted.student)) return 'free'
  const found = findDisplaced(occupancy, holders[prepared.unitOf[wanted.place] ?? -1] ?? [], wanted)
  return found?.student === wanted.student ? 'free' : found
}

export function occupancyOf(prepared: Prepared, placeOf: readonly number[]): Occupancy {
  const occupancy = createOccupancy(prepared)
  placeOf.forEach((place, student) => {
    if (place !== -1) occupancy.add(place, student)
  })
  return occupancy
}

/** Who holds a seat of each unit, except those decided by hand. */
export function holdersByUnit(
  prepared: Prepared,
  placeOf: readonly number[],
): readonly (readonly Contract[])[] {
  const holders = prepared.nodes.map((): Contract[] => [])
  prepared.contracts.forEach((own, student) => {
    const held = own.find((contract) => contract.place === placeOf[student])
    if (held !== undefined) holders[prepared.unitOf[held.place] ?? -1]?.push(held)
  })
  return holders
}

function certifyOptimum(
  prepared: Prepared,
  rule: AllocationRule,
  placeOf: readonly number[],
  prices: Prices | null,
  envy: readonly Violation[],
): Certificate {
  const valueOf = joinObjectives(prepared, objectivesOf(prepared, rule))
  const value = prepared.contracts.reduce((sum, own, student) => {
    const held = own.find((contract) => contract.place === placeOf[student])
    return held === undefined ? sum : sum + valueOf(held)
  }, 0)
  const bound = boundOf(prepared, valueOf, prices ?? { nodes: [], reserves: [] })
  const violations: Violation[] = value === bound ? [] : [{ code: 'not-optimal', params: { value, bound } }]
  return { isValid: violations.length === 0, violations, envy, optimum: { value, bound } }
}
