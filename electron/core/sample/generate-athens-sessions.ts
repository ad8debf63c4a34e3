import type { RecordRow } from '#core/db/schema.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { HeldCourse } from './generate-athens.ts'
import { lastNovemberWeek, nextMarchWeek, type AthensWeek } from './generate-calendar.ts'
import { createSampleIds, type MobilityRow, type SampleContext } from './generate-context.ts'
import { createRandom } from './random.ts'

interface SessionRows {
  readonly athensSession: readonly RecordRow<'athensSession'>[]
  readonly athensHostQuota: readonly RecordRow<'athensHostQuota'>[]
  readonly athensRegistration: readonly RecordRow<'athensRegistration'>[]
  /** The Erasmus mobilities that blended courses open beside the week. */
  readonly blended: readonly MobilityRow[]
}

/** The last November session, which is over or under way, and the March one that is being prepared. */
export function generateAthensSessions(
  context: SampleContext,
  courses: readonly HeldCourse[],
  mobilities: readonly MobilityRow[],
): SessionRows {
  const random = createRandom(4_242)
  const nextId = createSampleIds(random, context.today)
  const november = lastNovemberWeek(context.today)
  const march = nextMarchWeek(context.today)
  const registrations = registrationsOf(courses.filter(isIn(november)), mobilities, november, () => nextId())
  const hosts = [...new Set(courses.filter(isIn(march)).map(({ row }) => row.institutionId))]
  return {
    athensSession: [
      sessionRow(nextId(), november, november.period.end < context.today ? 'closed' : 'registered'),
      sessionRow(nextId(), march, 'open'),
    ],
    athensHostQuota: hosts.slice(0, 4).map((institutionId, at) => ({
      id: nextId(),
      session: march.session,
      institutionId,
      quota: 6 + at,
      notes: null,
    })),
    ...registrations,
  }
}

/** Who was in which course of a session: one registration per week, and for a blended course an Erasmus mobility. */
function registrationsOf(
  courses: readonly HeldCourse[],
  mobilities: readonly MobilityRow[],
  week: AthensWeek,
  nextId: () => string,
): Pick<SessionRows, 'athensRegistration' | 'blended'> {
  const blended: MobilityRow[] = []
  const athensRegistration = mobilities.flatMap((stay, at) => {
    const course = courses.find(
      ({ row }) => row.institutionId === stay.institutionId && row.title === stay.title,
    )
    const status = registrationStatus(stay)
    if (course === undefined || status === undefined || stay.plannedStart !== week.period.start) return []
    const beside = { ...stay, id: nextId(), form: 'short-term-blended' as const, conditionId: null }
    if (course.row.isBip === 1 && status !== 'refused') blended.push(beside)
    return [
      {
        id: nextId(),
        studentId: stay.studentId,
        courseId: course.row.id,
        status,
        rank: (at % 3) + 1,
        isLocked: 0,
        cancelReason: null,
        cancelAgreedBy: null,
        cancelAgreedOn: null,
        mobilityId: stay.id,
        blendedMobilityId: blended.includes(beside) ? beside.id : null,
        notes: null,
      },
    ]
  })
  return { athensRegistration, blended }
}

const isIn =
  (week: AthensWeek) =>
  ({ row }: HeldCourse) =>
    row.session === week.session

function registrationStatus({ form, status }: MobilityRow) {
  if (form !== 'athens-week') return undefined
  if (status === 'refused') return 'refused' as const
  if (status === 'withdrawn' || status === 'draft' || status === 'applied') return undefined
  return status === 'returned' || status === 'recognised' ? ('attended' as const) : ('registered' as const)
}

/** Dates as those that were met: choices due in January for mid-March, nominations a week later. */
function sessionRow(
  id: string,
  { session, period }: AthensWeek,
  status: RecordRow<'athensSession'>['status'],
): RecordRow<'athensSession'> {
  const before = (days: number): CivilDate => addDays(period.start, -days)
  return {
    id,
    session,
    status,
    startsOn: period.start,
    endsOn: period.end,
    wishesDeadline: before(62),
    nominationDeadline: before(55),
    resultsOn: before(40),
    minChoices: 1,
    maxChoices: 5,
    notes: null,
  }
}
