import { builtInFormat, classifyFormat, type NumberFormatKind } from '#core/sheets/xlsx/number-format.ts'
import type { WorkbookPackage } from './package.ts'
import { attributesOf, createTextEdits, eachMark, withAttribute, type XmlMark } from './xml-marks.ts'

/** What a cell's style says of the value that the cell can hold. */
export interface CellFormat {
  readonly format: string
  readonly kind: NumberFormatKind
  /** Excel's default, and what protects a cell of a protected sheet. */
  readonly isLocked: boolean
}

export interface BookStyles {
  readonly formatOf: (style: number) => CellFormat
  /** A style that shows a date and is otherwise the given one; it is added to the workbook when asked for. */
  readonly dateStyleLike: (style: number) => number
  /** Puts the styles that were added into the package. */
  readonly save: () => void
}

interface StyleElement {
  readonly open: XmlMark
  end: number
  readonly formatId: number
  isLocked: boolean
}

/** Number of the built-in format that shows a date in the reader's own way. Source: ECMA-376 part 1, 18.8.30. */
const builtInDate = '14'
const general: CellFormat = { format: 'General', kind: 'number', isLocked: true }

/** Reads the cell styles of a workbook; one without styles has the general one only. */
export async function readBookStyles(book: WorkbookPackage, part: string | undefined): Promise<BookStyles> {
  if (part === undefined || !book.has(part))
    return { formatOf: () => general, dateStyleLike: (style) => style, save: () => undefined }
  const text = await book.readXml(part)
  const { styles, formats, list } = readStyles(text)
  const added = new Map<number, number>()
  const known = new Map<number, CellFormat>()
  return {
    formatOf(style) {
      const found = styles[style]
      if (found === undefined) return general
      const before = known.get(style)
      if (before !== undefined) return before
      const format = formats.get(found.formatId) ?? builtInFormat(found.formatId)
      const made = { format, kind: classifyFormat(format), isLocked: found.isLocked }
      known.set(style, made)
      return made
    },
    dateStyleLike(style) {
      const number = added.get(style) ?? styles.length + added.size
      if (styles[style] !== undefined) added.set(style, number)
      return styles[style] === undefined ? style : number
    },
    save() {
      if (added.size === 0 || list === undefined) return
      const edits = createTextEdits(text)
      for (const style of added.keys()) {
        const like = styles[style]
        if (like !== undefined) edits.insert(list.close.start, dateElement(text, like))
      }
      const open = text.slice(list.open.start, list.open.end)
      const count = String(styles.length + added.size)
      edits.replace(list.open.start, list.open.end, withAttribute(open, 'count', count))
      book.replace(part, edits.apply())
    },
  }
}

function dateElement(text: string, { open, end }: StyleElement): string {
  const tag = withAttribute(text.slice(open.start, open.end), 'numFmtId', builtInDate)
  return withAttribute(tag, 'applyNumberFormat', '1') + text.slice(open.end, end)
}

function readStyles(text: string) {
  const styles: StyleElement[] = []
  const formats = new Map<number, string>()
  const path: string[] = []
  let list: { open: XmlMark; close: XmlMark } | undefined
  eachMark(text, (mark) => {
    const current = styles.at(-1)
    if (mark.kind === 'close') {
      path.pop()
      if (mark.local === 'xf' && path.at(-1) === 'cellXfs' && current !== undefined) current.end = mark.end
      if (mark.local === 'cellXfs' && list !== undefined) list.close = mark
      return
    }
    const parent = path.at(-1)
    if (mark.local === 'cellXfs' && mark.kind === 'open') list = { open: mark, close: mark }
    else if (mark.local === 'xf' && parent === 'cellXfs') {
      const formatId = Number(attributesOf(text, mark).get('numFmtId') ?? 0)
      styles.push({ open: mark, end: mark.end, formatId, isLocked: true })
    } else if (mark.local === 'protection' && path.at(-2) === 'cellXfs' && current !== undefined) {
      const locked = attributesOf(text, mark).get('locked')
      current.isLocked = locked !== '0' && locked !== 'false'
    } else if (mark.local === 'numFmt' && parent === 'numFmts') {
      const attributes = attributesOf(text, mark)
      formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
    }
    if (mark.kind === 'open') path.push(mark.local)
  })
  return { styles, formats, list }
}
