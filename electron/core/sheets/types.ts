/**
 * What the core knows of a foreign spreadsheet: plain values, with what is needed to judge them.
 * Reading happens in a caged child process (see `open-workbook.ts`); nothing here touches the file.
 */

/** Formats that can be told apart by content. Only `xlsx` and `csv` can be read today. */
export type SheetFormat = 'xlsx' | 'csv'

/** One cell as the importer sees it. Text and numbers, the bulk of every file, stay bare values. */
export type Cell = null | string | number | boolean | DateCell | ErrorCell

/** A date, time or date-time read from the cell's number format, as a civil value without time zone. */
export interface DateCell {
  readonly kind: 'date'
  /** ISO 8601: `2026-02-03`, `2026-02-03T14:30:00` or `14:30:00`. */
  readonly iso: string
  /** What the file holds: a serial number or an ISO text. */
  readonly raw: string
  /** The cell's number format, e.g. `dd/mm/yyyy`. */
  readonly format: string
}

/** A formula error (`#N/A`), or a value that is not what the cell's type promises. */
export interface ErrorCell {
  readonly kind: 'error'
  /** The text of the error, or the raw text that could not be read. */
  readonly raw: string
}

/** A row that holds at least one cell. Rows that the file leaves out are absent, not empty. */
export interface SheetRow {
  /** 1-based, as Excel and LibreOffice show it. For csv: the record's number. */
  readonly number: number
  /** Index 0 is column A. Trailing empty cells are cut. */
  readonly cells: readonly Cell[]
  /** Present and true when the row is hidden in the file. */
  readonly hidden?: true
}

/** Merged cells, 1-based and inclusive. */
export interface MergedRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface SheetInfo {
  readonly name: string
  readonly state: 'visible' | 'hidden' | 'veryHidden'
}

/** A sheet read whole. `rowCount` counts every row up to the last one in use, blank ones included. */
export interface SheetData extends SheetInfo {
  readonly rows: readonly SheetRow[]
  readonly rowCount: number
  readonly merged: readonly MergedRange[]
  /** Present and true when reading stopped before the end of the sheet: `rowCount` and `merged` go no further. */
  readonly partial?: true
}

/** What was noticed while reading and does not prevent it. `code` has its words in shared/text. */
export interface SheetWarning {
  readonly code:
    | 'macros-ignored'
    | 'encoding-guessed'
    | 'long-number-rounded'
    | 'formula-without-value'
    | 'hidden-sheet'
    | 'bad-cell'
  readonly sheet?: string
  readonly cell?: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** An open foreign file. The process behind it lives until `close` or until a limit ends it. */
export interface OpenedWorkbook {
  readonly format: SheetFormat
  readonly sheets: readonly SheetInfo[]
  /** The first rows of each sheet, to choose one. */
  heads(maxRows: number): Promise<readonly SheetData[]>
  /** The whole sheet. `onProgress` is called about ten times a second with rows read so far. */
  read(sheet: string, onProgress?: (rows: number) => void): Promise<SheetData>
  readonly warnings: readonly SheetWarning[]
  close(): Promise<void>
}

/** Why a file was refused. Each code has a sentence, with what to do, in shared/text. */
export type SheetErrorCode =
  | 'file-empty'
  | 'file-too-large'
  | 'not-a-spreadsheet'
  | 'old-excel' // .xls
  | 'binary-excel' // .xlsb
  | 'libreoffice-file' // .ods, .fods
  | 'word-document'
  | 'web-page' // HTML or XML saved as .xls
  | 'excel-lock-file' // ~$name.xlsx: the file is open in Excel
  | 'password-protected'
  | 'zip-damaged'
  | 'zip-suspicious' // too many parts, too large once unpacked, duplicate or encrypted parts
  | 'workbook-damaged' // a part is missing, cut short or not well-formed XML
  | 'xml-forbidden' // DOCTYPE or entities
  | 'xml-not-xml' // a document of another kind where XML was asked for
  | 'xml-broken' // not well-formed: `line`, `within`
  | 'xml-doctype' // `line`
  | 'xml-too-large'
  | 'too-many-cells'
  | 'too-slow'
  | 'too-much-memory'
  | 'text-not-decodable'
  | 'csv-unclosed-quote'
  | 'sheet-not-found'
  | 'cancelled'

/** A foreign file that cannot be read: expected, explained to the user, nothing changed. */
export class SheetError extends Error {
  readonly code: SheetErrorCode
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: SheetErrorCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'SheetError'
    this.code = code
    this.params = params
  }
}
