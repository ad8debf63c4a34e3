import { join } from 'node:path'
import type { ReportedTable, ReportView } from '#shared/contract/reports.ts'
import { DomainError } from '#shared/domain/errors.ts'
import { textKey } from '#shared/entities/labels.ts'
import { formatCell } from '#shared/lists/format-cell.ts'
import { columnOf, listOf } from '#shared/lists/index.ts'
import type { Filter, ListCell } from '#shared/lists/types.ts'
import { limitRows } from '#shared/reports/chart-option.ts'
import { reportTables } from '#shared/reports/report-tables.ts'
import { reportView } from '#core/features/reports/reports.service.ts'
import type { SheetChart } from '#core/workbooks/chart-xml.ts'
import { dressWorkbook } from '#core/workbooks/dress-workbook.ts'
import { safeFileName, safeSheetName } from '#core/workbooks/file-names.ts'
import { columnReference, type SheetTable } from '#core/workbooks/table-xml.ts'
import type { WorkbookFormula, WorkbookRow, WorkbookSheet } from '#core/workbooks/workbook-types.ts'
import { writeWorkbook } from '#core/workbooks/write-workbook.ts'
import { defineExport, type ExportContext, type Exported, type Words } from './define-export.ts'
import { rowsOf, sheetColumns } from './list-exports.ts'
import { textParam } from './params.ts'
import { columnLetters } from '#shared/domain/column-letters.ts'

/**
 * The annual report as a workbook that stays alive: each figure is a formula over a sheet of rows, which is a table of
 * Excel's, and each chart follows its figures. Tables are numbered; their sheets say which rows they count.
 */
export const annualReport = defineExport({
  id: 'annual-report',
  titleKey: 'export.title.annual-report',
  extension: 'xlsx',
  params: [{ key: 'academicYear', type: 'academic-year', required: true }],
  run: async (context, params) => await writeReport(context, textParam(params, 'academicYear')),
})

/**
 * The report of a year. Agreements are of the present and tell nothing of a year: without a stay, outgoing or incoming, there is
 * no report.
 * @throws DomainError `nothing-to-export`
 */
export async function reportOf(context: ExportContext, academicYear: string): Promise<ReportView> {
  const { read, lists, words } = context
  const view = await reportView({ read, lists, formats: words.formats }, academicYear)
  if (view.figures.some((figure) => figure.before !== null && figure.value > 0)) return view
  const years = view.years.filter((year) => year !== academicYear)
  throw new DomainError(
    'nothing-to-export',
    years.length === 0
      ? { reason: 'no-accepted-stays-at-all' }
      : { reason: 'no-accepted-stays', year: academicYear, years: years.join(', ') },
  )
}

/** The rows that some tables count, in a sheet of their own. */
interface RowSource {
  readonly key: string
  readonly list: ReportedTable['list']
  readonly filters: readonly Filter[]
  readonly sheet: string
  readonly table: string
  readonly ids: readonly string[]
}

async function writeReport(context: ExportContext, academicYear: string): Promise<Exported> {
  const { words, today, signal, progress, outFolder } = context
  progress('collecting', 0, null)
  const view = await reportOf(context, academicYear)
  const tables = view.tables.filter((table) => table.rows.length > 0)
  const sources = await sourcesOf(context, tables)
  const packageName = words.t('report.file', { year: academicYear.replace('/', '-') })
  const name = `${safeFileName(packageName)}.xlsx`
  const path = join(outFolder, name)
  const numbered = tables.map((table, index) => ({
    table,
    sheet: safeSheetName(`${index + 1} ${words.t(textKey(`report.short.${table.id}`))}`),
  }))
  const total = sources.reduce((sum, source) => sum + source.ids.length, 0)
  const rows = await writeWorkbook({
    path,
    title: words.t('report.working', { year: academicYear }),
    language: words.language,
    today,
    signal,
    sheets: [
      figureSheet(view, words),
      ...numbered.map(({ table, sheet }) => tableSheet(table, sheet, sourceOf(sources, table), words)),
      ...sources.map((source) => rowSheet(context, source)),
    ],
    onRows: (done) => progress('writing', done, total),
  })
  await dressWorkbook(path, {
    tables: sources.map((source) => excelTable(source, words)),
    charts: numbered.map(({ table, sheet }) => ({
      ...chartOf(table, sheet, words),
      below: table.rows.length + 3,
    })),
  })
  return { files: [{ name, path, rows }], packageName, leftOut: 0 }
}

async function sourcesOf(
  context: ExportContext,
  tables: readonly ReportedTable[],
): Promise<readonly RowSource[]> {
  const sources: RowSource[] = []
  for (const table of tables) {
    const filters = rowFilters(table)
    const key = JSON.stringify([table.list, filters])
    if (sources.some((source) => source.key === key)) continue
    const ids = await context.lists.ids(table.list, { search: '', filters, sort: [] })
    const sheet = safeSheetName(context.words.t(listOf(table.list).title))
    sources.push({ key, list: table.list, filters, sheet, table: `Rows_${table.list}`, ids })
  }
  return sources
}

function sourceOf(sources: readonly RowSource[], table: ReportedTable): RowSource {
  const source = sources.find((known) => known.key === JSON.stringify([table.list, rowFilters(table)]))
  if (source === undefined) throw new Error(`No rows for the table ${table.id}`)
  return source
}

