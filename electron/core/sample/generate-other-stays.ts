import { academicYearStart } from '#shared/domain/academic-year.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import type { Period } from '#shared/domain/period.ts'
import { dayIn, semesterAt, upcoming } from './generate-calendar.ts'
import type { MobilityRow, MobilityStatus } from './generate-context.ts'
import type { InstitutionRow } from './generate-institutions.ts'
import { progressOf, uncertified } from './generate-progress.ts'
import { maySetOutToStudy, recordStay, times, yearAt, type Stay, type StayWorld } from './generate-stays.ts'
import type { SampleStudent } from './generate-students.ts'

type Shift = -1 | 0 | 1

/** Stays that no agreement is about: free movers, masters, summer schools, and semesters in the region. */
export function generateOtherStays(world: StayWorld): readonly MobilityRow[] {
  const shifts: readonly Shift[] = [-1, 0, 1]
  return shifts.flatMap((shift) => [
    ...times(shift === 1 ? 6 : 11, () => freeMover(world, shift)),
    ...times(shift === 0 ? 13 : 8, () => master(world, shift)),
    ...times(shift === 1 ? 0 : 26, () => summerSchool(world, shift)),
    ...times(world.flavour.hasRegionalSemester && shift !== -1 ? 40 - 14 * shift : 0, () =>
      regionalSemester(world, shift),
    ),
  ])
}

/** A stay found on one's own: the host names itself, nobody is nominated. */
interface OwnStay extends Pick<Stay, 'form' | 'semester' | 'title' | 'language'> {
  readonly shift: Shift
  readonly host: InstitutionRow
  readonly levels: readonly number[]
  readonly period: Period
  readonly suits?: (student: SampleStudent) => boolean
}

const wishedStatuses: readonly MobilityStatus[] = ['draft', 'applied', 'applied', 'approved']

function ownStay(world: StayWorld, { shift, host, levels, suits, ...stay }: OwnStay): MobilityRow {
  const { random, today, roster } = world
  const year = yearAt(world, shift)
  const period = shift === 1 ? upcoming(random, stay.period, today) : stay.period
  const student = roster.find({
    levels,
    year,
    period,
    suits: (one) => maySetOutToStudy(one) && (suits?.(one) ?? one.country !== host.country),
  })
  if (student === undefined) throw new Error(`Nobody is free for ${stay.form} in ${year}`)
  const progress =
    shift === 1
      ? uncertified(random.pick(wishedStatuses))
      : progressOf(world, period, (daysAhead) =>
          random.pick<MobilityStatus>(
            daysAhead <= 30 ? ['agreed'] : ['applied', 'approved', 'accepted', 'agreed'],
          ),
        )
  const iscedCode = student.row.iscedCode
  return recordStay(world, { ...stay, student, year, period, progress, institutionId: host.id, iscedCode })
}

function freeMover(world: StayWorld, shift: Shift): MobilityRow {
  const { random, hosts } = world
  const host = random.pick(hosts.freeMoverHosts)
  const semester = random.pick<'autumn' | 'spring'>(['autumn', 'spring'])
  const period = semesterAt(random, host.country ?? '', yearAt(world, shift), semester)
  return ownStay(world, { form: 'free-mover', shift, host, semester, period, levels: [2, 3], language: 'en' })
}

const masterTitles = [
  'MSc in Computer Science',
  'MSc in Engineering',
  'Master of Science',
  'MSc in Data Science',
]

/** A master's year at a partner that gives no double degree: the student applies there as anyone would. */
function master(world: StayWorld, shift: Shift): MobilityRow {
  const { random, hosts } = world
  const englishSpeaking = hosts.partners.filter(
    ({ partner }) => partner.languages[0] === 'en' && !partner.agreements.includes('double-degree'),
  )
  const { partner, row: host } = random.pick(englishSpeaking)
  const period = semesterAt(random, partner.country, yearAt(world, shift), 'year')
  const title = random.pick(masterTitles)
  return ownStay(world, {
    form: 'master',
    shift,
    host,
    semester: 'year',
    period,
    levels: [2, 3],
    title,
    language: 'en',
  })
}

const summerTitles = [
  'Summer school on machine learning',
  'Summer school on sustainable cities',
  'Summer school on robotics',
  'Summer school on energy transition',
  'Summer school on materials',
]

/** Three or four weeks of July, at a partner. */
function summerSchool(world: StayWorld, shift: Shift): MobilityRow {
  const { random, hosts } = world
  const taughtInEnglish = hosts.partners.filter(({ partner }) => partner.languages.includes('en'))
  const { row: host } = random.pick(taughtInEnglish)
  const start = addDays(dayIn(academicYearStart(yearAt(world, shift)) + 1, '07-01'), random.int(0, 8))
  const period = { start, end: addDays(start, random.pick([20, 27]) - 1) }
  const title = random.pick(summerTitles)
  return ownStay(world, {
    form: 'summer-school',
    shift,
    host,
    semester: null,
    period,
    levels: [1, 2],
    title,
    language: 'en',
  })
}

/** The ninth semester in another school of the region, for the tracks that correspond. */
function regionalSemester(world: StayWorld, shift: Shift): MobilityRow {
  const { random, hosts } = world
  const host = random.pick(hosts.regionalSchools)
  const first = academicYearStart(yearAt(world, shift))
  const period = { start: dayIn(first, '09-07'), end: dayIn(first + 1, '01-29') }
  return ownStay(world, {
    form: 'regional-semester',
    shift,
    host,
    semester: 'autumn',
    period,
    levels: [3],
    language: 'fr',
    title: 'Semestre 9, DEFI DIVERSITES',
    suits: ({ track }) => track?.isRegional === true,
  })
}
