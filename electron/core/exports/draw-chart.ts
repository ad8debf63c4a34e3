import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { chartColours, chartOption, type ChartTable } from '#shared/reports/chart-option.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** A chart as an SVG document, for paper: the same as on the screen, without one. */
export function drawChart(table: ChartTable, formatNumber: (value: number) => string): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 720, height: 260 })
  try {
    chart.setOption(
      chartOption(table, {
        colours: chartColours,
        text: '#3a454d',
        line: '#d9dee1',
        font: 'Roboto',
        formatNumber,
      }),
    )
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
