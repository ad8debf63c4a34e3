import { academicYearFrom, academicYearStart, parseAcademicYear } from '#shared/domain/academic-year.ts'

const yearsBefore = 8
const yearsAfter = 4

/** Academic years around the current one, latest first, with one more that must be among them. */
export function nearbyYears(current: string | undefined, other: string | undefined): readonly string[] {
  const read = parseAcademicYear(current ?? '')
  const last = read.ok ? academicYearStart(read.value) + yearsAfter : 0
  const around = read.ok
    ? Array.from({ length: yearsBefore + yearsAfter + 1 }, (_, index) => academicYearFrom(last - index))
    : []
  const years = new Set<string>(around)
  if (other !== undefined) years.add(other)
  return [...years].toSorted().toReversed()
}
