import { columnOfAddress } from '#core/sheets/xlsx/cell-source.ts'
import type { MergedRange } from '#core/sheets/types.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

export const lastRow = 1_048_576

export interface CellPlace {
  /** Both from 1. */
  readonly row: number
  readonly column: number
}

export function addressOf({ row, column }: CellPlace): string {
  return `${columnLetters(column)}${row}`
}

export function placeOf(address: string): CellPlace | undefined {
  const column = columnOfAddress(address)
  const row = Number(address.replace(/^[A-Za-z]+/, ''))
  return column > 0 && row >= 1 && row <= lastRow ? { row, column } : undefined
}

/** `A1:C3`, `B2`, `$A$1:$C$3`, and whole columns or rows (`A:C`, `2:4`); undefined for anything else. */
export function parseRange(ref: string): MergedRange | undefined {
  const [first = '', last = first] = ref.replaceAll('$', '').split(':')
  if (/^[A-Z]{1,3}$/i.test(first) && /^[A-Z]{1,3}$/i.test(last))
    return rangeOf(`${first}1`, `${last}${lastRow}`)
  if (/^\d+$/.test(first) && /^\d+$/.test(last)) return rangeOf(`A${first}`, `XFD${last}`)
  return rangeOf(first, last)
}

function rangeOf(first: string, last: string): MergedRange | undefined {
  const from = placeOf(first)
  const to = placeOf(last)
  if (from === undefined || to === undefined) return undefined
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}

export function writeRange({ top, left, bottom, right }: MergedRange): string {
  const first = addressOf({ row: top, column: left })
  return top === bottom && left === right ? first : `${first}:${addressOf({ row: bottom, column: right })}`
}

export function isWithin({ row, column }: CellPlace, { top, left, bottom, right }: MergedRange): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}
