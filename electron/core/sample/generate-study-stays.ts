import type { Semester } from '#shared/domain/academic-year.ts'
import { addDays, addMonths } from '#shared/domain/civil-date.ts'
import type { Period } from '#shared/domain/period.ts'
import { dayIn, semesterAt, upcoming } from './generate-calendar.ts'
import type { MobilityRow, MobilityStatus } from './generate-context.ts'
import { commonLanguage } from './generate-languages.ts'
import { interrupted, progressOf, takesPlace, uncertified, type Progress } from './generate-progress.ts'
import type { Seat } from './generate-seats.ts'
import { maySetOutToStudy, recordStay, times, yearAt, type StayWorld } from './generate-stays.ts'
import type { SampleStudent } from './generate-students.ts'

/** How far the stays of one group have come: where their days put them, or one stage of the pipeline. */
type Stage = 'by-date' | 'selected' | 'settled' | 'wished' | 'refused' | 'withdrawn' | 'interrupted'

interface StudyGroup {
  readonly form: 'exchange-semester' | 'double-degree'
  /** Years from the present academic year. */
  readonly shift: -1 | 0 | 1
  readonly semester: Semester
  readonly levels: readonly number[]
  readonly stage: Stage
  readonly count: number
}

function group(
  form: StudyGroup['form'],
  shift: StudyGroup['shift'],
  semester: Semester,
  levels: readonly number[],
  stages: Partial<Record<Stage, number>>,
): readonly StudyGroup[] {
  const stageOrder: readonly Stage[] = [
    'selected',
    'by-date',
    'settled',
    'wished',
    'refused',
    'withdrawn',
    'interrupted',
  ]
  return stageOrder.map((stage) => ({ form, shift, semester, levels, stage, count: stages[stage] ?? 0 }))
}

/** Exchange semesters and double degrees at partners, of last, this and next year. */
export function generateStudyStays(world: StayWorld): readonly MobilityRow[] {
  // Hosts are told the names of next year's students from mid-March on.
  const isNominationTime = world.today >= dayIn(Number(world.thisYear.slice(5)), '03-15')
  const settled = isNominationTime ? 36 : 0
  const groups = [
    // The places still open this spring go first, so that their hosts can be those who still take names.
    ...group('exchange-semester', 0, 'spring', [2, 3], {
      selected: 46,
      'by-date': 58,
      wished: 10,
      refused: 3,
      withdrawn: 3,
    }),
    ...group('exchange-semester', 0, 'autumn', [2, 3], {
      'by-date': 82,
      refused: 2,
      withdrawn: 4,
      interrupted: 1,
    }),
    ...group('exchange-semester', 0, 'year', [2, 3], { 'by-date': 12, withdrawn: 1 }),
    ...group('exchange-semester', -1, 'autumn', [2], {
      'by-date': 58,
      refused: 2,
      withdrawn: 3,
      interrupted: 2,
    }),
    ...group('exchange-semester', -1, 'spring', [2], {
      'by-date': 52,
      refused: 1,
      withdrawn: 2,
      interrupted: 2,
    }),
    ...group('exchange-semester', -1, 'year', [2], { 'by-date': 10 }),
    ...group('exchange-semester', 1, 'autumn', [2, 3], {
      selected: 42,
      settled,
      wished: 58,
      refused: 2,
      withdrawn: 2,
    }),
    ...group('exchange-semester', 1, 'spring', [2], { selected: 20, wished: 36, refused: 1 }),
    ...group('exchange-semester', 1, 'year', [2], { selected: 4, wished: 10 }),
    ...group('double-degree', -1, 'year', [2], { 'by-date': 22, refused: 1, withdrawn: 1, interrupted: 1 }),
    ...group('double-degree', 0, 'year', [2], { 'by-date': 34, refused: 2, withdrawn: 1 }),
    ...group('double-degree', 1, 'year', [2], { selected: 14, wished: 24, refused: 1 }),
  ]
  return groups.flatMap((one) => times(one.count, (index) => studyStay(world, one, index)))
}

const attempts = 50

