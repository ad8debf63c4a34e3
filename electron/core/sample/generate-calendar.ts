import { academicYearStart } from '#shared/domain/academic-year.ts'
import type { AcademicYear, Semester } from '#shared/domain/academic-year.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays, dateParts, daysBetween, parseCivilDate, weekday } from '#shared/domain/civil-date.ts'
import type { Period } from '#shared/domain/period.ts'
import type { SampleAthensSession } from './athens-courses.ts'
import type { Random } from './random.ts'

/** The day of a year written by month and day, `09-01`. */
export function dayIn(year: number, monthDay: string): CivilDate {
  const day = parseCivilDate(`${year}-${monthDay}`)
  if (!day.ok) throw new RangeError(`No such day: ${year}-${monthDay}`)
  return day.value
}

type Days = readonly [autumnStart: string, autumnEnd: string, springStart: string, springEnd: string]

const usual: Days = ['09-01', '01-20', '01-25', '06-15']

/** Semesters that are far from the usual ones, as teaching calendars of the country commonly have them. */
const daysByCountry: Readonly<Record<string, Days>> = {
  AR: ['07-28', '12-05', '02-22', '07-05'],
  AT: ['10-01', '02-05', '03-01', '07-05'],
  AU: ['07-20', '11-25', '02-18', '06-28'],
  BR: ['07-28', '12-10', '02-22', '07-05'],
  CA: ['08-28', '12-18', '01-06', '04-30'],
  CH: ['09-14', '02-05', '02-15', '06-30'],
  CL: ['07-28', '12-05', '02-28', '07-10'],
  CN: ['09-05', '01-15', '02-22', '07-05'],
  DE: ['10-01', '02-20', '04-01', '07-25'],
  GB: ['09-14', '01-25', '01-27', '06-05'],
  IN: ['07-25', '12-05', '01-04', '05-10'],
  JP: ['09-25', '02-08', '04-05', '08-05'],
  KR: ['09-01', '12-20', '03-02', '06-20'],
  SG: ['08-10', '12-05', '01-11', '05-08'],
  TW: ['09-05', '01-15', '02-20', '06-25'],
  US: ['08-22', '12-16', '01-10', '05-10'],
}

/** The planned days of a stay for one semester, or a whole year, in a country; each stay differs by some days. */
export function semesterAt(random: Random, country: string, year: AcademicYear, semester: Semester): Period {
  const [autumnStart, autumnEnd, springStart, springEnd] = daysByCountry[country] ?? usual
  const first = academicYearStart(year)
  const start = semester === 'spring' ? dayIn(first + 1, springStart) : dayIn(first, autumnStart)
  const autumnEndYear = autumnEnd > '07' ? first : first + 1
  const end = semester === 'autumn' ? dayIn(autumnEndYear, autumnEnd) : dayIn(first + 1, springEnd)
  return { start: addDays(start, random.int(0, 9)), end: addDays(end, random.int(0, 9)) }
}

/** The same length of stay, moved so that it begins after today when it would have begun already. */
export function upcoming(random: Random, period: Period, today: CivilDate): Period {
  if (period.start > today) return period
  const start = addDays(today, random.int(14, 56))
  return { start, end: addDays(start, daysBetween(period.start, period.end)) }
}

/** A week of the ATHENS network: `catalogue` is the month's list of courses that it takes its own from. */
export interface AthensWeek {
  readonly session: string
  readonly catalogue: SampleAthensSession
  readonly period: Period
}

/** Seven days from the third Saturday on, as the sessions met: 15 March 2025, 16 November 2024. */
export function athensWeek(year: number, month: 'november' | 'march'): AthensWeek {
  const number = month === 'november' ? '11' : '03'
  const first = dayIn(year, `${number}-01`)
  const start = addDays(first, ((13 - weekday(first)) % 7) + 14)
  return {
    session: `${year}-${number}`,
    catalogue: month === 'november' ? '2026-11' : '2027-03',
    period: { start, end: addDays(start, 6) },
  }
}

/** The latest November session that has begun. */
export function lastNovemberWeek(today: CivilDate): AthensWeek {
  const { year } = dateParts(today)
  const week = athensWeek(year, 'november')
  return week.period.start <= today ? week : athensWeek(year - 1, 'november')
}

/** The first March session that has not begun. */
export function nextMarchWeek(today: CivilDate): AthensWeek {
  const { year } = dateParts(today)
  const week = athensWeek(year, 'march')
  return week.period.start > today ? week : athensWeek(year + 1, 'march')
}
