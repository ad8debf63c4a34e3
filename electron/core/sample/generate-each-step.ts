import { academicYearOf } from '#shared/domain/academic-year.ts'
import { addDays, addMonths, dateParts, type CivilDate } from '#shared/domain/civil-date.ts'
import { formPath } from '#shared/domain/form-path.ts'
import { stepPlace, stepsOf, type PipelineStep } from '#shared/domain/mobility-steps.ts'
import type { Period } from '#shared/domain/period.ts'
import { dayIn, nextMarchWeek } from './generate-calendar.ts'
import { createSampleIds, type MobilityRow, type SampleContext } from './generate-context.ts'
import type { InstitutionRow } from './generate-institutions.ts'
import type { Progress } from './generate-progress.ts'
import { maySetOutToStudy, recordStay, type StayWorld } from './generate-stays.ts'
import { createRandom } from './random.ts'

type Form = MobilityRow['form']
type Stage = 'before' | 'during' | 'after'

/** Forms whose stays the other parts of the sample leave at some steps only; gap periods and exchanges have them all. */
const forms: readonly Form[] = [
  'free-mover',
  'double-degree',
  'master',
  'athens-week',
  'internship',
  'end-of-studies-project',
  'summer-school',
  'short-term-blended',
  'regional-semester',
]

/** Chance and ids of their own, later than those of the rest: what was there before stays as it was. */
export function apartFrom(context: SampleContext, place = 2): SampleContext {
  const random = createRandom(context.seed + 70 + place)
  return { ...context, random, nextId: createSampleIds(random, addDays(context.today, 1 + place)) }
}

/** One stay at each step of each form at which none stands yet, so that the office shows every step of every form. */
export function completeSteps(world: StayWorld, stays: readonly MobilityRow[]): readonly MobilityRow[] {
  const own: StayWorld = { ...world, ...apartFrom(world, 1) }
  const known = new Set(stays.map(({ form, status }) => `${form} ${status}`))
  return forms
    .filter((form) => form !== 'regional-semester' || world.flavour.hasRegionalSemester)
    .flatMap((form) =>
      stepsOf(formPath(form))
        .filter((step) => !known.has(`${form} ${step}`))
        .flatMap((step) => stayAt(own, form, step, stays)),
    )
}

/** Steps at which a stay under an agreement takes a place of a year to come. */
const placed: readonly PipelineStep[] = ['nominated', 'accepted', 'agreed']

/** Moves some stays that are to come on, so that one stands at each step before the departure: places are taken once. */
export function spreadSelected(today: CivilDate, stays: readonly MobilityRow[]): readonly MobilityRow[] {
  const standing = (form: Form, status: PipelineStep) =>
    stays.filter((stay) => stay.form === form && stay.status === status && (stay.plannedStart ?? '') > today)
  const degrees = standing('double-degree', 'selected').slice(0, placed.length)
  const isAgreed = stays.some(({ form, status }) => form === 'gap-period' && status === 'agreed')
  const moved = new Map<string, PipelineStep | undefined>([
    ...degrees.map(({ id }, index) => [id, placed[index]] as const),
    ...(isAgreed ? [] : standing('gap-period', 'approved').slice(0, 1)).map(
      ({ id }) => [id, 'agreed'] as const,
    ),
  ])
  return stays.map((stay) => ({ ...stay, status: moved.get(stay.id) ?? stay.status }))
}

/** None where nobody is free then, or where the form has no such days this season. */
function stayAt(
  world: StayWorld,
  form: Form,
  step: PipelineStep,
  stays: readonly MobilityRow[],
): readonly MobilityRow[] {
  const stage = stageOf(step)
  const period = periodOf(world, form, stage)
  if (period === undefined) return []
  const terms = termsOf(world, form, stays)
  const year = academicYearOf(period.start, 8)
  const student = world.roster.find({
    levels: [1, 2, 3],
    year,
    // certified days may lie some days before or after those planned
    period: { start: addDays(period.start, -14), end: addDays(period.end, 14) },
    suits: (one) =>
      maySetOutToStudy(one) &&
      (form === 'regional-semester' ? one.track?.isRegional === true : one.country !== terms.country),
  })
  if (student === undefined) return []
  const { country: _host, ...known } = terms
  return [
    recordStay(world, {
      form,
      iscedCode: student.row.iscedCode,
      ...known,
      student,
      year,
      period,
      progress: progressAt(step, stage, period),
      semester: semesterOf(form, period),
    }),
  ]
}

