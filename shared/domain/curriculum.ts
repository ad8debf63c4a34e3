import { academicYearStart, isAcademicYear } from './academic-year.ts'
import { addDays, dateParts, isCivilDate } from './civil-date.ts'
import type { CivilDate } from './civil-date.ts'
import type { GraduationRule, LedgerStudent, SemesterDates } from './obligation-types.ts'

/** The year in the name of a cohort: `2027`, `Promo 2027`, `IAI-2025`; undefined when there is none. */
export function cohortYear(cohort: string): number | undefined {
  const found = [...cohort.matchAll(/(?<!\d)(?:19|20|21)\d\d(?!\d)/g)].at(-1)
  return found === undefined ? undefined : Number(found[0])
}

/** A student's last day: their own, else their cohort's; undefined when neither is known. */
export function endOfStudiesOf(
  student: Pick<LedgerStudent, 'endOfStudies' | 'cohort'>,
  graduation: GraduationRule,
): CivilDate | undefined {
  if (student.endOfStudies !== null) return dateOf(student.endOfStudies)
  const year = student.cohort === null ? undefined : cohortYear(student.cohort)
  if (year === undefined) return undefined
  const last = graduation.cohortYear === 'graduation' ? year : year + graduation.lengthYears
  return dateOf(`${last}${graduation.day.slice(1)}`)
}

function dateOf(text: string): CivilDate | undefined {
  return isCivilDate(text) ? text : undefined
}

/**
 * The first day of a semester of a student's curriculum (S5 is 5: odd ones are autumn, even ones spring, inferred from
 * the curriculum starting in September); undefined when the entry is not known. Each repeated year moves it by one.
 */
export function semesterStart(
  student: Pick<LedgerStudent, 'entryYear' | 'entrySemester'>,
  semesters: readonly SemesterDates[],
  number: number,
  repeatedYears: number,
): CivilDate | undefined {
  const { entryYear, entrySemester } = student
  if (entryYear === null || entrySemester === null || !isAcademicYear(entryYear)) return undefined
  const isAutumn = number % 2 === 1
  const dates = semesters.find(({ semester }) => semester === (isAutumn ? 'autumn' : 'spring'))
  if (dates === undefined) return undefined
  const autumns = Math.floor((number - 1) / 2) - Math.floor((entrySemester - 1) / 2)
  const year = academicYearStart(entryYear) + autumns + repeatedYears + (isAutumn ? 0 : 1)
  return dateOf(`${year}${dates.start.slice(1)}`)
}

/** The last day before the semester that follows: the weeks between two semesters belong to the first. */
export function semesterEnd(
  student: Pick<LedgerStudent, 'entryYear' | 'entrySemester'>,
  semesters: readonly SemesterDates[],
  number: number,
  repeatedYears: number,
): CivilDate | undefined {
  const next = semesterStart(student, semesters, number + 1, repeatedYears)
  return next === undefined ? undefined : addDays(next, -1)
}

/** Whole months from one day to another; 0 when the second is not later. */
export function wholeMonths(from: CivilDate, to: CivilDate): number {
  const start = dateParts(from)
  const end = dateParts(to)
  const months = (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0)
  return Math.max(0, months)
}
