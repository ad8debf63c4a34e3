import type { Kysely } from 'kysely'
import { athensSessionParts, parseAthensSession, type AthensCourse } from '#shared/domain/athens.ts'
import { checkAthensStudent, type AthensCheck, type CheckedCourse } from '#shared/domain/athens-checks.ts'
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
import { sortByText } from './order.ts'
import {
  findSession,
  listAthensWeeks,
  listAway,
  listCourses,
  listRegistrations,
  listWishes,
  type CourseRow,
  type RegistrationRow,
  type WishRow,
} from './nominations.repo.ts'

type Db = Kysely<Database>
type Finding = AthensNominee['findings'][number]

/** A student's choice with the course that it names. */
interface AthensChoice {
  readonly rank: number
  readonly meetsPrerequisites: number | null
  readonly course: CourseRow
}

/** A student of a session, with ranked choices, what is missing and what is wrong with the choices. */
export interface AthensCandidate {
  readonly student: WishRow
  readonly choices: readonly AthensChoice[]
  readonly missing: readonly MissingField[]
  readonly checks: readonly AthensCheck[]
  readonly findings: readonly Finding[]
  /** The course that the student has, or waits for, in the session. */
  readonly registration: RegistrationRow | undefined
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
  const registrations = await listRegistrations(db, session)
  const record = await findSession(db, session)
  const away = await awayIn(db, record)
  const coursesById = new Map(courses.map((course) => [course.id, course]))
  const rules = { minChoices: record?.minChoices ?? 1, maxChoices: record?.maxChoices ?? mostChoices }
  const candidates = [...Map.groupBy(wishes, (wish) => wish.studentId).values()].flatMap((ranked) => {
    const [student] = ranked
    if (student === undefined) return []
    const choices = ranked.flatMap(({ rank, courseId, meetsPrerequisites }) => {
      const course = coursesById.get(courseId)
      return course === undefined ? [] : [{ rank, course, meetsPrerequisites }]
    })
    const own = registrations.filter((one) => one.studentId === student.studentId)
    const here = own.filter((one) => one.session === session)
    const checks = checkAthensStudent(
      {
        homes: homesOf(school, student),
        ectsAcquired: student.ectsAcquired,
        studyYear: student.studyYear,
        registered: here.find(({ status }) => status === 'registered')?.code ?? null,
        absences: own.filter(({ status }) => status === 'absent').map((one) => one.session),
        isAway: away.has(student.studentId),
      },
      choices.map(({ rank, course, meetsPrerequisites }) => ({
        rank,
        course: checkedCourse(course, school),
        meetsPrerequisites: meetsPrerequisites === null ? null : meetsPrerequisites === 1,
      })),
      rules,
    )
    return [
      {
        student,
        choices,
        missing: missingOfStudent(student),
        checks,
        findings: checks.map(({ code, params }): Finding => ({ code, params: { ...params } })),
        registration: here.find(({ status }) => status !== 'cancelled' && status !== 'refused'),
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

/** Most choices that are looked for where no session says it. */
const mostChoices = 20

/** Our own school, and where an exchange or double-degree student of a member is at home. */
function homesOf(school: School, student: WishRow): readonly AthensCourse[] {
  const own = { institution: school.name, town: school.city }
  return student.homeName === null
    ? [own]
    : [own, { institution: student.homeName, town: student.homeCity ?? '' }]
}

/** A course that our own school gives is named as the settings name the school, whatever its record says. */
function checkedCourse(course: CourseRow, school: School): CheckedCourse {
  const isOurs = course.hostErasmusCode !== null && course.hostErasmusCode === school.erasmusCode
  const { code, prerequisites, minEcts, minStudyYear } = course
  return {
    code,
    prerequisites,
    minEcts,
    minStudyYear,
    institution: isOurs ? school.name : course.host,
    town: course.city ?? course.hostCity ?? '',
  }
}

async function awayIn(db: Db, record: Awaited<ReturnType<typeof findSession>>): Promise<ReadonlySet<string>> {
  const { startsOn = null, endsOn = null } = record ?? {}
  if (startsOn === null || endsOn === null) return new Set()
  return new Set((await listAway(db, startsOn, endsOn)).map((row) => row.studentId))
}
