import { academicYearStart } from '#shared/domain/academic-year.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import type { Period } from '#shared/domain/period.ts'
import { dayIn, upcoming } from './generate-calendar.ts'
import type { MobilityRow, MobilityStatus } from './generate-context.ts'
import type { InstitutionRow } from './generate-institutions.ts'
import { workLanguage } from './generate-languages.ts'
import { progressOf, uncertified, type Progress } from './generate-progress.ts'
import { recordStay, times, yearAt, type StayWorld } from './generate-stays.ts'
import type { SampleStudent } from './generate-students.ts'

interface WorkGroup {
  readonly form: 'internship' | 'end-of-studies-project' | 'gap-period'
  /** Years from the present academic year. */
  readonly shift: -1 | 0 | 1
  readonly semester: MobilityRow['semester']
  /** First and last day by month and day; months before September are of the second calendar year. */
  readonly start: string
  readonly end: string
  readonly levels: readonly number[]
  readonly count: number
  readonly stage?: 'wished' | 'refused' | 'withdrawn'
}

/** Internships, end-of-studies projects and gap periods abroad, of last, this and next year. */
export function generateWorkStays(world: StayWorld): readonly MobilityRow[] {
  const groups = [...internships, ...endOfStudies(world), ...gapPeriods]
  return groups.flatMap((group) => times(group.count, () => workStay(world, group)))
}

const summer = { form: 'internship', semester: null, start: '06-01', end: '08-28' } as const
const autumn = { form: 'internship', semester: 'autumn', start: '09-07', end: '01-22' } as const

const internships: readonly WorkGroup[] = [
  { ...summer, shift: -1, levels: [1], count: 80 },
  { ...summer, shift: -1, levels: [2], count: 76 },
  { ...autumn, shift: -1, levels: [2], count: 14 },
  { ...autumn, shift: 0, levels: [2, 3], count: 26 },
  { ...summer, shift: 0, levels: [1, 2], count: 64 },
  { ...summer, shift: -1, levels: [1, 2], count: 3, stage: 'withdrawn' },
  { ...autumn, shift: 0, levels: [2], count: 2, stage: 'refused' },
]

function endOfStudies({ flavour }: StayWorld): readonly WorkGroup[] {
  const project = { form: 'end-of-studies-project', shift: 0, semester: 'spring', levels: [3] } as const
  return [
    { ...project, ...flavour.endOfStudies, count: 138 },
    { ...project, ...flavour.endOfStudies, count: 2, stage: 'withdrawn' },
  ]
}

const gap = { form: 'gap-period', levels: [2] } as const
const wholeYear = { semester: 'year', start: '09-01', end: '07-31' } as const
const half = { semester: 'spring', start: '02-01', end: '07-25' } as const

const gapPeriods: readonly WorkGroup[] = [
  { ...gap, ...wholeYear, shift: -1, count: 14 },
  { ...gap, ...half, shift: -1, count: 6 },
  { ...gap, ...wholeYear, shift: 0, count: 18 },
  { ...gap, ...half, shift: 0, count: 8 },
  { ...gap, ...wholeYear, shift: 0, count: 2, stage: 'refused' },
  { ...gap, ...wholeYear, shift: 1, count: 13, stage: 'wished' },
]

function workStay(world: StayWorld, group: WorkGroup): MobilityRow {
  const year = yearAt(world, group.shift)
  const period = workPeriod(world, group)
  const isGap = group.form === 'gap-period'
  const student = world.roster.find({
    levels: group.levels,
    year,
    period,
    // Apprentices end their studies in their own company and cannot leave it for a year.
    suits: ({ row }) => group.form === 'internship' || row.status === 'student',
  })
  if (student === undefined) throw new Error(`Nobody is free for ${group.form} in ${year}`)
  const progress = workProgress(world, group, period)
  const host = isHostKnown(world, group, progress.status) ? pickWorkplace(world, student) : undefined
  return recordStay(world, {
    form: group.form,
    semester: group.semester,
    student,
    year,
    period,
    progress,
    institutionId: host?.id ?? null,
    iscedCode: student.row.iscedCode,
    language: host === undefined ? null : workLanguage(host.country),
    title: isGap ? world.random.pick(gapTitles) : workTitle(world, host),
  })
}

const gapTitles = [
  'Césure : création d’entreprise',
  'Césure : projet associatif',
  'Césure : expérience en entreprise',
  'Césure : projet de recherche',
]

function workPeriod(world: StayWorld, { shift, start, end, stage }: WorkGroup): Period {
  const { random, today } = world
  const first = academicYearStart(yearAt(world, shift))
  const day = (monthDay: string) => dayIn(monthDay < '09' ? first + 1 : first, monthDay)
  const period = { start: addDays(day(start), random.int(0, 12)), end: addDays(day(end), random.int(-12, 0)) }
  return stage === 'wished' ? upcoming(random, period, today) : period
}

const wishedStatuses: readonly MobilityStatus[] = ['draft', 'applied', 'approved']
const preparedStatuses: readonly MobilityStatus[] = ['draft', 'applied', 'approved', 'accepted', 'agreed']
const preparedWeights = [25, 25, 18, 12, 20]

function workProgress(world: StayWorld, { stage }: WorkGroup, period: Period): Progress {
  const { random } = world
  if (stage === 'wished') return uncertified(random.pick(wishedStatuses))
  if (stage !== undefined) return uncertified(stage)
  return progressOf(world, period, (daysAhead) =>
    daysAhead <= 30
      ? random.pick<MobilityStatus>(['accepted', 'agreed', 'agreed'])
      : random.weighted(preparedStatuses, (status) => preparedWeights[preparedStatuses.indexOf(status)] ?? 0),
  )
}

/** Those who still look for a company have none, and a gap period may be spent without one. */
function isHostKnown({ random }: StayWorld, { form }: WorkGroup, status: MobilityStatus): boolean {
  if (form === 'gap-period') return random.chance(0.6)
  if (status === 'draft') return random.chance(0.2)
  return status !== 'applied' || random.chance(0.6)
}

function pickWorkplace({ random, hosts }: StayWorld, { country }: SampleStudent): InstitutionRow {
  return random.pick(hosts.workplaces.filter((host) => host.country !== country))
}

function workTitle({ random, flavour }: StayWorld, host: InstitutionRow | undefined): string | null {
  const title = random.pick(flavour.projectTitles)
  return host === undefined ? null : title
}
