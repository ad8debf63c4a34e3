import { sql } from 'kysely'
import { isCivilDate, daysBetween, parseCivilDate } from '#shared/domain/civil-date.ts'
import { mobilityStatuses } from '#shared/entities/mobility.ts'
import type { Filter, ListName } from '#shared/lists/types.ts'
import { obligationTasks } from '#core/features/obligations/obligation-tasks.ts'
import type { OfficeServices } from './office-services.ts'

interface Task {
  readonly code: string
  readonly list: ListName
  readonly filters: readonly Filter[]
}

const is = (key: string, ...values: string[]): Filter => ({ key, test: 'is', values })

/** What the home page asks the office to do, each with the list that shows which records are meant. */
function tasksOf(year: string, today: string): readonly Task[] {
  const fields = ['birthDate', 'nationality', 'email', 'gender']
  return [
    {
      code: 'to-nominate',
      list: 'mobilities',
      filters: [
        is('status', 'selected'),
        is('academicYear', year),
        is('form', 'exchange-semester', 'double-degree'),
      ],
    },
    { code: 'awaiting-answer', list: 'mobilities', filters: [is('status', 'nominated')] },
    { code: 'to-approve', list: 'mobilities', filters: [is('status', 'applied')] },
    { code: 'agreement-to-sign', list: 'mobilities', filters: [is('status', 'accepted')] },
    {
      code: 'not-yet-arrived',
      list: 'mobilities',
      filters: [
        is('status', 'agreed', 'departed'),
        { key: 'plannedStart', test: 'at-most', values: [today] },
      ],
    },
    { code: 'to-recognise', list: 'mobilities', filters: [is('status', 'returned')] },
    {
      code: 'ending-agreements',
      list: 'agreements',
      filters: [is('lastYear', year), is('status', 'active')],
    },
    ...obligationTasks,
    ...fields.map((field) => ({
      code: `missing-${field}`,
      list: 'students' as const,
      filters: [{ key: field, test: 'empty' as const, values: [] }],
    })),
  ]
}

const figures: readonly Task[] = [
  { code: 'partners', list: 'partners', filters: [] },
  { code: 'agreements', list: 'agreements', filters: [is('status', 'active')] },
  { code: 'students', list: 'students', filters: [] },
  { code: 'abroad', list: 'mobilities', filters: [is('status', 'departed', 'arrived')] },
]

/** The home page: what there is to do, how much there is, where the stays of the year stand, the next deadlines. */
export async function todayOf(services: OfficeServices, today: string) {
  const year = services.academicYear()
  const counted = async (task: Task) => {
    const ids = await services.lists.ids(task.list, { search: '', filters: task.filters, sort: [] })
    return {
      code: task.code,
      list: task.list,
      count: ids.length,
      filters: task.filters.map((filter) => ({ ...filter, values: [...filter.values] })),
    }
  }
  return {
    tasks: await Promise.all(tasksOf(year, today).map(counted)),
    figures: await Promise.all(figures.map(counted)),
    pipeline: await pipelineOf(services, year),
    deadlines: await deadlinesOf(services, today),
  }
}

async function pipelineOf({ connections }: OfficeServices, year: string) {
  const rows = await connections.read
    .selectFrom('mobility')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .where('academicYear', '=', year)
    .groupBy('status')
    .execute()
  const counts = new Map<string, number>(rows.map((row) => [row.status, row.count]))
  return mobilityStatuses.map((status) => ({ status, count: counts.get(status) ?? 0 }))
}

const deadlineHorizonDays = 120

/** Nomination deadlines to come at hosts for which students are selected and not yet nominated. */
async function deadlinesOf({ connections }: OfficeServices, today: string) {
  const rows = await sql<{
    institutionId: string
    institution: string
    semester: string
    deadline: string
    count: number
  }>`
    SELECT i.id AS institutionId, i.name AS institution, w.semester, w.deadline, count(DISTINCT m.id) AS count
    FROM (SELECT institutionId, 'autumn' AS semester, autumnDeadline AS deadline FROM agreement WHERE status = 'active'
      UNION SELECT institutionId, 'spring', springDeadline FROM agreement WHERE status = 'active') w
    JOIN institution i ON i.id = w.institutionId
    JOIN mobility m ON m.institutionId = i.id AND m.status = 'selected'
      AND (m.semester = w.semester OR m.semester = 'year' AND w.semester = 'autumn')
    WHERE w.deadline IS NOT NULL GROUP BY 1, 3, 4`.execute(connections.read)
  const from = parseCivilDate(today)
  if (!from.ok) return []
  return rows.rows
    .map(({ deadline, ...row }) => ({ ...row, date: nextOccurrence(deadline, today) }))
    .filter((row) => isCivilDate(row.date) && daysBetween(from.value, row.date) <= deadlineHorizonDays)
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.institution.localeCompare(b.institution))
}

/** The first day, from today on, of a yearly deadline such as `--04-15`. */
function nextOccurrence(monthDay: string, today: string): string {
  const inYear = (year: number) => `${year}-${monthDay.slice(2)}`
  const year = Number(today.slice(0, 4))
  return inYear(year) >= today ? inYear(year) : inYear(year + 1)
}
