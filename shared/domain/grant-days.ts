import { isCivilDate, toDayNumber } from './civil-date.ts'
import { countDays, within, withoutSpans, type DayCount, type DaySpan, type StayDates } from './day-spans.ts'
import type { GrantDays } from './grant-types.ts'

/** When a stay is spent, and when it is interrupted. */
export interface GrantDates extends StayDates {
  readonly interruptions: readonly { readonly start: string; readonly end: string }[]
}

/** The days that a grant is counted on. */
export interface GrantPeriod {
  readonly basis: 'planned' | 'real'
  readonly start: string
  readonly end: string
  readonly span: DaySpan
  /** Days of the stay that are not spent at the host's: interrupted, or at a distance. */
  readonly holes: readonly DaySpan[]
  /** An interruption of which some day lies outside the stay. */
  readonly isInterruptedOutside: boolean
}

/**
 * The days that a grant is counted on: the real ones where both are known, else whatever is known best. Undefined
 * without two dates; `reversed` where the end comes before the start. Source: the exact dates come from the certificate
 * of the host (gidatarim).
 */
export function grantPeriod(dates: GrantDates): GrantPeriod | 'reversed' | undefined {
  const start = dates.actualStart ?? dates.plannedStart
  const end = dates.actualEnd ?? dates.plannedEnd
  const span = spanOf(start, end)
  if (span === undefined || start === null || end === null) return undefined
  if (span.first > span.last) return 'reversed'
  const interruptions = dates.interruptions.flatMap((one) => spanOf(one.start, one.end) ?? [])
  const virtual = spanOf(dates.virtualStart, dates.virtualEnd)
  const all = virtual === undefined ? interruptions : [...interruptions, virtual]
  return {
    basis: dates.actualStart !== null && dates.actualEnd !== null ? 'real' : 'planned',
    start,
    end,
    span,
    holes: all.flatMap((hole) => within(hole, span) ?? []),
    isInterruptedOutside: interruptions.some(({ first, last }) => first < span.first || last > span.last),
  }
}

function spanOf(start: string | null, end: string | null): DaySpan | undefined {
  if (start === null || end === null || !isCivilDate(start) || !isCivilDate(end)) return undefined
  return { first: toDayNumber(start), last: toDayNumber(end) }
}

/** Days of a month in the programme: a stay of 45 days is one month and 15 days. Source: unibas.it, lawinsider clause. */
export const monthDays = 30

/** What the days of a stay come to when some of them are not funded. */
export interface FundingLimits {
  readonly isZeroGrant: boolean
  readonly nonFundedDays: number
  /** The most that the call funds; null: all. */
  readonly fundedDaysMost: number | null
}

/**
 * The days of a stay counted in one way. The least and the longest stay are checked on `mobility`; `funded` is what is
 * left of it when the days not funded are taken away. Source: BM draft schema, duration.
 */
export function countGrantDays(period: GrantPeriod, dayCount: DayCount, limits: FundingLimits): GrantDays {
  const duration = countDays([period.span], dayCount)
  const mobility = countDays(withoutSpans([period.span], period.holes), dayCount)
  const wanted = limits.isZeroGrant ? 0 : Math.max(0, mobility - limits.nonFundedDays)
  const funded = Math.min(wanted, limits.fundedDaysMost ?? wanted)
  return {
    duration,
    interruption: duration - mobility,
    mobility,
    nonFunded: mobility - funded,
    funded,
    fullMonths: Math.floor(funded / monthDays),
    extraDays: funded % monthDays,
  }
}

/**
 * Days of a stay towards the months of a study cycle. They are counted in months of 30 days, so that twelve months on the
 * calendar are twelve months (inferred). Days at a distance at home do not count, days without a grant do. Source:
 * Sapienza 2026/27, art. 5.1; erasmus.uniwa.gr.
 */
export function cycleDays(dates: GrantDates): number {
  const period = grantPeriod(dates)
  if (period === undefined || period === 'reversed') return 0
  return countDays(withoutSpans([period.span], period.holes), 'commercial')
}
