import { DomainError } from '#shared/domain/errors.ts'
import type { ImportFile } from '#core/imports/read-file.ts'
import { SheetError, type SheetData } from '#core/sheets/types.ts'
import { getSheet, readBookParts } from '#core/workbooks/fill/book-parts.ts'
import { readBookStyles, type CellFormat } from '#core/workbooks/fill/book-styles.ts'
import { openPackage } from '#core/workbooks/fill/package.ts'
import { cellsOf, readSheetLayout, type SheetLayout } from '#core/workbooks/fill/sheet-layout.ts'
import { attributesOf } from '#core/workbooks/fill/xml-marks.ts'
import { allowedValues, readNames, readValidations, validationAt, type ListSource } from './validations.ts'

/** What a workbook tells of its cells besides their values. */
export interface Look {
  readonly isProtected: boolean
  readonly hasFormula: (row: number, column: number) => boolean
  readonly formatAt: (row: number, column: number) => CellFormat
  readonly allowedAt: (row: number, column: number) => readonly string[] | undefined
  readonly isDateAt: (row: number, column: number) => boolean
}

/** What only the parts of the file tell: formats, formulas, what cells allow. The caged reader has accepted the file. */
export async function lookInside(
  file: ImportFile,
  name: string,
  sheets: readonly SheetData[],
): Promise<Look> {
  try {
    const book = openPackage(file.bytes)
    const parts = await readBookParts(book)
    const styles = await readBookStyles(book, parts.stylesPart)
    const text = await book.readXml(getSheet(parts, name).part)
    const layout = readSheetLayout(text)
    if (layout === undefined) throw new SheetError('workbook-damaged', { part: name })
    const validations = readValidations(text)
    const source: ListSource = { sheet: name, sheets, names: readNames(parts.workbookText) }
    return {
      isProtected: layout.isProtected,
      hasFormula: (row, column) => (cellAt(text, layout, row, column)?.formula ?? 'none') !== 'none',
      formatAt: (row, column) => styles.formatOf(styleAt(text, layout, row, column)),
      allowedAt(row, column) {
        const validation = validationAt(validations, row, column)
        return validation === undefined ? undefined : allowedValues(validation, source)
      },
      isDateAt: (row, column) => validationAt(validations, row, column)?.type === 'date',
    }
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    throw new DomainError('sheet-refused', { ...error.params, reason: error.code, file: file.name })
  }
}

function cellAt(text: string, layout: SheetLayout, number: number, column: number) {
  const row = layout.rows.find((one) => one.number === number)
  return row === undefined ? undefined : cellsOf(text, row).find((cell) => cell.column === column)
}

function styleAt(text: string, layout: SheetLayout, number: number, column: number): number {
  const own = cellAt(text, layout, number, column)?.style
  if (own !== undefined) return own
  const row = layout.rows.find((one) => one.number === number)
  const ofRow = row === undefined ? undefined : attributesOf(text, row.open)
  if (ofRow?.get('customFormat') === '1') return Number(ofRow.get('s') ?? 0)
  return layout.columns.find(({ min, max }) => column >= min && column <= max)?.style ?? 0
}
