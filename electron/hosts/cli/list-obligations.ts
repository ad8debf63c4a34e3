import type { ListRow } from '#shared/lists/types.ts'

/** The columns of an obligation in `--json`: their names are a promise to the scripts that read them. */
const keys = [
  'studentNumber',
  'cohort',
  'requiredWeeks',
  'acquiredWeeks',
  'plannedWeeks',
  'missingWeeks',
  'status',
  'reason',
] as const

/** What `list obligations --json` says of each student; `requiredWeeks` is null when nothing is owed. */
export function obligationData(rows: readonly ListRow[]) {
  return rows.map(({ cells }) => Object.fromEntries(keys.map((key) => [key, cells[key] ?? null])))
}
