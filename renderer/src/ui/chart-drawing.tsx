import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use, type EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** Draws a chart as wide as its place. The figures stand beside it as a table: readers who cannot see it lose nothing. */
export default function ChartDrawing({
  option,
  label,
  height,
}: {
  readonly option: EChartsCoreOption
  readonly label: string
  readonly height: number
}) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (frame.current === null) return undefined
    const element = frame.current
    const chart = init(element, null, { renderer: 'svg' })
    chart.setOption(option)
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={frame} role="img" aria-label={label} style={{ height }} />
}
