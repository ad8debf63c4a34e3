import { memo } from 'react'
import type { PreviewRow } from '#shared/contract/imports.ts'
import { sayKey } from '#shared/text/import-text.ts'
import { useText } from '#renderer/ui/text.tsx'
import { outcomeIcons } from './outcome.ts'
import { PreviewCell } from './preview-cell.tsx'
import { isCount, pinnedColumns, plainOutcomePx } from './preview-columns.ts'
import type { PreviewColumn } from './preview-columns.ts'
import styles from './preview-grid.module.css'

interface PreviewRowProps {
  readonly index: number
  readonly topPx: number
  readonly row: PreviewRow | undefined
  readonly columns: readonly PreviewColumn[]
  /** Places of the columns to draw, joined by commas: a text compares equal where a new array would not. */
  readonly drawn: string
  readonly markedIndex: number | undefined
  /** The column where the keyboard is; -1 if it is in another row. */
  readonly activeColumn: number
}

/** One row of the file: its number, its outcome as shape and word, why, and its cells. */
export const PreviewRowView = memo(function PreviewRowView(props: PreviewRowProps) {
  const { row, columns, activeColumn } = props
  const firstFile = columns.findIndex((column) => column.kind === 'file')
  const alone = row === undefined ? undefined : textAlone(row)
  // A text alone takes the element of the cell where the keyboard is: the focus would be lost with another one.
  const aloneAt = Math.max(activeColumn, firstFile)
  const drawn = [...new Set([...props.drawn.split(',').map(Number), aloneAt])].filter(
    (index) => alone === undefined || index < firstFile || index === aloneAt,
  )
  return (
    <div
      role="row"
      className={styles['row']}
      style={{ top: props.topPx }}
      data-row={props.index}
      data-outcome={row?.outcome}
      aria-rowindex={props.index + 2}
      aria-busy={row === undefined || undefined}
    >
      {drawn.map((index) => {
        const isAlone = alone !== undefined && index >= firstFile
        return (
          <Cell
            key={index}
            row={row}
            columns={columns}
            index={isAlone ? firstFile : index}
            alone={isAlone ? alone : undefined}
            isActive={index === activeColumn}
            markedIndex={props.markedIndex}
          />
        )
      })}
    </div>
  )
})

interface CellProps {
  readonly row: PreviewRow | undefined
  readonly columns: readonly PreviewColumn[]
  readonly index: number
  /** A text that takes the place of all cells of the file. */
  readonly alone: string | undefined
  readonly isActive: boolean
  readonly markedIndex: number | undefined
}

function Cell({ row, columns, index, alone, isActive, markedIndex }: CellProps) {
  const column = columns[index]
  if (column === undefined) return null
  const file = column.kind === 'file' && alone === undefined ? column.file : undefined
  return (
    <div
      role={column.kind === 'row' ? 'rowheader' : 'gridcell'}
      aria-colindex={index + 1}
      aria-colspan={alone === undefined ? undefined : columns.length - index}
      data-column={index}
      data-kind={column.kind}
      data-alone={alone !== undefined || undefined}
      data-number={(file !== undefined && isCount(file.target)) || undefined}
      data-marked={(file !== undefined && file.index === markedIndex) || undefined}
      data-unread={file?.target === null || undefined}
      className={index < pinnedColumns ? styles['pinned'] : styles['cell']}
      style={{ left: `var(--x${index})`, width: alone === undefined ? `var(--w${index})` : 'auto' }}
      {...activeCell(isActive)}
    >
      {row === undefined ? (
        <span className={styles['skeleton']} />
      ) : alone === undefined ? (
        <Content column={column} row={row} />
      ) : (
        <span className={styles['text']}>{alone}</span>
      )}
    </div>
  )
}

/** The one cell that the Tab key reaches; arrow keys move it. */
function activeCell(isActive: boolean) {
  return isActive ? { tabIndex: 0, 'data-active-cell': true } : {}
}

/** The text of a title, a footer or a remark, which stands alone in its row and belongs to no column. */
function textAlone(row: PreviewRow): string | undefined {
  if (row.outcome !== 'not-data') return undefined
  const [first, second] = row.cells.filter(({ text }) => text.trim() !== '')
  return second === undefined && first !== undefined && /\p{L}/u.test(first.text) ? first.text : undefined
}

function Content({ column, row }: { readonly column: PreviewColumn; readonly row: PreviewRow }) {
  const { t, format } = useText()
  if (column.kind === 'file')
    return <PreviewCell cell={row.cells[column.file.index]} target={column.file.target} />
  if (column.kind === 'row') return <>{format.integer(row.number)}</>
  if (column.kind === 'reason') return <span className={styles['text']}>{reasonOf(t, row)}</span>
  const Icon = outcomeIcons[row.outcome]
  return (
    <>
      <Icon size={15} stroke={1.9} className={styles['outcomeIcon']} aria-hidden />
      <span className={styles['outcome']}>{t(`imports.outcome.${row.outcome}`)}</span>
      {column.widthPx > plainOutcomePx && (
        <span className={styles['why']} title={reasonOf(t, row)}>
          {reasonOf(t, row)}
        </span>
      )}
    </>
  )
}

/** Why a row is what it is, in words. */
export function reasonOf(t: ReturnType<typeof useText>['t'], row: PreviewRow): string {
  return row.reason === null ? '' : sayKey(t, `imports.reason.${row.reason}`, row.reasonParams)
}
