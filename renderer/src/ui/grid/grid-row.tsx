import { memo } from 'react'
import type { ReactNode } from 'react'
import type { ListColumn, ListRow } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import type { Text } from '#renderer/ui/text.tsx'
import { cellText, isNumeric } from './cell-text.ts'
import styles from './grid.module.css'
import type { CellRenderer } from './grid-types.ts'

export interface CellColumn {
  readonly column: ListColumn
  /** Its place among the columns shown; the variables `--x` and `--w` of that number place the cell. */
  readonly index: number
  readonly isEditable: boolean
  readonly render: CellRenderer | undefined
}

/** What is being written in a row: the editor that stands in one cell, and the texts on their way to be saved. */
export interface RowEdit {
  readonly columnKey: string
  readonly content: ReactNode
}

interface GridRowProps {
  readonly index: number
  readonly topPx: number
  readonly row: ListRow | undefined
  readonly columns: readonly CellColumn[]
  readonly isSelected: boolean
  readonly isOpen: boolean
  /** The column where the keyboard is, 0 for the tick box; -1 if it is in another row. */
  readonly activeColumn: number
  readonly canOpen: boolean
  readonly edits: readonly RowEdit[] | undefined
}

/** One row: plain elements and no handlers of its own, the grid listens for all of them. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const text = useText()
  const { row, index, activeColumn } = props
  return (
    <div
      role="row"
      className={styles['row']}
      style={{ top: props.topPx }}
      data-row={index}
      data-open={props.isOpen || undefined}
      data-written={props.edits !== undefined || undefined}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      aria-busy={row === undefined || undefined}
    >
      <div
        role="gridcell"
        className={styles['tick']}
        aria-colindex={1}
        data-column={0}
        {...activeCell(activeColumn === 0)}
      >
        {row !== undefined && (
          <input
            type="checkbox"
            tabIndex={-1}
            readOnly
            checked={props.isSelected}
            aria-label={text.t('ui.grid.selectRow', { number: index + 1 })}
          />
        )}
      </div>
      {props.columns.map((cell) => (
        <Cell key={cell.column.key} cell={cell} text={text} {...props} />
      ))}
    </div>
  )
})

function Cell(props: GridRowProps & { readonly cell: CellColumn; readonly text: Text }) {
  const { cell, row, text } = props
  const { column, index } = cell
  const isFirst = index === 0
  const edit = props.edits?.find((other) => other.columnKey === column.key)
  return (
    <div
      role="gridcell"
      className={isFirst ? styles['first'] : styles['cell']}
      style={isFirst ? undefined : { left: `var(--x${index})`, width: `var(--w${index})` }}
      data-column={index + 1}
      data-type={column.type}
      data-number={isNumeric(column) || undefined}
      aria-colindex={index + 2}
      aria-readonly={!cell.isEditable}
      {...activeCell(props.activeColumn === index + 1)}
    >
      {row === undefined ? (
        <span className={styles['skeleton']} />
      ) : edit === undefined ? (
        <span className={styles['value']} data-opens={(isFirst && props.canOpen) || undefined}>
          {cell.render === undefined
            ? cellText(column, row.cells[column.key], text)
            : cell.render(row.cells[column.key] ?? null, row)}
        </span>
      ) : (
        edit.content
      )}
    </div>
  )
}

/** The one cell that the Tab key reaches; arrow keys move it. */
function activeCell(isActive: boolean) {
  return isActive ? { tabIndex: 0, 'data-active-cell': true } : {}
}