const titles: Readonly<Partial<Record<Form, string>>> = {
  master: 'Master of Science',
  'summer-school': 'Summer school on robotics',
  'short-term-blended': 'Introduction to computer vision',
  'regional-semester': 'Semestre 9, DEFI DIVERSITES',
}

function stageOf(step: PipelineStep): Stage {
  if (stepPlace(step) < stepPlace('departed')) return 'before'
  return stepPlace(step) < stepPlace('returned') ? 'during' : 'after'
}

function progressAt(status: PipelineStep, stage: Stage, { start, end }: Period): Progress {
  return {
    status,
    actualStart: status === 'arrived' || stage === 'after' ? start : null,
    actualEnd: stage === 'after' ? end : null,
  }
}

function semesterOf(form: Form, { start }: Period): MobilityRow['semester'] {
  if (form === 'master') return 'year'
  if (form === 'summer-school' || form === 'internship') return null
  return dateParts(start).month >= 8 ? 'autumn' : 'spring'
}

/** Where a stay is spent and what is done there: under an agreement, as another stay of the form has it. */
function termsOf(world: StayWorld, form: Form, stays: readonly MobilityRow[]) {
  const { random, offers, flavour } = world
  const alike = stays.filter((stay) => stay.form === form && stay.conditionId !== null)
  if (alike.length > 0) {
    const { institutionId, conditionId, iscedCode, language, title } = random.pick(alike)
    const offer = offers.find(({ condition }) => condition.id === conditionId)
    return { institutionId, conditionId, iscedCode, language, title, country: offer?.row.country ?? null }
  }
  const isWork = form === 'internship' || form === 'end-of-studies-project'
  const host = hostOf(world, form)
  return {
    institutionId: host.id,
    language: form === 'regional-semester' ? 'fr' : 'en',
    title: isWork ? random.pick(flavour.projectTitles) : (titles[form] ?? null),
    country: host.country,
  }
}

function hostOf({ random, hosts }: StayWorld, form: Form): InstitutionRow {
  if (form === 'free-mover') return random.pick(hosts.freeMoverHosts)
  if (form === 'regional-semester') return random.pick(hosts.regionalSchools)
  if (form === 'internship' || form === 'end-of-studies-project')
    return random.pick(hosts.workplaces.filter(({ country }) => country !== 'FR'))
  return random.pick(hosts.partners).row
}

/** How long a stay of a form lasts, in days; those that are not here last a semester. */
const lengths: Readonly<Partial<Record<Form, number>>> = {
  'athens-week': 7,
  'short-term-blended': 7,
  'summer-school': 21,
  internship: 84,
}
const semesterDays = 140

/** Planned days of a stay that is to come, under way, or over since some weeks. */
function periodOf({ today, random }: StayWorld, form: Form, stage: Stage): Period | undefined {
  if (form === 'athens-week' && stage === 'before') return nextMarchWeek(today).period
  if (form === 'regional-semester') return regionalPeriod(today, stage)
  if (form === 'double-degree') return doubleDegree(today, stage, random.int(10, 40))
  const days = lengths[form] ?? semesterDays
  const away = random.int(20, 60)
  const start =
    stage === 'before'
      ? addDays(today, away)
      : stage === 'during'
        ? addDays(today, -Math.min(Math.floor(days / 2), away))
        : addDays(today, -away - days)
  return { start, end: addDays(start, days - 1) }
}

/** Eighteen months and some days. */
function doubleDegree(today: CivilDate, stage: Stage, away: number): Period {
  const start =
    stage === 'before'
      ? addDays(today, away)
      : stage === 'during'
        ? addMonths(today, -6)
        : addDays(addMonths(today, -19), -away)
  return { start, end: addDays(addMonths(start, 18), 5) }
}

/** From the first Monday of September to the end of January; under way only between those. */
function regionalPeriod(today: CivilDate, stage: Stage): Period | undefined {
  const { year } = dateParts(today)
  const periods = [year - 2, year - 1, year, year + 1].map((one) => ({
    start: dayIn(one, '09-07'),
    end: dayIn(one + 1, '01-29'),
  }))
  if (stage === 'before') return periods.find(({ start }) => start > today)
  if (stage === 'during') return periods.find(({ start, end }) => start <= today && today <= end)
  return periods.findLast(({ end }) => end < today)
}
