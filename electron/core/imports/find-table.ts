import { cleanText } from '#shared/domain/text-folding.ts'
import { looksLikeErasmusCode } from '#shared/domain/erasmus-code.ts'
import type { ImportKind } from '#shared/contract/imports.ts'
import type { Cell, SheetData, SheetRow } from '#core/sheets/types.ts'
import { cellText, isBlank } from './cell-text.ts'
import type { CountryReader } from './country-names.ts'
import { fingerprintOf } from './fingerprint.ts'
import { proposeColumns, type Ambiguity, type ProposedColumn } from './propose-columns.ts'
import { profileContent, type ContentProfile } from './recognise-content.ts'
import { recogniseHeader } from './recognise-header.ts'
import { tellingTargets, weightOf } from './targets.ts'

export type HeaderRows = readonly [first: number, last: number]

/** A table inside a sheet: where its header is, what its columns are. */
export interface FoundTable {
  /** 1-based; null when the columns could only be named by their values. */
  readonly headerRows: HeaderRows | null
  /** The header of each column, its rows joined; empty texts without header. */
  readonly headers: readonly string[]
  readonly columns: readonly ProposedColumn[]
  readonly ambiguities: readonly Ambiguity[]
  /** How much was recognised, to compare sheets and headers. */
  readonly score: number
  /** A mapping that the user has applied before has these headers. */
  readonly isRemembered: boolean
}

export interface TableSearch {
  readonly kind: ImportKind
  readonly countries: CountryReader
  /** Fingerprints of the mappings that were applied before. */
  readonly remembered: ReadonlySet<string>
}

/** A header lies among the first rows: 48 lines of instructions may stand before it. */
const searchedRows = 300
const sampledRows = 150
const maxHeaderRows = 3
const maxCandidates = 8

/** Finds the table of a sheet, or undefined when no column can be recognised that says whom a row is about. */
export function findTable(sheet: SheetData, search: TableSearch): FoundTable | undefined {
  const head = sheet.rows.slice(0, searchedRows)
  const profiles = createProfiles(sheet, search.countries)
  const known = findRemembered(sheet, head, search, profiles.width)
  if (known !== undefined) return readTable(sheet, known, search, profiles)
  const tables = headerCandidates(head, search.kind).flatMap((rows) => {
    const table = readTable(sheet, rows, search, profiles)
    return isUsable(table, search.kind) && isNamedByHeader(table) ? [table] : []
  })
  const byContent = readTable(sheet, unknownHeader(head, profiles, search.countries), search, profiles)
  if (isUsable(byContent, search.kind)) tables.push(byContent)
  const best = Math.max(...tables.map((table) => table.score))
  const found = tables.find((table) => table.score >= best * 0.97)
  // A header that is repeated on each page can look better further down: the first one counts.
  return found === undefined
    ? undefined
    : tables.find((table) => table.headers.join('|') === found.headers.join('|'))
}

/** The header that was imported before, whatever its words: the user has said once what its columns are. */
function findRemembered(
  sheet: SheetData,
  head: readonly SheetRow[],
  { kind, remembered }: TableSearch,
  width: number,
): HeaderRows | undefined {
  if (remembered.size === 0) return undefined
  for (const row of head) {
    for (let above = 0; above < maxHeaderRows; above++) {
      const rows: HeaderRows = [row.number - above, row.number]
      if (rows[0] >= 1 && remembered.has(fingerprintOf(kind, headersOf(sheet, rows, width)))) return rows
    }
  }
  return undefined
}

/** The table under a header that the user chose. */
export function tableAt(sheet: SheetData, headerRows: HeaderRows | null, search: TableSearch): FoundTable {
  return readTable(sheet, headerRows, search, createProfiles(sheet, search.countries))
}

interface Profiles {
  readonly width: number
  /** Of the columns under a row. */
  under(row: number): readonly ContentProfile[]
}

