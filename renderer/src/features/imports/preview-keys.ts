/** Where the keyboard is in the preview: row -1 is the header. */
export interface PreviewPlace {
  readonly row: number
  readonly column: number
}

interface PreviewSize {
  readonly rows: number
  readonly columns: number
  /** Rows on screen. */
  readonly pageRows: number
}

/** Where a key leads, as in any grid; undefined when it is no key of a grid. */
export function placeAfterKey(
  place: PreviewPlace,
  key: string,
  isControl: boolean,
  size: PreviewSize,
): PreviewPlace | undefined {
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const at = (row: number, column: number): PreviewPlace => ({
    row: Math.max(Math.min(row, last.row), -1),
    column: Math.max(Math.min(column, last.column), 0),
  })
  switch (key) {
    case 'ArrowDown':
      return isControl ? at(last.row, place.column) : at(place.row + 1, place.column)
    case 'ArrowUp':
      return isControl ? at(0, place.column) : at(place.row - 1, place.column)
    case 'ArrowRight':
      return isControl ? at(place.row, last.column) : at(place.row, place.column + 1)
    case 'ArrowLeft':
      return isControl ? at(place.row, 0) : at(place.row, place.column - 1)
    case 'Home':
      return isControl ? at(0, 0) : at(place.row, 0)
    case 'End':
      return isControl ? at(last.row, last.column) : at(place.row, last.column)
    case 'PageDown':
      return at(place.row + size.pageRows, place.column)
    case 'PageUp':
      return at(Math.max(place.row - size.pageRows, Math.min(place.row, 0)), place.column)
    default:
      return undefined
  }
}
