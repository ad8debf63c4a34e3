import type { ColumnChoice, ImportKind, ImportOptions } from '#shared/contract/imports.ts'
import type { SheetData } from '#core/sheets/types.ts'
import { fingerprintOf } from './fingerprint.ts'
import { findTable, tableAt, type FoundTable, type HeaderRows, type TableSearch } from './find-table.ts'
import { withChoices } from './mapping.ts'
import { withMemory, type RememberedMapping } from './mapping-memory.ts'
import type { Reading } from './session.ts'

/** What the user can choose of how a list is read. */
export interface ImportChanges {
  readonly sheet?: string | undefined
  readonly headerRows?: HeaderRows | null | undefined
  readonly columns?: readonly ColumnChoice[] | undefined
  readonly options?: ImportOptions | undefined
}

export type Mappings = ReadonlyMap<string, RememberedMapping>

/** How a sheet is read as long as the user has chosen nothing: as last time, else as was found. */
export function startReading(
  kind: ImportKind,
  sheet: SheetData,
  table: FoundTable,
  mappings: Mappings,
): Reading {
  const memory = table.headerRows === null ? undefined : mappings.get(fingerprintOf(kind, table.headers))
  const columns =
    memory === undefined
      ? table.columns
      : withChoices(kind, table.columns, withMemory(table.columns, table.headers, memory))
  const chosenColumns = new Set(memory === undefined ? [] : columns.map(({ index }) => index))
  return { sheet, table, columns, chosenColumns, chosenOptions: {}, memory }
}

/** Takes the user's choices in: another sheet or header starts afresh, columns and options add to what was chosen. */
export async function adjustReading(
  reading: Reading,
  changes: ImportChanges,
  search: TableSearch,
  mappings: Mappings,
  readSheet: (name: string) => Promise<SheetData>,
): Promise<Reading> {
  const { kind } = search
  let next = reading
  if (changes.sheet !== undefined && changes.sheet !== reading.sheet.name) {
    const sheet = await readSheet(changes.sheet)
    next = startReading(
      kind,
      sheet,
      findTable(sheet, search) ?? tableAt(sheet, firstRow(sheet), search),
      mappings,
    )
  }
  if (changes.headerRows !== undefined)
    next = startReading(kind, next.sheet, tableAt(next.sheet, changes.headerRows, search), mappings)
  if (changes.columns !== undefined)
    next = {
      ...next,
      columns: withChoices(kind, next.columns, changes.columns),
      chosenColumns: new Set([...next.chosenColumns, ...changes.columns.map(({ index }) => index)]),
    }
  return { ...next, chosenOptions: { ...reading.chosenOptions, ...changes.options } }
}

/** A sheet in which nothing was recognised: the user says what its columns are, under its first row. */
function firstRow(sheet: SheetData): HeaderRows | null {
  const first = sheet.rows[0]?.number
  return first === undefined ? null : [first, first]
}
