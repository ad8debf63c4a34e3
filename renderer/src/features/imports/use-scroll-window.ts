import { useEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { PreviewColumn } from './preview-columns.ts'

interface Box {
  readonly topPx: number
  readonly leftPx: number
  readonly widthPx: number
  readonly heightPx: number
}

export interface ScrollWindow {
  readonly firstRow: number
  readonly lastRow: number
  /** Whole rows on screen. */
  readonly pageRows: number
  readonly leftPx: number
  readonly rightPx: number
}

const extraRows = 12
const extraPx = 400
const stepPx = 100

/** Which part of a tall and wide table is on screen, with a margin; it changes only when other rows or columns appear. */
export function useScrollWindow(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  rowPx: number,
  headerPx: number,
): ScrollWindow {
  const [box, setBox] = useState<Box>({ topPx: 0, leftPx: 0, widthPx: 1200, heightPx: 800 })
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const look = () =>
      setBox((before) => {
        const next = {
          topPx: Math.floor(element.scrollTop / rowPx) * rowPx,
          leftPx: Math.floor(element.scrollLeft / stepPx) * stepPx,
          widthPx: element.clientWidth,
          heightPx: element.clientHeight,
        }
        const isSame =
          next.topPx === before.topPx &&
          next.leftPx === before.leftPx &&
          next.widthPx === before.widthPx &&
          next.heightPx === before.heightPx
        return isSame ? before : next
      })
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, rowPx])
  const firstOnScreen = Math.floor(box.topPx / rowPx)
  const pageRows = Math.max(Math.floor((box.heightPx - headerPx) / rowPx), 1)
  return {
    firstRow: Math.max(firstOnScreen - extraRows, 0),
    lastRow: Math.min(firstOnScreen + pageRows + extraRows, rows - 1),
    pageRows,
    leftPx: box.leftPx - extraPx,
    rightPx: box.leftPx + box.widthPx + extraPx,
  }
}

/** Columns on screen, those that stay in place, and the one where the keyboard is. */
export function columnsOnScreen(
  columns: readonly PreviewColumn[],
  { leftPx, rightPx }: ScrollWindow,
  pinned: number,
  active: number,
): readonly number[] {
  return columns.flatMap((column, index) =>
    index < pinned ||
    index === active ||
    (column.startPx < rightPx && column.startPx + column.widthPx > leftPx)
      ? [index]
      : [],
  )
}

/** Rows on screen, and the one where the keyboard is. */
export function rowsOnScreen(
  { firstRow, lastRow }: ScrollWindow,
  active: number,
  rows: number,
): readonly number[] {
  const shown = Array.from({ length: Math.max(lastRow - firstRow + 1, 0) }, (_, index) => firstRow + index)
  return active < 0 || active >= rows || shown.includes(active) ? shown : [...shown, active]
}
