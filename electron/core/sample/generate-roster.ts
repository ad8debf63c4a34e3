import { academicYearStart } from '#shared/domain/academic-year.ts'
import type { AcademicYear } from '#shared/domain/academic-year.ts'
import { overlaps } from '#shared/domain/period.ts'
import type { Period } from '#shared/domain/period.ts'
import type { SampleStudent } from './generate-students.ts'
import type { Random } from './random.ts'

/** Who is sought for a stay: someone free then, in that year at level 3 (the year of graduation) or below. */
interface StudentWish {
  readonly levels: readonly number[]
  readonly year: AcademicYear
  readonly period: Period
  readonly suits: (student: SampleStudent) => boolean
}

/** The students and when each is away: nobody is in two places at once. */
export interface Roster {
  /** One student who is free, each in turn; undefined when nobody suits. */
  readonly find: (wish: StudentWish) => SampleStudent | undefined
  readonly book: (student: SampleStudent, period: Period) => void
}

export function createRoster(random: Random, students: readonly SampleStudent[]): Roster {
  const inTurn = random.shuffle(students)
  const absences = new Map<string, Period[]>()
  let turn = 0
  return {
    find({ levels, year, period, suits }) {
      const graduationYears = levels.map((level) => academicYearStart(year) + 4 - level)
      for (let step = 0; step < inTurn.length; step += 1) {
        const at = (turn + step) % inTurn.length
        const student = inTurn[at]
        if (student === undefined || !graduationYears.includes(student.graduationYear) || !suits(student))
          continue
        if ((absences.get(student.row.id) ?? []).some((absence) => overlaps(absence, period))) continue
        turn = at + 1
        return student
      }
      return undefined
    },
    book(student, period) {
      absences.set(student.row.id, [...(absences.get(student.row.id) ?? []), period])
    },
  }
}
