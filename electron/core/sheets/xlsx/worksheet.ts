import { Buffer } from 'node:buffer'
import type { SheetLimits } from '#core/sheets/limits.ts'
import type { RowWriter } from '#core/sheets/row-writer.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { MergedRange } from '#core/sheets/types.ts'
import type { XmlAttributes } from '#core/sheets/xml/xml-attributes.ts'
import { sliceToInteger } from '#core/sheets/xml/xml-slice.ts'
import type { XmlSlice } from '#core/sheets/xml/xml-slice.ts'
import { createCellShortcut } from './cell-shortcut.ts'
import { cellType, cellTypeOf, columnOfAddress, maxColumn } from './cell-source.ts'
import type { CellSource } from './cell-source.ts'
import type { CellValues } from './cell-values.ts'
import type { PartHandler } from './read-part.ts'

export interface WorksheetOptions {
  readonly part: string
  /** Reading stops once so many rows with values were seen. */
  readonly maxRows: number
  /** False makes every cell go through the XML reader: for tests. */
  readonly useShortcut: boolean
  readonly limits: SheetLimits
}

export interface WorksheetHandler extends PartHandler {
  readonly merged: readonly MergedRange[]
  readonly isDone: () => boolean
  /** Number of the row being read, 0 before the first. */
  readonly rowNumber: () => number
}

/**
 * Reads the XML of a worksheet into rows. Elements are recognised by their depth as well as by their name, so that
 * extensions, which may hold elements of the same names deeper down, are not mistaken for cells.
 */
export function createWorksheetHandler(
  writer: RowWriter,
  values: CellValues,
  options: WorksheetOptions,
): WorksheetHandler {
  const merged: MergedRange[] = []
  /** Text of the cell being read by the XML reader, whose own bytes do not last. */
  let collected: Buffer = Buffer.alloc(1_024)
  const cell: CellSource = {
    column: 0,
    style: 0,
    type: cellType.number,
    hasFormula: false,
    hasValue: false,
    bytes: collected,
    start: 0,
    end: 0,
  }
  let depth = 0
  let section = ''
  let isInRow = false
  let isInCell = false
  let isInInline = false
  let isInRun = false
  let isCollecting = false
  let rowNumber = 0
  /** Column from 0 of the next cell that does not say where it is. */
  let nextColumn = 0

  const damaged = (reason: string): SheetError =>
    new SheetError('workbook-damaged', { part: options.part, reason })

  function open(name: string, attributes: XmlAttributes): void {
    depth++
    if (isInCell) openInCell(name)
    else if (depth === 2) section = name
    else if (depth === 3 && section === 'sheetData' && name === 'row') startRow(attributes)
    else if (depth === 4 && isInRow && name === 'c') startCell(attributes)
    else if (depth === 3 && section === 'mergeCells' && name === 'mergeCell') addMerged(attributes)
  }

  function startRow(attributes: XmlAttributes): void {
    const given = attributes.slice('r')
    const number = given === undefined ? rowNumber + 1 : sliceToInteger(given)
    if (number <= rowNumber) throw damaged('rows out of order')
    if (number > options.limits.rows) throw damaged('a row beyond the last')
    rowNumber = number
    nextColumn = 0
    isInRow = true
    writer.startRow(number, isTrue(attributes.get('hidden')))
  }

  function startCell(attributes: XmlAttributes): void {
    const address = attributes.get('r')
    cell.column = address === undefined ? 0 : columnOfAddress(address)
    if (address !== undefined && cell.column === 0) throw damaged('a cell outside the sheet')
    cell.style = Number(attributes.get('s') ?? 0)
    cell.type = cellTypeOf(attributes.get('t'))
    cell.hasFormula = false
    cell.hasValue = false
    cell.bytes = collected
    cell.start = 0
    cell.end = 0
    isInCell = true
  }

  function openInCell(name: string): void {
    isCollecting = false
    if (depth === 5) {
      if (name === 'f') cell.hasFormula = true
      else if (name === 'v') startValue()
      else if (name === 'is') {
        cell.type = cellType.inline
        isInInline = true
        startValue()
        isCollecting = false
      }
    } else if (isInInline) {
      if (depth === 6) isInRun = name === 'r'
      isCollecting = name === 't' && (depth === 6 || (depth === 7 && isInRun))
    }
  }

  function startValue(): void {
    cell.hasValue = true
    cell.bytes = collected
    cell.start = 0
    cell.end = 0
    isCollecting = true
  }

  function text(piece: XmlSlice): void {
    if (!isCollecting) return
    const end = cell.end + (piece.end - piece.start)
    if (end > maxTextBytes(options.limits)) throw damaged('text too long')
    if (end > collected.length) {
      collected = Buffer.concat([collected], end * 2)
      cell.bytes = collected
    }
    piece.bytes.copy(collected, cell.end, piece.start, piece.end)
    cell.end = end
  }

  function close(): void {
    depth--
    isCollecting = false
    if (depth === 3 && isInCell) {
      isInCell = false
      isInInline = false
      storeCell()
    } else if (depth === 2 && isInRow) {
      isInRow = false
      writer.endRow()
    }
  }

  function storeCell(): void {
    const column = cell.column === 0 ? nextColumn : cell.column - 1
    if (column >= maxColumn) throw damaged('a cell outside the sheet')
    nextColumn = column + 1
    values.store(cell, column)
  }

  function addMerged(attributes: XmlAttributes): void {
    const range = parseRange(attributes.get('ref') ?? '')
    if (range === undefined) return
    merged.push(range)
    if (merged.length > options.limits.mergedRanges) {
      throw new SheetError('too-many-cells', { limit: options.limits.mergedRanges })
    }
  }

  const shortcut = createCellShortcut(cell, () => isInRow && !isInCell && depth === 3, storeCell)
  return {
    open,
    text,
    close,
    ...(options.useShortcut ? { shortcut } : {}),
    isDone: () => writer.filledRows >= options.maxRows,
    merged,
    rowNumber: () => rowNumber,
  }
}

/** Four bytes a character at most. */
function maxTextBytes(limits: SheetLimits): number {
  return limits.textLength * 4
}

/** The corners of `A1:C3`, which may be given in any order; undefined for a range outside the sheet. */
function parseRange(ref: string): MergedRange | undefined {
  const [first, last = first] = ref.replaceAll('$', '').split(':')
  const from = parseAddress(first ?? '')
  const to = parseAddress(last ?? '')
  if (from === undefined || to === undefined) return undefined
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  }
}

function parseAddress(address: string): { readonly row: number; readonly column: number } | undefined {
  const column = columnOfAddress(address)
  const row = Number(address.replace(/^[A-Za-z]+/, ''))
  return column > 0 && row >= 1 && row <= maxRow ? { row, column } : undefined
}

const maxRow = 1_048_576

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
