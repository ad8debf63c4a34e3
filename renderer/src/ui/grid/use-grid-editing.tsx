import { useState } from 'react'
import type { ListColumn, ListRow } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import { CellEditor } from './cell-editor.tsx'
import type { AfterEdit } from './cell-editor.tsx'
import { cellText, editText } from './cell-text.ts'
import styles from './grid.module.css'
import { fetchSelection, isSelected, selectedCount } from './grid-selection.ts'
import type { RowEdit } from './grid-row.tsx'
import type { GridProps } from './grid-types.ts'

interface Editing {
  readonly rowIndex: number
  readonly row: ListRow
  readonly column: ListColumn
  readonly text: string
  readonly problem: string | undefined
}

/** A text on its way to be saved; shown until the row comes back changed. */
interface Pending {
  readonly row: ListRow
  readonly columnKey: string
  readonly text: string
}

/** Older ones have long come back: a row that came back is another object, and its mark is no longer found. */
const maxPending = 30

export interface GridEditing {
  readonly isEditing: boolean
  readonly canEdit: (column: ListColumn) => boolean
  /** Starts editing a cell, with its own text or with what was typed on it. */
  readonly start: (rowIndex: number, column: ListColumn, typed?: string) => void
  /** Writes a text in a cell at once: Delete, or a value pasted. */
  readonly write: (rowIndex: number, column: ListColumn, text: string, toSelected: boolean) => void
  /** What is being written in a row. */
  readonly editsOf: (row: ListRow | undefined) => readonly RowEdit[] | undefined
}

/** Editing in place. `onLeave` says where the keyboard goes after the editor closes. */
export function useGridEditing(props: GridProps, onLeave: (after: AfterEdit) => void): GridEditing {
  const { source, selection, onEdit, readCell } = props
  const text = useText()
  const [editing, setEditing] = useState<Editing>()
  const [pending, setPending] = useState<readonly Pending[]>([])
  const canEdit = (column: ListColumn) => onEdit !== undefined && column.field !== undefined

  const idsFor = async (row: ListRow, toSelected: boolean): Promise<readonly string[]> => {
    const isSeveral =
      toSelected && isSelected(selection, row.id) && selectedCount(selection, source.total) > 1
    return isSeveral ? (await fetchSelection(source, selection)).map((other) => other.id) : [row.id]
  }
  const save = async (edit: Editing, toSelected: boolean) => {
    if (onEdit === undefined) return
    const mark: Pending = { row: edit.row, columnKey: edit.column.key, text: edit.text }
    setPending((before) => [...before.slice(-maxPending), mark])
    const problem = await onEdit(await idsFor(edit.row, toSelected), edit.column, edit.text)
    if (problem === undefined) return
    setPending((before) => before.filter((other) => other !== mark))
    setEditing({ ...edit, problem })
  }
  const commit = (after: AfterEdit, toSelected: boolean) => {
    if (editing === undefined) return
    setEditing(undefined)
    onLeave(after)
    const before = editText(editing.column, editing.row.cells[editing.column.key], text)
    if (editing.text !== before || toSelected) void save(editing, toSelected)
  }

  return {
    isEditing: editing !== undefined,
    canEdit,
    start: (rowIndex, column, typed) => {
      const row = source.rowAt(rowIndex)
      if (row === undefined || !canEdit(column)) return
      const isPicked = column.type === 'choice' || column.type === 'boolean'
      const own = editText(column, row.cells[column.key], text)
      setEditing({
        rowIndex,
        row,
        column,
        text: typed === undefined || isPicked ? own : typed,
        problem: undefined,
      })
    },
    write: (rowIndex, column, written, toSelected) => {
      const row = source.rowAt(rowIndex)
      if (row === undefined || !canEdit(column)) return
      void save({ rowIndex, row, column, text: written, problem: undefined }, toSelected)
    },
    editsOf: (row) => {
      if (row === undefined) return undefined
      const edits: RowEdit[] = pending
        .filter((mark) => mark.row === row)
        .map((mark) => ({
          columnKey: mark.columnKey,
          content: <span className={styles['saving']}>{pendingText(mark)}</span>,
        }))
      if (editing?.row.id === row.id)
        edits.unshift({ columnKey: editing.column.key, content: editor(editing) })
      return edits.length === 0 ? undefined : edits
    },
  }

  function editor(edit: Editing) {
    return (
      <CellEditor
        column={edit.column}
        text={edit.text}
        problem={edit.problem}
        readCell={readCell}
        onType={(typed) => setEditing({ ...edit, text: typed, problem: undefined })}
        onCommit={commit}
        onCancel={() => {
          setEditing(undefined)
          onLeave('stay')
        }}
      />
    )
  }
  function pendingText(mark: Pending): string {
    const column = props.columns.find((other) => other.key === mark.columnKey)
    if (column === undefined) return mark.text
    if (column.type === 'boolean') return mark.text === '' ? '' : cellText(column, mark.text === 'true', text)
    return column.type === 'choice' ? cellText(column, mark.text, text) : mark.text
  }
}
