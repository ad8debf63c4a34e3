import type { Buffer } from 'node:buffer'
import { detectFormat } from './detect-format.ts'
import type { SheetLimits } from './limits.ts'
import { createRowAssembler } from './row-batch.ts'
import { toSheetData } from './sheet-data.ts'
import { createWarningCollector } from './sheet-warnings.ts'
import { SheetError } from './types.ts'
import type { SheetData } from './types.ts'
import type { WorkbookReader } from './workbook-reader.ts'

/**
 * Opens a file within this process, which only the caged one should do with a stranger's file. Throws `SheetError`.
 */
export async function openReader(bytes: Buffer, name: string, limits: SheetLimits): Promise<WorkbookReader> {
  const warnings = createWarningCollector()
  // Each format brings its own libraries: only the one needed is loaded.
  if (detectFormat(bytes, name) === 'csv') {
    const { openCsv } = await import('./csv/open-csv.ts')
    return openCsv(bytes, name, limits, warnings)
  }
  const { openXlsx } = await import('./xlsx/open-xlsx.ts')
  return await openXlsx(bytes, limits, warnings)
}

/** Reads a sheet, or its first rows, within this process. */
export async function readSheetData(
  reader: WorkbookReader,
  sheet: string,
  options: { readonly maxRows?: number; readonly useShortcut?: boolean } = {},
): Promise<SheetData> {
  const { maxRows = Infinity, useShortcut = true } = options
  const info = reader.sheets.find(({ name }) => name === sheet)
  if (info === undefined) throw new SheetError('sheet-not-found', { name: sheet })
  const assembler = createRowAssembler()
  const summary = await reader.read(sheet, { maxRows, useShortcut, onBatch: assembler.add })
  return toSheetData(info, assembler.rows, summary, maxRows)
}
