import { foldText } from '#shared/domain/text-folding.ts'
import { looksLikeErasmusCode } from '#shared/domain/erasmus-code.ts'
import { notDataReasons, type NotDataReason } from '#shared/contract/imports.ts'
import type { Cell, SheetData, SheetRow } from '#core/sheets/types.ts'
import { cellText, findRow, isBlank } from './cell-text.ts'
import type { CountryReader } from './country-names.ts'
import type { FoundTable } from './find-table.ts'
import { looksLikeInstitution } from './institution-words.ts'

/** What each row of a sheet is: data, or not, and then why. */
export interface RowKinds {
  /** By row number, from 1: 0 for data, else 1 + the place of the reason among `notDataReasons`. */
  readonly codes: Uint8Array
  /** Texts that stand alone above or below a data row and continue one of its cells. */
  readonly continuations: readonly Continuation[]
}

export interface Continuation {
  readonly row: number
  /** The data row that the text belongs to. */
  readonly of: number
  readonly column: number
  readonly position: 'before' | 'after'
}

/** The columns that tell whom a row is about, and those that hold counts. */
export interface KeyColumns {
  readonly names: readonly number[]
  readonly places: readonly number[]
  readonly mapped: number
}

export function reasonOf(code: number): NotDataReason | undefined {
  return code === 0 ? undefined : notDataReasons[code - 1]
}

const codeOf = (reason: NotDataReason): number => notDataReasons.indexOf(reason) + 1
const blank = codeOf('blank')

/**
 * Tells the rows of data from titles, repeated headers, totals, footers, remarks and blank rows. A row that names
 * someone and holds something else is data, however odd; rows that are not data are shown with their reason.
 */
export function classifyRows(
  sheet: SheetData,
  table: Pick<FoundTable, 'headerRows'>,
  keys: KeyColumns,
  countries: CountryReader,
): RowKinds {
  const codes = new Uint8Array(sheet.rowCount + 1).fill(blank)
  const titles = new Set<string>()
  const headers = headerRowsOf(sheet, table)
  const sums = new Map<number, number>()
  const singles: SingleCell[] = []
  const [first, last] = table.headerRows ?? [0, 0]
  for (const row of sheet.rows) {
    const filled = filledCells(row)
    if (filled.length === 0) continue
    if (row.number < first) {
      codes[row.number] = codeOf('title')
      if (filled.length === 1) titles.add(foldText(cellText(row.cells[filled[0] ?? 0])))
    } else if (row.number <= last || isHeaderAgain(row, headers)) codes[row.number] = codeOf('header')
    else if (filled.length === 1) singles.push({ row, column: filled[0] ?? 0 })
    else {
      const reason = reasonOfFull(row, filled, keys, sums)
      codes[row.number] = reason === undefined ? 0 : codeOf(reason)
      if (reason === undefined) addUp(row, keys, sums)
    }
  }
  const continuations = classifySingles(sheet, singles, { codes, titles, keys, countries, sums })
  return { codes, continuations }
}

function filledCells(row: SheetRow): readonly number[] {
  const filled: number[] = []
  for (let column = 0; column < row.cells.length; column++)
    if (!isBlank(row.cells[column])) filled.push(column)
  return filled
}

function headerRowsOf(sheet: SheetData, { headerRows }: Pick<FoundTable, 'headerRows'>): readonly SheetRow[] {
  if (headerRows === null) return []
  const [first, last] = headerRows
  return sheet.rows.filter((row) => row.number >= first && row.number <= last && filledCells(row).length > 0)
}

/** Lists made for printing repeat their header on each page. */
function isHeaderAgain(row: SheetRow, headers: readonly SheetRow[]): boolean {
  return headers.some((header) => {
    let same = 0
    let filled = 0
    for (const [column, cell] of header.cells.entries()) {
      if (isBlank(cell)) continue
      filled += 1
      const own = row.cells[column]
      if (
        own === cell ||
        (typeof own === 'string' && typeof cell === 'string' && foldText(own) === foldText(cell))
      )
        same += 1
      // Most rows differ from the header in their first cells.
      else if (filled - same > 2) return false
    }
    return same >= Math.max(1, filled * 0.8) && filledCells(row).length <= filled + 1
  })
}

const totalStart =
  /^(?:(?:grand|sous|sub|grands)[ -]?)?(?:totals?|totaux|totales?|totais|subtotal|somme|suma|summe|gesamt(?:summe)?|insgesamt|toplam|razem|sum|plazas totales|nombre total|moyenne|average|media|promedio|durchschnitt)(?![\p{L}])/u
const totalEnd = /(?:^| )(?:totals?|totaux|totales|insgesamt)[ :.]*$/

function isTotalText(text: string): boolean {
  const folded = foldText(text)
  return folded.length <= 60 && (totalStart.test(folded) || totalEnd.test(folded))
}

const footer =
  /^(?:page|p\.|seite|pagina|pag\.?|sayfa|strona|blad|folio) ?\d{1,4}(?: ?(?:of|de|sur|von|di|\/|-|van|sz) ?\d{1,4})?$|^-? ?\d{1,3} ?\/ ?\d{1,3} ?-?$|^- ?\d{1,3} ?-$/

