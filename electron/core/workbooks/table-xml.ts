import { xmlAttribute } from '#shared/domain/xml-text.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

/** A sheet of rows as a table of Excel's: its header is row 1, its columns have names that formulas use. */
export interface SheetTable {
  readonly sheet: string
  /** Letters and digits, the same in every language: formulas name it. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
}

/** The part of a table. Source: ECMA-376, SpreadsheetML tables. A table has one row at least, even when it is empty. */
export function tableXml(table: SheetTable, id: number): string {
  const ref = `A1:${columnLetters(table.columns.length)}${Math.max(2, table.rows + 1)}`
  const columns = table.columns.map(
    (name, index) =>
      `<tableColumn id="${index + 1}" name="${xmlAttribute(name.replaceAll('\n', '_x000a_'))}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${table.name}" displayName="${table.name}" ref="${ref}" totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${columns.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`
}

/** A column of a table as formulas name it: brackets, hashes and quotes are escaped. */
export function columnReference(table: string, column: string): string {
  return `${table}[${column.replaceAll(/['[\]#]/g, "'$&")}]`
}
