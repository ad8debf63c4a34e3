import { rowIndexFrom } from '#core/sheets/row-order.ts'
import { addressOf, isWithin, parseRange, writeRange } from './cell-ranges.ts'
import { cellXml, type CellWriter } from './cell-xml.ts'
import type { CellWrite, FillFinding } from './fill-types.ts'
import { cellsOf, type CellLayout, type RowLayout, type SheetLayout } from './sheet-layout.ts'
import { attributesOf, createTextEdits, withAttribute, type TextEdits, type XmlMark } from './xml-marks.ts'

export interface SheetPatch {
  readonly text: string
  /** Cells written, and the range they lie in. */
  readonly written: readonly CellWrite[]
  readonly findings: readonly FillFinding[]
  /** A formula was written over: the chain of calculations does not hold any more. */
  readonly hasLostFormula: boolean
}

export interface PatchOptions extends Omit<CellWriter, 'prefix'> {
  readonly sheet: string
  readonly bodyFrom: number | undefined
  readonly overwriteFormulas: boolean
}

type CellsByColumn = ReadonlyMap<number, CellLayout>

interface LentRow {
  readonly number: number
  readonly cells: CellsByColumn
}

interface Work extends PatchOptions {
  readonly text: string
  readonly layout: SheetLayout
  readonly edits: TextEdits
  readonly writer: CellWriter
  readonly written: CellWrite[]
  readonly findings: FillFinding[]
  /** The row that was read last, which most often lends its styles to the next one and to those below it. */
  lent: LentRow | undefined
  hasLostFormula: boolean
}

/** Writes cells into the XML of a worksheet; all that is not a written cell stays as it is. */
export function patchSheet(
  text: string,
  layout: SheetLayout,
  writes: readonly CellWrite[],
  options: PatchOptions,
): SheetPatch {
  const writer = { prefix: layout.prefix, is1904: options.is1904, styles: options.styles }
  const edits = createTextEdits(text)
  const work: Work = {
    ...options,
    text,
    layout,
    edits,
    writer,
    written: [],
    findings: [],
    lent: undefined,
    hasLostFormula: false,
  }
  const rowsByNumber = new Map(layout.rows.map((row) => [row.number, row]))
  const newRows: { readonly number: number; readonly xml: string }[] = []
  for (const [number, inRow] of byRow(uncovered(writes, work))) {
    const row = rowsByNumber.get(number)
    if (row === undefined) newRows.push({ number, xml: newRow(number, inRow, work) })
    else patchRow(row, inRow, work)
  }
  insertRows(newRows, work)
  patchDimension(work)
  const { written, findings, hasLostFormula } = work
  return { text: edits.apply(), written, findings, hasLostFormula }
}

function byRow(writes: readonly CellWrite[]): readonly (readonly [number, readonly CellWrite[]])[] {
  const rows = new Map<number, Map<number, CellWrite>>()
  for (const write of writes) {
    const row = rows.get(write.row) ?? new Map<number, CellWrite>()
    row.set(write.column, write) // the last word on a cell counts
    rows.set(write.row, row)
  }
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([number, cells]) => [number, [...cells.values()].toSorted((a, b) => a.column - b.column)])
}

/** Without the cells that lie under a merged one: nobody would see them. */
function uncovered(writes: readonly CellWrite[], work: Work): readonly CellWrite[] {
  return writes.filter((write) => {
    const range = work.layout.merged.find((one) => isWithin(write, one))
    if (range === undefined || (range.top === write.row && range.left === write.column)) return true
    report('covered-by-merge', write, work)
    return false
  })
}

function report(code: FillFinding['code'], write: CellWrite, { findings, sheet }: Work): void {
  findings.push({ code, sheet, cell: addressOf(write) })
}

function patchRow(row: RowLayout, writes: readonly CellWrite[], work: Work): void {
  const { text, edits } = work
  const cells = cellsOf(text, row)
  const cellsByColumn = new Map(cells.map((cell) => [cell.column, cell]))
  const styleOfNew = createStyleFinder(row.number, row, work)
  const made = writes.flatMap((write) => {
    const cell = cellsByColumn.get(write.column)
    if (cell === undefined && write.value === null) return []
    if (cell !== undefined && !mayReplace(cell, write, work)) return []
    return [{ write, cell, xml: makeCell(write, cell?.style ?? styleOfNew(write.column), work) }]
  })
  work.lent = { number: row.number, cells: cellsByColumn }
  if (made.length === 0) return
  const open = withSpans(
    text,
    row.open,
    made.map(({ write }) => write.column),
  )
  if (row.close === undefined) {
    const content = made.map(({ xml }) => xml).join('')
    edits.replace(
      row.open.start,
      row.open.end,
      `${open.replace(/\s*\/>$/, '>')}${content}</${row.open.name}>`,
    )
    return
  }
  // one change for the whole row: a sheet of ten thousand rows has hundreds of thousands of cells
  const content = createTextEdits(text, row.open.end, row.close.start)
  for (const { write, cell, xml } of made) {
    if (cell !== undefined) content.replace(cell.open.start, cell.end, xml)
    else content.insert(cells.find((one) => one.column > write.column)?.open.start ?? row.close.start, xml)
  }
  edits.replace(row.open.start, row.close.start, open + content.apply())
}

