import type { ImportKind } from '#shared/contract/imports.ts'
import type { SheetData } from '#core/sheets/types.ts'
import { findTable, type FoundTable, type TableSearch } from './find-table.ts'
import { findPeriod } from './find-period.ts'

/** Sheets whose tables are nearly as good as the best one are equals: the first that is not hidden is taken. */
const nearlyAsGood = 0.7

export interface ChosenSheet {
  readonly kind: ImportKind
  readonly name: string
  /** As far as the rows that were looked at show it. */
  readonly table: FoundTable
  readonly score: number
}

/**
 * Chooses the sheet to read from the first rows of all of them: the best one for the first kind searched, and only where
 * no sheet holds a table of it, the best one for any other kind. Undefined when no sheet has a table.
 */
export function chooseSheet(
  heads: readonly SheetData[],
  [asked, ...others]: readonly TableSearch[],
): ChosenSheet | undefined {
  const found = asked === undefined ? undefined : bestSheet(heads, asked)
  if (found !== undefined) return found
  return others
    .flatMap((search) => bestSheet(heads, search) ?? [])
    .toSorted((a, b) => b.score - a.score)
    .at(0)
}

/** A sheet with columns that were imported before, else the first visible one among those with the best tables. */
function bestSheet(heads: readonly SheetData[], search: TableSearch): ChosenSheet | undefined {
  const found = heads.flatMap((sheet) => {
    const table = findTable(sheet, search)
    return table === undefined ? [] : [{ sheet, table, score: scoreOf(sheet, table) }]
  })
  const visible = found.filter(({ sheet }) => sheet.state === 'visible')
  const candidates = visible.length > 0 ? visible : found
  const best = Math.max(...candidates.map(({ score }) => score))
  const chosen =
    candidates.find(({ table }) => table.isRemembered) ??
    candidates.find(({ score }) => score >= best * nearlyAsGood)
  return chosen === undefined
    ? undefined
    : { kind: search.kind, name: chosen.sheet.name, table: chosen.table, score: chosen.score }
}

/** A longer list, and one that says which year it is about, is more likely the one that is meant. */
function scoreOf(sheet: SheetData, table: FoundTable): number {
  const rows = sheet.rowCount - (table.headerRows?.[1] ?? 0)
  const year = findPeriod(sheet, table.headerRows, '') === undefined ? 0 : 0.3
  return table.score + Math.log10(Math.max(1, rows)) * 0.3 + year
}