/** The table's own filters, and the years of its columns when it goes over years. */
function rowFilters({ id, columnKey, columns }: ReportedTable): readonly Filter[] {
  const filters = reportTables.find((known) => known.id === id)?.filters ?? []
  if (columnKey !== 'academicYear') return filters
  return [...filters, { key: 'academicYear', test: 'is', values: columns.map(String) }]
}

function figureSheet(view: ReportView, { t }: Words): WorkbookSheet {
  return {
    name: safeSheetName(t('report.figures')),
    columns: [
      { header: t('report.figure'), format: 'text' },
      { header: view.academicYear, format: 'number' },
      { header: t('report.yearBefore'), format: 'number' },
    ],
    batches: [
      view.figures.map((figure) => [t(textKey(`report.figure.${figure.id}`)), figure.value, figure.before]),
    ],
  }
}

/** A table of the report: every figure is a formula over the rows, with what it gives today. */
function tableSheet(table: ReportedTable, name: string, source: RowSource, words: Words): WorkbookSheet {
  const { t } = words
  const columns = table.columns.map((column) => wordOf(table, table.columnKey, column, words))
  const last = columnLetters(columns.length + 1)
  const rows = table.rows.map((row, index): WorkbookRow => {
    const cells = table.cells[index] ?? []
    return [
      wordOf(table, table.rowKey, row, words),
      ...table.columns.map((column, at) =>
        countFormula(
          table,
          source,
          { row, column },
          { row: index + 2, column: at + 2 },
          cells[at] ?? 0,
          words,
        ),
      ),
      sumFormula(`B${index + 2}:${last}${index + 2}`, cells),
    ]
  })
  const totals = table.columns.map((_, at) => {
    const letter = columnLetters(at + 2)
    return sumFormula(
      `${letter}2:${letter}${rows.length + 1}`,
      table.cells.map((cells) => cells[at] ?? 0),
    )
  })
  const all = columnLetters(columns.length + 2)
  return {
    name,
    columns: [
      { header: t('report.counted', { rows: source.sheet }), format: 'text' },
      ...columns.map((header) => ({ header, format: 'number' as const })),
      { header: t('report.total'), format: 'number' },
    ],
    batches: [
      [
        ...rows,
        [t('report.total'), ...totals, sumFormula(`${all}2:${all}${rows.length + 1}`, table.cells.flat())],
      ],
    ],
  }
}

/** Counts, or adds up, the rows whose two columns read as the figure's row and column do. */
function countFormula(
  table: ReportedTable,
  source: RowSource,
  of: { readonly row: ListCell; readonly column: ListCell },
  at: { readonly row: number; readonly column: number },
  result: number,
  words: Words,
): WorkbookFormula {
  const sumKey = reportTables.find((known) => known.id === table.id)?.sumKey
  const columnNamed = (key: string) => columnReference(source.table, headerOf(table, key, words))
  const test = (key: string, value: ListCell, cell: string) =>
    `(${columnNamed(key)}=${value === null || value === '' ? '""' : cell})`
  const parts = [
    test(table.rowKey, of.row, `$A${at.row}`),
    test(table.columnKey, of.column, `${columnLetters(at.column)}$1`),
    ...(sumKey === undefined ? [] : [columnNamed(sumKey)]),
  ]
  return { formula: `SUMPRODUCT(${parts.join('*')})`, result }
}

function sumFormula(range: string, values: readonly number[]): WorkbookFormula {
  return { formula: `SUM(${range})`, result: values.reduce((sum, value) => sum + value, 0) }
}

function headerOf(table: ReportedTable, key: string, words: Words): string {
  const headers = sheetColumns(table.list, words)
  const index = listOf(table.list).columns.findIndex((column) => column.key === key)
  const header = headers[index]?.header
  if (header === undefined) throw new Error(`The list ${table.list} has no column ${key}`)
  return header
}

function rowSheet(context: ExportContext, { list, sheet, ids }: RowSource): WorkbookSheet {
  return {
    name: sheet,
    isTable: true,
    columns: sheetColumns(list, context.words),
    batches: rowsOf(context, list, ids),
  }
}

function excelTable({ sheet, table, list, ids }: RowSource, words: Words): SheetTable {
  return {
    sheet,
    name: table,
    columns: sheetColumns(list, words).map((column) => column.header),
    rows: ids.length,
  }
}

/** A chart can tell a few series apart: the largest rows of the table, each its own. */
function chartOf(table: ReportedTable, sheet: string, words: Words): SheetChart {
  const rows = table.rows.map((row) => wordOf(table, table.rowKey, row, words))
  const columns = table.columns.map((column) => wordOf(table, table.columnKey, column, words))
  const kept = limitRows({ rows, columns, cells: table.cells, chart: table.chart }, '').rows
  return {
    sheet,
    title: words.t(textKey(`report.table.${table.id}`)),
    kind: table.chart,
    categories: columns,
    series: rows.flatMap((name, index) =>
      kept.includes(name) ? { row: index + 2, name, values: table.cells[index] ?? [] } : [],
    ),
  }
}

export function wordOf(table: ReportedTable, key: string, value: ListCell, { t, formats }: Words): string {
  const column = columnOf(listOf(table.list), key)
  const word = column === undefined ? String(value ?? '') : formatCell(column, value, t, formats)
  return word === '' ? t('report.unknown') : word
}
