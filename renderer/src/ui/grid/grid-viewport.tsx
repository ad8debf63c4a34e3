import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type {
  CSSProperties,
  ClipboardEventHandler,
  KeyboardEventHandler,
  MouseEvent,
  ReactNode,
  RefObject,
  UIEvent,
} from 'react'
import { useStableList } from '#renderer/ui/use-stable-list.ts'
import { GridTotals } from './grid-foot.tsx'
import { GridRow } from './grid-row.tsx'
import type { CellColumn } from './grid-row.tsx'
import { isSelected } from './grid-selection.ts'
import styles from './grid.module.css'
import type { ActivePlace, GridPlace, GridProps } from './grid-types.ts'
import type { GridColumns, PlacedColumn } from './use-grid-columns.ts'
import type { GridEditing } from './use-grid-editing.tsx'
import { createRowSlots } from './row-slots.ts'
import { useGridWindow } from './use-grid-window.ts'

const tickPx = 36

interface GridViewportProps {
  readonly props: GridProps
  readonly columns: GridColumns
  readonly editing: GridEditing
  readonly active: ActivePlace
  readonly rowPx: number
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly header: ReactNode
  readonly empty: ReactNode
  readonly onCellDown: (place: GridPlace) => void
  readonly onCellClick: (place: GridPlace, event: MouseEvent) => void
  readonly onCellDoubleClick: (place: GridPlace) => void
  readonly onKeyDown: KeyboardEventHandler
  readonly onCopy: ClipboardEventHandler
  readonly onPaste: ClipboardEventHandler
}

/** The part that scrolls: the header, the rows on screen, the totals. */
export function GridViewport(viewport: GridViewportProps) {
  const { props, columns, active, rowPx, scroller } = viewport
  const { source } = props
  const totals = Object.keys(source.totals).length > 0 && source.total > 0
  const drawn = useGridWindow(scroller, source.total, rowPx, columns.shown, active, totals)
  const cells = useCellColumns(viewport, drawn.columnIndexes)
  const { startIndex: first = 0, endIndex: last = 0 } = drawn.rows.range ?? {}
  useEffect(() => {
    source.onVisible(first, last)
  }, [source, first, last])
  const items = drawn.rows.getVirtualItems()
  const [slots] = useState(createRowSlots)
  const slotOf = slots.assign(items.map((item) => item.index))
  useFocusedCell(viewport, (row) => drawn.rows.scrollToIndex(row, { align: 'auto' }))
  return (
    <div
      ref={scroller}
      role="grid"
      className={styles['scroller']}
      style={placing(columns)}
      aria-label={props.label}
      aria-multiselectable
      aria-rowcount={source.total + 1 + (totals ? 1 : 0)}
      aria-colcount={columns.shown.length + 1}
      aria-busy={source.status.kind === 'loading'}
      onScroll={markScrolled}
      onKeyDown={viewport.onKeyDown}
      onCopy={viewport.onCopy}
      onPaste={viewport.onPaste}
      onMouseDown={(event) => withPlace(event, viewport.onCellDown)}
      onClick={(event) => withPlace(event, (found) => viewport.onCellClick(found, event))}
      onDoubleClick={(event) => withPlace(event, viewport.onCellDoubleClick)}
    >
      {viewport.header}
      <div role="rowgroup" className={styles['rows']} style={{ height: source.total * rowPx }}>
        {items.map(({ index, start }) => {
          const row = source.rowAt(index)
          return (
            <GridRow
              key={slotOf.get(index)}
              index={index}
              topPx={start - rowPx}
              row={row}
              columns={cells}
              isSelected={row !== undefined && isSelected(props.selection, row.id)}
              isOpen={row !== undefined && row.id === props.openRowId}
              activeColumn={index === active.row ? active.column : -1}
              canOpen={props.onOpen !== undefined}
              edits={viewport.editing.editsOf(row)}
            />
          )
        })}
      </div>
      {totals && <GridTotals shown={columns.shown} totals={source.totals} rowIndex={source.total + 2} />}
      {viewport.empty !== undefined && <div className={styles['empty']}>{viewport.empty}</div>}
    </div>
  )
}

/** The columns as the rows draw them: the same array while nothing in it changed, so that rows are not redrawn. */
function useCellColumns(viewport: GridViewportProps, indexes: readonly number[]): readonly CellColumn[] {
  const { cellRenderers, onEdit } = viewport.props
  const shown = useStableList(viewport.columns.shown.map((placed) => placed.column))
  const isEdited = onEdit !== undefined
  return useMemo(
    () =>
      indexes.flatMap((index) => {
        const column = shown[index]
        if (column === undefined) return []
        const isEditable = isEdited && column.field !== undefined
        return [{ column, index, isEditable, render: cellRenderers?.[column.key] }]
      }),
    [indexes, shown, cellRenderers, isEdited],
  )
}

/** Brings the active cell into view and focuses it, once for each request. */
function useFocusedCell(viewport: GridViewportProps, scrollToRow: (row: number) => void): void {
  const { active, columns, scroller } = viewport
  const answered = useRef(active.request)
  useLayoutEffect(() => {
    if (answered.current === active.request) return
    answered.current = active.request
    const grid = scroller.current
    const cell = grid?.querySelector('[data-active-cell]')
    if (!(cell instanceof HTMLElement) || grid === null) return
    if (active.row >= 0) scrollToRow(active.row)
    const placed = columns.shown[active.column - 1]
    if (placed !== undefined && active.column > 1) bringIntoView(grid, placed, columns.shown[0]?.widthPx ?? 0)
    if (active.takesFocus) cell.focus({ preventScroll: true })
  })
}

function bringIntoView(grid: HTMLElement, placed: PlacedColumn, firstPx: number): void {
  const pinnedPx = tickPx + firstPx
  const startPx = tickPx + placed.startPx
  const endPx = startPx + placed.widthPx
  if (startPx < grid.scrollLeft + pinnedPx) grid.scrollLeft = startPx - pinnedPx
  else if (endPx > grid.scrollLeft + grid.clientWidth) grid.scrollLeft = endPx - grid.clientWidth
}

/** Places and widths of the columns as CSS variables: a column is resized without drawing a row again. */
function placing(columns: GridColumns): CSSProperties {
  const variables: Record<string, string> = {
    '--tick-width': `${tickPx}px`,
    '--columns-width': `${columns.widthPx + tickPx}px`,
  }
  columns.shown.forEach((placed, index) => {
    variables[`--x${index}`] = `${placed.startPx + tickPx}px`
    variables[`--w${index}`] = `${placed.widthPx}px`
  })
  return variables
}

function markScrolled(event: UIEvent<HTMLElement>): void {
  const { dataset, scrollLeft } = event.currentTarget
  if (scrollLeft > 0) dataset['scrolled'] = 'true'
  else delete dataset['scrolled']
}

function withPlace(event: MouseEvent, act: (place: GridPlace) => void): void {
  const place = placeOf(event)
  if (place !== undefined) act(place)
}

/** Which cell was clicked, or nothing where the click belongs to the editor or falls beside the cells. */
function placeOf(event: MouseEvent): GridPlace | undefined {
  const { target, currentTarget } = event
  if (
    !(target instanceof Element) ||
    !currentTarget.contains(target) ||
    target.closest('[data-editor]') !== null
  )
    return undefined
  const cell = target.closest('[data-column]')
  const row = target.closest('[data-row]')
  if (!(cell instanceof HTMLElement) || !(row instanceof HTMLElement)) return undefined
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) }
}
