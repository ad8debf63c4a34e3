import { bmFieldKind, type BmFieldKey, type BmValue } from '#shared/domain/bm/bm-fields.ts'
import {
  compareReadBack,
  locateErrors,
  type BmRow,
  type OwnMobility,
} from '#shared/domain/bm/bm-read-back.ts'
import { readCell } from '#shared/domain/bm/bm-style.ts'
import { cellText } from '#core/imports/cell-text.ts'
import { createCountryReader } from '#core/imports/country-names.ts'
import type { SheetRow } from '#core/sheets/types.ts'
import type { BmColumn } from './match-file.ts'
import { tellingFields, type BmFile } from './read-bm-file.ts'
import { wordReaderOf } from './word-readers.ts'

/** What the module wrote beside cells: comments, by cell. */
export type CellNotes = ReadonlyMap<string, string>

/** Reads the mobilities of a file as values to compare with ours, with what the module says is wrong. */
export function readRows(
  file: BmFile,
  columns: readonly BmColumn[],
  notes: CellNotes = new Map(),
): readonly BmRow[] {
  const countries = createCountryReader()
  const readers = columns.flatMap((column) =>
    column.field === null || column.style === null
      ? []
      : [
          {
            ...column,
            field: column.field,
            style: column.style,
            read: wordReaderOf(column.field, countries),
          },
        ],
  )
  const errorColumn = columns.find(({ field }) => field === 'error')?.column
  const named = columns.map(({ label, field }) => ({ label, field }))
  return file.rows.map((row) => {
    const values = new Map<BmFieldKey, BmValue>()
    for (const { column, field, style, read } of readers) {
      const value = readCell(cellText(row.cells[column - 1]), bmFieldKind(field), style, read)
      if (value !== undefined) values.set(field, value)
    }
    const errors = errorColumn === undefined ? [] : locateErrors(cellText(row.cells[errorColumn - 1]), named)
    return { row: row.number, values, errors: [...errors, ...notesOf(row, columns, notes)] }
  })
}

function notesOf({ number }: SheetRow, columns: readonly BmColumn[], notes: CellNotes): BmRow['errors'] {
  if (notes.size === 0) return []
  return columns.flatMap(({ column, label, field }) => {
    const message = notes.get(`${number}:${column}`)
    return message === undefined ? [] : [{ label, field, message }]
  })
}

/** The rows that a file holds already for mobilities of ours. */
export function rowsOfStays(
  file: BmFile,
  columns: readonly BmColumn[],
  own: readonly OwnMobility[],
): ReadonlyMap<string, number> {
  if (file.rows.length === 0) return new Map()
  const needed = columns.filter(({ field }) => tellingFields.includes(field))
  return compareReadBack(readRows(file, needed), own, new Map(), false).rowOfStay
}
