import { parseAcademicTerm } from '#shared/domain/academic-term.ts'
import { parseAthensSession } from '#shared/domain/athens.ts'
import { findAcademicYear } from '#shared/domain/academic-year.ts'
import type { SheetData } from '#core/sheets/types.ts'
import { cellText, columnLetter } from './cell-text.ts'
import type { HeaderRows } from './find-table.ts'

export interface FoundPeriod {
  readonly academicYear?: string
  readonly semester?: 'autumn' | 'spring' | 'year'
  /** The cell it was found in (`B1`), `sheetName` or `fileName`. */
  readonly source: string
}

/** Finds the year that a list is about, and its semester if it says one: in a title above the header, else in its names. */
export function findPeriod(
  sheet: SheetData,
  headerRows: HeaderRows | null,
  fileName: string,
): FoundPeriod | undefined {
  const texts = namingTexts(sheet, headerRows, fileName)
  for (const { text, source } of texts) {
    const found = periodOf(text)
    if (found !== undefined) return { ...found, source }
  }
  return undefined
}

function periodOf(text: string): Omit<FoundPeriod, 'source'> | undefined {
  const term = parseAcademicTerm(text)
  if (term.ok) return { academicYear: term.value.year, semester: term.value.semester }
  const year = findAcademicYear(text)
  return year === undefined ? undefined : { academicYear: year }
}

/** Finds the ATHENS session that a list is about: `ATHENS November 2026`, `courses_2027-03.xlsx`. */
export function findSession(
  sheet: SheetData,
  headerRows: HeaderRows | null,
  fileName: string,
): { readonly session: string; readonly source: string } | undefined {
  for (const { text, source } of namingTexts(sheet, headerRows, fileName)) {
    const read = parseAthensSession(text)
    if (read.ok) return { session: read.value, source }
  }
  return undefined
}

/** The titles above the header, then the names of the sheet and of the file. */
function namingTexts(sheet: SheetData, headerRows: HeaderRows | null, fileName: string) {
  const firstRow = headerRows?.[0] ?? 1
  const texts: { readonly text: string; readonly source: string }[] = []
  for (const row of sheet.rows) {
    if (row.number >= firstRow) break
    for (const [index, cell] of row.cells.entries()) {
      if (typeof cell === 'string' && cell.length <= 200)
        texts.push({ text: cellText(cell), source: `${columnLetter(index)}${row.number}` })
    }
  }
  texts.push(
    { text: sheet.name, source: 'sheetName' },
    { text: fileName.replaceAll('_', ' '), source: 'fileName' },
  )
  return texts
}
