import { useRef } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ListColumn } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import type { Text } from '#renderer/ui/text.tsx'
import { cellText, editText } from './cell-text.ts'
import styles from './cell-editor.module.css'
import type { CellReading } from './grid-types.ts'

/** Where the keyboard goes once the cell is edited. */
export type AfterEdit = 'elsewhere' | 'stay' | 'down' | 'left' | 'right'

export interface CellEditorProps {
  readonly column: ListColumn
  readonly text: string
  readonly problem: string | undefined
  readonly readCell: (column: ListColumn, text: string) => CellReading
  readonly onType: (text: string) => void
  /** `toAll` asks to write the text in all selected rows, as Ctrl Enter does in Excel. */
  readonly onCommit: (after: AfterEdit, toAll: boolean) => void
  readonly onCancel: () => void
}

/** The editor that stands in the cell: a text or a choice. What was understood, or the problem, is said below it. */
export function CellEditor(props: CellEditorProps) {
  const { column, text, onType, onCommit, onCancel } = props
  const words = useText()
  const isDone = useRef(false)
  const commit = (after: AfterEdit, toAll = false) => {
    isDone.current = true
    onCommit(after, toAll)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      isDone.current = true
      event.preventDefault()
      onCancel()
    }
    if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault()
      if (event.key === 'Enter') commit('down', event.ctrlKey || event.metaKey)
      else commit(event.shiftKey ? 'left' : 'right')
    }
  }
  const common = {
    className: styles['control'],
    'aria-label': words.t(column.label),
    'aria-invalid': props.problem !== undefined,
    'aria-describedby': 'cell-editor-hint',
    value: text,
    onKeyDown,
    onBlur: () => {
      if (!isDone.current) commit('elsewhere')
    },
  }
  const choices = choicesOf(column, words)
  return (
    <div className={styles['editor']} data-editor>
      {choices === undefined ? (
        <input ref={focusAtEnd} {...common} onChange={(event) => onType(event.target.value)} />
      ) : (
        <select ref={focusAtEnd} {...common} onChange={(event) => onType(event.target.value)}>
          <option value="" />
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
      <div
        ref={keepInGrid}
        id="cell-editor-hint"
        className={styles['hint']}
        data-problem={props.problem !== undefined}
        aria-live="polite"
      >
        {hint(props, words)}
      </div>
    </div>
  )
}

/** What is said below a cell on the right half of the grid grows to the left: the grid would cut it off. */
function keepInGrid(below: HTMLElement | null): void {
  const cell = below?.parentElement?.getBoundingClientRect()
  const grid = below?.closest('[role=grid]')?.getBoundingClientRect()
  if (below === null || cell === undefined || grid === undefined) return
  below.dataset['side'] = cell.left + cell.right > grid.left + grid.right ? 'end' : 'start'
}

/** Runs once, when the control appears: a stable function is not called again by React. */
function focusAtEnd(control: HTMLInputElement | HTMLSelectElement | null): void {
  control?.focus({ preventScroll: true })
  if (control instanceof HTMLInputElement)
    control.setSelectionRange(control.value.length, control.value.length)
}

function choicesOf(column: ListColumn, text: Text): readonly { value: string; label: string }[] | undefined {
  if (column.type === 'boolean') {
    return ['true', 'false'].map((value) => ({ value, label: cellText(column, value === 'true', text) }))
  }
  if (column.type !== 'choice') return undefined
  return (column.choices ?? []).map(({ value }) => ({ value, label: cellText(column, value, text) }))
}

/** The problem; or how the text was read, where that is not what was typed. */
function hint({ column, text, problem, readCell }: CellEditorProps, words: Text): ReactNode {
  if (problem !== undefined) return problem
  if (text.trim() === '' || column.type === 'choice' || column.type === 'boolean') return null
  const reading = readCell(column, text)
  if ('problem' in reading) return reading.problem
  const day = column.type === 'date' && typeof reading.value === 'string' ? reading.value : undefined
  const read = day === undefined ? cellText(column, reading.value, words) : words.format.dateInWords(day)
  const isAsTyped = read === text || editText(column, reading.value, words) === text
  return isAsTyped && day === undefined ? null : `→ ${read}`
}
