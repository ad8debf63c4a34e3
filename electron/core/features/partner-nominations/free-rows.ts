import type { NominationValueKey } from '#shared/domain/nomination-values.ts'
import { isBlank } from '#core/imports/cell-text.ts'
import type { SheetData, SheetRow } from '#core/sheets/types.ts'
import type { NominationColumn, NominationHeader } from './find-header.ts'

/** What says who a student is: a row where it is filled in is an example, or somebody else's. */
const ofStudent: readonly (NominationValueKey | null)[] = [
  'familyName',
  'givenNames',
  'fullName',
  'birthDate',
  'email',
]

/**
 * The rows to fill under a header: from the first whose student is blank, examples passed over, to the one above what
 * stands below the table. Numbers and texts that a workbook holds ready in other columns do not matter.
 */
export function findFreeRows(
  sheet: SheetData | undefined,
  { last, columns }: NominationHeader,
): { readonly firstRow: number; readonly lastRow: number | null } {
  const below = (sheet?.rows ?? []).filter(({ number }) => number > last)
  const rowsByNumber = new Map(below.map((row) => [row.number, row]))
  const named = columns.filter(({ key }) => ofStudent.includes(key))
  const watched = named.length > 0 ? named : columns
  const isTaken = (number: number): boolean => {
    const row = rowsByNumber.get(number)
    return row !== undefined && watched.some(({ column }) => !isBlank(row.cells[column - 1]))
  }
  let firstRow = last + 1
  while (isTaken(firstRow)) firstRow++
  const pattern = rowsByNumber.get(firstRow)
  const blocking = below.find(
    (row) => row.number > firstRow && (isTaken(row.number) || isFootnote(row, pattern, columns)),
  )
  return { firstRow, lastRow: blocking === undefined ? null : blocking.number - 1 }
}

/** A text where the first row of the table has none: a note, a signature, the next table. */
function isFootnote(
  row: SheetRow,
  pattern: SheetRow | undefined,
  columns: readonly NominationColumn[],
): boolean {
  return columns.some(({ column }) => {
    const cell = row.cells[column - 1] ?? null
    return typeof cell === 'string' && !isBlank(cell) && isBlank(pattern?.cells[column - 1])
  })
}
