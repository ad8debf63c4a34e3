import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  functionalUpdate,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import type { columnResizingState, ColumnSizingState, Updater } from '@tanstack/react-table'
import { useMemo, useRef, useState } from 'react'
import type { ListColumn, ListRow } from '#shared/lists/types.ts'
import type { GridView } from './grid-types.ts'

const features = tableFeatures({
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
})
const helper = createColumnHelper<typeof features, ListRow>()
const noRows: ListRow[] = []
const minColumnPx = 56
const maxColumnPx = 900

export interface PlacedColumn {
  readonly column: ListColumn
  /** From the left edge of the columns, tick boxes not counted. */
  readonly startPx: number
  readonly widthPx: number
  /** Starts the resizing of the column, on mouse down or touch start. */
  readonly onResizeStart: (event: unknown) => void
  readonly isResizing: boolean
}

export interface GridColumns {
  readonly shown: readonly PlacedColumn[]
  /** All columns in order, hidden ones too. */
  readonly ordered: readonly ListColumn[]
  readonly widthPx: number
  readonly setWidth: (key: string, widthPx: number) => void
}

/** Order, visibility and width of the columns. A width being dragged is kept here and put in the view at the end. */
export function useGridColumns(
  columns: readonly ListColumn[],
  view: GridView,
  onViewChange: (view: GridView) => void,
): GridColumns {
  const [dragged, setDragged] = useState<ColumnSizingState>({})
  const latestDragged = useRef(dragged)
  const definitions = useMemo(() => columns.map(toDefinition), [columns])
  const columnSizing = useMemo(() => ({ ...view.widths, ...dragged }), [view.widths, dragged])
  const columnVisibility = useMemo(
    () => Object.fromEntries(view.hidden.map((key) => [key, false])),
    [view.hidden],
  )
  const columnOrder = useMemo(() => [...view.columnOrder], [view.columnOrder])
  const [columnResizing, setColumnResizing] = useState(idle)
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: 'onChange',
    state: { columnOrder, columnVisibility, columnSizing, columnResizing },
    onColumnSizingChange: (updater: Updater<ColumnSizingState>) => {
      latestDragged.current = functionalUpdate(updater, latestDragged.current)
      setDragged(latestDragged.current)
    },
    onColumnResizingChange: (updater) => {
      setColumnResizing((before) => functionalUpdate(updater, before))
      if (functionalUpdate(updater, { ...idle, isResizingColumn: 'any' }).isResizingColumn !== false) return
      const widths = { ...view.widths, ...clampAll(latestDragged.current) }
      latestDragged.current = {}
      setDragged({})
      onViewChange({ ...view, widths })
    },
  })
  const byKey = useMemo(() => new Map(columns.map((column) => [column.key, column])), [columns])
  const shown = table.getHeaderGroups()[0]?.headers.flatMap((header) => {
    const column = byKey.get(header.id)
    if (column === undefined) return []
    return [
      {
        column,
        startPx: header.getStart(),
        widthPx: header.getSize(),
        onResizeStart: header.getResizeHandler(),
        isResizing: header.column.getIsResizing(),
      },
    ]
  })
  return {
    shown: shown ?? [],
    ordered: table.getAllLeafColumns().flatMap((leaf) => byKey.get(leaf.id) ?? []),
    widthPx: table.getTotalSize(),
    setWidth: (key, widthPx) =>
      onViewChange({ ...view, widths: { ...view.widths, [key]: clampWidth(widthPx) } }),
  }
}

const idle: columnResizingState = {
  startOffset: null,
  startSize: null,
  deltaOffset: null,
  deltaPercentage: null,
  isResizingColumn: false,
  columnSizingStart: [],
}

function toDefinition(column: ListColumn) {
  return helper.display({
    id: column.key,
    size: column.widthPx,
    minSize: minColumnPx,
    maxSize: maxColumnPx,
  })
}

function clampWidth(widthPx: number): number {
  return Math.round(Math.max(minColumnPx, Math.min(widthPx, maxColumnPx)))
}

function clampAll(widths: ColumnSizingState): ColumnSizingState {
  return Object.fromEntries(Object.entries(widths).map(([key, width]) => [key, clampWidth(width)]))
}
