import type { Sort } from '#shared/lists/types.ts'
import type { GridPlace } from './grid-types.ts'

export interface GridSize {
  readonly rows: number
  /** Columns with the tick boxes. */
  readonly columns: number
  /** Rows that fit on the screen. */
  readonly pageRows: number
}

interface Press {
  readonly key: string
  /** Ctrl, or ⌘ on a Mac. */
  readonly isMod: boolean
}

/** Where a key leads from a place in the grid, or nothing if the key does not move. Row -1 is the header. */
export function moveInGrid(press: Press, from: GridPlace, size: GridSize): GridPlace | undefined {
  const lastRow = size.rows - 1
  const lastColumn = size.columns - 1
  const row = (to: number) => ({ ...from, row: clamp(to, -1, lastRow) })
  const bodyRow = (to: number) => ({ ...from, row: clamp(to, Math.min(0, lastRow), lastRow) })
  const column = (to: number) => ({ ...from, column: clamp(to, 0, lastColumn) })
  switch (press.key) {
    case 'ArrowUp':
      return press.isMod ? bodyRow(0) : row(from.row - 1)
    case 'ArrowDown':
      return press.isMod ? row(lastRow) : row(from.row + 1)
    case 'ArrowLeft':
      return column(press.isMod ? 0 : from.column - 1)
    case 'ArrowRight':
      return column(press.isMod ? lastColumn : from.column + 1)
    case 'PageUp':
      return bodyRow(from.row - size.pageRows)
    case 'PageDown':
      return row(from.row + size.pageRows)
    case 'Home':
      return press.isMod ? { row: Math.min(0, lastRow), column: 0 } : column(0)
    case 'End':
      return press.isMod ? { row: lastRow, column: lastColumn } : column(lastColumn)
    default:
      return undefined
  }
}

/** The sort after a click on a column: ascending, descending, none; with Shift beside the other columns. */
export function toggleSort(sort: readonly Sort[], key: string, isAdded: boolean): readonly Sort[] {
  const current = sort.find((other) => other.key === key)
  const next =
    current === undefined
      ? [{ key, descending: false }]
      : current.descending
        ? []
        : [{ key, descending: true }]
  if (!isAdded) return next
  if (current === undefined) return [...sort, ...next]
  return sort.flatMap((other) => (other.key === key ? next : [other]))
}

/** The order with one column moved to where another stands. */
export function moveColumn(order: readonly string[], key: string, toKey: string): readonly string[] {
  const from = order.indexOf(key)
  const to = order.indexOf(toKey)
  if (from === -1 || to === -1 || from === to) return order
  const rest = order.filter((other) => other !== key)
  return [...rest.slice(0, to), key, ...rest.slice(to)]
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max))
}
