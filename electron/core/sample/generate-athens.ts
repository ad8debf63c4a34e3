import type { RecordRow } from '#core/db/schema.ts'
import { academicYearFrom, academicYearStart } from '#shared/domain/academic-year.ts'
import type { AcademicYear } from '#shared/domain/academic-year.ts'
import { parseAthensCourse } from '#shared/domain/athens.ts'
import { dateParts } from '#shared/domain/civil-date.ts'
import { sampleAthensCourses } from './athens-courses.ts'
import { athensWeek, lastNovemberWeek, nextMarchWeek, type AthensWeek } from './generate-calendar.ts'
import type { MobilityRow, SampleContext } from './generate-context.ts'
import type { InstitutionRow, SampleHosts } from './generate-institutions.ts'
import { progressOf } from './generate-progress.ts'
import type { Roster } from './generate-roster.ts'
import { recordStay, times, yearAt, type StayWorld } from './generate-stays.ts'
import type { SampleStudent } from './generate-students.ts'

type CourseRow = RecordRow<'athensCourse'>
type WishRow = RecordRow<'wish'>

/** A course of one session and the member that gives it. */
export interface HeldCourse {
  readonly row: CourseRow
  readonly host: InstitutionRow
  /** How much students want it, 1 to 10. */
  readonly popularity: number
}

/** The courses of the last November session and of the next March one. */
export function generateAthensCourses(context: SampleContext, hosts: SampleHosts): readonly HeldCourse[] {
  const weeks = [lastNovemberWeek(context.today), nextMarchWeek(context.today)]
  return weeks.flatMap((week) => coursesOf(context, hosts, week))
}

function coursesOf(
  { nextId, random }: SampleContext,
  hosts: SampleHosts,
  week: AthensWeek,
): readonly HeldCourse[] {
  const members = new Map(
    [...hosts.partners.map(({ row }) => row), hosts.telecomParis].map((row) => [row.erasmusCode, row]),
  )
  return sampleAthensCourses
    .filter((course) => course.session === week.catalogue)
    .map((course) => {
      const host = members.get(course.hostErasmusCode)
      const code = parseAthensCourse(course.code)
      if (host === undefined || !code.ok) throw new Error(`No member gives ${course.code}`)
      const row = {
        id: nextId(),
        session: week.session,
        code: code.value,
        title: course.title,
        institutionId: host.id,
        city: course.city,
        ects: course.ects,
        hours: course.hours,
        language: course.language,
        capacity: course.capacity,
        isBip: course.isBip ? 1 : 0,
        ...requirementsOf(course.hours, course.ects),
        notes: null,
      }
      return { row, host, popularity: random.int(1, 10) }
    })
}

/** Longer courses ask for more: a written prerequisite, credits already earned, a year of study. */
function requirementsOf(hours: number, ects: number) {
  if (ects < 3) return { prerequisites: null, minEcts: null, minStudyYear: null }
  return { prerequisites: `${hours} h. Linear algebra, basic programming`, minEcts: 60, minStudyYear: 2 }
}

const weeksAbroad = 30

/** Weeks of courses that students spent at members, in every session of last and this year that has begun. */
export function generateAthensStays(world: StayWorld): readonly MobilityRow[] {
  const weeks = [-1, 0].flatMap((shift) => {
    const first = academicYearStart(yearAt(world, shift))
    return [athensWeek(first, 'november'), athensWeek(first + 1, 'march')]
  })
  return weeks
    .filter(({ period }) => period.start <= world.today)
    .flatMap((week) => times(weeksAbroad, () => athensStay(world, week)))
}

function athensStay(world: StayWorld, week: AthensWeek): MobilityRow {
  const { random, offers, roster } = world
  const offer = random.pick(offers.filter(({ agreement }) => agreement.kind === 'athens'))
  const course = random.pick(
    sampleAthensCourses.filter(
      ({ session, hostErasmusCode }) =>
        session === week.catalogue && hostErasmusCode === offer.partner.erasmusCode,
    ),
  )
  const year = academicYearOfWeek(week)
  const student = roster.find({
    levels: [1, 2, 3],
    year,
    period: week.period,
    suits: (one) => mayAttend(one, offer.row),
  })
  if (student === undefined) throw new Error(`Nobody is free for ATHENS in ${week.session}`)
  return recordStay(world, {
    form: 'athens-week',
    semester: week.catalogue === '2026-11' ? 'autumn' : 'spring',
    student,
    year,
    period: week.period,
    progress: progressOf(world, week.period, () => 'agreed'),
    institutionId: offer.row.id,
    conditionId: offer.condition.id,
    language: course.language,
    title: course.title,
  })
}

function academicYearOfWeek({ period }: AthensWeek): AcademicYear {
  const { year, month } = dateParts(period.start)
  return academicYearFrom(month === 11 ? year : year - 1)
}

/** Guests of our school do not go, nor do students to their own country. */
function mayAttend({ row, country }: SampleStudent, host: InstitutionRow): boolean {
  return row.isSchooledInFrance === 1 && country !== host.country
}

const wishingStudents = 90

/** The ranked choices of the students who want to leave in the next March session: courses abroad, each once. */
export function generateWishes(
  context: SampleContext,
  roster: Roster,
  courses: readonly HeldCourse[],
): readonly WishRow[] {
  const week = nextMarchWeek(context.today)
  const abroad = courses.filter(({ row, host }) => row.session === week.session && host.country !== 'FR')
  return Array.from({ length: wishingStudents }).flatMap(() => {
    const student = roster.find({
      levels: [1, 2, 3],
      year: academicYearOfWeek(week),
      period: week.period,
      suits: ({ row }) => row.isSchooledInFrance === 1,
    })
    if (student === undefined) throw new Error('Nobody is free to wish for an ATHENS course')
    roster.book(student, week.period)
    return rankedWishes(context, student, abroad)
  })
}

function rankedWishes(
  { random, nextId }: SampleContext,
  student: SampleStudent,
  courses: readonly HeldCourse[],
): readonly WishRow[] {
  const count = random.weighted([1, 2, 3, 4, 5], (choices) => [2, 3, 7, 4, 4][choices - 1] ?? 0)
  let left = courses.filter(({ host }) => mayAttend(student, host))
  return Array.from({ length: count }, (_, index) => {
    const chosen = random.weighted(left, ({ popularity }) => popularity)
    left = left.filter((course) => course !== chosen)
    return {
      id: nextId(),
      studentId: student.row.id,
      courseId: chosen.row.id,
      rank: index + 1,
      meetsPrerequisites: null,
    }
  })
}