function readTable(
  sheet: SheetData,
  rows: HeaderRows | null,
  search: TableSearch,
  profiles: Profiles,
): FoundTable {
  const headers = headersOf(sheet, rows, profiles.width)
  const { columns, ambiguities } = proposeColumns(search.kind, headers, profiles.under(rows?.[1] ?? 0))
  const score = scoreOf(columns, search.kind) - (rows === null ? 0 : 0.4 * (rows[1] - rows[0]))
  const isRemembered =
    rows !== null && search.remembered.size > 0 && search.remembered.has(fingerprintOf(search.kind, headers))
  return { headerRows: rows, headers, columns, ambiguities, score, isRemembered }
}

function headersOf(sheet: SheetData, rows: HeaderRows | null, width: number): readonly string[] {
  return Array.from({ length: width }, (_, column) => (rows === null ? '' : headerText(sheet, rows, column)))
}

function isUsable(table: FoundTable, kind: ImportKind): boolean {
  const needed = tellingTargets(kind)
  return table.columns.some(({ target }) => target !== null && needed.includes(target))
}

/** A line of data can hold a word of the vocabulary (*University* of Vienna); a header names a column with it. */
function isNamedByHeader({ columns }: FoundTable): boolean {
  return columns.some(({ target, headerScore }) => target !== null && headerScore >= 0.5)
}

/** A header in words that the vocabulary lacks: a first row of texts over columns of numbers, codes, dates or countries. */
function unknownHeader(
  head: readonly SheetRow[],
  profiles: Profiles,
  countries: CountryReader,
): HeaderRows | null {
  const first = head.find((row) => row.cells.filter((cell) => !isBlank(cell)).length >= 2)
  if (first === undefined || !canBeHeader(first)) return null
  const below = profiles.under(first.number)
  const typed = below.filter(
    (p, column) =>
      !isBlank(first.cells[column]) &&
      Math.max(p.integer, p.decimal, p.date, p.erasmusCode, p.email, p.country, p.academicYear, p.url) >= 0.7,
  )
  const isLikeData = first.cells.some(
    (cell, column) =>
      typeof cell === 'string' && (below[column]?.country ?? 0) >= 0.7 && countries.name(cell) !== undefined,
  )
  return typed.length > 0 && !isLikeData ? [first.number, first.number] : null
}

function scoreOf(columns: readonly ProposedColumn[], kind: ImportKind): number {
  let score = 0
  let places = 0
  for (const { target, confidence } of columns) {
    if (target === 'places') places += confidence
    else if (target !== null) score += weightOf(kind, target) * confidence
  }
  return score + Math.min(places, 3)
}

function widthOf(sheet: SheetData): number {
  let width = 0
  for (const row of sheet.rows) width = Math.max(width, row.cells.length)
  return width
}

/** The header of one column: the texts of its header rows joined, merged cells counting for all that they cover. */
function headerText(sheet: SheetData, [first, last]: HeaderRows, column: number): string {
  const parts: string[] = []
  for (const row of sheet.rows) {
    if (row.number < first) continue
    if (row.number > last) break
    const part = cleanText(cellText(mergedCell(sheet, row, column)))
    if (part !== '' && parts.at(-1) !== part) parts.push(part)
  }
  return parts.join(' ')
}

function mergedCell(sheet: SheetData, row: SheetRow, column: number): Cell {
  const own = row.cells[column] ?? null
  if (own !== null) return own
  const range = sheet.merged.find(
    ({ top, bottom, left, right }) =>
      row.number >= top && row.number <= bottom && column + 1 >= left && column + 1 <= right,
  )
  if (range === undefined) return null
  return sheet.rows.find(({ number }) => number === range.top)?.cells[range.left - 1] ?? null
}

