import type { MergedRange } from '#core/sheets/types.ts'
import { parseRange, placeOf } from './cell-ranges.ts'
import { attributesOf, eachMark, type XmlMark } from './xml-marks.ts'

/** Where things stand in the XML of a worksheet. Positions are in its text. */
export interface SheetLayout {
  /** Before the names of the spreadsheet's own elements: `x:` or nothing. */
  readonly prefix: string
  readonly dimension: XmlMark | undefined
  readonly columns: readonly { readonly min: number; readonly max: number; readonly style: number }[]
  /** The whole element when it is empty; else its tags. */
  readonly data: { readonly open: XmlMark; readonly close: XmlMark | undefined }
  readonly rows: readonly RowLayout[]
  readonly merged: readonly MergedRange[]
  readonly autoFilter: XmlMark | undefined
  readonly isProtected: boolean
}

export interface RowLayout {
  readonly number: number
  readonly open: XmlMark
  /** Undefined for a row without cells, written as one tag. */
  readonly close: XmlMark | undefined
}

export interface CellLayout {
  readonly column: number
  readonly open: XmlMark
  /** Position after the whole cell. */
  readonly end: number
  readonly style: number | undefined
  readonly formula: 'none' | 'plain' | 'shared' | 'leading' // of a shared or an array formula
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Reads the layout of a worksheet that is known to be well-formed. Undefined when it is no worksheet. */
export function readSheetLayout(text: string): SheetLayout | undefined {
  const found = createFindings()
  let depth = 0
  let section = ''
  let row: Mutable<RowLayout> | undefined
  eachMark(text, (mark) => {
    if (mark.kind === 'close') {
      depth--
      if (depth === 2 && row !== undefined) {
        row.close = mark
        row = undefined
      } else if (depth === 1 && mark.local === 'sheetData') found.dataClose = mark
      return
    }
    if (depth === 0) found.root(mark)
    else if (depth === 1) {
      section = mark.local
      found.section(mark, text)
    } else if (depth === 2 && section === 'sheetData' && mark.local === 'row') {
      row = found.row(mark, text)
      if (mark.kind === 'empty') row = undefined
    } else if (depth === 2) found.item(section, mark, text)
    if (mark.kind === 'open') depth++
  })
  return found.layout()
}

function createFindings() {
  let prefix: string | undefined
  let dimension: XmlMark | undefined
  let autoFilter: XmlMark | undefined
  let dataOpen: XmlMark | undefined
  let isProtected = false
  const columns: { min: number; max: number; style: number }[] = []
  const rows: Mutable<RowLayout>[] = []
  const merged: MergedRange[] = []
  return {
    dataClose: undefined as XmlMark | undefined,
    root(mark: XmlMark): void {
      if (mark.local === 'worksheet') prefix = mark.name.slice(0, mark.name.length - mark.local.length)
    },
    section(mark: XmlMark, text: string): void {
      if (mark.local === 'dimension') dimension = mark
      else if (mark.local === 'sheetData') dataOpen = mark
      else if (mark.local === 'autoFilter') autoFilter = mark
      else if (mark.local === 'sheetProtection') isProtected = isTrue(attributesOf(text, mark).get('sheet'))
    },
    row(mark: XmlMark, text: string): Mutable<RowLayout> {
      const given = attributesOf(text, mark).get('r')
      const number = given === undefined ? (rows.at(-1)?.number ?? 0) + 1 : Number(given)
      const row = { number, open: mark, close: undefined }
      rows.push(row)
      return row
    },
    item(section: string, mark: XmlMark, text: string): void {
      if (section === 'mergeCells' && mark.local === 'mergeCell') {
        const range = parseRange(attributesOf(text, mark).get('ref') ?? '')
        if (range !== undefined) merged.push(range)
      } else if (section === 'cols' && mark.local === 'col') {
        const attributes = attributesOf(text, mark)
        const style = Number(attributes.get('style') ?? 0)
        columns.push({ min: Number(attributes.get('min')), max: Number(attributes.get('max')), style })
      }
    },
    layout(): SheetLayout | undefined {
      if (prefix === undefined || dataOpen === undefined) return undefined
      const data = { open: dataOpen, close: this.dataClose }
      return { prefix, dimension, columns, data, rows, merged, autoFilter, isProtected }
    },
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** The cells of a row, in their order. */
export function cellsOf(text: string, row: RowLayout): readonly CellLayout[] {
  if (row.close === undefined) return []
  const cells: Mutable<CellLayout>[] = []
  let depth = 0
  eachMark(
    text,
    (mark) => {
      const cell = cells.at(-1)
      if (mark.kind === 'close') {
        depth--
        if (depth === 0 && cell !== undefined) cell.end = mark.end
        return
      }
      if (depth === 0 && mark.local === 'c') cells.push(readCell(text, mark, cell))
      else if (depth === 1 && mark.local === 'f' && cell !== undefined) cell.formula = formulaKind(text, mark)
      if (mark.kind === 'open') depth++
    },
    row.open.end,
    row.close.start,
  )
  return cells
}

function readCell(text: string, open: XmlMark, before: CellLayout | undefined): Mutable<CellLayout> {
  const attributes = attributesOf(text, open)
  const given = placeOf(attributes.get('r') ?? '')?.column
  const style = attributes.get('s')
  return {
    column: given ?? (before?.column ?? 0) + 1,
    open,
    end: open.end,
    style: style === undefined ? undefined : Number(style),
    formula: 'none',
  }
}

function formulaKind(text: string, mark: XmlMark): CellLayout['formula'] {
  const attributes = attributesOf(text, mark)
  const type = attributes.get('t')
  if (type === 'array' || type === 'dataTable') return 'leading'
  if (type !== 'shared') return 'plain'
  return attributes.has('ref') ? 'leading' : 'shared'
}
