import { findDatePattern } from '#shared/domain/date-pattern.ts'
import { DomainError } from '#shared/domain/errors.ts'
import type { NominationValueKey } from '#shared/domain/nomination-values.ts'
import type {
  HeaderCandidateView,
  TemplateColumn,
  TemplateReading,
} from '#shared/contract/nomination-templates.ts'
import type { CountryReader } from '#core/imports/country-names.ts'
import { withWorkbook, type ImportFile, type ReaderOptions } from '#core/imports/read-file.ts'
import type { SheetData } from '#core/sheets/types.ts'
import { lookInside, type Look } from '#core/templates/look-inside.ts'
import { nominationHeaders, type NominationColumn, type NominationHeader } from './find-header.ts'
import { findFreeRows } from './free-rows.ts'
import { findSingleCells } from './single-cells.ts'
import { proposeTerms, termsInHeader } from './terms.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

/** What a partner's workbook looks like, and which rows could be its header. */
export interface ReadTemplate {
  readonly reading: TemplateReading
  readonly candidates: readonly HeaderCandidateView[]
  readonly sheets: readonly string[]
}

export interface TemplateDeps {
  readonly countries: CountryReader
  readonly reader: ReaderOptions
}

export interface ChosenHeader {
  readonly sheet: string
  readonly first: number
  readonly last: number
}

/** Rows of each sheet that are looked at: a header, lists of countries. */
const readRows = 2_000

/**
 * Reads a workbook to fill: where its header is, unless the user says so, what its columns are, and what they allow.
 * @throws DomainError `sheet-refused`, `template-not-workbook`, `template-no-header`, `job-cancelled`
 */
export async function readTemplate(
  deps: TemplateDeps,
  file: ImportFile,
  chosen?: ChosenHeader,
): Promise<ReadTemplate> {
  const sheets = await readSheets(deps, file)
  const candidates = nominationHeaders.find(sheets)
  const header = chosen === undefined ? candidates[0] : chosenHeader(sheets, chosen)
  if (header === undefined)
    throw new DomainError('template-no-header', {
      file: file.name,
      sheets: sheets.map(({ name }) => name).join(', '),
    })
  return {
    reading: await readColumns(deps, file, sheets, header),
    candidates: candidates.map(({ sheet, first, last, columns }) => ({
      sheet,
      headerFirst: first,
      headerLast: last,
      recognised: columns.flatMap(({ header: text, key }) => (key === null ? [] : [text])),
    })),
    sheets: sheets.map(({ name }) => name),
  }
}

async function readSheets({ reader }: TemplateDeps, file: ImportFile): Promise<readonly SheetData[]> {
  return await withWorkbook(file, reader, async (workbook) => {
    if (workbook.format !== 'xlsx') throw new DomainError('template-not-workbook', { file: file.name })
    return await workbook.heads(readRows)
  })
}

function chosenHeader(sheets: readonly SheetData[], { sheet, first, last }: ChosenHeader): NominationHeader {
  const found = sheets.find(({ name }) => name === sheet)
  const header = found === undefined ? undefined : nominationHeaders.at(found, first, last)
  if (header === undefined || header.columns.length === 0)
    throw new DomainError('template-no-header', { file: `${sheet}, ${first}`, sheets: sheet })
  return header
}

async function readColumns(
  deps: TemplateDeps,
  file: ImportFile,
  sheets: readonly SheetData[],
  header: NominationHeader,
): Promise<TemplateReading> {
  const look = await lookInside(file, header.sheet, sheets)
  const sheet = sheets.find(({ name }) => name === header.sheet)
  const rows = findFreeRows(sheet, header)
  const isFormula = ({ column }: NominationColumn) => look.hasFormula(rows.firstRow, column)
  return {
    sheet: header.sheet,
    headerFirst: header.first,
    headerLast: header.last,
    ...rows,
    columns: [
      ...findSingleCells(sheet, header.first)
        .filter(({ row, column }) => !look.hasFormula(row, column))
        .map((cell) => ({ ...describeColumn(deps, cell, cell.row, look), row: cell.row })),
      ...header.columns
        .filter((column) => !isFormula(column))
        .map((column) => describeColumn(deps, column, rows.firstRow, look)),
    ],
    formulas: header.columns
      .filter(isFormula)
      .map(({ header: text, column }) => `${columnLetters(column)} · ${text}`),
    isProtected: look.isProtected,
  }
}

const dateKeys: readonly (NominationValueKey | null)[] = ['birthDate', 'plannedStart', 'plannedEnd']

function describeColumn(
  { countries }: TemplateDeps,
  { column, header, key }: NominationColumn,
  row: number,
  look: Look,
): TemplateColumn {
  const allowed = look.allowedAt(row, column)
  const isDate = dateKeys.includes(key)
  const isText = look.formatAt(row, column).format === '@'
  const hint = findDatePattern(header)
  // real dates where the workbook wants them; else as its header says, or day first in cells of text
  const pattern = look.isDateAt(row, column) ? undefined : (hint ?? (isText ? 'dd/mm/yyyy' : undefined))
  const offered = key === null ? [] : (allowed ?? termsInHeader(key, header, countries))
  return {
    column,
    row: null,
    header,
    source: key,
    text: '',
    terms: key === null ? {} : { ...proposeTerms(key, offered, countries) },
    allowed: allowed === undefined ? null : [...allowed],
    datePattern: isDate ? (pattern ?? null) : null,
  }
}
