import { readFile, writeFile } from 'node:fs/promises'
import { openPackage, savePackage, type WorkbookPackage } from './fill/package.ts'
import { readBookParts } from './fill/book-parts.ts'
import { chartXml, drawingXml, type SheetChart } from './chart-xml.ts'
import { tableXml, type SheetTable } from './table-xml.ts'

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const spreadsheet = 'application/vnd.openxmlformats-officedocument'

/** What a sheet of ours gets after its rows are written: the library that writes them, row by row, knows neither. */
export interface Dress {
  readonly tables: readonly SheetTable[]
  /** Charts, and the row below which each stands. */
  readonly charts: readonly (SheetChart & { readonly below: number })[]
}

/** Adds tables and charts to a workbook of ours, as Excel makes them: both stay alive when cells are edited. */
export async function dressWorkbook(path: string, { tables, charts }: Dress): Promise<void> {
  const book = openPackage(await readFile(path))
  const { sheets } = await readBookParts(book)
  const partOf = (name: string): string => {
    const sheet = sheets.find((known) => known.name === name)
    if (sheet === undefined) throw new Error(`The workbook has no sheet ${name}`)
    return sheet.part
  }
  for (const [index, table] of tables.entries()) await addTable(book, partOf(table.sheet), table, index + 1)
  for (const [index, chart] of charts.entries()) await addChart(book, partOf(chart.sheet), chart, index + 1)
  await writeFile(path, savePackage(book))
}

async function addTable(book: WorkbookPackage, sheet: string, table: SheetTable, id: number): Promise<void> {
  const part = `xl/tables/table${id}.xml`
  await book.add(part, tableXml(table, id), `${spreadsheet}.spreadsheetml.table+xml`)
  const relationId = await book.relate(sheet, `${relation}/table`, part)
  await insert(book, sheet, `<tableParts count="1"><tablePart r:id="${relationId}"/></tableParts>`, [
    'extLst',
  ])
}

async function addChart(
  book: WorkbookPackage,
  sheet: string,
  chart: Dress['charts'][number],
  id: number,
): Promise<void> {
  const chartPart = `xl/charts/chart${id}.xml`
  const drawingPart = `xl/drawings/drawing${id}.xml`
  await book.add(chartPart, chartXml(chart), `${spreadsheet}.drawingml.chart+xml`)
  // the drawing names the chart by its relationship, which the part must exist to have
  await book.add(drawingPart, drawingXml('rId1', chart.below), `${spreadsheet}.drawing+xml`)
  const chartId = await book.relate(drawingPart, `${relation}/chart`, chartPart)
  if (chartId !== 'rId1') book.replace(drawingPart, drawingXml(chartId, chart.below))
  const relationId = await book.relate(sheet, `${relation}/drawing`, drawingPart)
  await insert(book, sheet, `<drawing r:id="${relationId}"/>`, ['legacyDrawing', 'tableParts', 'extLst'])
}

/** Puts an element into a sheet before the first of those that must follow it. Source: ECMA-376, CT_Worksheet. */
async function insert(
  book: WorkbookPackage,
  sheet: string,
  element: string,
  followers: readonly string[],
): Promise<void> {
  const text = await book.readXml(sheet)
  const places = [
    ...followers.map((name) => text.search(new RegExp(`<${name}[\\s/>]`))),
    text.lastIndexOf('</worksheet>'),
  ]
  const at = places.find((place) => place !== -1)
  if (at === undefined) throw new Error(`${sheet} is no sheet of ours`)
  const withNamespace = /<worksheet[^>]*xmlns:r=/.test(text)
    ? text
    : text.replace('<worksheet', `<worksheet xmlns:r="${relation}"`)
  const shift = withNamespace.length - text.length
  book.replace(sheet, withNamespace.slice(0, at + shift) + element + withNamespace.slice(at + shift))
}
