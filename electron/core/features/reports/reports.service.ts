import { sql, type Kysely } from 'kysely'
import * as z from 'zod'
import type { ReportedFigure, ReportedTable, ReportView } from '#shared/contract/reports.ts'
import { parseAcademicYear, previousAcademicYear, shiftAcademicYear } from '#shared/domain/academic-year.ts'
import { columnOf, listOf } from '#shared/lists/index.ts'
import type { Filter, ListCell } from '#shared/lists/types.ts'
import { defaultDurationBandsWeeks } from '#shared/reports/duration-bands.ts'
import {
  reportedYears,
  reportFigures,
  reportTables,
  type ReportFigure,
  type ReportTable,
} from '#shared/reports/report-tables.ts'
import type { Formats } from '#shared/text/formats.ts'
import type { Database } from '#core/db/schema.ts'
import type { Trx } from '#core/db/change.ts'
import type { CrossCell, ListService } from '#core/features/lists/lists.service.ts'

export interface ReportDeps {
  readonly read: Kysely<Database>
  readonly lists: ListService
  readonly formats: Formats
}

/** The report of an academic year: its figures, and its tables over the years up to it. */
export async function reportView(deps: ReportDeps, academicYear: string): Promise<ReportView> {
  const years = await yearsWithStays(deps.read, academicYear)
  const figures: ReportedFigure[] = []
  for (const figure of reportFigures) figures.push(await figureOf(deps.lists, figure, academicYear))
  const tables: ReportedTable[] = []
  const told = toldYears(academicYear, years)
  for (const table of reportTables) tables.push(await tableOf(deps, table, told))
  return { academicYear, years, figures, tables, durationBandsWeeks: await readDurationBands(deps.read) }
}

async function yearsWithStays(read: Kysely<Database>, asked: string): Promise<string[]> {
  const found = await sql<{ year: string }>`SELECT academicYear AS year FROM mobility
    UNION SELECT academicYear FROM incomingStay UNION SELECT ${asked} ORDER BY 1 DESC`.execute(read)
  return found.rows.map((row) => row.year)
}

async function figureOf(lists: ListService, figure: ReportFigure, year: string): Promise<ReportedFigure> {
  const filters = figure.filters(year)
  const count = async (ofYear: string) =>
    (await lists.ids(figure.list, { search: '', filters: figure.filters(ofYear), sort: [] })).length
  return {
    id: figure.id,
    list: figure.list,
    filters: copied(filters),
    value: await count(year),
    before: figure.hasPast ? await count(yearsBefore(year, 1)) : null,
  }
}

/** The years of the report's tables: those up to the one asked for, without those before the first stay. */
function toldYears(year: string, withStays: readonly string[]): readonly string[] {
  const first = withStays.at(-1) ?? year
  return Array.from({ length: reportedYears }, (_, back) =>
    yearsBefore(year, reportedYears - 1 - back),
  ).filter((told) => told >= first || told === year)
}

async function tableOf(
  deps: ReportDeps,
  table: ReportTable,
  years: readonly string[],
): Promise<ReportedTable> {
  const isByYear = table.columnKey === 'academicYear'
  const filters: readonly Filter[] = isByYear
    ? [...table.filters, { key: 'academicYear', test: 'is', values: years }]
    : table.filters
  const found = await deps.lists.cross(
    table.list,
    { search: '', filters, sort: [] },
    { rowKey: table.rowKey, columnKey: table.columnKey, sumKey: table.sumKey ?? null },
  )
  const columns = isByYear ? years : orderedAsListed(table.list, table.columnKey, valuesOf(found, 'column'))
  const rows = orderRows(deps.formats, table, found)
  const valueAt = new Map(found.map((cell) => [JSON.stringify([cell.row, cell.column]), cell.value]))
  return {
    id: table.id,
    list: table.list,
    filters: copied(table.filters),
    rowKey: table.rowKey,
    columnKey: table.columnKey,
    rows: [...rows],
    columns: [...columns],
    cells: rows.map((row) => columns.map((column) => valueAt.get(JSON.stringify([row, column])) ?? 0)),
    chart: table.chart,
  }
}

function valuesOf(cells: readonly CrossCell[], side: 'row' | 'column'): readonly ListCell[] {
  return [...new Set(cells.map((cell) => cell[side]))]
}

/** Rows in the table's own order; what is not known comes last in any. */
function orderRows(formats: Formats, table: ReportTable, cells: readonly CrossCell[]): readonly ListCell[] {
  const rows = valuesOf(cells, 'row')
  if (table.order === 'as-listed') return orderedAsListed(table.list, table.rowKey, rows)
  const sums = new Map<ListCell, number>()
  for (const { row, value } of cells) sums.set(row, (sums.get(row) ?? 0) + value)
  return rows.toSorted(
    (a, b) =>
      Number(a === null) - Number(b === null) ||
      (table.order === 'most-first' ? (sums.get(b) ?? 0) - (sums.get(a) ?? 0) : 0) ||
      formats.compare(String(a), String(b)),
  )
}

/** Choices in the order of their list. */
function orderedAsListed(
  list: ReportTable['list'],
  key: string,
  values: readonly ListCell[],
): readonly ListCell[] {
  const choices = columnOf(listOf(list), key)?.choices?.map((choice) => choice.value) ?? []
  const place = (value: ListCell) => {
    const index = choices.indexOf(String(value))
    return value === null ? choices.length + 1 : index === -1 ? choices.length : index
  }
  return values.toSorted((a, b) => place(a) - place(b) || String(a).localeCompare(String(b)))
}

function yearsBefore(year: string, years: number): string {
  const parsed = parseAcademicYear(year)
  if (!parsed.ok) throw new Error(`Not an academic year: ${year}`)
  return years === 1 ? previousAcademicYear(parsed.value) : shiftAcademicYear(parsed.value, -years)
}

function copied(filters: readonly Filter[]) {
  return filters.map((filter) => ({ ...filter, values: [...filter.values] }))
}

const storedReport = z.object({ durationBandsWeeks: z.array(z.number()) })

async function readDurationBands(read: Kysely<Database>): Promise<number[]> {
  const row = await read.selectFrom('setting').select('value').where('id', '=', 'report').executeTakeFirst()
  return row === undefined
    ? [...defaultDurationBandsWeeks]
    : storedReport.parse(JSON.parse(row.value)).durationBandsWeeks
}

export async function writeDurationBands(trx: Trx, weeks: readonly number[]): Promise<void> {
  const value = JSON.stringify({ durationBandsWeeks: weeks })
  await trx
    .insertInto('setting')
    .values({ id: 'report', value })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ value }))
    .execute()
}
