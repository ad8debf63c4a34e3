import { formatCell } from '#shared/lists/format-cell.ts'
import type { ListCell, ListColumn } from '#shared/lists/types.ts'
import type { Text } from '#renderer/ui/text.tsx'

/** A cell's value as shown: nothing where nothing is known. */
export function cellText(column: ListColumn, value: ListCell | undefined, text: Text): string {
  return formatCell(column, value ?? null, text.t, text.format)
}

/** A cell's value as one would type it in its editor; choices are picked by their value. */
export function editText(column: ListColumn, value: ListCell | undefined, text: Text): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return text.format.typedNumber(value)
  if (typeof value === 'boolean' || column.type === 'choice') return String(value)
  return cellText(column, value, text)
}

export function isNumeric(column: ListColumn): boolean {
  return column.type === 'integer' || column.type === 'decimal'
}
