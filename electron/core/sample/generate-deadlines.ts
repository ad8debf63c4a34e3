import type { AcademicYear, Semester } from '#shared/domain/academic-year.ts'
import { academicYearStart } from '#shared/domain/academic-year.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { AgreementRow } from './generate-agreements.ts'
import { dayIn } from './generate-calendar.ts'

/** The day by which a host wants the names for a stay: the year begins as the autumn does. */
export function nominationDeadline(
  { autumnDeadline, springDeadline }: Pick<AgreementRow, 'autumnDeadline' | 'springDeadline'>,
  year: AcademicYear,
  semester: Semester,
): CivilDate | undefined {
  const monthDay = (semester === 'spring' ? springDeadline : autumnDeadline)?.slice(2)
  if (monthDay === undefined) return undefined
  // A deadline of January for a stay in March falls in the second calendar year.
  const isSecondYear = semester === 'spring' && monthDay < '07'
  return dayIn(academicYearStart(year) + (isSecondYear ? 1 : 0), monthDay)
}
