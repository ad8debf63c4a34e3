import { SheetError } from '#core/sheets/types.ts'
import { decodeCellText } from '#core/sheets/xlsx/cell-text.ts'
import type { WorkbookPackage } from './package.ts'
import { attributesOf, eachMark } from './xml-marks.ts'

/** The parts of a workbook that filling it looks at. */
export interface BookParts {
  readonly workbookPart: string
  readonly workbookText: string
  readonly sheets: readonly BookSheet[]
  /** Dates count from 1904-01-01 (old Macintosh files). */
  readonly is1904: boolean
  readonly stylesPart: string | undefined
  readonly sharedStringsPart: string | undefined
  /** With the relationship that leads to it. */
  readonly calculationChain: { readonly id: string; readonly part: string } | undefined
}

export interface BookSheet {
  readonly name: string
  readonly part: string
  /** Position among all sheets, chart sheets included: the `localSheetId` of names. */
  readonly index: number
}

/** @throws SheetError `workbook-damaged`, `xml-forbidden` */
export async function readBookParts(book: WorkbookPackage): Promise<BookParts> {
  const main = (await book.relationships('')).find(({ type }) => type === 'officeDocument')
  const workbookPart = main?.part ?? 'xl/workbook.xml'
  const workbookText = await book.readXml(workbookPart)
  const relationships = await book.relationships(workbookPart)
  const partsById = new Map(relationships.map((relationship) => [relationship.id, relationship]))
  const sheets: BookSheet[] = []
  let is1904 = false
  let index = 0
  let isInSheets = false
  eachMark(workbookText, (mark) => {
    if (mark.local === 'sheets') isInSheets = mark.kind === 'open'
    else if (mark.kind === 'close') return
    else if (mark.local === 'workbookPr') is1904 = isTrue(attributesOf(workbookText, mark).get('date1904'))
    else if (mark.local === 'sheet' && isInSheets) {
      const attributes = attributesOf(workbookText, mark)
      const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1] ?? ''
      const target = partsById.get(id)
      if (target?.type === 'worksheet')
        sheets.push({ name: decodeCellText(attributes.get('name') ?? ''), part: target.part, index })
      index++
    }
  })
  const partOf = (type: string) => relationships.find((one) => one.type === type && book.has(one.part))
  return {
    workbookPart,
    workbookText,
    sheets,
    is1904,
    stylesPart: partOf('styles')?.part,
    sharedStringsPart: partOf('sharedStrings')?.part,
    calculationChain: partOf('calcChain'),
  }
}

export function getSheet({ sheets }: BookParts, name: string): BookSheet {
  const sheet = sheets.find((one) => one.name === name)
  if (sheet === undefined) throw new SheetError('sheet-not-found', { name })
  return sheet
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
