import { cellKind } from './row-batch.ts'
import type { RowBatch } from './row-batch.ts'
import type { SheetLimits } from './limits.ts'
import { SheetError } from './types.ts'
import type { DateCell, ErrorCell } from './types.ts'

/** Gathers cells into rows and rows into batches. Columns count from 0 and may come in any order within a row. */
export interface RowWriter {
  startRow(number: number, isHidden: boolean): void
  /** Puts a cell in the row; `kind` and `value` as in `RowBatch`. */
  put(column: number, kind: number, value: number): void
  putText(column: number, text: string): void
  /** Adds a text, or a special cell, to the tables; returns its place. */
  addText(text: string): number
  addSpecial(special: DateCell | ErrorCell): number
  /** Ends the row: left out when it holds no value. Throws `too-many-cells`. */
  endRow(): void
  /** Sends what remains. */
  finish(): void
  /** Number of the last row that holds a value. */
  readonly rowCount: number
  /** Number of rows that hold a value. */
  readonly filledRows: number
}

/** A batch is sent when it holds so many cells: about twenty batches for a second of reading. */
const batchCells = 32_768
const batchRows = 8_192
/** Texts that come without a number are compared with this many before them, so that a repeated one travels once. */
const rememberedTexts = 10_000

export function createRowWriter(limits: SheetLimits, onBatch: (batch: RowBatch) => void): RowWriter {
  const kinds = new Uint8Array(batchCells + limits.columns)
  const values = new Float64Array(batchCells + limits.columns)
  const rowNumbers = new Uint32Array(batchRows)
  const rowLengths = new Uint16Array(batchRows)
  const hiddenRows = new Uint8Array(batchRows)
  const knownTexts = new Map<string, number>()
  let texts: string[] = []
  let specials: (DateCell | ErrorCell)[] = []
  let textCount = 0
  let specialCount = 0
  let batchedRows = 0
  let totalCells = 0
  let filledRows = 0
  let rowCount = 0
  /** Where the row begins in the batch, and how many of its cells are there. */
  let base = 0
  let length = 0
  let rowNumber = 0
  let isRowHidden = false

  function put(column: number, kind: number, value: number): void {
    if (column > length) kinds.fill(cellKind.empty, base + length, base + column)
    if (column >= length) length = column + 1
    kinds[base + column] = kind
    values[base + column] = value
  }

  function addText(text: string): number {
    texts.push(text)
    return textCount++
  }

  function putText(column: number, text: string): void {
    let place = knownTexts.get(text)
    if (place === undefined) {
      place = addText(text)
      if (knownTexts.size >= rememberedTexts) knownTexts.clear()
      knownTexts.set(text, place)
    }
    put(column, cellKind.text, place)
  }

  function endRow(): void {
    if (length === 0) return
    totalCells += length
    if (totalCells > limits.cells) throw new SheetError('too-many-cells', { limit: limits.cells })
    rowNumbers[batchedRows] = rowNumber
    rowLengths[batchedRows] = length
    hiddenRows[batchedRows] = isRowHidden ? 1 : 0
    batchedRows++
    filledRows++
    rowCount = rowNumber
    base += length
    length = 0
    if (base >= batchCells || batchedRows === batchRows) flush()
  }

  function flush(): void {
    if (batchedRows === 0) return
    onBatch({
      rowNumbers: rowNumbers.slice(0, batchedRows),
      rowLengths: rowLengths.slice(0, batchedRows),
      hiddenRows: hiddenRows.slice(0, batchedRows),
      kinds: kinds.slice(0, base),
      values: values.slice(0, base),
      texts,
      specials,
    })
    texts = []
    specials = []
    batchedRows = 0
    base = 0
  }

  return {
    startRow(number, isHidden) {
      rowNumber = number
      isRowHidden = isHidden
      length = 0
    },
    put,
    putText,
    addText,
    addSpecial(special) {
      specials.push(special)
      return specialCount++
    },
    endRow,
    finish: flush,
    get rowCount() {
      return rowCount
    },
    get filledRows() {
      return filledRows
    },
  }
}
