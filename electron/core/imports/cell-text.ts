import { foldText } from '#shared/domain/text-folding.ts'
import { rowIndexFrom } from '#core/sheets/row-order.ts'
import type { Cell, SheetData, SheetRow } from '#core/sheets/types.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

/** A cell as text, as close as can be to what the file shows. An error of a formula is no value. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return cell
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return cell.kind === 'date' ? cell.iso : cell.raw
}

/** Without the exponent that JavaScript writes from 1e21 on: an identifier stored as a number must not change its look. */
function numberText(value: number): string {
  const text = String(value)
  return text.includes('e')
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : text
}

/** Whether a cell holds nothing to read: absent, empty, or white and invisible characters only. */
export function isBlank(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined || cell === '') return true
  if (typeof cell !== 'string') return false
  const first = cell.charCodeAt(0)
  // A cell that begins with a letter or a figure is not blank: no need to fold it.
  if (first > 0x20 && first < 0x7f && first !== 0x60) return false
  return foldText(cell) === '' && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(cell)
}

/** The letter of a column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  return columnLetters(index + 1)
}

/** The row of a number, or undefined when the sheet leaves it out. */
export function findRow({ rows }: Pick<SheetData, 'rows'>, number: number): SheetRow | undefined {
  const row = rows[rowIndexFrom(rows, number)]
  return row?.number === number ? row : undefined
}
