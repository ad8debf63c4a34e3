import type { RowBatch } from './row-batch.ts'
import type { MergedRange, SheetFormat, SheetInfo, SheetWarning } from './types.ts'

/** A file opened inside the reading process. */
export interface WorkbookReader {
  readonly format: SheetFormat
  readonly sheets: readonly SheetInfo[]
  readonly warnings: () => readonly SheetWarning[]
  /** Reads a sheet from its start, as often as wanted. */
  read(sheet: string, options: ReadOptions): Promise<SheetSummary>
}

export interface ReadOptions {
  /** Reading may stop once it has passed so many rows with values; it may also give more. */
  readonly maxRows: number
  readonly onBatch: (batch: RowBatch) => void
  /** False reads xlsx cells by the XML reader alone, for tests; true unless given. */
  readonly useShortcut?: boolean
}

/** What is known of a sheet once its rows have been given. */
export interface SheetSummary {
  readonly rowCount: number
  readonly merged: readonly MergedRange[]
  /** Reading stopped before the end of the sheet. */
  readonly isPartial: boolean
}
