import type { Database as RawDatabase } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { ImportKind, ImportOptions } from '#shared/contract/imports.ts'
import type { Database } from '#core/db/schema.ts'
import type { SheetData, SheetInfo, SheetRow, SheetWarning } from '#core/sheets/types.ts'
import { isBlank, cellText } from './cell-text.ts'
import { classifyRows, type RowKinds } from './classify-rows.ts'
import type { CountryReader } from './country-names.ts'
import { decideOptions, type DecidedOptions } from './decide-options.ts'
import type { FoundTable } from './find-table.ts'
import { createIssueLog, warning, type IssueLog } from './issues.ts'
import { keyColumnsOf, mappingOf, type Mapping } from './mapping.ts'
import type { RememberedMapping } from './mapping-memory.ts'
import { breathEvery, type ImportPlan, type Pace } from './plan.ts'
import { planners } from './planners.ts'
import type { ProposedColumn } from './propose-columns.ts'
import { createRowReader, type RowRead, type RowReader } from './read-rows.ts'

/** The file of an import, as it was read. */
export interface SourceFile {
  readonly kind: ImportKind
  readonly fileName: string
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly sheets: readonly SheetInfo[]
  readonly warnings: readonly SheetWarning[]
}

/** How a sheet is to be read: what was found in it, and what the user chose. */
export interface Reading {
  readonly sheet: SheetData
  readonly table: FoundTable
  readonly columns: readonly ProposedColumn[]
  /** Columns that the user gave a target, or none, himself. */
  readonly chosenColumns: ReadonlySet<number>
  readonly chosenOptions: ImportOptions
  readonly memory: RememberedMapping | undefined
}

/** A list read and compared with the office: all that the preview shows and applying writes. */
export interface Preview {
  readonly mapping: Mapping
  readonly decided: DecidedOptions
  readonly kinds: RowKinds
  readonly reader: RowReader
  readonly plan: ImportPlan
  /** Cells whose value was brought to another writing: row and column, in pairs. */
  readonly cleanedCells: readonly number[]
  /** By column: rows of data with a value, and the first three different ones. */
  readonly columnUse: readonly { readonly filled: number; readonly samples: readonly string[] }[]
  /** The newest entry of the journal when the office was read. */
  readonly journalSeq: number
}

export interface PreviewDeps {
  readonly raw: RawDatabase
  readonly read: Kysely<Database>
  readonly countries: CountryReader
  readonly today: string
}

/** Reads the rows under the mapping and compares them with the office. Nothing is written. */
export async function makePreview(
  source: SourceFile,
  reading: Reading,
  deps: PreviewDeps,
  pace: Pace,
): Promise<Preview> {
  const { sheet, table } = reading
  const mapping = mappingOf(source.kind, reading.columns)
  const decided = decideOptions({
    kind: source.kind,
    sheet,
    table,
    mapping,
    fileName: source.fileName,
    chosen: reading.chosenOptions,
    remembered: reading.memory?.options ?? {},
    today: deps.today,
  })
  const kinds = classifyRows(sheet, table, keyColumnsOf(source.kind, mapping), deps.countries)
  const reader = createRowReader(sheet, mapping, {
    kind: source.kind,
    headers: table.headers,
    continuations: kinds.continuations,
    country: deps.countries.cell,
    latestYear: Number(deps.today.slice(0, 4)) + 10,
    ...(decided.options.dateOrder === undefined ? {} : { order: decided.options.dateOrder }),
  })
  const issues = createIssueLog(sheet.name)
  const cleanedCells: number[] = []
  const dataRows = sheet.rows.filter((row) => kinds.codes[row.number] === 0)
  const reads = await readRows(dataRows, reader, issues, cleanedCells, pace)
  const columnUse = await useOfColumns(dataRows, table.headers.length, pace)
  const journalSeq = newestEntry(deps.raw)
  const plan = await planners[source.kind]({
    reads,
    kinds,
    reader,
    options: decided.options,
    issues,
    raw: deps.raw,
    read: deps.read,
    today: deps.today,
    pace,
  })
  return { mapping, decided, kinds, reader, plan, cleanedCells, columnUse, journalSeq }
}

export function newestEntry(raw: RawDatabase): number {
  return raw.prepare<[], number>('SELECT ifnull(max(seq), 0) FROM journal').pluck().get() ?? 0
}

async function readRows(
  rows: readonly SheetRow[],
  reader: RowReader,
  issues: IssueLog,
  cleanedCells: number[],
  pace: Pace,
): Promise<readonly RowRead[]> {
  const reads: RowRead[] = []
  for (const [at, row] of rows.entries()) {
    if (at % breathEvery === 0) await pace(at)
    const read = reader.read(row)
    if (row.hidden === true) issues.add(row.number, null, null, warning('imports.issue.hidden-row'))
    for (const { column, issue } of read.issues) {
      issues.add(row.number, column, cellText(row.cells[column]), issue)
      if (issue.severity === 'cleaned') cleanedCells.push(row.number, column)
    }
    // What was said of the cells is in the log: kept here it would weigh more than the values.
    reads.push(read.issues.length === 0 ? read : { ...read, issues: [] })
  }
  return reads
}

async function useOfColumns(
  rows: readonly SheetRow[],
  width: number,
  pace: Pace,
): Promise<Preview['columnUse']> {
  const use = Array.from({ length: width }, () => ({ filled: 0, samples: new Array<string>() }))
  for (const [at, row] of rows.entries()) {
    if (at % (breathEvery * 10) === 0) await pace(at)
    for (const [column, cell] of row.cells.entries()) {
      const known = use[column]
      if (known === undefined || isBlank(cell)) continue
      known.filled += 1
      if (known.samples.length < 3) addSample(known.samples, cellText(cell).trim())
    }
  }
  return use
}

function addSample(samples: string[], text: string): void {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text
  if (!samples.includes(short)) samples.push(short)
}
