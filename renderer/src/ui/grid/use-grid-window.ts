import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Virtualizer } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo } from 'react'
import type { RefObject } from 'react'
import type { GridPlace } from './grid-types.ts'
import type { PlacedColumn } from './use-grid-columns.ts'

const overscanRows = 14
const overscanColumns = 3

export interface GridWindow {
  readonly rows: Virtualizer<HTMLDivElement, Element>
  /** Places of the columns to draw; the first column is always among them. */
  readonly columnIndexes: readonly number[]
}

/**
 * Which rows and columns are drawn: those on screen, a few around them, and the one where the keyboard is, so
 * that the focus is never lost by scrolling.
 */
export function useGridWindow(
  scroller: RefObject<HTMLDivElement | null>,
  count: number,
  rowPx: number,
  shown: readonly PlacedColumn[],
  active: GridPlace,
  hasTotals: boolean,
): GridWindow {
  const getScrollElement = useCallback(() => scroller.current, [scroller])
  const rows = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement,
    estimateSize: () => rowPx,
    overscan: overscanRows,
    scrollMargin: rowPx,
    scrollPaddingStart: rowPx,
    scrollPaddingEnd: hasTotals ? rowPx : 0,
    rangeExtractor: (range) => withIndex(defaultRangeExtractor(range), active.row, count),
  })
  const columns = useVirtualizer<HTMLDivElement, Element>({
    horizontal: true,
    count: shown.length,
    getScrollElement,
    estimateSize: (index) => shown[index]?.widthPx ?? 0,
    overscan: overscanColumns,
  })
  const widths = shown.map((placed) => placed.widthPx).join()
  useLayoutEffect(() => {
    columns.measure()
  }, [columns, widths])
  useLayoutEffect(() => {
    rows.measure()
  }, [rows, rowPx])
  const drawn = columns.getVirtualItems().map((item) => item.index)
  const key = withIndex(withIndex(drawn, 0, shown.length), active.column - 1, shown.length).join()
  const columnIndexes = useMemo(() => (key === '' ? [] : key.split(',').map(Number)), [key])
  return { rows, columnIndexes }
}

function withIndex(indexes: readonly number[], index: number, count: number): number[] {
  if (index < 0 || index >= count || indexes.includes(index)) return [...indexes]
  return [...indexes, index].toSorted((a, b) => a - b)
}
