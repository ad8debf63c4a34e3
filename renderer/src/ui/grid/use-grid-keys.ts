import type { KeyboardEvent } from 'react'
import { isMac } from '#renderer/ui/key-hint.tsx'
import { moveColumn, moveInGrid, toggleSort } from './grid-navigation.ts'
import type { GridSize } from './grid-navigation.ts'
import { everythingSelected, nothingSelected, selectedCount, withAllToggled } from './grid-selection.ts'
import type { GridPlace, GridProps } from './grid-types.ts'
import type { GridColumns } from './use-grid-columns.ts'
import type { GridEditing } from './use-grid-editing.tsx'

const widthStepPx = 16

interface GridKeyTools {
  readonly props: GridProps
  readonly columns: GridColumns
  readonly size: GridSize
  readonly active: GridPlace
  readonly editing: GridEditing
  readonly goTo: (place: GridPlace) => void
  readonly extendTo: (row: number) => void
  readonly toggleRow: (row: number) => void
  readonly openRow: (row: number) => void
  readonly openMenu: (columnKey: string) => void
}

/** What the keys do in the grid; says whether the key was taken. */
export function pressInGrid(tools: GridKeyTools, event: KeyboardEvent): boolean {
  const isMod = isMac() ? event.metaKey : event.ctrlKey
  if (tools.active.row === -1 && pressInHeader(tools, event)) return true
  if (isMod && event.key.toLowerCase() === 'a') {
    tools.props.onSelectionChange(everythingSelected)
    return true
  }
  if (!event.altKey) {
    const place = moveInGrid({ key: event.key, isMod }, tools.active, tools.size)
    if (place !== undefined) {
      if (event.shiftKey && place.row !== tools.active.row && place.row >= 0) tools.extendTo(place.row)
      tools.goTo(place)
      return true
    }
  }
  return tools.active.row >= 0 && !isMod && !event.altKey && pressInRow(tools, event)
}

function pressInRow(tools: GridKeyTools, event: KeyboardEvent): boolean {
  const { active, columns, editing, props } = tools
  const column = columns.shown[active.column - 1]?.column
  switch (event.key) {
    case 'Enter':
      if (column === undefined) tools.toggleRow(active.row)
      else tools.openRow(active.row)
      return true
    case ' ':
      tools.toggleRow(active.row)
      return true
    case 'Escape':
      if (props.openRowId !== undefined || selectedCount(props.selection, props.source.total) === 0)
        return false
      props.onSelectionChange(nothingSelected)
      return true
    default:
  }
  if (column === undefined || !editing.canEdit(column)) return false
  if (event.key === 'F2') editing.start(active.row, column)
  else if (event.key === 'Delete') editing.write(active.row, column, '', false)
  else if (event.key === 'Backspace') editing.start(active.row, column, '')
  else if (event.key.length === 1 && !event.nativeEvent.isComposing)
    editing.start(active.row, column, event.key)
  else return false
  return true
}

function pressInHeader(tools: GridKeyTools, event: KeyboardEvent): boolean {
  const { active, columns, props } = tools
  const placed = columns.shown[active.column - 1]
  if (placed === undefined) {
    if (event.key !== ' ' && event.key !== 'Enter') return false
    props.onSelectionChange(withAllToggled(props.selection, props.source.total))
    return true
  }
  const { key } = placed.column
  const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0
  if (event.altKey && step !== 0) {
    if (event.shiftKey) columns.setWidth(key, placed.widthPx + step * widthStepPx)
    else shiftColumn(tools, key, step)
    return true
  }
  if ((event.altKey && event.key === 'ArrowDown') || event.key === 'ContextMenu' || event.key === 'F2') {
    tools.openMenu(key)
    return true
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false
  props.onViewChange({ ...props.view, sort: toggleSort(props.view.sort, key, event.shiftKey) })
  return true
}

/** Moves a column past its neighbour among those shown; the keyboard moves with it. */
function shiftColumn({ active, columns, props, goTo }: GridKeyTools, key: string, by: -1 | 1): void {
  const other = columns.shown[active.column - 1 + by]?.column.key
  if (other === undefined) return
  const order = columns.ordered.map((column) => column.key)
  props.onViewChange({ ...props.view, columnOrder: moveColumn(order, key, other) })
  goTo({ row: -1, column: active.column + by })
}
