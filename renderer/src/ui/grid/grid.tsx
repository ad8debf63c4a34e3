import { Button } from '@mantine/core'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { Filter } from '#shared/lists/types.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { AfterEdit } from './cell-editor.tsx'
import { FilterChips } from './filter-chips.tsx'
import { withColumnFilters } from './grid-filters.ts'
import { GridFoot } from './grid-foot.tsx'
import { GridHeader } from './grid-header.tsx'
import { moveColumn, toggleSort } from './grid-navigation.ts'
import {
  isSelected,
  nothingSelected,
  selectAllState,
  selectedCount,
  withAllToggled,
  withRows,
} from './grid-selection.ts'
import { GridToolbar } from './grid-toolbar.tsx'
import type { ActivePlace, GridPlace, GridProps, GridView } from './grid-types.ts'
import { GridViewport } from './grid-viewport.tsx'
import styles from './grid.module.css'
import { useGridClipboard } from './use-grid-clipboard.ts'
import { useGridColumns } from './use-grid-columns.ts'
import type { GridColumns } from './use-grid-columns.ts'
import { useGridEditing } from './use-grid-editing.tsx'
import { pressInGrid } from './use-grid-keys.ts'

/**
 * The one grid of the application. Rows come from a source that holds only those near the screen; what is shown
 * and how is a `GridView`, owned by the caller. After an edit the caller refreshes the source.
 */
