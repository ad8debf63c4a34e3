import type { Database as RawDatabase } from 'better-sqlite3'
import { ledgerStatuses, type LedgerStatus } from '#shared/domain/obligation-types.ts'
import type { CohortForecast, MonthsLeftRow, ObligationFigure } from '#shared/contract/obligations.ts'
import { readSchoolRules } from '#core/features/settings/school-rules.ts'

/*
 * The forecast adds up the very rows that the list of obligations shows, so each figure is the count of its list.
 * The tables of ledgers are up to date when these functions are called.
 */

type Filters = ObligationFigure['filters']

interface CohortRow {
  /** The cohort's name as the list's filter compares it. */
  readonly folded: string
  readonly cohort: string | null
  readonly status: LedgerStatus
  readonly requiredWeeks: number | null
  readonly ruleId: string | null
  readonly endOfStudies: string | null
  readonly students: number
  readonly problems: number
}

const is = (key: string, value: string): Filters[number] => ({ key, test: 'is', values: [value] })
const filled = (key: string): Filters[number] => ({ key, test: 'not-empty', values: [] })
const empty = (key: string): Filters[number] => ({ key, test: 'empty', values: [] })

/** How each cohort stands, the one that ends first before the others. */
export function cohortForecasts(raw: RawDatabase): readonly CohortForecast[] {
  const rows = raw
    .prepare<[], CohortRow>(
      `SELECT fold(ifnull(s.cohort, '')) AS folded, nullif(min(s.cohort), '') AS cohort, o.status, o.requiredWeeks, o.ruleId,
        max(o.endOfStudies) AS endOfStudies, count(*) AS students, count(o.problems) AS problems
       FROM student s JOIN temp.studentLedger o ON o.studentId = s.id GROUP BY 1, 3, 4, 5`,
    )
    .all()
  const aims = new Map(readSchoolRules(raw).obligations.map((rule) => [rule.id, rule.aimPercent]))
  const byCohort = new Map<string, CohortRow[]>()
  for (const row of rows) byCohort.set(row.folded, [...(byCohort.get(row.folded) ?? []), row])
  return [...byCohort.values()]
    .map((ofCohort) => cohortForecast(ofCohort[0]?.cohort ?? null, ofCohort, aims))
    .toSorted((a, b) => (a.endOfStudies ?? '9999').localeCompare(b.endOfStudies ?? '9999'))
}

function cohortForecast(
  cohort: string | null,
  rows: readonly CohortRow[],
  aims: ReadonlyMap<string, number | null>,
): CohortForecast {
  const own = cohort === null ? empty('cohort') : is('cohort', cohort)
  const sum = (of: readonly CohortRow[], key: 'students' | 'problems') =>
    of.reduce((total, row) => total + row[key], 0)
  const counted = (status: LedgerStatus): ObligationFigure => ({
    count: sum(
      rows.filter((row) => row.status === status),
      'students',
    ),
    filters: [own, is('status', status)],
  })
  const byStatus = Object.fromEntries(ledgerStatuses.map((status) => [status, counted(status)]))
  const count = (status: LedgerStatus) => byStatus[status]?.count ?? 0
  const owing = count('met') + count('on-track') + count('at-risk')
  const percent = (part: number) => (owing === 0 ? null : Math.round((1000 * part) / owing) / 10)
  const aimed = rows.flatMap((row) => aims.get(row.ruleId ?? '') ?? [])
  const ends = rows.flatMap((row) => row.endOfStudies ?? [])
  return {
    cohort,
    endOfStudies: ends.toSorted((a, b) => a.localeCompare(b)).at(-1) ?? null,
    students: { count: sum(rows, 'students'), filters: [own] },
    byStatus: {
      met: counted('met'),
      'on-track': counted('on-track'),
      'at-risk': counted('at-risk'),
      exempt: counted('exempt'),
      'not-owed': counted('not-owed'),
    },
    requiredWeeks: [...new Set(rows.flatMap((row) => row.requiredWeeks ?? []))].toSorted((a, b) => a - b),
    metPercent: percent(count('met')),
    expectedPercent: percent(count('met') + count('on-track')),
    aimPercent: aimed.length === 0 ? null : Math.max(...aimed),
    toAim: { count: count('at-risk'), filters: [own, is('status', 'at-risk')] },
    problems: { count: sum(rows, 'problems'), filters: [own, filled('problems')] },
  }
}

interface MonthsRow {
  readonly monthsLeft: number | null
  readonly endOfStudies: string | null
  readonly atRisk: number
  readonly withNothing: number
  readonly missingWeeks: number
}

/** Those at risk by the whole months that are left to them, the shortest time first. */
export function monthsLeftRows(raw: RawDatabase): readonly MonthsLeftRow[] {
  const rows = raw
    .prepare<[], MonthsRow>(
      `SELECT monthsLeft, max(endOfStudies) AS endOfStudies, count(*) AS atRisk, sum(missingWeeks) AS missingWeeks,
        sum(acquiredWeeks + plannedWeeks = 0) AS withNothing
       FROM temp.studentLedger WHERE status = 'at-risk' GROUP BY monthsLeft ORDER BY monthsLeft IS NULL, monthsLeft`,
    )
    .all()
  return rows.map(({ atRisk, withNothing, ...row }) => {
    const months = row.monthsLeft === null ? empty('monthsLeft') : is('monthsLeft', String(row.monthsLeft))
    const filters = [is('status', 'at-risk'), months]
    return {
      ...row,
      atRisk: { count: atRisk, filters },
      nothing: {
        count: withNothing,
        filters: [...filters, is('acquiredWeeks', '0'), is('plannedWeeks', '0')],
      },
    }
  })
}

interface CodeRow {
  readonly code: string
  readonly count: number
}

/** Why students are at risk, and why stays count nothing or not yet: the most frequent reason first. */
export function reasonFigures(raw: RawDatabase) {
  const reasons = raw
    .prepare<[], CodeRow>(
      `SELECT reasonCode AS code, count(*) AS count FROM temp.studentLedger WHERE status = 'at-risk' GROUP BY 1 ORDER BY 2 DESC`,
    )
    .all()
  const stays = raw
    .prepare<[], CodeRow>(
      `SELECT reasonCode AS code, count(*) AS count FROM temp.stayLedger
       WHERE reasonCode NOT IN ('counted', 'planned', 'wish', 'refused', 'withdrawn') GROUP BY 1 ORDER BY 2 DESC`,
    )
    .all()
  return {
    reasons: reasons.map(({ code, count }) => ({
      code,
      figure: { count, filters: [is('status', 'at-risk'), is('reasonCode', code)] },
    })),
    stays: stays.map(({ code, count }) => ({ code, figure: { count, filters: [is('reasonCode', code)] } })),
  }
}
