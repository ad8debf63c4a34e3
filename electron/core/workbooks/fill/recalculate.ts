import type { BookParts } from './book-parts.ts'
import type { WorkbookPackage } from './package.ts'
import { createTextEdits, eachMark, withAttribute, type XmlMark } from './xml-marks.ts'

/** Whether any sheet holds a formula. Looked for in bytes: a false alarm only asks for a calculation too many. */
export function hasFormulas(book: WorkbookPackage, { sheets }: BookParts): boolean {
  return sheets.some(({ part }) => /<(?:\w+:)?f[\s>/]/.test(book.read(part).toString('latin1')))
}

/** Elements of a workbook that stand before its calculation settings. Source: ECMA-376 part 1, CT_Workbook. */
const before = new Set(['sheets', 'functionGroups', 'externalReferences', 'definedNames'])

/** The text of `workbook.xml` that asks for a full calculation when the file is opened. */
export function askCalculation(text: string): string {
  const edits = createTextEdits(text)
  let settings: XmlMark | undefined
  let last: XmlMark | undefined
  let depth = 0
  eachMark(text, (mark) => {
    if (mark.kind === 'close') depth--
    if (depth === 1 && mark.local === 'calcPr' && mark.kind !== 'close') settings = mark
    if (depth === 1 && before.has(mark.local) && mark.kind !== 'open') last = mark
    if (mark.kind === 'open') depth++
  })
  if (settings !== undefined) {
    const tag = text.slice(settings.start, settings.end)
    edits.replace(settings.start, settings.end, withAttribute(tag, 'fullCalcOnLoad', '1'))
  } else if (last !== undefined) {
    const prefix = last.name.slice(0, last.name.length - last.local.length)
    edits.insert(last.end, `<${prefix}calcPr fullCalcOnLoad="1"/>`)
  }
  return edits.apply()
}
