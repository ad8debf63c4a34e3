import type { SheetData, SheetInfo, SheetRow } from './types.ts'
import type { SheetSummary } from './workbook-reader.ts'

/** Puts together what was read of a sheet; rows beyond `maxRows`, read on the way, are left out. */
export function toSheetData(
  info: SheetInfo,
  rows: readonly SheetRow[],
  summary: SheetSummary,
  maxRows: number,
): SheetData {
  return {
    ...info,
    rows: rows.length > maxRows ? rows.slice(0, maxRows) : rows,
    rowCount: summary.rowCount,
    merged: summary.merged,
    ...(summary.isPartial ? { partial: true } : {}),
  }
}
