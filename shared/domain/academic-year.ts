import type { CivilDate } from './civil-date.ts'
import { ok, refuse } from './result.ts'
import type { Brand, Refusal, Result } from './result.ts'
import { foldText } from './text-folding.ts'

/**
 * An academic year as EWP writes it: `2026/2027`, or `2026/2026` where it is the calendar year (southern hemisphere).
 * Sorts as text. Source: EWP academic term schema, `[0-9]{4}/[0-9]{4}`.
 */
export type AcademicYear = Brand<string, 'AcademicYear'>

/** The part of an academic year that a stay takes. Autumn is its first semester, spring its second. */
export const semesters = ['autumn', 'spring', 'year'] as const
export type Semester = (typeof semesters)[number]

export type AcademicYearReason = 'empty' | 'malformed' | 'single-year' | 'not-consecutive' | 'out-of-range'

const firstYear = 1950
const lastYear = 2149

export function isAcademicYear(text: string): text is AcademicYear {
  const match = /^(\d{4})\/(\d{4})$/.exec(text)
  const start = Number(match?.[1])
  const end = Number(match?.[2])
  return match !== null && start >= firstYear && start <= lastYear && (end === start || end === start + 1)
}

/** The academic year that begins in a calendar year; `isCalendarYear` for those of the southern hemisphere. */
export function academicYearFrom(startYear: number, isCalendarYear = false): AcademicYear {
  const text = `${startYear}/${isCalendarYear ? startYear : startYear + 1}`
  if (!isAcademicYear(text))
    throw new RangeError(`Not an academic year from ${firstYear} to ${lastYear}: ${text}`)
  return text
}

export function academicYearStart(year: AcademicYear): number {
  return Number(year.slice(0, 4))
}

const isCalendarYear = (year: AcademicYear): boolean => year.slice(0, 4) === year.slice(5)

/** A year written in full or short (`2026-2027`, `2026/27`, `26/27`), not inside a longer number or a date. */
const yearPair = /(?<![\d/.-])(\d{4}|\d{2}) ?[/_-] ?(\d{4}|\d{2})(?![\d]|[/.-]\d)/

/**
 * Reads an academic year: `2026/2027`, `2026-2027`, `2026/27`, `26/27`, `AY2018-19`, `année 2026–2027`. A single year is
 * refused: it may be the first or the second.
 */
export function parseAcademicYear(written: string): Result<AcademicYear, Refusal<AcademicYearReason>> {
  const text = foldText(written).replace(yearWords, '')
  if (text === '') return refuse('empty')
  const match = yearPair.exec(text)
  if (match === null || match[0].length !== text.length)
    return refuse(/^\d{4}$/.test(text) ? 'single-year' : 'malformed')
  return readPair(match[1] ?? '', match[2] ?? '')
}

const yearWords =
  /^(?:a\.?y\.?|a\.?a\.?|a\.?u\.?|academic year|annee (?:universitaire|academique|scolaire)|annee|curso(?: academico)?|anno accademico|studienjahr|year)[ :]*/

function readPair(first: string, second: string): Result<AcademicYear, Refusal<AcademicYearReason>> {
  const start = first.length === 4 ? Number(first) : fullYear(Number(first))
  const end = second.length === 4 ? Number(second) : Math.floor(start / 100) * 100 + Number(second)
  // `1999/00`: the second year is in the next century.
  const endYear = second.length === 2 && end < start ? end + 100 : end
  // A calendar year is written in full only: `26/26` is more likely a slip.
  const isPair = endYear === start + 1 || (endYear === start && first.length === 4 && second.length === 4)
  if (!isPair) return refuse('not-consecutive', { year: `${first}/${second}` })
  const year = `${start}/${endYear}`
  return isAcademicYear(year) ? ok(year) : refuse('out-of-range', { year })
}

/** Two digits mean 1980 to 2079. */
function fullYear(twoDigits: number): number {
  return twoDigits >= 80 ? 1900 + twoDigits : 2000 + twoDigits
}

/** The first academic year inside a title or a file name (`Lista definitiva Erasmus 2026-2027`), or undefined. */
export function findAcademicYear(text: string): AcademicYear | undefined {
  const folded = foldText(text)
  for (const match of folded.matchAll(new RegExp(yearPair, 'g'))) {
    const [, first = '', second = ''] = match
    // Two short numbers in running text are a date or a count more often than a year.
    const isNamed = /(?:a\.?y|year|annee|curso|anno|ws|ss|semester|semestre)[ .:]*$/.test(
      folded.slice(0, match.index),
    )
    const year = readPair(first, second)
    if (year.ok && (first.length === 4 || isNamed)) return year.value
  }
  return undefined
}

/** The academic year of a day. `startMonth` is the month in which years begin: 9 in Europe, 1 for calendar years. */
export function academicYearOf(date: CivilDate, startMonth = 9): AcademicYear {
  const year = Number(date.slice(0, 4))
  if (startMonth === 1) return academicYearFrom(year, true)
  return academicYearFrom(Number(date.slice(5, 7)) >= startMonth ? year : year - 1)
}

/** The academic year some years later; earlier when negative. */
export function shiftAcademicYear(year: AcademicYear, years: number): AcademicYear {
  return academicYearFrom(academicYearStart(year) + years, isCalendarYear(year))
}

export function nextAcademicYear(year: AcademicYear): AcademicYear {
  return shiftAcademicYear(year, 1)
}

export function previousAcademicYear(year: AcademicYear): AcademicYear {
  return shiftAcademicYear(year, -1)
}

/** Negative, zero or positive, as `Array.sort` wants. */
export function compareAcademicYears(a: AcademicYear, b: AcademicYear): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** All academic years from one to another, both included; none when the last is before the first. */
export function academicYearRange(first: AcademicYear, last: AcademicYear): readonly AcademicYear[] {
  const count = Math.max(0, academicYearStart(last) - academicYearStart(first) + 1)
  return Array.from({ length: count }, (_, i) => shiftAcademicYear(first, i))
}

/** The year as narrow columns show it: `26/27`, `2026` for a calendar year. */
export function shortAcademicYear(year: AcademicYear): string {
  return isCalendarYear(year) ? year.slice(0, 4) : `${year.slice(2, 4)}/${year.slice(7)}`
}