export function Grid(props: GridProps) {
  const { source, view, selection, onSelectionChange } = props
  const [rowPx] = useState(rowHeightPx)
  const scroller = useRef<HTMLDivElement>(null)
  const [menuKey, setMenuKey] = useState<string>()
  const setView = useViewChange(props)
  const columns = useGridColumns(props.columns, view, setView)
  const { active, goTo, moveBy } = useActivePlace(source.total, columns.shown.length, props.reveal)
  const editing = useGridEditing(props, (after) => {
    if (after !== 'elsewhere') moveBy(afterEdit[after])
  })
  const shown = useMemo(() => columns.shown.map((placed) => placed.column), [columns.shown])
  const clipboard = useGridClipboard(props, shown, active, editing)
  const { toggleRow, extendTo, setAnchor } = useRowSelection(props)
  const selected = selectedCount(selection, source.total)

  const openRow = (index: number) => {
    const row = source.rowAt(index)
    if (row !== undefined) props.onOpen?.(row.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Menus and editors drawn elsewhere in the page bubble up to here through React: their keys are their own.
    const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (
      !isOwn ||
      event.defaultPrevented ||
      (event.target instanceof Element && event.target.closest('[data-editor]') !== null)
    )
      return
    const pageRows = Math.max(Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 2, 1)
    const size = { rows: source.total, columns: columns.shown.length + 1, pageRows }
    const move = (place: GridPlace) => {
      goTo(place)
      if (!event.shiftKey) setAnchor(place.row)
    }
    const tools = {
      props: { ...props, onViewChange: setView },
      columns,
      size,
      active,
      editing,
      goTo: move,
      toggleRow,
      openRow,
      openMenu: setMenuKey,
    }
    if (pressInGrid({ ...tools, extendTo: (row) => extendTo(row, active.row) }, event)) event.preventDefault()
  }
  const onCellClick = (place: GridPlace, event: MouseEvent) => {
    if (place.row < 0) return
    if (place.column === 0) {
      if (event.shiftKey) extendTo(place.row, active.row)
      else toggleRow(place.row)
    } else if (event.shiftKey) extendTo(place.row, active.row)
    else if (event.ctrlKey || event.metaKey) toggleRow(place.row)
    else if (event.target instanceof Element && event.target.closest('[data-opens]') !== null)
      openRow(place.row)
  }
  const onCellDoubleClick = (place: GridPlace) => {
    const column = columns.shown[place.column - 1]?.column
    if (place.row < 0 || column === undefined) return
    if (editing.canEdit(column)) editing.start(place.row, column)
    else openRow(place.row)
  }
  return (
    <div className={styles['grid']}>
      <GridToolbar
        label={props.label}
        view={view}
        onViewChange={setView}
        ordered={columns.ordered}
        onFound={() => goTo({ row: 0, column: 1 })}
        savedViews={props.savedViews}
        extra={props.toolbar}
      />
      <FilterChips
        filters={view.filters}
        columns={props.columns}
        onChange={(filters) => {
          setView({ ...view, filters })
          // The button that had the focus goes away with its filter.
          goTo(active)
        }}
        onOpen={setMenuKey}
      />
      <GridViewport
        props={props}
        columns={columns}
        editing={editing}
        active={active}
        rowPx={rowPx}
        scroller={scroller}
        header={
          <GridHeader
            {...headerActions(view, setView, columns)}
            shown={columns.shown}
            sort={view.sort}
            filters={view.filters}
            distinct={props.distinct}
            readCell={props.readCell}
            selectAll={selectAllState(selection, source.total)}
            onSelectAll={() => onSelectionChange(withAllToggled(selection, source.total))}
            activeColumn={active.row === -1 ? active.column : -1}
            menuKey={menuKey}
            onMenu={(key) => {
              setMenuKey(key)
              if (key === undefined) goTo(active)
            }}
          />
        }
        empty={emptyContent(props, setView)}
        onCellDown={(place) => goTo(place)}
        onCellClick={onCellClick}
        onCellDoubleClick={onCellDoubleClick}
        onKeyDown={onKeyDown}
        onCopy={clipboard.onCopy}
        onPaste={clipboard.onPaste}
      />
      <GridFoot
        status={source.status}
        total={source.total}
        isNarrowed={isNarrowed(view)}
        selected={selected}
        selectionActions={props.selectionActions}
        onCopy={clipboard.copyWithHeader}
        onClear={() => onSelectionChange(nothingSelected)}
      />
    </div>
  )
}

/** A change of what is looked for forgets the selection: nothing unseen is ever changed with the rest. */
function useViewChange({ view, onViewChange, onSelectionChange }: GridProps): (next: GridView) => void {
  return useCallback(
    (next) => {
      if (next.search !== view.search || next.filters !== view.filters) onSelectionChange(nothingSelected)
      onViewChange(next)
    },
    [view, onViewChange, onSelectionChange],
  )
}

/** Where the keyboard is. It stays inside the grid when the rows or columns become fewer. */
function useActivePlace(rows: number, columns: number, reveal: GridProps['reveal']) {
  const [asked, setAsked] = useState<ActivePlace>({ row: 0, column: 1, request: 0, takesFocus: false })
  const [revealed, setRevealed] = useState<GridProps['reveal']>()
  const show = ({ row, column }: GridPlace, takesFocus: boolean) =>
    setAsked((before) => ({ row, column, request: before.request + 1, takesFocus }))
  if (reveal !== undefined && reveal !== revealed) {
    setRevealed(reveal)
    show({ row: reveal.index, column: 1 }, false)
  }
  const active: ActivePlace = {
    ...asked,
    row: Math.min(asked.row, rows - 1),
    column: Math.min(asked.column, columns),
  }
  const goTo = (place: GridPlace) => show(place, true)
  const moveBy = (step: GridPlace) =>
    goTo({ row: Math.max(active.row + step.row, 0), column: Math.max(active.column + step.column, 1) })
  return { active, goTo, moveBy }
}

/** Ticking rows one by one or from one to another; rows in between that are not here are fetched. */
function useRowSelection({ source, selection, onSelectionChange }: GridProps) {
  const { t } = useText()
  const notices = useNotices()
  const anchor = useRef<number>(undefined)
  const setAnchor = (row: number) => {
    anchor.current = row
  }
  return {
    setAnchor,
    toggleRow: (index: number) => {
      const row = source.rowAt(index)
      if (row === undefined) return
      setAnchor(index)
      onSelectionChange(withRows(selection, [row.id], !isSelected(selection, row.id)))
    },
    extendTo: (index: number, from: number) => {
      anchor.current ??= from
      const [first, last] = [Math.max(Math.min(anchor.current, index), 0), Math.max(anchor.current, index)]
      source.fetchRows(first, last).then(
        (rows) =>
          onSelectionChange(
            withRows(
              nothingSelected,
              rows.map((row) => row.id),
              true,
            ),
          ),
        (error: unknown) => notices.fail({ text: t('ui.grid.selectFailed'), details: String(error) }),
      )
    },
  }
}

function headerActions(view: GridView, setView: (view: GridView) => void, columns: GridColumns) {
  const order = columns.ordered.map((column) => column.key)
  return {
    onSort: (key: string, isAdded: boolean) =>
      setView({ ...view, sort: toggleSort(view.sort, key, isAdded) }),
    onSortBy: (key: string, descending: boolean) => setView({ ...view, sort: [{ key, descending }] }),
    onFilter: (key: string, filters: readonly Filter[]) =>
      setView({ ...view, filters: withColumnFilters(view.filters, key, filters) }),
    onMove: (key: string, toKey: string) => setView({ ...view, columnOrder: moveColumn(order, key, toKey) }),
    onShift: (key: string, by: -1 | 1) => {
      const place = columns.shown.findIndex((placed) => placed.column.key === key)
      const other = columns.shown[place + by]?.column.key
      if (other !== undefined) setView({ ...view, columnOrder: moveColumn(order, key, other) })
    },
    onWidth: columns.setWidth,
    onHide: (key: string) => setView({ ...view, hidden: [...view.hidden, key] }),
  }
}

function emptyContent(props: GridProps, setView: (view: GridView) => void): ReactNode {
  const { source, view } = props
  if (source.total > 0 || source.status.kind !== 'ready') return undefined
  return isNarrowed(view) ? (
    <NothingFound onClear={() => setView({ ...view, search: '', filters: [] })} />
  ) : (
    props.emptyState
  )
}

function NothingFound({ onClear }: { readonly onClear: () => void }) {
  const { t } = useText()
  return (
    <EmptyState title={t('ui.grid.nothingFound')} text={t('ui.grid.nothingFoundHelp')}>
      <Button variant="default" onClick={onClear}>
        {t('ui.filter.clearAll')}
      </Button>
    </EmptyState>
  )
}

function isNarrowed(view: GridView): boolean {
  return view.search.trim() !== '' || view.filters.length > 0
}

const afterEdit = {
  stay: { row: 0, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
} as const satisfies Readonly<Record<Exclude<AfterEdit, 'elsewhere'>, GridPlace>>

/** Rows are 2 rem high: they grow with the letters when the user enlarges them. */
function rowHeightPx(): number {
  return 2 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}