const isNumeric = (cell: Cell | undefined): boolean =>
  typeof cell === 'number' || (typeof cell === 'string' && /^\s*-?\d+(?:[.,]\d+)?\s*%?\s*$/.test(cell))

function reasonOfFull(
  row: SheetRow,
  filled: readonly number[],
  keys: KeyColumns,
  sums: ReadonlyMap<number, number>,
): NotDataReason | undefined {
  if (filled.length > 12 && filled.length > keys.places.length + 2) return undefined
  const texts = filled.filter((column) => !isNumeric(row.cells[column]))
  if (texts.length === 0) return isSumOfColumns(row, filled, keys, sums) ? 'total' : undefined
  const [first] = texts
  const text = first === undefined ? '' : cellText(row.cells[first])
  if (texts.length === 1 && isTotalText(text) && !looksLikeErasmusCode(text)) return 'total'
  if (
    filled.length <= 3 &&
    footer.test(foldText(filled.map((column) => cellText(row.cells[column])).join(' ')))
  )
    return 'footer'
  return undefined
}

/** A row of figures without a name that are the sums of the columns so far: the name of a total was left out. */
function isSumOfColumns(
  row: SheetRow,
  filled: readonly number[],
  keys: KeyColumns,
  sums: ReadonlyMap<number, number>,
): boolean {
  const counts = filled.filter((column) => keys.places.includes(column))
  const total = [...sums.values()].reduce((sum, value) => sum + value, 0)
  if (counts.length === 0 || total === 0) return false
  return counts.every((column) => Number(cellText(row.cells[column])) === sums.get(column))
}

function isSum(figure: number, sums: ReadonlyMap<number, number>): boolean {
  const all = [...sums.values()].reduce((sum, value) => sum + value, 0)
  return all > 0 && (figure === all || [...sums.values()].includes(figure))
}

function addUp(row: SheetRow, keys: KeyColumns, sums: Map<number, number>): void {
  for (const column of keys.places) {
    const cell = row.cells[column]
    if (isNumeric(cell)) sums.set(column, (sums.get(column) ?? 0) + Number(cellText(cell)))
  }
}

interface SingleCell {
  readonly row: SheetRow
  readonly column: number
}

interface Known {
  readonly codes: Uint8Array
  readonly titles: ReadonlySet<string>
  readonly keys: KeyColumns
  readonly countries: CountryReader
  readonly sums: ReadonlyMap<number, number>
}

/** Rows of one cell: most are remarks and headings, some are partners of which nothing else is known. */
function classifySingles(
  sheet: SheetData,
  singles: readonly SingleCell[],
  known: Known,
): readonly Continuation[] {
  const { codes } = known
  const loose = new Map<number, SingleCell>()
  for (const single of singles) {
    const reason = reasonOfSingle(single, known)
    if (reason === 'note') loose.set(single.row.number, single)
    codes[single.row.number] = reason === undefined ? 0 : codeOf(reason)
  }
  if (loose.size === 0) return []
  return [...loose.values()].flatMap((single) => {
    const continuation = findContinuation(single, loose, codes, sheet)
    if (continuation === undefined) return []
    codes[single.row.number] = codeOf('continuation')
    return [continuation]
  })
}

function reasonOfSingle(
  { row, column }: SingleCell,
  { titles, keys, countries, sums }: Known,
): NotDataReason | undefined {
  const text = cellText(row.cells[column])
  const folded = foldText(text)
  if (footer.test(folded)) return 'footer'
  if (isTotalText(text)) return 'total'
  if (titles.has(folded)) return 'title'
  if (keys.mapped === 1 && keys.names.includes(column)) return undefined
  if (!keys.names.includes(column))
    return isNumeric(row.cells[column]) && isSum(Number(text), sums) ? 'total' : 'note'
  if (countries.name(text) !== undefined) return 'title'
  return looksLikeInstitution(text) && text.length <= 120 ? undefined : 'note'
}

/**
 * A text that stands alone, directly above or below a data row that holds a text in the same column, was cut from it:
 * it goes with the row below, save when it begins in lower case or only the row above has such a text.
 */
function findContinuation(
  { row, column }: SingleCell,
  loose: ReadonlyMap<number, SingleCell>,
  codes: Uint8Array,
  sheet: SheetData,
): Continuation | undefined {
  const isLoose = (number: number) => loose.get(number)?.column === column
  const neighbour = (step: 1 | -1): number | undefined => {
    let number = row.number + step
    while (isLoose(number)) number += step
    const cell = codes[number] === 0 ? findRow(sheet, number)?.cells[column] : undefined
    return typeof cell === 'string' && !isNumeric(cell) && !isBlank(cell) ? number : undefined
  }
  const below = neighbour(1)
  const above = neighbour(-1)
  const beginsLow = /^\s*\p{Ll}/u.test(cellText(row.cells[column]))
  if (above !== undefined && (beginsLow || below === undefined))
    return { row: row.number, of: above, column, position: 'after' }
  return below === undefined ? undefined : { row: row.number, of: below, column, position: 'before' }
}
