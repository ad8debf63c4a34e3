import type { Buffer } from 'node:buffer'
import type { SheetLimits } from '#core/sheets/limits.ts'
import { createRowWriter } from '#core/sheets/row-writer.ts'
import type { ReadOptions, SheetSummary, WorkbookReader } from '#core/sheets/workbook-reader.ts'
import type { WarningCollector } from '#core/sheets/sheet-warnings.ts'
import { SheetError } from '#core/sheets/types.ts'
import { openZip } from '#core/sheets/zip/zip-archive.ts'
import type { ZipArchive } from '#core/sheets/zip/zip-archive.ts'
import { readCellStyles } from './cell-styles.ts'
import { createCellValues } from './cell-values.ts'
import type { CellContext, CellWarning } from './cell-values.ts'
import { checkContentTypes } from './content-types.ts'
import { readPart } from './read-part.ts'
import { readSharedStrings } from './shared-strings.ts'
import { findWorkbookPart, readWorkbook } from './workbook.ts'
import type { Workbook, WorkbookSheet } from './workbook.ts'
import { createWorksheetHandler } from './worksheet.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

/** A sheet that is small once unpacked is read to its end even when only its first rows are asked for. */
const smallSheetBytes = 2 * 1024 * 1024

/** Opens a workbook: checks it and reads the list of its sheets, nothing more. */
export async function openXlsx(
  bytes: Buffer,
  limits: SheetLimits,
  warnings: WarningCollector,
): Promise<WorkbookReader> {
  const zip = await openZip(bytes, limits)
  const types = await checkContentTypes(zip, limits)
  const part = (await findWorkbookPart(zip, limits)) ?? types.workbookPart
  if (part === undefined || !zip.has(part))
    throw new SheetError('workbook-damaged', { reason: 'no workbook' })
  const workbook = await readWorkbook(zip, part, limits)
  if (types.hasMacros) warnings.set({ code: 'macros-ignored' })
  for (const { name, state } of workbook.sheets) {
    if (state !== 'visible') warnings.set({ code: 'hidden-sheet', sheet: name, params: { state } })
  }
  let context: Promise<CellContext> | undefined
  return {
    format: 'xlsx',
    sheets: workbook.sheets.map(({ name, state }) => ({ name, state })),
    warnings: warnings.list,
    async read(name, options) {
      const sheet = workbook.sheets.find((candidate) => candidate.name === name)
      if (sheet === undefined) throw new SheetError('sheet-not-found', { name })
      context ??= readContext(zip, workbook, limits)
      return await readSheet(zip, sheet, await context, { limits, warnings, options })
    },
  }
}

/** What all sheets share, read once, when the first sheet is. */
async function readContext(zip: ZipArchive, workbook: Workbook, limits: SheetLimits): Promise<CellContext> {
  return {
    styles: await readCellStyles(zip, workbook.stylesPart, limits),
    sharedStrings: await readSharedStrings(zip, workbook.sharedStringsPart, limits),
    is1904: workbook.is1904,
    textLength: limits.textLength,
  }
}

async function readSheet(
  zip: ZipArchive,
  sheet: WorkbookSheet,
  context: CellContext,
  how: { readonly limits: SheetLimits; readonly warnings: WarningCollector; readonly options: ReadOptions },
): Promise<SheetSummary> {
  const { limits, warnings, options } = how
  const noticed = new Map<CellWarning, { readonly cell: string; count: number }>()
  const writer = createRowWriter(limits, options.onBatch)
  const values = createCellValues(context, writer, (code, column) => {
    const known = noticed.get(code)
    if (known === undefined)
      noticed.set(code, { cell: columnLetters(column + 1) + handler.rowNumber(), count: 1 })
    else known.count++
  })
  const mayStop = zip.size(sheet.part) > smallSheetBytes
  const handler = createWorksheetHandler(writer, values, {
    part: sheet.part,
    maxRows: mayStop ? options.maxRows : Infinity,
    useShortcut: options.useShortcut ?? true,
    limits,
  })
  await readPart(zip, sheet.part, handler, limits)
  writer.finish()
  for (const [code, { cell, count }] of noticed) {
    warnings.set({ code, sheet: sheet.name, cell, params: { count } })
  }
  return { rowCount: writer.rowCount, merged: handler.merged, isPartial: handler.isDone() }
}
