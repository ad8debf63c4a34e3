import { cleanText } from '#shared/domain/text-folding.ts'
import { cellText, isBlank } from '#core/imports/cell-text.ts'
import type { SheetData, SheetRow } from '#core/sheets/types.ts'

/** A column of somebody's workbook, and what its header names. */
export interface NamedColumn<K extends string> {
  /** From 1. */
  readonly column: number
  readonly header: string
  readonly key: K | null
}

/** Rows that may be the header of the table to fill. */
export interface HeaderCandidate<K extends string> {
  readonly sheet: string
  readonly first: number
  readonly last: number
  readonly columns: readonly NamedColumn<K>[]
  readonly score: number
}

interface FinderOptions<K extends string> {
  /** How well a text names each value. */
  readonly score: (header: string) => ReadonlyMap<K, number>
  /** Whether columns that name these values can be the table that is looked for. */
  readonly isUsable: (keys: readonly K[]) => boolean
  /** Puts the columns right once all are named. */
  readonly settle?: (columns: readonly NamedColumn<K>[]) => readonly NamedColumn<K>[]
}

export interface HeaderFinder<K extends string> {
  /** The rows that look like the header, the best first; only those that are nearly as good as the best. */
  find(sheets: readonly SheetData[]): readonly HeaderCandidate<K>[]
  /** The columns under a header that the user chose, recognised or not. */
  at(sheet: SheetData, first: number, last: number): HeaderCandidate<K>
}

const searchedRows = 200
const widestColumns = 400
/** Under this a header is not taken for a value: a wrong column costs more than a choice. */
const leastScore = 0.5
/** A second header as good as this, beside the best one, is one that the user must decide about. */
const rivalShare = 0.75

/** Finds headers by the words of what their columns hold, in one row or two, under groups of merged cells. */
export function createHeaderFinder<K extends string>(options: FinderOptions<K>): HeaderFinder<K> {
  const at = (sheet: SheetData, first: number, last: number): HeaderCandidate<K> => {
    const columns = nameColumns(headersOf(sheet, first, last), options)
    return { sheet: sheet.name, first, last, columns: columns.named, score: columns.score }
  }
  return {
    at,
    find(sheets) {
      const found = sheets.flatMap((sheet) => apart(candidatesOf(sheet, at, options)))
      const best = Math.max(0, ...found.map(({ score }) => score))
      return found.filter(({ score }) => score >= best * rivalShare).toSorted((a, b) => b.score - a.score)
    },
  }
}

function candidatesOf<K extends string>(
  sheet: SheetData,
  at: HeaderFinder<K>['at'],
  { isUsable }: FinderOptions<K>,
): readonly HeaderCandidate<K>[] {
  const head = sheet.rows.slice(0, searchedRows)
  return head.flatMap((row, index) => {
    if (!canBeHeader(row)) return []
    const above = head[index - 1]
    const isBelow = above !== undefined && above.number === row.number - 1 && canBeHeader(above, 1)
    return [row.number, ...(isBelow ? [above.number] : [])].flatMap((first) => {
      const candidate = at(sheet, first, row.number)
      const keys = candidate.columns.flatMap(({ key }) => key ?? [])
      return isUsable(keys) ? [{ ...candidate, score: candidate.score - (first < row.number ? 0.4 : 0) }] : []
    })
  })
}

/** Of candidates that share a row, the best. */
function apart<K extends string>(candidates: readonly HeaderCandidate<K>[]): readonly HeaderCandidate<K>[] {
  const kept: HeaderCandidate<K>[] = []
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

/** The header of each column, its rows joined. */
function headersOf(sheet: SheetData, first: number, last: number): readonly string[] {
  const rows = sheet.rows.filter(({ number }) => number >= first && number <= last)
  const width = Math.min(widestColumns, Math.max(0, ...sheet.rows.map((row) => row.cells.length)))
  return Array.from({ length: width }, (_, column) => headerText(sheet, rows, column))
}

/** The texts of the header rows joined, a merged cell counting for all columns that it covers. */
function headerText(sheet: SheetData, rows: readonly SheetRow[], column: number): string {
  const parts: string[] = []
  for (const row of rows) {
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
function nameColumns<K extends string>(
  headers: readonly string[],
  { score, settle }: FinderOptions<K>,
): { readonly named: readonly NamedColumn<K>[]; readonly score: number } {
  const scored = headers.flatMap((header, index) =>
    [...score(header)].map(([key, points]) => ({ index, key, points })),
  )
  const keys = new Map<number, K>()
  const taken = new Set<K>()
  let total = 0
  for (const { index, key, points } of scored.toSorted((a, b) => b.points - a.points || a.index - b.index)) {
    if (points < leastScore) break
    if (keys.has(index) || taken.has(key)) continue
    keys.set(index, key)
    taken.add(key)
    total += points
  }
  const named = headers.flatMap((header, index) =>
    header === '' ? [] : [{ column: index + 1, header, key: keys.get(index) ?? null }],
  )
  return { named: settle === undefined ? named : settle(named), score: total }
}
