import type { Kysely } from 'kysely'
import {
  athensSessionParts,
  checkAthensChoices,
  parseAthensCourse,
  parseAthensSession,
  type AthensCourse,
  type AthensCourseCode,
} from '#shared/domain/athens.ts'
import {
  athensSchoolFields,
  missingOfSchool,
  missingOfStudent,
  type MissingField,
} from '#shared/domain/nomination.ts'
import type { AthensNominee } from '#shared/contract/nominations.ts'
import type { School } from '#shared/contract/settings.ts'
import type { Database } from '#core/db/schema.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import { groupBy, sortByText } from './order.ts'
import { listAthensWeeks, listCourses, listWishes, type CourseRow, type WishRow } from './nominations.repo.ts'

type Db = Kysely<Database>
type Finding = AthensNominee['findings'][number]

/** A student's choice with the course that it names. */
interface AthensChoice {
  readonly rank: number
  readonly course: CourseRow
}

/** A student of a session, with ranked choices, what is missing and what is wrong with the choices. */
export interface AthensCandidate {
  readonly student: WishRow
  readonly choices: readonly AthensChoice[]
  readonly missing: readonly MissingField[]
  readonly findings: readonly Finding[]
}

/** Everything that the nominations of a session would hold, by student. */
export async function collectAthens(
  db: Db,
  session: string,
): Promise<{
  readonly school: School
  readonly schoolMissing: readonly string[]
  readonly candidates: readonly AthensCandidate[]
}> {
  const school = await readSchool(db)
  const courses = await listCourses(db, session)
  const wishes = await listWishes(db, session)
  const coursesById = new Map(courses.map((course) => [course.id, course]))
  const rules = {
    catalogue: catalogueOf(courses, school),
    homes: [homeOf(school)],
    minChoices: 1,
    maxChoices: Number.POSITIVE_INFINITY,
  }
  const candidates = [...groupBy(wishes, (wish) => wish.studentId).values()].flatMap((ranked) => {
    const [student] = ranked
    if (student === undefined) return []
    const choices = ranked.flatMap(({ rank, courseId }) => {
      const course = coursesById.get(courseId)
      return course === undefined ? [] : [{ rank, course }]
    })
    const issues = checkAthensChoices(choicesByRank(choices), rules)
    const findings = issues.map(({ reason, params }): Finding => ({ code: reason, params: { ...params } }))
    return [
      {
        student,
        choices,
        missing: missingOfStudent(student),
        findings: [...sharedRanks(choices), ...findings],
      },
    ]
  })
  return {
    school,
    schoolMissing: missingOfSchool(school, athensSchoolFields),
    candidates: sortByText(candidates, ({ student }) => [student.familyName, student.givenNames]),
  }
}

/** ATHENS weeks of some students that the session's nomination moves on, by student. */
export async function athensWeeksOf(
  db: Db,
  session: string,
  studentIds: readonly string[],
): Promise<readonly string[]> {
  const read = parseAthensSession(session)
  if (!read.ok) return []
  const { month, academicYear } = athensSessionParts(read.value)
  const semester = month === 'november' ? 'autumn' : 'spring'
  const weeks = await listAthensWeeks(db, { academicYear, semester, studentIds })
  return weeks.map((week) => week.id)
}

function homeOf(school: School): AthensCourse {
  return { institution: school.name, town: school.city }
}

/** Courses by code; one that our own school gives is named as the settings name the school, whatever its record says. */
function catalogueOf(
  courses: readonly CourseRow[],
  school: School,
): ReadonlyMap<AthensCourseCode, AthensCourse> {
  const catalogue = new Map<AthensCourseCode, AthensCourse>()
  for (const course of courses) {
    const code = parseAthensCourse(course.code)
    const isOurs = course.hostErasmusCode !== null && course.hostErasmusCode === school.erasmusCode
    const institution = isOurs ? school.name : course.host
    if (code.ok) catalogue.set(code.value, { institution, town: course.city ?? course.hostCity ?? '' })
  }
  return catalogue
}

/** The codes at ranks 1, 2, 3…, an empty text where there is none; of several at one rank, the first. */
function choicesByRank(choices: readonly AthensChoice[]): readonly string[] {
  const last = choices.reduce((most, choice) => Math.max(most, choice.rank), 0)
  return Array.from(
    { length: last },
    (_, index) => choices.find((choice) => choice.rank === index + 1)?.course.code ?? '',
  )
}

function sharedRanks(choices: readonly AthensChoice[]): readonly Finding[] {
  return [...groupBy(choices, (choice) => choice.rank)].flatMap(([rank, at]) =>
    at.length < 2
      ? []
      : [{ code: 'same-rank', params: { rank, codes: at.map(({ course }) => course.code).join(', ') } }],
  )
}
