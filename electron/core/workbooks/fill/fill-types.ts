/** A civil day. In a cell that shows dates, or that has no format of its own, it is a real date; elsewhere its text. */
export interface FillDate {
  readonly kind: 'date'
  /** `YYYY-MM-DD` */
  readonly iso: string
  /** How to write it where the cell is no date; without, a cell of the general format becomes a date. */
  readonly text?: string
}

/** `null` empties the cell. A text stays a text, whatever it begins with. */
export type FillValue = string | number | boolean | null | FillDate

export interface CellWrite {
  readonly sheet: string
  /** From 1, as Excel shows it. */
  readonly row: number
  /** From 1: column A is 1. */
  readonly column: number
  readonly value: FillValue
}

export interface FillOptions {
  /** First row under the header, by sheet: cells from there on lend their style to new cells below them. */
  readonly bodyFrom?: Readonly<Record<string, number>>
  /** Writes over cells that hold a formula of their own; without, they are left and reported. */
  readonly overwriteFormulas?: boolean
}

export type FillFindingCode =
  | 'formula-kept' // the cell holds a formula: not written
  | 'covered-by-merge' // the cell lies under a merged one: not written
  | 'locked' // written, but the sheet is protected and the cell locked
  | 'signature-broken' // the workbook was signed: what is changed is not signed any more

export interface FillFinding {
  readonly code: FillFindingCode
  readonly sheet?: string
  readonly cell?: string
}

export interface FilledWorkbook {
  readonly bytes: Uint8Array
  readonly findings: readonly FillFinding[]
}
