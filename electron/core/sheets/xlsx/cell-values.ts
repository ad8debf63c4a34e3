import { cellKind } from '#core/sheets/row-batch.ts'
import type { RowWriter } from '#core/sheets/row-writer.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { SheetWarning } from '#core/sheets/types.ts'
import { sliceToInteger, sliceToText } from '#core/sheets/xml/xml-slice.ts'
import { parseNumber } from './cell-number.ts'
import { cellType } from './cell-source.ts'
import type { CellSource } from './cell-source.ts'
import type { CellStyle } from './cell-styles.ts'
import { decodeCellText } from './cell-text.ts'
import { normaliseIso, serialToIso } from './excel-date.ts'

/** What a cell needs from the rest of the workbook. */
export interface CellContext {
  readonly styles: readonly CellStyle[]
  readonly sharedStrings: readonly string[]
  readonly is1904: boolean
  readonly textLength: number
}

export interface CellValues {
  /** Puts the cell's value, if it has one, in the given column (from 0) of the writer's row. */
  store(cell: CellSource, column: number): void
}

/** Warnings that are about one cell. */
export type CellWarning = Extract<
  SheetWarning['code'],
  'long-number-rounded' | 'formula-without-value' | 'bad-cell'
>

const generalStyle: CellStyle = { format: 'General', kind: 'number' }
/** From here on Excel has replaced digits by zeros. */
const sixteenDigits = 1e15
/** Dates are kept by number, since columns repeat them; a column of distinct instants must not fill memory. */
const rememberedDates = 20_000

/** Turns cells of the XML into values. `warn` is told of what a person should know, with the column from 0. */
export function createCellValues(
  context: CellContext,
  writer: RowWriter,
  warn: (code: CellWarning, column: number) => void,
): CellValues {
  /** Place of each shared string in the writer's table, plus one; 0 before it is first used. */
  const sharedPlaces = new Int32Array(context.sharedStrings.length)
  const datePlaces = new Map<number, Map<number, number>>()

  function store(cell: CellSource, column: number): void {
    if (cell.hasValue && (cell.start < cell.end || isTextual(cell.type))) storeValue(cell, column)
    else if (cell.hasFormula) warn('formula-without-value', column)
  }

  function storeValue(cell: CellSource, column: number): void {
    switch (cell.type) {
      case cellType.number:
        return storeNumber(cell, column)
      case cellType.shared:
        return storeShared(cell, column)
      case cellType.text:
      case cellType.inline:
        return writer.putText(column, textOf(cell))
      case cellType.boolean:
        return storeBoolean(cell, column)
      case cellType.date:
        return storeIsoDate(cell, column)
      case cellType.error:
        return storeError(cell, column)
      default:
        return storeBad(cell, column)
    }
  }

  function storeNumber(cell: CellSource, column: number): void {
    const value = parseNumber(cell.bytes, cell.start, cell.end)
    if (Number.isNaN(value)) return storeBad(cell, column)
    const style = context.styles[cell.style]
    if (style !== undefined && style.kind !== 'number') return storeDate(cell, column, value, style)
    if (Math.abs(value) >= sixteenDigits && Number.isInteger(value)) warn('long-number-rounded', column)
    writer.put(column, cellKind.number, value)
  }

  function storeDate(cell: CellSource, column: number, serial: number, style: CellStyle): void {
    const places = datesOfStyle(cell.style)
    let place = places.get(serial)
    if (place === undefined) {
      const iso = serialToIso(serial, style.kind, context.is1904)
      // Formulas that point to an empty cell give 0: not a date, and no mistake either.
      if (iso === undefined && serial === 0) return writer.put(column, cellKind.number, 0)
      if (iso === undefined) return storeBad(cell, column)
      place = writer.addSpecial({ kind: 'date', iso, raw: sliceToText(cell).trim(), format: style.format })
      if (places.size >= rememberedDates) places.clear()
      places.set(serial, place)
    }
    writer.put(column, cellKind.special, place)
  }

  function datesOfStyle(style: number): Map<number, number> {
    let places = datePlaces.get(style)
    if (places === undefined) {
      places = new Map()
      datePlaces.set(style, places)
    }
    return places
  }

  function storeShared(cell: CellSource, column: number): void {
    const index = sliceToInteger(cell)
    const text = context.sharedStrings[index]
    if (text === undefined) return storeBad(cell, column)
    let place = sharedPlaces[index] ?? 0
    if (place === 0) {
      place = writer.addText(text) + 1
      sharedPlaces[index] = place
    }
    writer.put(column, cellKind.text, place - 1)
  }

  function textOf(cell: CellSource): string {
    const text = decodeCellText(sliceToText(cell))
    if (text.length > context.textLength)
      throw new SheetError('workbook-damaged', { reason: 'text too long' })
    return text
  }

  function storeBoolean(cell: CellSource, column: number): void {
    const digit = sliceToInteger(cell)
    if (digit === 0 || digit === 1) return writer.put(column, cellKind.boolean, digit)
    const word = sliceToText(cell).trim().toLowerCase()
    if (word !== 'true' && word !== 'false') return storeBad(cell, column)
    writer.put(column, cellKind.boolean, word === 'true' ? 1 : 0)
  }

  function storeIsoDate(cell: CellSource, column: number): void {
    const raw = sliceToText(cell)
    const iso = normaliseIso(raw)
    if (iso === undefined) return storeBad(cell, column)
    const style = context.styles[cell.style] ?? generalStyle
    const shown = style.kind === 'date' && iso.includes('T') ? iso.slice(0, 10) : iso
    const place = writer.addSpecial({ kind: 'date', iso: shown, raw, format: style.format })
    writer.put(column, cellKind.special, place)
  }

  function storeError(cell: CellSource, column: number): void {
    writer.put(column, cellKind.special, writer.addSpecial({ kind: 'error', raw: textOf(cell) }))
  }

  function storeBad(cell: CellSource, column: number): void {
    warn('bad-cell', column)
    storeError(cell, column)
  }

  return { store }
}

/** For text, an empty value is a value. */
function isTextual(type: number): boolean {
  return type === cellType.text || type === cellType.inline
}
