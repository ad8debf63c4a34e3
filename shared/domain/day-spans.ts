import { dateParts, daysInMonth, fromDayNumber } from './civil-date.ts'

/** Days by their number from the first to the last, both included. Numbers are those of `toDayNumber`. */
export interface DaySpan {
  readonly first: number
  readonly last: number
}

/** When a stay is spent, in civil dates; null where nobody knows yet. */
export interface StayDates {
  readonly plannedStart: string | null
  readonly plannedEnd: string | null
  readonly actualStart: string | null
  readonly actualEnd: string | null
  /** Days of the stay spent at home, at a distance. */
  readonly virtualStart: string | null
  readonly virtualEnd: string | null
}

/**
 * How days are counted. `calendar`: every day once (Beneficiary Module draft schema). `commercial`: a year of 360 days
 * in which every month has 30 (calls of Italian universities).
 */
export type DayCount = 'calendar' | 'commercial'

/** The same days as sorted spans that neither overlap nor touch. */
export function unionOf(spans: readonly DaySpan[]): readonly DaySpan[] {
  if (spans.length < 2) return spans
  const merged: DaySpan[] = []
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const previous = merged.at(-1)
    if (previous === undefined || span.first > previous.last + 1) merged.push(span)
    else if (span.last > previous.last) merged[merged.length - 1] = { first: previous.first, last: span.last }
  }
  return merged
}

/** The days of some spans that are in none of the others. */
export function withoutSpans(spans: readonly DaySpan[], removed: readonly DaySpan[]): readonly DaySpan[] {
  return removed.reduce<readonly DaySpan[]>(
    (left, hole) => left.flatMap((span) => without(span, hole)),
    spans,
  )
}

function without(span: DaySpan, hole: DaySpan): readonly DaySpan[] {
  if (hole.last < span.first || hole.first > span.last) return [span]
  return [
    ...(span.first < hole.first ? [{ first: span.first, last: hole.first - 1 }] : []),
    ...(span.last > hole.last ? [{ first: hole.last + 1, last: span.last }] : []),
  ]
}

/** The days of a span that lie within another, or undefined. */
export function within(span: DaySpan, limits: DaySpan): DaySpan | undefined {
  const first = Math.max(span.first, limits.first)
  const last = Math.min(span.last, limits.last)
  return first <= last ? { first, last } : undefined
}

export function spansMeet(a: DaySpan, b: DaySpan): boolean {
  return a.first <= b.last && b.first <= a.last
}

/** How many days some spans cover; a day in two of them counts once. */
export function countDays(spans: readonly DaySpan[], dayCount: DayCount): number {
  const merged = unionOf(spans)
  const counted = dayCount === 'calendar' ? merged : unionOf(merged.map(commercialSpan))
  return counted.reduce((days, span) => days + span.last - span.first + 1, 0)
}

/** A span in the numbers of a year of twelve months of 30 days; the last day of any month is its 30th. */
function commercialSpan(span: DaySpan): DaySpan {
  return { first: commercialDay(span.first), last: commercialDay(span.last) }
}

function commercialDay(dayNumber: number): number {
  const { year, month, day } = dateParts(fromDayNumber(dayNumber))
  const isMonthEnd = day >= Math.min(30, daysInMonth(year, month))
  return (year * 12 + month) * 30 + (isMonthEnd ? 30 : day)
}
