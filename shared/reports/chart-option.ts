/** A table ready to be drawn: words instead of codes. */
export interface ChartTable {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** For each row, a value for each column. */
  readonly cells: readonly (readonly number[])[]
  readonly chart: 'bars' | 'lines'
}

/** What a drawing takes from where it is shown: screens follow their theme, paper is white. */
export interface ChartLook {
  readonly colours: readonly string[]
  readonly text: string
  readonly line: string
  readonly font: string
  readonly formatNumber: (value: number) => string
}

/** Colours that stay apart for most colour-blind readers; every series is named in the legend as well. */
export const chartColours = [
  '#0d5f71',
  '#c8762b',
  '#5b8c3a',
  '#7a4f9a',
  '#b5404f',
  '#3f79c5',
  '#8a7b1f',
  '#6b7780',
] as const

/** The same colours lighter, for a dark ground: each stands out from it three to one (WCAG 1.4.11). */
export const darkChartColours = [
  '#2f9bb0',
  '#d98c46',
  '#7ab053',
  '#a97ccb',
  '#dd6b79',
  '#6aa0e6',
  '#b3a23c',
  '#93a0a9',
] as const
const mostSeries = chartColours.length

/** The largest rows, and the others added up under one name when there are more than a chart can tell apart. */
export function limitRows(table: ChartTable, others: string): ChartTable {
  if (table.rows.length <= mostSeries) return table
  const sums = table.cells.map((cells) => cells.reduce((sum, value) => sum + value, 0))
  const largest = new Set(
    sums
      .map((sum, index) => ({ sum, index }))
      .toSorted((a, b) => b.sum - a.sum || a.index - b.index)
      .slice(0, mostSeries - 1)
      .map(({ index }) => index),
  )
  const kept = table.cells.filter((_, index) => largest.has(index))
  const rest = table.columns.map((_, column) =>
    table.cells.reduce((sum, cells, row) => sum + (largest.has(row) ? 0 : (cells[column] ?? 0)), 0),
  )
  return {
    ...table,
    rows: [...table.rows.filter((_, index) => largest.has(index)), others],
    cells: [...kept, rest],
  }
}

/** The chart as echarts draws it: a series for each row, stacked bars or lines over the columns. */
export function chartOption(table: ChartTable, look: ChartLook) {
  const isBars = table.chart === 'bars'
  const axis = { axisLabel: { color: look.text }, axisLine: { lineStyle: { color: look.line } } }
  return {
    animation: false,
    color: [...look.colours],
    textStyle: { fontFamily: look.font, color: look.text },
    legend: { bottom: 0, textStyle: { color: look.text }, data: [...table.rows] },
    grid: {
      left: 8,
      right: 16,
      top: 16,
      bottom: 60,
      outerBoundsMode: 'same' as const,
      outerBoundsContain: 'axisLabel' as const,
    },
    xAxis: { type: 'category' as const, data: [...table.columns], ...axis },
    yAxis: {
      type: 'value' as const,
      minInterval: 1,
      splitLine: { lineStyle: { color: look.line } },
      axisLabel: { color: look.text, formatter: (value: number) => look.formatNumber(value) },
    },
    series: table.rows.map((name, row) => ({
      name,
      type: isBars ? ('bar' as const) : ('line' as const),
      data: [...(table.cells[row] ?? [])],
      ...(isBars ? { stack: 'all', barMaxWidth: 48 } : { symbolSize: 6, lineStyle: { width: 2 } }),
    })),
  }
}
