import { lazy, Suspense, useMemo } from 'react'
import type { ReportedTable } from '#shared/contract/reports.ts'
import { textKey } from '#shared/entities/labels.ts'
import { formatCell } from '#shared/lists/format-cell.ts'
import { columnOf, listOf } from '#shared/lists/index.ts'
import type { ListCell } from '#shared/lists/types.ts'
import { chartColours, chartOption, darkChartColours, limitRows } from '#shared/reports/chart-option.ts'
import { useIsDark } from '#renderer/ui/provider.tsx'
import { useText, type Text } from '#renderer/ui/text.tsx'
import styles from './reports.module.css'

/** The drawing of charts is fetched when the first one is shown: it weighs more than the rest of the screen. */
const ChartDrawing = lazy(() => import('#renderer/ui/chart-drawing.tsx'))

interface LinkFilter {
  readonly key: string
  readonly test: string
  readonly values: readonly string[]
}
export type LinkToList = (list: string, filters: readonly LinkFilter[]) => string

interface ReportTableProps {
  readonly table: ReportedTable
  readonly linkToList: LinkToList
}

/** A table and its chart. Each figure, and each sum, is the way to the rows that it counts. */
export function ReportTableView({ table, linkToList }: ReportTableProps) {
  const text = useText()
  const { t, format } = text
  const title = t(textKey(`report.table.${table.id}`))
  const rowWord = (value: ListCell) => wordOf(table, table.rowKey, value, text)
  const columnWord = (value: ListCell) => wordOf(table, table.columnKey, value, text)
  const filtersOf = (parts: readonly LinkFilter[]) => linkToList(table.list, [...table.filters, ...parts])
  const sumOf = (cells: readonly number[]) => cells.reduce((sum, value) => sum + value, 0)
  const years = table.columns.map(String)
  const allColumns: readonly LinkFilter[] =
    table.columnKey === 'academicYear' ? [{ key: 'academicYear', test: 'is', values: years }] : []
  if (table.rows.length === 0)
    return (
      <section className={styles['table']} aria-label={title}>
        <h2>{title}</h2>
        <p className={styles['quiet']}>{t('report.nothing')}</p>
      </section>
    )
  return (
    <section className={styles['table']} aria-label={title}>
      <h2>{title}</h2>
      <TableChart table={table} title={title} text={text} />
      <div className={styles['scroll']}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columnLabel(table, text)}</th>
              {table.columns.map((column) => (
                <th key={String(column)} scope="col">
                  {columnWord(column)}
                </th>
              ))}
              <th scope="col">{t('report.total')}</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => {
              const cells = table.cells[index] ?? []
              return (
                <tr key={String(row)}>
                  <th scope="row">{rowWord(row)}</th>
                  {table.columns.map((column, at) => (
                    <td key={String(column)}>
                      <Figure
                        value={cells[at] ?? 0}
                        href={filtersOf([filterFor(table.rowKey, row), filterFor(table.columnKey, column)])}
                        format={format.number}
                      />
                    </td>
                  ))}
                  <td>
                    <Figure
                      value={sumOf(cells)}
                      href={filtersOf([filterFor(table.rowKey, row), ...allColumns])}
                      format={format.number}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('report.total')}</th>
              {table.columns.map((column, at) => (
                <td key={String(column)}>
                  <Figure
                    value={sumOf(table.cells.map((cells) => cells[at] ?? 0))}
                    href={filtersOf([filterFor(table.columnKey, column)])}
                    format={format.number}
                  />
                </td>
              ))}
              <td>
                <Figure
                  value={sumOf(table.cells.map(sumOf))}
                  href={filtersOf(allColumns)}
                  format={format.number}
                />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  )
}

function Figure({
  value,
  href,
  format,
}: {
  readonly value: number
  readonly href: string
  readonly format: (value: number) => string
}) {
  return value === 0 ? <span className={styles['quiet']}>0</span> : <a href={href}>{format(value)}</a>
}

function TableChart({
  table,
  title,
  text,
}: {
  readonly table: ReportedTable
  readonly title: string
  readonly text: Text
}) {
  const isDark = useIsDark()
  const option = useMemo(() => {
    const drawn = limitRows(
      {
        rows: table.rows.map((row) => wordOf(table, table.rowKey, row, text)),
        columns: table.columns.map((column) => wordOf(table, table.columnKey, column, text)),
        cells: table.cells,
        chart: table.chart,
      },
      text.t('report.others'),
    )
    return chartOption(drawn, {
      colours: isDark ? darkChartColours : chartColours,
      text: isDark ? '#c5cdd2' : '#3a454d',
      line: isDark ? '#38424a' : '#e4e8ea',
      font: getComputedStyle(document.body).fontFamily,
      formatNumber: text.format.number,
    })
  }, [table, text, isDark])
  return (
    <Suspense fallback={<div className={styles['chart']} />}>
      <ChartDrawing option={option} label={title} height={240} />
    </Suspense>
  )
}

function filterFor(key: string, value: ListCell): LinkFilter {
  return value === null || value === ''
    ? { key, test: 'empty', values: [] }
    : { key, test: 'is', values: [String(value)] }
}

function wordOf(table: ReportedTable, key: string, value: ListCell, { t, format }: Text): string {
  const column = columnOf(listOf(table.list), key)
  const word = column === undefined ? String(value ?? '') : formatCell(column, value, t, format)
  return word === '' ? t('report.unknown') : word
}

function columnLabel(table: ReportedTable, { t }: Text): string {
  const column = columnOf(listOf(table.list), table.rowKey)
  return column === undefined ? '' : t(column.label)
}
