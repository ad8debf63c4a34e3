import { cleanText } from '#shared/domain/text-folding.ts'
import {
  nominationValueKeys as keysOfWords,
  type NominationValueKey,
} from '#shared/domain/nomination-values.ts'
import { cellText, isBlank } from '#core/imports/cell-text.ts'
import { createHeaderScorer } from '#core/imports/recognise-header.ts'
import type { SheetData, SheetRow } from '#core/sheets/types.ts'
import { templateWords } from './template-words.ts'

/** A column of a workbook to fill, and the value that its header names. */
export interface NamedColumn {
  /** From 1. */
  readonly column: number
  readonly header: string
  readonly key: NominationValueKey | null
}

/** Rows that may be the header of the table to fill. */
export interface HeaderCandidate {
  readonly sheet: string
  readonly first: number
  readonly last: number
  readonly columns: readonly NamedColumn[]
  readonly score: number
}

const searchedRows = 200
const widestColumns = 200
/** Under this a header is not taken for a value: a wrong column costs more than a choice. */
const leastScore = 0.5
const leastColumns = 3
/** A second header as good as this, beside the best one, is one that the user must decide about. */
const rivalShare = 0.75
const nameKeys: readonly NominationValueKey[] = ['familyName', 'givenNames', 'fullName']

/** How well a text names each value. */
export const scoreHeader = createHeaderScorer<NominationValueKey>(
  Object.entries(templateWords).flatMap(([key, words]) => {
    const known = keysOfWords.find((one) => one === key)
    return known === undefined || words === undefined ? [] : [[known, words] as const]
  }),
)

/**
 * The rows that look like the header of the students to name, the best first; only those that are nearly as good as the
 * best. None when no sheet has a row that names three columns, a name among them.
 */
export function findHeaders(sheets: readonly SheetData[]): readonly HeaderCandidate[] {
  const found = sheets.flatMap((sheet) => apart(candidatesOf(sheet)))
  const best = Math.max(0, ...found.map(({ score }) => score))
  return found.filter(({ score }) => score >= best * rivalShare).toSorted((a, b) => b.score - a.score)
}

/** The columns under a header that the user chose, recognised or not. */
export function headerAt(sheet: SheetData, first: number, last: number): HeaderCandidate {
  const columns = nameColumns(headersOf(sheet, first, last))
  return { sheet: sheet.name, first, last, columns: columns.named, score: columns.score }
}

function candidatesOf(sheet: SheetData): readonly HeaderCandidate[] {
  const head = sheet.rows.slice(0, searchedRows)
  return head.flatMap((row, at) => {
    if (!canBeHeader(row)) return []
    const above = head[at - 1]
    const isBelow = above !== undefined && above.number === row.number - 1 && canBeHeader(above, 1)
    return [row.number, ...(isBelow ? [above.number] : [])].flatMap((first) => {
      const candidate = headerAt(sheet, first, row.number)
      const keys = candidate.columns.flatMap(({ key }) => key ?? [])
      const isUsable = keys.length >= leastColumns && keys.some((key) => nameKeys.includes(key))
      return isUsable ? [{ ...candidate, score: candidate.score - (first < row.number ? 0.4 : 0) }] : []
    })
  })
}

/** Of candidates that share a row, the best. */
function apart(candidates: readonly HeaderCandidate[]): readonly HeaderCandidate[] {
  const kept: HeaderCandidate[] = []
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score)) {
    if (kept.every(({ first, last }) => candidate.last < first || candidate.first > last))
      kept.push(candidate)
  }
  return kept
}

function canBeHeader(row: SheetRow, least = 2): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell))
  const texts = filled.filter((cell) => typeof cell === 'string' && cell.length <= 160)
  return texts.length >= least && texts.length >= filled.length * 0.6
}

function headersOf(sheet: SheetData, first: number, last: number): readonly string[] {
  const width = Math.min(widestColumns, Math.max(0, ...sheet.rows.map((row) => row.cells.length)))
  return Array.from({ length: width }, (_, column) => headerText(sheet, first, last, column))
}

/** The texts of the header rows joined, a merged cell counting for all columns that it covers. */
function headerText(sheet: SheetData, first: number, last: number, column: number): string {
  const parts: string[] = []
  for (const row of sheet.rows) {
    if (row.number < first || row.number > last) continue
    const part = cleanText(cellText(coveredCell(sheet, row, column)))
    if (part !== '' && parts.at(-1) !== part) parts.push(part)
  }
  return parts.join(' ')
}

function coveredCell(sheet: SheetData, row: SheetRow, column: number) {
  const own = row.cells[column] ?? null
  if (own !== null) return own
  const range = sheet.merged.find(
    ({ top, bottom, left, right }) =>
      row.number >= top && row.number <= bottom && column + 1 > left && column + 1 <= right,
  )
  // a cell merged over the columns of one row is one column of that row, not several
  if (range === undefined || range.top !== row.number) return null
  const isGroup = sheet.rows.some(
    ({ number, cells }) => number === range.bottom + 1 && !isBlank(cells[column]),
  )
  return isGroup ? (row.cells[range.left - 1] ?? null) : null
}

/** Each value for the column whose header names it best; each column for one value. */
function nameColumns(headers: readonly string[]): {
  readonly named: readonly NamedColumn[]
  readonly score: number
} {
  const scored = headers.flatMap((header, index) =>
    [...scoreHeader(header)].map(([key, score]) => ({ index, key, score })),
  )
  const keys = new Map<number, NominationValueKey>()
  const taken = new Set<NominationValueKey>()
  let total = 0
  for (const { index, key, score } of scored.toSorted((a, b) => b.score - a.score || a.index - b.index)) {
    if (score < leastScore) break
    if (keys.has(index) || taken.has(key)) continue
    keys.set(index, key)
    taken.add(key)
    total += score
  }
  const named = headers.flatMap((header, index) =>
    header === '' ? [] : [{ column: index + 1, header, key: keys.get(index) ?? null }],
  )
  return { named: withoutWholeName(named), score: total }
}

/** Beside the two halves of a name, the whole one is asked for only when a column says so in full. */
function withoutWholeName(columns: readonly NamedColumn[]): readonly NamedColumn[] {
  const has = (key: NominationValueKey) => columns.some((column) => column.key === key)
  if (!has('fullName')) return columns
  if (has('familyName') && has('givenNames')) return columns
  return columns.map((column) =>
    column.key === 'familyName' || column.key === 'givenNames' ? { ...column, key: null } : column,
  )
}
