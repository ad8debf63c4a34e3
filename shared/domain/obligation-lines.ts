import { fromDayNumber } from './civil-date.ts'
import { heldDays, inOrder, measure, minimumDaysOf, runsOf, shares } from './obligation-days.ts'
import type { LedgerLine, LineCode, ObligationRule, Params, Said, SortedStay } from './obligation-types.ts'

/** The stays that count, and the runs of which nothing counts because they are too short. */
export interface QualifiedStays {
  readonly acquired: readonly SortedStay[]
  readonly planned: readonly SortedStay[]
  /** Days of the run that a stay belongs to, by id, for stays of runs that are too short, or so far. */
  readonly tooShort: ReadonlyMap<string, { readonly days: number; readonly minimum: number }>
}

/** Validated stays reach the minimum length by themselves; planned ones with those they carry on. */
export function qualifiedStays(sorted: readonly SortedStay[], rule: ObligationRule): QualifiedStays {
  const tooShort = new Map<string, { days: number; minimum: number }>()
  const longEnough = (stays: readonly SortedStay[]): Set<string> => {
    const kept = new Set<string>()
    for (const run of runsOf(stays, rule.dayCount)) {
      const minimum = minimumDaysOf(run, rule)
      for (const { stay } of run.stays) {
        if (run.days >= minimum) kept.add(stay.id)
        else tooShort.set(stay.id, { days: run.days, minimum })
      }
    }
    return kept
  }
  const acquired = sorted.filter(({ state }) => state === 'acquired')
  const counting = sorted.filter(({ state }) => state !== 'none')
  const acquiredIds = longEnough(acquired)
  const allIds = longEnough(counting)
  return {
    acquired: acquired.filter(({ stay }) => acquiredIds.has(stay.id)),
    planned: counting.filter(({ stay }) => allIds.has(stay.id) && !acquiredIds.has(stay.id)),
    tooShort: new Map([...tooShort].filter(([id]) => !acquiredIds.has(id))),
  }
}

/** One line per stay, by date, each with the days it counts and the reason. The days of all lines are the ledger's. */
export function ledgerLines(
  sorted: readonly SortedStay[],
  qualified: QualifiedStays,
  rule: ObligationRule,
): readonly LedgerLine[] {
  const acquired = shareOut(qualified.acquired, [], rule)
  const planned = shareOut(qualified.planned, qualified.acquired, rule)
  return inOrder(sorted).map((one) => {
    const acquiredDays = acquired.get(one.stay.id) ?? 0
    const plannedDays = planned.get(one.stay.id) ?? 0
    const days = heldDays(one, rule.dayCount)
    return {
      stayId: one.stay.id,
      start: one.gross === undefined ? null : fromDayNumber(one.gross.first),
      end: one.gross === undefined ? null : fromDayNumber(one.gross.last),
      isReal: one.isReal,
      days,
      acquiredDays,
      plannedDays,
      reason: reasonOf(one, { days, counted: acquiredDays + plannedDays, qualified, rule }),
    }
  })
}

/** With one stay only, its days go to the longest; else each stay has what it adds. */
function shareOut(
  stays: readonly SortedStay[],
  before: readonly SortedStay[],
  rule: ObligationRule,
): ReadonlyMap<string, number> {
  if (rule.stays === 'several' || before.length > 0) return shares(stays, before, rule)
  const runs = runsOf(stays, rule.dayCount)
  const most = Math.max(0, ...runs.map((run) => measure(run.stays, rule)))
  const longest = runs.find((run) => measure(run.stays, rule) === most)
  return shares(longest?.stays ?? [], [], rule)
}

interface Counted {
  readonly days: number
  readonly counted: number
  readonly qualified: QualifiedStays
  readonly rule: ObligationRule
}

function reasonOf(one: SortedStay, { days, counted, qualified, rule }: Counted): Said<LineCode> {
  const said = (code: LineCode, params: Params = {}): Said<LineCode> => ({ code, params })
  if (one.state === 'none') return one.reason
  const short = qualified.tooShort.get(one.stay.id)
  if (short !== undefined && counted === 0) return said('below-minimum', short)
  if (short !== undefined) return said('minimum-not-yet', short)
  if (counted === 0 && rule.stays === 'one') return said('not-the-longest')
  const most = one.counting?.mostWeeks ?? null
  if (counted === 0) return most === null ? said('counted-elsewhere') : said('most-reached', { weeks: most })
  if (one.reason.code !== 'counted') return said(one.reason.code, { days: counted })
  return counted < days ? said('counted-partly', { days: counted, held: days }) : said('counted', { days })
}
