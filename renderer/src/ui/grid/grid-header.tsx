import { IconArrowDown, IconArrowUp, IconChevronDown, IconFilter } from '@tabler/icons-react'
import { memo, useEffect, useRef } from 'react'
import type { DragEvent } from 'react'
import type { Sort } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './grid-header.module.css'
import gridStyles from './grid.module.css'
import { isNumeric } from './cell-text.ts'
import { ColumnMenu } from './column-menu.tsx'
import type { ColumnMenuProps } from './column-menu.tsx'
import type { SelectAllState } from './grid-selection.ts'
import type { PlacedColumn } from './use-grid-columns.ts'

interface GridHeaderProps extends Omit<ColumnMenuProps, 'placed' | 'onClose' | 'place' | 'count'> {
  readonly shown: readonly PlacedColumn[]
  readonly selectAll: SelectAllState
  readonly activeColumn: number
  readonly menuKey: string | undefined
  readonly onMenu: (key: string | undefined) => void
  readonly onSort: (key: string, isAdded: boolean) => void
  readonly onMove: (key: string, toKey: string) => void
  readonly onSelectAll: () => void
}

/** The header row: click sorts, the arrow opens the column's menu, the edge resizes, the label drags. */
export const GridHeader = memo(function GridHeader(props: GridHeaderProps) {
  return (
    <div role="row" className={styles['header']} aria-rowindex={1} data-row={-1}>
      <div
        role="columnheader"
        className={gridStyles['tick']}
        aria-colindex={1}
        data-column={0}
        {...(props.activeColumn === 0 ? { tabIndex: 0, 'data-active-cell': true } : {})}
      >
        <SelectAll state={props.selectAll} onSelectAll={props.onSelectAll} />
      </div>
      {props.shown.map((placed, index) => (
        <HeaderCell key={placed.column.key} {...props} placed={placed} index={index} />
      ))}
    </div>
  )
})

function HeaderCell(props: GridHeaderProps & { readonly placed: PlacedColumn; readonly index: number }) {
  const { placed, index, sort, menuKey, onMenu } = props
  const { column } = placed
  const { t } = useText()
  const isFirst = index === 0
  const isFiltered = props.filters.some((filter) => filter.key === column.key)
  const sortPlace = sort.findIndex((other) => other.key === column.key)
  const isOpen = menuKey === column.key
  return (
    <div
      role="columnheader"
      className={isFirst ? gridStyles['first'] : gridStyles['cell']}
      style={isFirst ? undefined : { left: `var(--x${index})`, width: `var(--w${index})` }}
      aria-colindex={index + 2}
      aria-sort={ariaSort(sort[sortPlace])}
      data-column={index + 1}
      data-number={isNumeric(column) || undefined}
      data-menu-open={isOpen || undefined}
      {...(props.activeColumn === index + 1 ? { tabIndex: 0, 'data-active-cell': true } : {})}
    >
      <div
        className={styles['label']}
        draggable
        title={t(column.label)}
        onClick={(event) => props.onSort(column.key, event.shiftKey)}
        {...dragAndDrop(column.key, props.onMove)}
      >
        <span className={styles['words']}>{t(column.label)}</span>
        {sortPlace !== -1 && <SortMark sort={sort} place={sortPlace} />}
        {isFiltered && <IconFilter size={13} className={styles['mark']} aria-label={t('ui.grid.filtered')} />}
      </div>
      <ColumnMenu
        {...props}
        place={index}
        count={props.shown.length}
        isOpen={isOpen}
        onClose={() => onMenu(undefined)}
        target={
          <button
            type="button"
            tabIndex={-1}
            className={styles['menu']}
            aria-label={t('ui.grid.columnMenu', { column: t(column.label) })}
            aria-expanded={isOpen}
            onClick={() => onMenu(isOpen ? undefined : column.key)}
          >
            <IconChevronDown size={14} />
          </button>
        }
      />
      <div
        className={styles['edge']}
        data-resizing={placed.isResizing || undefined}
        onMouseDown={placed.onResizeStart}
        onTouchStart={placed.onResizeStart}
        onDoubleClick={() => props.onWidth(column.key, column.widthPx)}
        aria-hidden
      />
    </div>
  )
}

function SortMark({ sort, place }: { readonly sort: readonly Sort[]; readonly place: number }) {
  const Arrow = sort[place]?.descending === true ? IconArrowDown : IconArrowUp
  return (
    <span className={styles['mark']} aria-hidden>
      <Arrow size={13} stroke={2.2} />
      {sort.length > 1 && <small>{place + 1}</small>}
    </span>
  )
}

function SelectAll({
  state,
  onSelectAll,
}: {
  readonly state: SelectAllState
  readonly onSelectAll: () => void
}) {
  const { t } = useText()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'some'
  }, [state])
  return (
    <input
      ref={box}
      type="checkbox"
      tabIndex={-1}
      checked={state === 'all'}
      onChange={onSelectAll}
      aria-label={t('ui.grid.selectAll')}
    />
  )
}

function ariaSort(sort: Sort | undefined): 'ascending' | 'descending' | undefined {
  if (sort === undefined) return undefined
  return sort.descending ? 'descending' : 'ascending'
}

const draggedType = 'application/x-escale-column'

function dragAndDrop(key: string, onMove: (key: string, toKey: string) => void) {
  return {
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(draggedType, key)
      event.dataTransfer.effectAllowed = 'move'
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(draggedType)) return
      event.preventDefault()
      event.currentTarget.dataset['over'] = 'true'
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      delete event.currentTarget.dataset['over']
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      delete event.currentTarget.dataset['over']
      const dropped = event.dataTransfer.getData(draggedType)
      if (dropped === '') return
      event.preventDefault()
      onMove(dropped, key)
    },
  }
}