function mayReplace(cell: CellLayout, write: CellWrite, work: Work): boolean {
  if (cell.formula === 'none') return true
  // the first cell of a shared or array formula holds it for the others
  if (!work.overwriteFormulas || cell.formula === 'leading') {
    report('formula-kept', write, work)
    return false
  }
  work.hasLostFormula = true
  return true
}

function makeCell(write: CellWrite, style: number, work: Work): string {
  if (work.layout.isProtected && work.styles.formatOf(style).isLocked) report('locked', write, work)
  work.written.push(write)
  return cellXml(write, write.value, style, work.writer)
}

/** Finds the style of cells that do not exist yet: their row's, that of the cell above in the table, their column's. */
function createStyleFinder(
  number: number,
  row: RowLayout | undefined,
  work: Work,
): (column: number) => number {
  const { text, layout, bodyFrom } = work
  const ofRow = row === undefined ? undefined : attributesOf(text, row.open)
  if (ofRow?.get('customFormat') === '1') return () => Number(ofRow.get('s') ?? 0)
  let above: CellsByColumn | undefined
  return (column) => {
    if (bodyFrom !== undefined) above ??= cellsAbove(number, bodyFrom, work)
    const ofColumn = layout.columns.find(({ min, max }) => column >= min && column <= max)
    return above?.get(column)?.style ?? ofColumn?.style ?? 0
  }
}

function cellsAbove(number: number, bodyFrom: number, work: Work): CellsByColumn {
  const above = rowAbove(number, bodyFrom, work)
  if (above === undefined) return new Map()
  if (work.lent?.number !== above.number)
    work.lent = {
      number: above.number,
      cells: new Map(cellsOf(work.text, above).map((cell) => [cell.column, cell])),
    }
  return work.lent.cells
}

/** The last row of the table that the file has above a row. */
function rowAbove(number: number, bodyFrom: number, { layout }: Work): RowLayout | undefined {
  const above = layout.rows[rowIndexFrom(layout.rows, number) - 1]
  return above === undefined || above.number < bodyFrom ? undefined : above
}

/** `spans` only helps to read faster, and must not be wrong. */
function withSpans(text: string, mark: XmlMark, columns: readonly number[]): string {
  const tag = text.slice(mark.start, mark.end)
  const spans = /^(\d+):(\d+)$/.exec(attributesOf(text, mark).get('spans') ?? '')
  if (spans === null) return tag
  const first = Math.min(Number(spans[1]), ...columns)
  const last = Math.max(Number(spans[2]), ...columns)
  return `${first}:${last}` === spans[0] ? tag : withAttribute(tag, 'spans', `${first}:${last}`)
}

function newRow(number: number, writes: readonly CellWrite[], work: Work): string {
  const { prefix } = work.layout
  const filled = writes.filter(({ value }) => value !== null)
  if (filled.length === 0) return ''
  const styleOfNew = createStyleFinder(number, undefined, work)
  const cells = filled.map((write) => makeCell(write, styleOfNew(write.column), work))
  const above = work.bodyFrom === undefined ? undefined : rowAbove(number, work.bodyFrom, work)
  const like = above === undefined ? undefined : attributesOf(work.text, above.open)
  const height = like?.get('ht')
  const isOwn = like?.get('customHeight') === '1'
  const shownHeight = height !== undefined && isOwn ? ` ht="${height}" customHeight="1"` : ''
  return `<${prefix}row r="${number}"${shownHeight}>${cells.join('')}</${prefix}row>`
}

function insertRows(rows: readonly { readonly number: number; readonly xml: string }[], work: Work): void {
  const { layout, edits, text } = work
  const { open, close } = layout.data
  const content = rows.map(({ xml }) => xml).join('')
  if (content === '') return
  if (close === undefined) {
    const tag = text.slice(open.start, open.end).replace(/\s*\/>$/, '>')
    edits.replace(open.start, open.end, `${tag}${content}</${open.name}>`)
    return
  }
  for (const { number, xml } of rows) {
    edits.insert(layout.rows[rowIndexFrom(layout.rows, number + 1)]?.open.start ?? close.start, xml)
  }
}

function patchDimension({ text, layout: { dimension }, written, edits }: Work): void {
  if (dimension === undefined || written.length === 0) return
  const ref = attributesOf(text, dimension).get('ref') ?? ''
  const before = parseRange(ref)
  if (before === undefined) return
  const around = { ...before }
  for (const { row, column } of written) {
    around.top = Math.min(around.top, row)
    around.left = Math.min(around.left, column)
    around.bottom = Math.max(around.bottom, row)
    around.right = Math.max(around.right, column)
  }
  const after = writeRange(around)
  if (after === writeRange(before)) return
  edits.replace(
    dimension.start,
    dimension.end,
    withAttribute(text.slice(dimension.start, dimension.end), 'ref', after),
  )
}
