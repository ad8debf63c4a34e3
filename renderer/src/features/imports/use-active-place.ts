import { useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { PreviewColumn } from './preview-columns.ts'
import type { PreviewPlace } from './preview-keys.ts'

interface AskedPlace extends PreviewPlace {
  readonly request: number
  readonly takesFocus: boolean
}

interface Measures {
  readonly rowPx: number
  readonly headerPx: number
  /** Columns that stay in place on the left. */
  readonly pinned: number
}

/** Where the keyboard is in the preview: moved, brought into view, and focused unless it is only shown. It begins at `firstRow`. */
export function useActivePlace(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  columns: readonly PreviewColumn[],
  measures: Measures,
  firstRow: number,
) {
  const [asked, setAsked] = useState<AskedPlace>({ row: firstRow, column: 1, request: 0, takesFocus: false })
  const active = {
    row: Math.min(asked.row, rows - 1),
    column: Math.min(asked.column, columns.length - 1),
  }
  const answered = useRef(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (answered.current === asked.request || element === null) return
    answered.current = asked.request
    bringIntoView(element, active, columns, measures)
    const cell = element.querySelector('[data-active-cell]')
    if (asked.takesFocus && cell instanceof HTMLElement) cell.focus({ preventScroll: true })
  })
  const goTo = (place: PreviewPlace, takesFocus: boolean) =>
    setAsked((before) => ({ ...place, takesFocus, request: before.request + 1 }))
  return { active, goTo }
}

function bringIntoView(
  element: HTMLElement,
  { row, column }: PreviewPlace,
  columns: readonly PreviewColumn[],
  { rowPx, headerPx, pinned }: Measures,
): void {
  if (row >= 0) {
    const heightPx = element.clientHeight - headerPx
    const topPx = row * rowPx
    if (topPx < element.scrollTop) element.scrollTop = topPx
    else if (topPx + rowPx > element.scrollTop + heightPx) element.scrollTop = topPx + rowPx - heightPx
  }
  const placed = columns[column]
  if (placed === undefined || column < pinned) return
  const pinnedPx = columns[pinned]?.startPx ?? 0
  const endPx = placed.startPx + placed.widthPx
  if (endPx > element.scrollLeft + element.clientWidth) element.scrollLeft = endPx - element.clientWidth
  if (placed.startPx - pinnedPx < element.scrollLeft) element.scrollLeft = placed.startPx - pinnedPx
}
