import { countDays, unionOf, type DayCount, type DaySpan } from './day-spans.ts'
import type { ObligationRule, SortedStay } from './obligation-types.ts'

/**
 * Stays of one form at one host whose days follow on from each other: one stay, however many records it has. So
 * cutting a record in two changes nothing, neither for the minimum length nor for the longest stay.
 */
export interface StayRun {
  readonly stays: readonly SortedStay[]
  readonly days: number
}

/** The runs among some stays, in an order that does not depend on theirs. */
export function runsOf(stays: readonly SortedStay[], dayCount: DayCount): readonly StayRun[] {
  const open = new Map<string, { stays: SortedStay[]; last: number }>()
  const runs: { stays: SortedStay[]; last: number }[] = []
  for (const stay of inOrder(stays)) {
    if (stay.gross === undefined) continue
    const key = `${stay.stay.form}|${stay.stay.hostId ?? ''}|${stay.stay.country ?? ''}`
    const run = open.get(key)
    if (run !== undefined && stay.gross.first <= run.last + 1) {
      run.stays.push(stay)
      run.last = Math.max(run.last, stay.gross.last)
      continue
    }
    const begun = { stays: [stay], last: stay.gross.last }
    open.set(key, begun)
    runs.push(begun)
  }
  return runs.map((run) => ({ stays: run.stays, days: countDays(spansOf(run.stays), dayCount) }))
}

/** By first day, then last day, then id: the order in which stays are told. */
export function inOrder(stays: readonly SortedStay[]): readonly SortedStay[] {
  return stays.toSorted((a, b) => {
    const first = (a.gross?.first ?? Infinity) - (b.gross?.first ?? Infinity)
    const last = (a.gross?.last ?? Infinity) - (b.gross?.last ?? Infinity)
    if (first !== 0 && !Number.isNaN(first)) return first
    if (last !== 0 && !Number.isNaN(last)) return last
    return a.stay.id < b.stay.id ? -1 : a.stay.id > b.stay.id ? 1 : 0
  })
}

/** Days that a run must have to count: the form's own, else the rule's. */
export function minimumDaysOf(run: StayRun, rule: ObligationRule): number {
  return run.stays[0]?.counting?.minimumDays ?? rule.minimumDays
}

/** Days that some stays count together: all of them, or the longest alone. */
export function measure(stays: readonly SortedStay[], rule: ObligationRule): number {
  if (rule.stays === 'several') return cappedDays(stays, rule.dayCount)
  return Math.max(0, ...runsOf(stays, rule.dayCount).map((run) => cappedDays(run.stays, rule.dayCount)))
}

/**
 * The days covered by some stays when certain forms count only so many weeks. A day in two stays counts once, for
 * whichever of their forms still has room: the most that can be counted so is the least, over every choice of
 * limited forms, of their limits and of the days of the others (the cut that is worth the flow). The result grows
 * with each stay and does not depend on their order.
 */
function cappedDays(stays: readonly SortedStay[], dayCount: DayCount): number {
  const limits = new Map<string, number>()
  for (const { stay, counting } of stays) {
    const weeks = counting?.mostWeeks ?? null
    if (weeks !== null) limits.set(stay.form, weeks * 7)
  }
  let least = countDays(spansOf(stays), dayCount)
  if (limits.size === 0) return least
  const forms = [...limits]
  for (let choice = 1; choice < 1 << forms.length; choice += 1) {
    const limited = forms.filter((_form, index) => (choice & (1 << index)) !== 0)
    const others = stays.filter(({ stay }) => limited.every(([form]) => form !== stay.form))
    const sum = limited.reduce((days, [, most]) => days + most, countDays(spansOf(others), dayCount))
    least = Math.min(least, sum)
  }
  return least
}

function spansOf(stays: readonly SortedStay[]): readonly DaySpan[] {
  return unionOf(stays.flatMap(({ spans }) => spans))
}

/** Days of a stay, interruptions and virtual time taken off. */
export function heldDays(stay: SortedStay, dayCount: DayCount): number {
  return countDays(stay.spans, dayCount)
}

/**
 * What each stay adds to those before it, in order; the sum is what they count together. With one stay only, the
 * longest has all.
 */
export function shares(
  stays: readonly SortedStay[],
  before: readonly SortedStay[],
  rule: ObligationRule,
): ReadonlyMap<string, number> {
  const added = new Map<string, number>()
  const soFar = [...before]
  let total = measure(soFar, rule)
  for (const stay of inOrder(stays)) {
    soFar.push(stay)
    const next = measure(soFar, rule)
    added.set(stay.stay.id, next - total)
    total = next
  }
  return added
}
