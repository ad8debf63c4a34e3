import type { MergedRange } from '#core/sheets/types.ts'
import type { BookParts, BookSheet } from './book-parts.ts'
import { parseRange, writeRange, type CellPlace } from './cell-ranges.ts'
import type { WorkbookPackage } from './package.ts'
import type { SheetLayout } from './sheet-layout.ts'
import { attributesOf, createTextEdits, eachMark, withAttribute, type XmlMark } from './xml-marks.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

/** The cells written in a sheet, so that each range sees at once whether a row follows it. */
export interface WrittenCells {
  readonly firstRow: number
  readonly rowsByColumn: ReadonlyMap<number, ReadonlySet<number>>
}

export function createWrittenCells(written: readonly CellPlace[]): WrittenCells {
  let firstRow = Number.POSITIVE_INFINITY
  const rowsByColumn = new Map<number, Set<number>>()
  for (const { row, column } of written) {
    firstRow = Math.min(firstRow, row)
    const rows = rowsByColumn.get(column)
    if (rows === undefined) rowsByColumn.set(column, new Set([row]))
    else rows.add(row)
  }
  return { firstRow, rowsByColumn }
}

/**
 * A range down to the last of the rows that were written right under it; undefined when it need not grow. A row that
 * leaves a gap does not belong to it.
 */
function grown(range: MergedRange, { rowsByColumn }: WrittenCells): MergedRange | undefined {
  const columns = [...rowsByColumn].filter(([column]) => column >= range.left && column <= range.right)
  let bottom = range.bottom
  while (columns.some(([, rows]) => rows.has(bottom + 1))) bottom++
  return bottom === range.bottom ? undefined : { ...range, bottom }
}

/** The tables of a sheet take in the rows written under them, unless they end with a row of totals. */
export async function growTables(
  book: WorkbookPackage,
  sheet: BookSheet,
  written: WrittenCells,
): Promise<void> {
  for (const { type, part } of await book.relationships(sheet.part)) {
    if (type !== 'table' || !book.has(part)) continue
    const text = await book.readXml(part)
    const edits = createTextEdits(text)
    let hasTotals = false
    eachMark(text, (mark) => {
      if (mark.kind === 'close') return
      if (mark.local === 'table') hasTotals = Number(attributesOf(text, mark).get('totalsRowCount') ?? 0) > 0
      if (!hasTotals && (mark.local === 'table' || mark.local === 'autoFilter'))
        growMark(text, mark, written, edits)
    })
    const after = edits.apply()
    if (after !== text) book.replace(part, after)
  }
}

function growMark(
  text: string,
  mark: XmlMark,
  written: WrittenCells,
  edits: ReturnType<typeof createTextEdits>,
): void {
  const range = parseRange(attributesOf(text, mark).get('ref') ?? '')
  const after = range === undefined ? undefined : grown(range, written)
  if (after === undefined) return
  edits.replace(
    mark.start,
    mark.end,
    withAttribute(text.slice(mark.start, mark.end), 'ref', writeRange(after)),
  )
}

/** The text of a sheet whose filter takes in the rows written under it. `layout` is that of this very text. */
export function growAutoFilter(text: string, layout: SheetLayout, written: WrittenCells): string {
  if (layout.autoFilter === undefined) return text
  const edits = createTextEdits(text)
  growMark(text, layout.autoFilter, written, edits)
  return edits.apply()
}

const ruleMarks = new Set(['conditionalFormatting', 'dataValidation'])

/**
 * The text of a sheet whose conditional formats and data validations reach over the rows written right under them: the
 * older ones say their ranges in an attribute, the newer ones (`x14`) in an element of their own. A rule of one row
 * above all that is written is one of a header, and stays there. `from` is a place above all rules.
 */
export function growRules(text: string, written: WrittenCells, from: number): string {
  const edits = createTextEdits(text)
  let open: XmlMark | undefined
  eachMark(
    text,
    (mark) => {
      if (mark.local === 'sqref') {
        if (mark.kind === 'open') open = mark
        else if (mark.kind === 'close' && open !== undefined) {
          const after = grownList(text.slice(open.end, mark.start), written)
          if (after !== undefined) edits.replace(open.end, mark.start, after)
          open = undefined
        }
      } else if (mark.kind !== 'close' && ruleMarks.has(mark.local)) {
        const after = grownList(attributesOf(text, mark).get('sqref') ?? '', written)
        if (after !== undefined)
          edits.replace(mark.start, mark.end, withAttribute(text.slice(mark.start, mark.end), 'sqref', after))
      }
    },
    from,
  )
  return edits.apply()
}

/** Ranges divided by spaces, each down to the rows that follow it; undefined when none need grow. */
function grownList(list: string, written: WrittenCells): string | undefined {
  let hasGrown = false
  const ranges = list.split(/\s+/).map((ref) => {
    const range = parseRange(ref)
    const after = range === undefined || isOfHeader(range, written) ? undefined : grown(range, written)
    if (after === undefined) return ref
    hasGrown = true
    return writeRange(after)
  })
  return hasGrown ? ranges.join(' ') : undefined
}

function isOfHeader({ top, bottom }: MergedRange, written: WrittenCells): boolean {
  return top === bottom && written.firstRow > bottom
}

const grownNames = new Set(['_xlnm._FilterDatabase', '_xlnm.Print_Area'])

/** The filter's hidden name and the print area of the sheets that were written follow their rows. */
export function growNames(
  { workbookText: text }: BookParts,
  writtenByIndex: ReadonlyMap<number, WrittenCells>,
): string {
  const edits = createTextEdits(text)
  let open: XmlMark | undefined
  eachMark(text, (mark) => {
    if (mark.local !== 'definedName') return
    if (mark.kind === 'open') open = mark
    else if (mark.kind === 'close' && open !== undefined) {
      const attributes = attributesOf(text, open)
      const written = writtenByIndex.get(Number(attributes.get('localSheetId') ?? -1))
      const area = areaOf(text.slice(open.end, mark.start))
      const after = written === undefined || area === undefined ? undefined : grown(area.range, written)
      if (after !== undefined && grownNames.has(attributes.get('name') ?? ''))
        edits.replace(open.end, mark.start, (area?.sheet ?? '') + absolute(after))
      open = undefined
    }
  })
  return edits.apply()
}

/** One range of one sheet, whose name stays written as it is; names of several ranges are left as they are. */
function areaOf(content: string): { readonly sheet: string; readonly range: MergedRange } | undefined {
  const [, sheet, ref] = /^([^,]*!)(\$[A-Z]+\$\d+:\$[A-Z]+\$\d+)$/.exec(content) ?? []
  const range = ref === undefined ? undefined : parseRange(ref)
  return sheet === undefined || range === undefined ? undefined : { sheet, range }
}

function absolute({ top, left, bottom, right }: MergedRange): string {
  return `$${columnLetters(left)}$${top}:$${columnLetters(right)}$${bottom}`
}
