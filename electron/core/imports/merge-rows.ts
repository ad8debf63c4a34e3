import { matchKey } from '#shared/domain/text-folding.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { warning, cleaned, type CellIssue } from './issues.ts'
import type { RowRead, RowReader } from './read-rows.ts'
import type { RowReason } from './row-reasons.ts'
import type { TargetKey } from './targets.ts'

/** Rows about the same partner or student, brought together. */
export interface MergedRows {
  /** By slot: what all rows together say. */
  readonly values: readonly FieldValue[]
  readonly remarks: readonly {
    readonly row: number
    readonly column: number | null
    readonly issue: CellIssue
  }[]
  /** Rows that contradict each other on who they are about: none of them is taken. */
  readonly rejected: ReadonlyMap<number, RowReason>
}

/** How the values of several rows for one field are brought together when they differ. */
export type MergeRule = 'conflict' | 'name' | 'lines' | 'first'

export function mergeRows(
  rows: readonly RowRead[],
  reader: RowReader,
  ruleOf: (key: TargetKey) => MergeRule,
): MergedRows {
  const values: FieldValue[] = []
  const remarks: MergedRows['remarks'][number][] = []
  const rejected = new Map<number, RowReason>()
  for (const [key, slot] of reader.slotOf) {
    const given = rows.filter((row) => (row.values[slot] ?? null) !== null)
    const distinct = distinctValues(given, slot)
    const [first] = distinct
    if (first === undefined || distinct.length === 1) {
      values[slot] = first?.value ?? null
      continue
    }
    const column = reader.columnOf(slot) ?? null
    const rule = ruleOf(key)
    if (rule === 'lines') values[slot] = distinct.map(({ value }) => String(value)).join('\n')
    else if (rule === 'first') {
      values[slot] = first.value
      for (const { row, value } of distinct.slice(1))
        remarks.push({
          row,
          column,
          issue: warning('imports.issue.second-value', { value: String(value), kept: String(first.value) }),
        })
    } else {
      const name = rule === 'name' ? shortestName(distinct.map(({ value }) => String(value))) : undefined
      values[slot] = name ?? null
      if (name === undefined) rejectAll(given, rejected)
      else
        for (const { row, value } of distinct)
          if (value !== name)
            remarks.push({
              row,
              column,
              issue: cleaned('imports.issue.part-of-institution', { value: String(value), name }),
            })
    }
  }
  return { values, remarks, rejected }
}

interface DistinctValue {
  readonly value: FieldValue
  readonly row: number
}

/** Texts that differ only in case, accents or punctuation are the same value: the first writing is kept. */
function distinctValues(rows: readonly RowRead[], slot: number): readonly DistinctValue[] {
  const byKey = new Map<string, DistinctValue>()
  for (const row of rows) {
    const value = row.values[slot] ?? null
    const key = typeof value === 'string' ? matchKey(value) || value : String(value)
    if (!byKey.has(key)) byKey.set(key, { value, row: row.row })
  }
  return [...byKey.values()]
}

function rejectAll(rows: readonly RowRead[], rejected: Map<number, RowReason>): void {
  const numbers = rows.map(({ row }) => row)
  for (const { row } of rows)
    rejected.set(row, {
      reason: 'conflict',
      params: { rows: numbers.filter((other) => other !== row).join(', ') },
    })
}

/** The name that all the others contain (*Université de Lille* in *Université de Lille – Polytech*), or undefined. */
function shortestName(names: readonly string[]): string | undefined {
  const [shortest] = names.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
  if (shortest === undefined) return undefined
  const words = matchKey(shortest).split(' ')
  if (words.length < 2) return undefined
  const isInAll = names.every((name) => {
    const own = new Set(matchKey(name).split(' '))
    return words.every((word) => own.has(word))
  })
  return isInAll ? shortest : undefined
}

/** Rows that say exactly the same: each but the first, with the row that it repeats. */
export function findRepeats(rows: readonly RowRead[]): ReadonlyMap<number, number> {
  const first = new Map<string, number>()
  const repeats = new Map<number, number>()
  for (const { row, values, places, many } of rows) {
    const key = JSON.stringify([values, places, many])
    const known = first.get(key)
    if (known === undefined) first.set(key, row)
    else repeats.set(row, known)
  }
  return repeats
}
