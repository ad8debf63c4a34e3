/** How a column's values are written: dates and numbers as real ones, texts always as texts. */
export type ColumnFormat =
  | 'text'
  | 'number'
  | 'date' // `YYYY-MM-DD`
  | 'instant' // ISO date-time in UTC, shown in the computer's time zone

/** A formula of ours, with what it gives on the day it is written. */
export interface WorkbookFormula {
  readonly formula: string
  readonly result: number
}

/** A value as it is known to the application; `null` leaves the cell empty. */
export type WorkbookCell = string | number | null
export type WorkbookRow = readonly (WorkbookCell | WorkbookFormula)[]

export interface WorkbookColumn {
  readonly header: string
  readonly format: ColumnFormat
}

/** One table of a workbook: its header is row 1, so that whoever receives it can filter, sort and import it. */
export interface WorkbookSheet {
  readonly name: string
  readonly columns: readonly WorkbookColumn[]
  /** It becomes a table of Excel's, which has the filter then. */
  readonly isTable?: true
  /** Rows, batch by batch: the next batch is asked for once the one before is written. */
  readonly batches: AsyncIterable<readonly WorkbookRow[]> | Iterable<readonly WorkbookRow[]>
}
