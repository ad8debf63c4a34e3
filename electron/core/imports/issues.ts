import type { RowIssue } from '#shared/contract/imports.ts'
import type { TextKey, TextParams } from '#shared/text/text.ts'
import { columnLetter } from './cell-text.ts'

export type Severity = RowIssue['severity']

/** Something to say about one cell. */
export interface CellIssue {
  /** Key of its sentence in shared/text. */
  readonly code: TextKey
  readonly severity: Severity
  readonly params: TextParams
}

/** A value was left out, or may not be what is meant. */
export function warning(code: CellIssue['code'], params: CellIssue['params'] = {}): CellIssue {
  return { code, severity: 'warning', params }
}

/** A value was brought to the writing that is kept. */
export function cleaned(code: CellIssue['code'], params: CellIssue['params'] = {}): CellIssue {
  return { code, severity: 'cleaned', params }
}

/** Gathers what was found in the rows of a sheet: counts of all of it, and the first cases of each kind. */
export interface IssueLog {
  add(row: number, column: number | null, value: string | null, issue: CellIssue): void
  /** Kept cases: errors, then warnings, then what was cleaned, each in the order of the rows. */
  list(limit: number): readonly RowIssue[]
  /** Kept cases of one row. */
  ofRow(row: number): readonly RowIssue[]
  readonly counts: Readonly<Record<Severity, number>>
  byCode(): readonly { readonly code: TextKey; readonly severity: Severity; readonly count: number }[]
}

/** Enough to see a pattern; the counts say how many there are. */
const keptPerCode = 300

export function createIssueLog(sheet: string): IssueLog {
  const counts: Record<Severity, number> = { error: 0, warning: 0, cleaned: 0 }
  const kinds = new Map<string, { readonly code: TextKey; readonly severity: Severity; count: number }>()
  const kept: RowIssue[] = []
  const keptByRow = new Map<number, RowIssue[]>()
  return {
    counts,
    add(row, column, value, { code, severity, params }) {
      counts[severity] += 1
      const key = `${severity} ${code}`
      const kind = kinds.get(key) ?? { code, severity, count: 0 }
      kind.count += 1
      kinds.set(key, kind)
      if (kind.count > keptPerCode) return
      const letter = column === null ? null : columnLetter(column)
      const issue = { sheet, row, column: letter, value, code, severity, params: { ...params } }
      kept.push(issue)
      const ofRow = keptByRow.get(row)
      if (ofRow === undefined) keptByRow.set(row, [issue])
      else ofRow.push(issue)
    },
    ofRow: (row) => keptByRow.get(row) ?? [],
    list: (limit) => kept.toSorted((a, b) => rank(a) - rank(b) || a.row - b.row).slice(0, limit),
    byCode: () => [...kinds.values()].toSorted((a, b) => b.count - a.count),
  }
}

function rank({ severity }: RowIssue): number {
  return severity === 'error' ? 0 : severity === 'warning' ? 1 : 2
}
