import { academicYearFrom, type AcademicYear } from './academic-year.ts'
import { addDays, dateParts, isCivilDate, type CivilDate } from './civil-date.ts'

/**
 * The two waves of nominations of a year: for the autumn or the whole year (deadlines mostly from March to July) and for
 * the spring (from September to January). Source: nomination deadlines of a university's partners, counted by month.
 */
export const waves = ['autumn', 'spring'] as const
export type Wave = (typeof waves)[number]

/** A deadline stays on the calendar for so many days after it has passed: what was missed must not vanish. */
export const keptDays = 45

/**
 * The day of a yearly deadline (`--04-15`) that matters now: the first that is not more than `keptDays` ago. Undefined for
 * a text that names no day; 29 February is the 28th in other years.
 */
export function deadlineDay(monthDay: string, today: CivilDate): CivilDate | undefined {
  const from = addDays(today, -keptDays)
  const { year } = dateParts(from)
  for (const candidate of [year, year + 1]) {
    const day = dayIn(candidate, monthDay)
    if (day !== undefined && day >= from) return day
  }
  return undefined
}

function dayIn(year: number, monthDay: string): CivilDate | undefined {
  const day = `${year}-${monthDay.slice(2)}`
  if (isCivilDate(day)) return day
  const last = `${year}-02-28`
  return monthDay === '--02-29' && isCivilDate(last) ? last : undefined
}

/**
 * The academic year that a deadline is for: autumn stays begin after a deadline of the first eight months and in the year
 * after one of the last four; spring stays belong to the year that has begun before the deadline, in July at the earliest.
 */
export function yearOfDeadline(day: CivilDate, wave: Wave): AcademicYear {
  const { year, month } = dateParts(day)
  if (wave === 'autumn') return academicYearFrom(month <= 8 ? year : year + 1)
  return academicYearFrom(month >= 7 ? year : year - 1)
}

/** Semesters of the stays that a wave names. */
export function semestersOfWave(wave: Wave): readonly string[] {
  return wave === 'autumn' ? ['autumn', 'year'] : ['spring']
}
