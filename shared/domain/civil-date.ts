import { ok, refuse } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'

/** A day of the Gregorian calendar written `YYYY-MM-DD`, years 0001 to 9999: no time, no time zone. Sorts as text. */
export type CivilDate = Brand<string, 'CivilDate'>

export type CivilDateReason = 'malformed' | 'no-such-day'

export function isCivilDate(text: string): text is CivilDate {
  const match = isoShape.exec(text)
  return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]))
}

const isoShape = /^(\d{4})-(\d{2})-(\d{2})$/

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Reads `YYYY-MM-DD` strictly; other writings are read in date-text.ts. */
export function parseCivilDate(text: string): Result<CivilDate, Refusal<CivilDateReason>> {
  if (isCivilDate(text)) return ok(text)
  return refuse(isoShape.test(text) ? 'no-such-day' : 'malformed')
}

/** The date of a year, a month (1 to 12) and a day. */
export function civilDateOf(
  year: number,
  month: number,
  day: number,
): Result<CivilDate, Refusal<CivilDateReason>> {
  return parseCivilDate(isoText(year, month, day))
}

function isoText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

export function dateParts(date: CivilDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Number of a day, counted from 1970-01-01 = 0. */
export function toDayNumber(date: CivilDate): number {
  const { year, month, day } = dateParts(date)
  // Years that begin in March put the leap day at their end.
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = month > 2 ? month - 3 : month + 9
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + daysBeforeMonth(marchMonth) + day - 1 - day1970
}

/** Days from 1 March to the first day of a month, the months counted from March = 0. */
function daysBeforeMonth(marchMonth: number): number {
  return Math.floor((marchMonth * 153 + 2) / 5)
}

/** Days from 1 March of year 0 to 1970-01-01. */
const day1970 = 719468
const daysIn400Years = 146097

/** The day of a number counted from 1970-01-01 = 0; throws outside of years 0001 to 9999. */
export function fromDayNumber(dayNumber: number): CivilDate {
  const days = dayNumber + day1970
  const cycle = Math.floor(days / daysIn400Years)
  const dayOfCycle = days - cycle * daysIn400Years
  const yearOfCycle = Math.floor(
    (dayOfCycle -
      Math.floor(dayOfCycle / 1460) +
      Math.floor(dayOfCycle / 36524) -
      Math.floor(dayOfCycle / 146096)) /
      365,
  )
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100)
  const dayOfYear = dayOfCycle - yearOfCycle * 365 - leapDays
  const marchMonth = Math.floor((dayOfYear * 5 + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
  return assumeDate(isoText(year, month, dayOfYear - daysBeforeMonth(marchMonth) + 1))
}

function assumeDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new RangeError(`Not a date of years 0001 to 9999: ${text}`)
  return text
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(date) + days)
}

/** The same day some months later (or earlier); the last day of the month when that month has no such day. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const { year, month, day } = dateParts(date)
  const count = year * 12 + (month - 1) + months
  const newYear = Math.floor(count / 12)
  const newMonth = count - newYear * 12 + 1
  return assumeDate(isoText(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth))))
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Negative, zero or positive, as `Array.sort` wants. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function earlierDate(a: CivilDate, b: CivilDate): CivilDate {
  return a <= b ? a : b
}

export function laterDate(a: CivilDate, b: CivilDate): CivilDate {
  return a >= b ? a : b
}

/** Day of the week of ISO 8601: 1 for Monday to 7 for Sunday. */
export function weekday(date: CivilDate): number {
  const sinceMonday = (toDayNumber(date) + 3) % 7
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
}
