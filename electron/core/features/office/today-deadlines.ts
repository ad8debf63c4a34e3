import { sql } from 'kysely'
import { daysBetween, isCivilDate, parseCivilDate } from '#shared/domain/civil-date.ts'
import type { Filter, ListName } from '#shared/lists/types.ts'
import { plainFilter } from '#core/features/mobilities/pipeline.service.ts'
import type { OfficeServices } from './office-services.ts'
import { is, liveSteps } from './today-tasks.ts'

const nominationHorizonDays = 120

/** Nomination deadlines to come at hosts for which students are selected and not yet nominated. */
export async function nominationDeadlinesOf({ connections }: OfficeServices, today: string) {
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
  if (!from.ok) throw new Error(`The clock gives ${today}`)
  return rows.rows
    .map(({ deadline, ...row }) => ({ ...row, date: nextOccurrence(deadline, today) }))
    .filter((row) => isCivilDate(row.date) && daysBetween(from.value, row.date) <= nominationHorizonDays)
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.institution.localeCompare(b.institution))
}

/** The first day, from today on, of a yearly deadline such as `--04-15`. */
function nextOccurrence(monthDay: string, today: string): string {
  const inYear = (year: number) => `${year}-${monthDay.slice(2)}`
  const year = Number(today.slice(0, 4))
  return inYear(year) >= today ? inYear(year) : inYear(year + 1)
}

/** What has a day in the coming weeks: the list, the column of the day, and which rows. */
interface Coming {
  readonly code: string
  readonly list: ListName
  readonly key: string
  readonly filters: readonly Filter[]
}

const coming: readonly Coming[] = [
  {
    code: 'documents-due',
    list: 'documents',
    key: 'dueOn',
    filters: [is('status', 'missing'), is('mobilityStatus', ...liveSteps)],
  },
  {
    code: 'departures',
    list: 'mobilities',
    key: 'plannedStart',
    filters: [is('status', 'applied', 'approved', 'selected', 'nominated', 'accepted', 'agreed')],
  },
  { code: 'returns', list: 'mobilities', key: 'plannedEnd', filters: [is('status', 'departed', 'arrived')] },
]

/** The days of the coming weeks on which documents are due, students leave or come back. */
export async function comingUpOf(
  { lists }: OfficeServices,
  scope: { readonly today: string; readonly soon: string; readonly forms: readonly string[] | undefined },
) {
  const found = []
  for (const { code, list, key, filters } of coming) {
    const within: readonly Filter[] = [
      ...filters,
      { key, test: 'at-least', values: [scope.today] },
      { key, test: 'at-most', values: [scope.soon] },
      ...(scope.forms === undefined ? [] : [is('form', ...scope.forms)]),
    ]
    const days = await lists.distinct(list, { search: '', filters: within, sort: [] }, key)
    for (const { value, count } of days) {
      // the values of a column are listed without regard to the filters on it
      if (typeof value !== 'string' || value < scope.today || value > scope.soon) continue
      found.push({ code, list, date: value, count, filters: [...within, is(key, value)].map(plainFilter) })
    }
  }
  return found.toSorted((a, b) => a.date.localeCompare(b.date) || a.code.localeCompare(b.code))
}
