import { SheetError } from '#core/sheets/types.ts'
import { maxColumn } from '#core/sheets/xlsx/cell-source.ts'
import { getSheet, readBookParts, type BookParts } from './book-parts.ts'
import { readBookStyles } from './book-styles.ts'
import { lastRow } from './cell-ranges.ts'
import type { CellWrite, FilledWorkbook, FillFinding, FillOptions } from './fill-types.ts'
import {
  createWrittenCells,
  growAutoFilter,
  growNames,
  growRules,
  growTables,
  type WrittenCells,
} from './grow-ranges.ts'
import { openPackage, savePackage, type WorkbookPackage } from './package.ts'
import { patchSheet } from './patch-sheet.ts'
import { askCalculation, hasFormulas } from './recalculate.ts'
import { readSheetLayout } from './sheet-layout.ts'

export type {
  CellWrite,
  FillDate,
  FilledWorkbook,
  FillFinding,
  FillOptions,
  FillValue,
} from './fill-types.ts'

/**
 * Writes cells into somebody else's workbook and touches nothing else: every part of the file but the sheets written,
 * and what must follow them (tables, the filter's and the print area's names, a full calculation on opening), is copied
 * byte for byte. Styles, merged cells, validations, formulas, images, macros stay what they are.
 * @throws SheetError `sheet-not-found`, `zip-damaged`, `zip-suspicious`, `workbook-damaged`, `xml-forbidden`
 */
export async function fillWorkbook(
  bytes: Uint8Array,
  writes: readonly CellWrite[],
  options: FillOptions = {},
): Promise<FilledWorkbook> {
  const book = openPackage(bytes)
  const findings = await fillPackage(book, writes, options)
  return { bytes: savePackage(book), findings }
}

/** The same in a package that is open, for those who change other parts of it too. */
async function fillPackage(
  book: WorkbookPackage,
  writes: readonly CellWrite[],
  options: FillOptions = {},
): Promise<readonly FillFinding[]> {
  for (const { row, column } of writes) {
    if (!(row >= 1 && row <= lastRow && column >= 1 && column <= maxColumn))
      throw new Error(`No cell at row ${row}, column ${column}`)
  }
  const parts = await readBookParts(book)
  const styles = await readBookStyles(book, parts.stylesPart)
  const writtenByIndex = new Map<number, WrittenCells>()
  const findings: FillFinding[] = []
  let hasLostFormula = false
  for (const [name, ofSheet] of bySheet(writes)) {
    const sheet = getSheet(parts, name)
    const layoutOf = (text: string) => {
      const layout = readSheetLayout(text)
      if (layout === undefined)
        throw new SheetError('workbook-damaged', { part: sheet.part, reason: 'no sheet' })
      return layout
    }
    const text = await book.readXml(sheet.part)
    const layout = layoutOf(text)
    const patch = patchSheet(text, layout, ofSheet, {
      sheet: name,
      bodyFrom: options.bodyFrom?.[name],
      overwriteFormulas: options.overwriteFormulas === true,
      is1904: parts.is1904,
      styles,
    })
    findings.push(...patch.findings)
    if (patch.written.length === 0) continue
    const written = createWrittenCells(patch.written)
    const filtered =
      layout.autoFilter === undefined ? patch.text : growAutoFilter(patch.text, layoutOf(patch.text), written)
    // rules stand below the rows, where nothing has changed but the place
    const below = layout.data.close?.end
    const from = below === undefined ? 0 : below + patch.text.length - text.length
    book.replace(sheet.part, growRules(filtered, written, from))
    await growTables(book, sheet, written)
    writtenByIndex.set(sheet.index, written)
    hasLostFormula ||= patch.hasLostFormula
  }
  styles.save()
  if (writtenByIndex.size > 0) await followWrites(book, parts, { writtenByIndex, hasLostFormula })
  if (book.names.some((name) => name.startsWith('_xmlsignatures/')))
    findings.push({ code: 'signature-broken' })
  return findings
}

function bySheet(writes: readonly CellWrite[]): ReadonlyMap<string, readonly CellWrite[]> {
  const sheets = new Map<string, CellWrite[]>()
  for (const write of writes) {
    const known = sheets.get(write.sheet)
    if (known === undefined) sheets.set(write.sheet, [write])
    else known.push(write)
  }
  return sheets
}

async function followWrites(
  book: WorkbookPackage,
  parts: BookParts,
  done: {
    readonly writtenByIndex: ReadonlyMap<number, WrittenCells>
    readonly hasLostFormula: boolean
  },
): Promise<void> {
  const named = growNames(parts, done.writtenByIndex)
  const text = hasFormulas(book, parts) ? askCalculation(named) : named
  if (text !== parts.workbookText) book.replace(parts.workbookPart, text)
  if (!done.hasLostFormula || parts.calculationChain === undefined) return
  // the chain would name a cell without formula; Excel makes a new one
  await book.remove(parts.calculationChain.part)
  await book.unrelate(parts.workbookPart, parts.calculationChain.id)
}
