import type { Cell, MergedRange, SheetData, SheetRow } from '#core/sheets/types.ts'
import { isBlank } from './cell-text.ts'

/** A merged cell over more rows than this is a decoration of the page. */
const tallest = 500

/**
 * Gives the text of a cell merged over several rows to each of them: a country written once beside all its partners. A
 * number is not repeated: three places for two rows are not six.
 */
export function fillMergedCells(sheet: SheetData): SheetData {
  const tall = sheet.merged.filter(({ top, bottom }) => bottom > top && bottom - top <= tallest)
  if (tall.length === 0) return sheet
  const rowByNumber = new Map(sheet.rows.map((row) => [row.number, row]))
  const filled = new Map<number, Cell[]>()
  for (const range of tall) fillRange(range, rowByNumber, filled)
  if (filled.size === 0) return sheet
  const rows = sheet.rows.map((row): SheetRow => {
    const cells = filled.get(row.number)
    return cells === undefined ? row : { ...row, cells }
  })
  return { ...sheet, rows }
}

function fillRange(
  { top, bottom, left }: MergedRange,
  rowByNumber: ReadonlyMap<number, SheetRow>,
  filled: Map<number, Cell[]>,
): void {
  const column = left - 1
  const value = rowByNumber.get(top)?.cells[column]
  if (typeof value !== 'string' || isBlank(value)) return
  for (let number = top + 1; number <= bottom; number++) {
    const row = rowByNumber.get(number)
    // A row of which nothing else is filled is part of one tall row, not a row of its own.
    if (row === undefined || !isBlank(row.cells[column])) continue
    const cells = filled.get(number) ?? [...row.cells]
    while (cells.length <= column) cells.push(null)
    cells[column] = value
    filled.set(number, cells)
  }
}
