import { addDays, parseCivilDate } from '#shared/domain/civil-date.ts'
import { nominatedForms } from '#shared/domain/nomination.ts'
import type { Filter } from '#shared/lists/types.ts'
import { officesOf, plainFilter, pipelineOf } from '#core/features/mobilities/pipeline.service.ts'
import { readStayRules } from '#core/features/mobilities/stay-rules.service.ts'
import type { OfficeServices } from './office-services.ts'
import { comingUpOf, nominationDeadlinesOf } from './today-deadlines.ts'
import { figures, is, tasksOf, type OfficeTask } from './today-tasks.ts'

/** How far ahead, in days, the home page looks for what begins. */
const soonDays = 30

/** Who looks: everybody, or one of the school's offices, which answers for certain forms. */
interface Viewer {
  readonly office: string | undefined
  /** The forms of the office; undefined for everybody. */
  readonly forms: readonly string[] | undefined
}

/** The home page: what there is to do, how much there is, where the stays of the year stand, the next deadlines. */
export async function todayOf(services: OfficeServices, today: string, asked: string | undefined) {
  const rules = await readStayRules(services.connections.read)
  const offices = officesOf(rules)
  // an office that the profile no longer has sees what everybody sees
  const office = offices.find((one) => one === asked)
  const forms =
    office === undefined
      ? undefined
      : rules.offered.filter((one) => one.office === office).map((one) => one.form)
  const viewer: Viewer = { office, forms }
  const academicYear = services.academicYear()
  const moment = { today, soon: dayAfter(today, soonDays), academicYear, nominatedForms }
  const counted = (task: OfficeTask) => countTask(services, task, viewer)
  const pipeline = await pipelineOf(services, {
    academicYear,
    ...(office === undefined ? {} : { office }),
  })
  return {
    offices,
    office: office ?? null,
    tasks: await Promise.all(tasksOf(moment).filter(concerns(viewer)).map(counted)),
    figures: await Promise.all(figures.map(counted)),
    pipeline: pipeline.steps,
    deadlines: isPartnerOffice(viewer) ? await nominationDeadlinesOf(services, today) : [],
    comingUp: await comingUpOf(services, { today, soon: moment.soon, forms: viewer.forms }),
  }
}

/** Agreements and their deadlines belong to the offices that nominate. */
function isPartnerOffice({ forms }: Viewer): boolean {
  return forms === undefined || nominatedForms.some((form) => forms.includes(form))
}

function concerns(viewer: Viewer): (task: OfficeTask) => boolean {
  return (task) => task.of !== 'partners' || isPartnerOffice(viewer)
}

async function countTask(services: OfficeServices, task: OfficeTask, { forms }: Viewer) {
  const filters: readonly Filter[] =
    task.of === 'stays' && forms !== undefined ? [...task.filters, is('form', ...forms)] : task.filters
  const ids = await services.lists.ids(task.list, { search: '', filters, sort: [] })
  return { code: task.code, list: task.list, count: ids.length, filters: filters.map(plainFilter) }
}

function dayAfter(today: string, days: number): string {
  const day = parseCivilDate(today)
  if (!day.ok) throw new Error(`The clock gives ${today}`)
  return addDays(day.value, days)
}
