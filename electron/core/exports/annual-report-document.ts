import { join } from 'node:path'
import coarseWorld from 'world-atlas/countries-110m.json' with { type: 'json' }
import type { Content } from 'pdfmake/interfaces.js'
import type { ReportedTable, ReportView } from '#shared/contract/reports.ts'
import { textKey } from '#shared/entities/labels.ts'
import { drawMap } from '#shared/map/draw-map.ts'
import { countryPaths, printedPlane } from '#shared/map/world.ts'
import { limitRows } from '#shared/reports/chart-option.ts'
import { mapView } from '#core/features/map/map.service.ts'
import { readSchool } from '#core/features/settings/settings.service.ts'
import { safeFileName } from '#core/workbooks/file-names.ts'
import { reportOf, wordOf } from './annual-report.ts'
import { defineExport, type ExportContext, type Exported, type Words } from './define-export.ts'
import { drawChart } from './draw-chart.ts'
import { textParam } from './params.ts'
import { head, number, pageWidth, printDocument } from './print-document.ts'

/** The annual report to print or to send: figures, charts, tables and the map, numbered as in the workbook. */
export const annualReportDocument = defineExport({
  id: 'annual-report-pdf',
  titleKey: 'export.title.annual-report-pdf',
  extension: 'pdf',
  params: [{ key: 'academicYear', type: 'academic-year', required: true }],
  run: async (context, params) => await writeDocument(context, textParam(params, 'academicYear')),
})

const mostRows = 25

async function writeDocument(context: ExportContext, academicYear: string): Promise<Exported> {
  const { words, outFolder, progress } = context
  progress('collecting', 0, null)
  const view = await reportOf(context, academicYear)
  const tables = view.tables.filter((table) => table.rows.length > 0)
  const packageName = words.t('report.file', { year: academicYear.replace('/', '-') })
  const name = `${safeFileName(packageName)}.pdf`
  const path = join(outFolder, name)
  progress('writing', 0, tables.length)
  await printDocument(path, {
    info: { title: packageName },
    content: [
      ...(await opening(context, view)),
      ...tables.flatMap((table, index) => section(table, index + 1, words)),
    ],
  })
  return { files: [{ name, path, rows: tables.length }], packageName, leftOut: 0 }
}

async function opening(context: ExportContext, view: ReportView): Promise<Content[]> {
  const { read, words, today } = context
  const { t, formats } = words
  const { name: school } = await readSchool(read)
  const { academicYear } = view
  return [
    {
      text: school === '' ? t('report.title.plain') : t('report.title', { school }),
      fontSize: 20,
      bold: true,
    },
    {
      text: t('report.made', { year: academicYear, day: formats.date(today) }),
      color: '#56616a',
      margin: [0, 2, 0, 14],
    },
    {
      table: {
        widths: ['*', 'auto', 'auto'],
        headerRows: 1,
        body: [
          [t('report.figure'), academicYear, t('report.yearBefore')].map(head),
          ...view.figures.map((figure) => [
            t(textKey(`report.figure.${figure.id}`)),
            number(formats.integer(figure.value)),
            number(figure.before === null ? '' : formats.integer(figure.before)),
          ]),
        ],
      },
      layout: 'lightHorizontalLines',
    },
    { text: t('report.traced'), color: '#56616a', margin: [0, 8, 0, 16] },
    ...(await mapSection(context, academicYear)),
  ]
}

async function mapSection(
  { read, gazetteer, words: { t } }: ExportContext,
  academicYear: string,
): Promise<Content[]> {
  const { points, home } = await mapView(read, gazetteer, academicYear)
  if (points.length === 0) return []
  const plane = printedPlane()
  const title = t('report.map')
  const drawing = drawMap({
    plane,
    countries: countryPaths(coarseWorld, plane),
    points,
    home,
    title,
    subtitle: t('map.legend'),
  })
  return [{ svg: drawing, width: pageWidth }]
}

function section(table: ReportedTable, place: number, words: Words): Content[] {
  const { t, formats } = words
  const title = `${place}. ${t(textKey(`report.table.${table.id}`))}`
  const columns = table.columns.map((column) => wordOf(table, table.columnKey, column, words))
  const rows = table.rows.map((row) => wordOf(table, table.rowKey, row, words))
  const drawn = limitRows({ rows, columns, cells: table.cells, chart: table.chart }, t('report.others'))
  return [
    {
      stack: [
        { text: title, fontSize: 13, bold: true, margin: [0, 18, 0, 6] },
        { svg: drawChart(drawn, formats.integer), width: pageWidth },
      ],
      unbreakable: true,
    },
    figures(table, rows, columns, words),
  ]
}

/** The table's figures; a long one is cut where a page would be, and says how many rows the workbook has more. */
function figures(
  table: ReportedTable,
  rows: readonly string[],
  columns: readonly string[],
  { t, formats }: Words,
): Content {
  const sum = (cells: readonly number[]) => cells.reduce((total, value) => total + value, 0)
  const line = (name: string, cells: readonly number[]) => [
    name,
    ...cells.map((value) => number(formats.integer(value))),
    number(formats.integer(sum(cells))),
  ]
  const shown = rows.slice(0, mostRows).map((name, index) => line(name, table.cells[index] ?? []))
  const hidden = rows.length - shown.length
  const rest = columns.map((_, at) => sum(table.cells.slice(mostRows).map((cells) => cells[at] ?? 0)))
  const all = columns.map((_, at) => sum(table.cells.map((cells) => cells[at] ?? 0)))
  return {
    table: {
      headerRows: 1,
      widths: ['*', ...columns.map(() => 'auto'), 'auto'],
      body: [
        ['', ...columns, t('report.total')].map(head),
        ...shown,
        ...(hidden > 0 ? [line(`${t('report.others')} (${hidden})`, rest)] : []),
        line(t('report.total'), all),
      ],
    },
    layout: 'lightHorizontalLines',
  }
}
