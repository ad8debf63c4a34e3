import { DomainError } from '#shared/domain/errors.ts'
import type { BmFieldKey } from '#shared/domain/bm/bm-fields.ts'
import { cellText, columnLetter, isBlank } from '#core/imports/cell-text.ts'
import type { ImportJob } from '#core/imports/import-job.ts'
import { withWorkbook, type ImportFile, type ReaderOptions } from '#core/imports/read-file.ts'
import type { SheetData, SheetFormat, SheetRow } from '#core/sheets/types.ts'
import { lookInside, type Look } from '#core/templates/look-inside.ts'
import type { HeaderCandidate } from '#core/templates/header-finder.ts'
import { bmHeaders, isFormatRow, scoreLabel } from './bm-headers.ts'

/** A template, an export or a feedback file of the module, read whole. */
export interface BmFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly format: SheetFormat
  readonly sheet: SheetData
  readonly sheets: readonly SheetData[]
  readonly headerFirst: number
  readonly headerLast: number
  /** The label of each column from A on; empty where it has none. */
  readonly labels: readonly string[]
  readonly formatRow: SheetRow | undefined
  /** The row of the first mobility. */
  readonly firstRow: number
  /** The mobilities that the file holds. */
  readonly rows: readonly SheetRow[]
  /** What the cells allow and how they are shown; undefined for csv, which says nothing of it. */
  readonly look: Look | undefined
}

/** Rows of sheets besides the one that is filled: lists of allowed values. */
const listRows = 2_000

/**
 * Reads a file of the module: where its header is, what its columns are called, which mobilities it holds.
 * @throws DomainError `sheet-refused`, `bm-one-column`, `bm-no-header`, `bm-other-action`, `bm-shared-oid`, `job-cancelled`
 */
export async function readBmFile(file: ImportFile, job: ImportJob, options: ReaderOptions): Promise<BmFile> {
  job.onProgress('reading', 0, null)
  const { format, sheets, sheet, header } = await withWorkbook(
    file,
    { ...options, signal: job.signal },
    async (workbook) => {
      const heads = await workbook.heads(listRows)
      const found = bmHeaders.find(heads)[0]
      if (found === undefined) throw noHeader(file, workbook.format, heads)
      const whole = await workbook.read(found.sheet, (rows) => job.onProgress('reading', rows, null))
      return { format: workbook.format, sheets: heads, sheet: whole, header: found }
    },
  )
  const below = sheet.rows.filter(({ number }) => number > header.last)
  const formatRow = below.find(({ number }) => number === header.last + 1)
  const hasFormats = formatRow !== undefined && isFormatRow(formatRow)
  const read: BmFile = {
    name: file.name,
    bytes: file.bytes,
    format,
    sheet,
    sheets,
    headerFirst: header.first,
    headerLast: header.last,
    labels: labelsOf(header),
    formatRow: hasFormats ? formatRow : undefined,
    firstRow: header.last + (hasFormats ? 2 : 1),
    rows: mobilitiesIn(hasFormats ? below.filter((row) => row !== formatRow) : below, header),
    look: format === 'csv' ? undefined : await lookInside(file, sheet.name, sheets),
  }
  assertAction(read)
  return read
}

/** Fields of which a row that is a mobility holds at least one. */
export const tellingFields: readonly (BmFieldKey | null)[] = [
  'mobilityId',
  'familyName',
  'givenNames',
  'email',
  'startDate',
]

/** Rows that hold a mobility: rows that are ready for one hold formulas and words of the template at most. */
function mobilitiesIn(
  rows: readonly SheetRow[],
  { columns }: HeaderCandidate<BmFieldKey>,
): readonly SheetRow[] {
  const named = columns.filter(({ key }) => tellingFields.includes(key))
  const watched = named.length > 0 ? named : columns
  return rows.filter(({ cells }) => watched.some(({ column }) => !isBlank(cells[column - 1])))
}

function labelsOf({ columns }: HeaderCandidate<BmFieldKey>): readonly string[] {
  const width = Math.max(0, ...columns.map(({ column }) => column))
  const labels = Array.from({ length: width }, () => '')
  for (const { column, header } of columns) labels[column - 1] = header
  return labels
}

/** Why no header was found, and what to do: a csv in one column has another separator than any that is known. */
function noHeader(file: ImportFile, format: SheetFormat, sheets: readonly SheetData[]): DomainError {
  const [first] = sheets
  const widest = Math.max(0, ...(first?.rows.slice(0, 50) ?? []).map((row) => row.cells.length))
  const top = first?.rows.find((row) => row.cells.some((cell) => !isBlank(cell)))
  const text = cellText(top?.cells.find((cell) => !isBlank(cell)))
  const parts = text
    .split(/\s*[^\p{L}\p{N}\s()'’.,/-]+\s*|\s{3,}/u)
    .filter((part) => scoreLabel(part).size > 0)
  if (format === 'csv' && widest <= 1 && parts.length >= 3)
    return new DomainError('bm-one-column', {
      file: file.name,
      row: top?.number ?? 1,
      text: text.slice(0, 80),
    })
  return new DomainError('bm-no-header', {
    file: file.name,
    sheets: sheets.map(({ name }) => name).join(', '),
  })
}

const actionCode = /KA ?(\d{3})/gi
const searchedRows = 300

/** A template of another action has other columns and other rules: nothing of it is filled or read. */
function assertAction({ name, sheets, sheet }: BmFile): void {
  const found = new Map<string, string>()
  const look = (text: string, where: string) => {
    for (const [, code] of text.matchAll(actionCode)) {
      const action = `KA${code}`
      if (!found.has(action)) found.set(action, where)
    }
  }
  for (const one of sheets) look(one.name, one.name)
  for (const row of sheet.rows.slice(0, searchedRows))
    for (const [index, cell] of row.cells.entries())
      if (typeof cell === 'string') look(cell, `${sheet.name}, ${columnLetter(index)}${row.number}`)
  if (found.size === 0) look(name.replaceAll('_', ' '), name)
  if (found.size === 0 || found.has('KA131')) return
  const [other] = found
  if (other !== undefined)
    throw new DomainError('bm-other-action', { action: other[0], where: other[1], file: name })
}