/** One stay at a partner: a line of places, then a student whom its condition fits. */
function studyStay(world: StayWorld, study: StudyGroup, index: number): MobilityRow {
  const { random, seats, roster, today } = world
  const year = yearAt(world, study.shift)
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // A stage that is drawn afresh for each attempt cannot starve on its rarest case.
    const wished = random.weighted(wishedStatuses, wishedWeight)
    const seat = seats.find(random, {
      kinds: study.form === 'double-degree' ? ['double-degree'] : ['erasmus', 'exchange'],
      year,
      semester: study.semester,
      takesPlace: study.stage === 'wished' ? takesPlace(wished) : takesPlaceAt(study.stage),
      ...(study.stage === 'selected' && study.shift === 0 ? { openOn: today } : {}),
    })
    if (seat === undefined) continue
    const period = plannedPeriod(world, study, seat)
    const student = roster.find({
      levels: study.levels,
      year,
      period,
      suits: (one) => maySetOutToStudy(one) && isFit(one, seat),
    })
    if (student === undefined) continue
    const progress = progressAt(world, study.stage, period, wished, index)
    return recordSeated(world, study, { seat, period, student, progress })
  }
  throw new Error(`No ${study.form} can be made for ${study.semester} ${year}`)
}

const wishedStatuses: readonly MobilityStatus[] = ['draft', 'applied', 'approved']
const wishedWeight = (status: MobilityStatus) => (status === 'applied' ? 4 : 3)
const settledStatuses = ['nominated', 'accepted', 'agreed'] as const

function takesPlaceAt(stage: Stage): boolean {
  return stage !== 'refused' && stage !== 'withdrawn'
}

/** A double degree takes eighteen months at least. Source: the outgoing students' pages of Télécom ParisTech. */
function plannedPeriod(world: StayWorld, study: StudyGroup, seat: Seat): Period {
  const { random, today } = world
  const { country } = seat.offer.partner
  const usual = semesterAt(random, country, yearAt(world, study.shift), study.semester)
  const period =
    study.form === 'double-degree'
      ? { start: usual.start, end: addDays(addMonths(usual.start, random.int(18, 20)), -1) }
      : usual
  return study.stage === 'selected' || study.stage === 'settled' || study.stage === 'wished'
    ? upcoming(random, period, today)
    : period
}

/** A field in common, a language in common, the programme that the places are for, and not the student's own country. */
function isFit(student: SampleStudent, { offer, place }: Seat): boolean {
  return (
    student.country !== offer.partner.country &&
    (place.programme === null || place.programme === student.row.programme) &&
    commonField(student, offer.condition.iscedCodes) !== undefined &&
    commonLanguage(offer.skills, student.skills) !== undefined
  )
}

/** The agreement's field that is nearest to the student's: the same, or of the same broad field. */
function commonField({ iscedCode }: SampleStudent, codes: string | null): string | undefined {
  const fields = (codes ?? '').split(', ')
  return (
    fields.find((field) => field === iscedCode) ??
    fields.find((field) => field.startsWith(iscedCode.slice(0, 2)))
  )
}

function progressAt(
  world: StayWorld,
  stage: Stage,
  period: Period,
  wished: MobilityStatus,
  index: number,
): Progress {
  const settled = settledStatuses[index % settledStatuses.length] ?? 'nominated'
  if (stage === 'by-date')
    return progressOf(world, period, (daysAhead) => (daysAhead <= 21 ? 'agreed' : settled))
  if (stage === 'interrupted') return interrupted(world, period)
  return uncertified(stage === 'settled' ? settled : stage === 'wished' ? wished : stage)
}

interface Seated {
  readonly seat: Seat
  readonly period: Period
  readonly student: SampleStudent
  readonly progress: Progress
}

function recordSeated(
  world: StayWorld,
  study: StudyGroup,
  { seat, period, student, progress }: Seated,
): MobilityRow {
  const { offer } = seat
  if (takesPlace(progress.status)) seat.take()
  // A first draft may not name a host yet.
  const isHostKnown = progress.status !== 'draft' || world.random.chance(0.75)
  return recordStay(world, {
    form: study.form,
    semester: study.semester,
    student,
    year: yearAt(world, study.shift),
    period,
    progress,
    institutionId: isHostKnown ? offer.row.id : null,
    conditionId: isHostKnown ? offer.condition.id : null,
    iscedCode: isHostKnown ? (commonField(student, offer.condition.iscedCodes) ?? null) : null,
    language: isHostKnown ? (commonLanguage(offer.skills, student.skills) ?? null) : null,
  })
}