/** Rows that may be a header, alone or with the one or two rows above, in the order of the sheet. */
function headerCandidates(head: readonly SheetRow[], kind: ImportKind): readonly HeaderRows[] {
  const scoreByText = new Map<string, number>()
  const scoreOfText = (text: string): number => {
    const known = scoreByText.get(text)
    if (known !== undefined) return known
    const score = Math.max(0, ...recogniseHeader(kind, text).values())
    scoreByText.set(text, score)
    return score
  }
  const scored = head
    .map((row, at) => ({ row, at, score: scoreAsHeader(row, scoreOfText) }))
    .filter(({ score }) => score >= 0.5)
  const best = scored.toSorted((a, b) => b.score - a.score || a.at - b.at).slice(0, maxCandidates)
  return best
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ row, at }) => {
      const rows: HeaderRows[] = [[row.number, row.number]]
      for (let above = 1; above < maxHeaderRows; above++) {
        const upper = head[at - above]
        if (upper?.number !== row.number - above || !canBeHeader(upper)) break
        rows.push([upper.number, row.number])
      }
      const lower = head[at + 1]
      if (lower?.number === row.number + 1 && canBeHeader(lower)) rows.push([row.number, lower.number])
      return rows
    })
}

function scoreAsHeader(row: SheetRow, scoreOfText: (text: string) => number): number {
  if (!canBeHeader(row)) return 0
  let score = 0
  for (const cell of row.cells) {
    const text = cleanText(cellText(cell))
    const best = text === '' ? 0 : scoreOfText(text)
    if (best >= 0.5) score += best
  }
  return score
}

/** Whether a row's cells can be words of a header: texts, none of them a value that only data holds. */
function canBeHeader(row: SheetRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell))
  if (filled.length === 0) return false
  const texts = filled.filter((cell) => typeof cell === 'string')
  if (texts.length < filled.length * 0.6) return false
  return !texts.some(
    (text) => text.length > 160 || looksLikeErasmusCode(text) || /@\S+\.|^https?:|^www\./i.test(text),
  )
}

/** Profiles of the columns under a row, computed once for each row that is tried. */
function createProfiles(sheet: SheetData, countries: CountryReader): Profiles {
  const width = widthOf(sheet)
  const known = new Map<number, readonly ContentProfile[]>()
  return {
    width,
    under(row) {
      const made = known.get(row) ?? profileColumns(sampleRows(sheet, row), width, countries)
      known.set(row, made)
      return made
    },
  }
}

function profileColumns(
  rows: readonly SheetRow[],
  width: number,
  countries: CountryReader,
): readonly ContentProfile[] {
  return Array.from({ length: width }, (_, column) =>
    profileContent(
      rows.map((row) => row.cells[column] ?? null).filter((cell) => !isBlank(cell)),
      countries,
    ),
  )
}

/** Rows under the header that look like data: at least half as full as the fullest ones. */
function sampleRows(sheet: SheetData, afterRow: number): readonly SheetRow[] {
  const start = sheet.rows.findIndex((row) => row.number > afterRow)
  if (start < 0) return []
  const header = sheet.rows.slice(0, start).find((row) => row.number === afterRow)
  const below = sheet.rows.slice(start, start + searchedRows).filter((row) => !isCopyOf(row, header))
  const counts = below.map((row) => row.cells.filter((cell) => !isBlank(cell)).length)
  const usual = counts.toSorted((a, b) => b - a)[Math.floor(counts.length / 4)] ?? 0
  return below.filter((_, i) => (counts[i] ?? 0) * 2 >= usual && (counts[i] ?? 0) > 0).slice(0, sampledRows)
}

/** Whether a row repeats a header, as lists do that were made for printing. */
function isCopyOf(row: SheetRow, header: SheetRow | undefined): boolean {
  if (header === undefined) return false
  const filled = header.cells.filter((cell) => !isBlank(cell)).length
  const same = header.cells.filter((cell, column) => !isBlank(cell) && row.cells[column] === cell).length
  return same > 0 && same >= filled / 2
}
