import { addDays, dateParts, daysBetween, daysInMonth, earlierDate, laterDate } from './civil-date.ts'
import type { CivilDate } from './civil-date.ts'
import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'

/** Days from `start` to `end`, both included: a stay of one day starts and ends the same day. */
export type Period = { readonly start: CivilDate; readonly end: CivilDate }

export function periodOf(start: CivilDate, end: CivilDate): Result<Period, Refusal<'end-before-start'>> {
  return start <= end ? ok({ start, end }) : refuse('end-before-start', { start, end })
}

/** Days of a period on the calendar, both ends counted. Source: Beneficiary Module draft schema, duration-calculated. */
export function calendarDays(period: Period): number {
  return daysBetween(period.start, period.end) + 1
}

/**
 * Days of a period in the commercial year of 360 days, where every whole month has 30, both ends counted. Italian
 * institutions count so. Source: calls of Italian universities; that the last day of February counts as the 30th is
 * inferred from it.
 */
export function commercialDays(period: Period): number {
  const start = dateParts(period.start)
  const end = dateParts(period.end)
  const months = (end.year - start.year) * 12 + end.month - start.month
  const startDay = isMonthEnd(period.start) ? 30 : start.day
  const endDay = isMonthEnd(period.end) ? 30 : end.day
  return months * 30 + endDay - startDay + 1
}

function isMonthEnd(date: CivilDate): boolean {
  const { year, month, day } = dateParts(date)
  return day >= Math.min(30, daysInMonth(year, month))
}

/** Whole months of 30 days and the days left over. Source: Erasmus+ rules, a month is 30 days. */
export function monthsAndDays(days: number): { readonly months: number; readonly days: number } {
  const months = Math.floor(days / 30)
  return { months, days: days - months * 30 }
}

export function containsDate(period: Period, date: CivilDate): boolean {
  return period.start <= date && date <= period.end
}

export function overlaps(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end
}

/** The days that two periods share, or undefined. */
export function intersection(a: Period, b: Period): Period | undefined {
  const start = laterDate(a.start, b.start)
  const end = earlierDate(a.end, b.end)
  return start <= end ? { start, end } : undefined
}

/** The same days as sorted periods that neither overlap nor touch. */
export function mergePeriods(periods: readonly Period[]): readonly Period[] {
  const merged: Period[] = []
  for (const period of periods.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))) {
    const last = merged.at(-1)
    if (last !== undefined && daysBetween(last.end, period.start) <= 1) {
      merged[merged.length - 1] = { start: last.start, end: laterDate(last.end, period.end) }
    } else {
      merged.push(period)
    }
  }
  return merged
}

/** Calendar days covered by at least one of the periods: a day in two of them counts once. */
export function daysCovered(periods: readonly Period[]): number {
  return mergePeriods(periods).reduce((days, period) => days + calendarDays(period), 0)
}

/** The days of some periods that are in none of the others: a stay without its interruptions. */
export function subtractPeriods(periods: readonly Period[], removed: readonly Period[]): readonly Period[] {
  return mergePeriods(removed).reduce<readonly Period[]>(
    (left, hole) => left.flatMap((period) => withoutHole(period, hole)),
    mergePeriods(periods),
  )
}

function withoutHole(period: Period, hole: Period): readonly Period[] {
  if (!overlaps(period, hole)) return [period]
  const before = period.start < hole.start ? [{ start: period.start, end: addDays(hole.start, -1) }] : []
  const after = period.end > hole.end ? [{ start: addDays(hole.end, 1), end: period.end }] : []
  return [...before, ...after]
}
