/** What a foreign file may ask for before it is refused. Real files stay far below (largest of 1,204: 2.7 MB, 60 MB unpacked). */
export interface SheetLimits {
  /** Size of the file itself. */
  readonly fileBytes: number
  /** Sum of the sizes that all parts of a workbook have once unpacked, read or not. */
  readonly unpackedBytes: number
  /** Number of parts in the workbook's zip. */
  readonly parts: number
  /** Unpacked size divided by file size, looked at only above `ratioFromBytes` unpacked. */
  readonly ratio: number
  readonly ratioFromBytes: number
  readonly sheets: number
  /** Rows of one sheet, blank ones included. */
  readonly rows: number
  /** Columns of one sheet. */
  readonly columns: number
  /** Columns of a csv file: more means that the separator was not understood. */
  readonly csvColumns: number
  /** Cells of one sheet from column A to the last value of each row, gaps included. */
  readonly cells: number
  readonly mergedRanges: number
  /** Cell formats (`cellXfs`); Excel stops at 65,490. */
  readonly cellFormats: number
  readonly xmlDepth: number
  /** Characters of one cell. Excel stops at 32,767; some writers go slightly over. */
  readonly textLength: number
  /** Wall time of one opening or reading, plus `timePerMegabyteMs` for each megabyte of the file. */
  readonly timeMs: number
  readonly timePerMegabyteMs: number
  /** Resident memory of the reading process. */
  readonly memoryBytes: number
}

const megabyte = 1024 * 1024

/** A legitimate file of 100,000 rows × 20 columns (2 M cells, 15 MB, 130 MB unpacked) fits with room to spare. */
export const defaultLimits: SheetLimits = {
  fileBytes: 64 * megabyte,
  unpackedBytes: 600 * megabyte,
  parts: 2_000,
  ratio: 200,
  ratioFromBytes: 20 * megabyte,
  sheets: 256,
  rows: 1_048_576,
  columns: 16_384,
  csvColumns: 500,
  cells: 4_000_000,
  mergedRanges: 200_000,
  cellFormats: 200_000,
  xmlDepth: 64,
  textLength: 40_000,
  timeMs: 60_000,
  timePerMegabyteMs: 1_000,
  memoryBytes: 512 * megabyte,
}

/** The wall time, in milliseconds, that one operation on a file of this size may take. */
export function timeAllowedMs(limits: SheetLimits, fileBytes: number): number {
  return limits.timeMs + Math.ceil((limits.timePerMegabyteMs * fileBytes) / megabyte)
}
