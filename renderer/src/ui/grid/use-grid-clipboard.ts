import type { ClipboardEvent } from 'react'
import type { ListCell, ListColumn, ListRow } from '#shared/lists/types.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { Text } from '#renderer/ui/text.tsx'
import { cellText, editText, isNumeric } from './cell-text.ts'
import { parseTabbedText, toHtmlTable, toTabbedText } from './grid-clipboard.ts'
import type { CopiedCell } from './grid-clipboard.ts'
import { fetchSelection, loadedSelection, selectedCount } from './grid-selection.ts'
import type { GridPlace, GridProps } from './grid-types.ts'
import type { GridEditing } from './use-grid-editing.tsx'

interface GridClipboard {
  readonly onCopy: (event: ClipboardEvent) => void
  readonly onPaste: (event: ClipboardEvent) => void
  /** Copies the rows selected under a line with the names of the columns. */
  readonly copyWithHeader: () => void
}

/** Copying to and pasting from spreadsheets. */
export function useGridClipboard(
  props: GridProps,
  shown: readonly ListColumn[],
  active: GridPlace,
  editing: GridEditing,
): GridClipboard {
  const text = useText()
  const notices = useNotices()
  const { source, selection } = props
  const fail = (key: 'ui.grid.copyFailed' | 'ui.grid.pasteFailed') => (error: unknown) =>
    notices.fail({ text: text.t(key), details: String(error) })
  const linesOf = (rows: readonly ListRow[]) =>
    rows.map((row) => shown.map((column) => copiedCell(column, row.cells[column.key], text)))
  const header = shown.map((column) => ({ text: text.t(column.label), isNumber: false }))

  const onCopy = (event: ClipboardEvent) => {
    if (editing.isEditing || active.row < 0) return
    event.preventDefault()
    if (selectedCount(selection, source.total) === 0) {
      const column = shown[active.column - 1]
      const row = source.rowAt(active.row)
      if (column !== undefined && row !== undefined)
        writeEvent(event, [[copiedCell(column, row.cells[column.key], text)]])
      return
    }
    const rows = loadedSelection(source, selection)
    if (rows !== undefined) writeEvent(event, linesOf(rows))
    else writeLater(fetchSelection(source, selection).then(linesOf)).catch(fail('ui.grid.copyFailed'))
  }
  const paste = async (cells: readonly (readonly string[])[]) => {
    const first = shown[active.column - 1]
    if (first === undefined) return
    const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined
    if (only !== undefined) {
      editing.write(active.row, first, only, true)
      return
    }
    const last = Math.min(active.row + cells.length, source.total) - 1
    const rows = await source.fetchRows(active.row, last)
    const widest = Math.max(...cells.map((line) => line.length))
    await props.onPaste?.({
      firstRow: active.row,
      rowIds: rows.map((row) => row.id),
      columns: shown.slice(active.column - 1, active.column - 1 + widest),
      cells,
    })
  }
  return {
    onCopy,
    onPaste: (event) => {
      if (editing.isEditing || active.row < 0 || active.column === 0 || props.onPaste === undefined) return
      event.preventDefault()
      const pasted = event.clipboardData.getData('text/plain')
      if (pasted !== '') paste(parseTabbedText(pasted)).catch(fail('ui.grid.pasteFailed'))
    },
    copyWithHeader: () => {
      const lines = fetchSelection(source, selection).then((rows) => [header, ...linesOf(rows)])
      writeLater(lines).then(
        () =>
          notices.say({ text: text.t('ui.grid.copied', { count: selectedCount(selection, source.total) }) }),
        fail('ui.grid.copyFailed'),
      )
    },
  }
}

/** Days are copied as `2026-04-03`, which every spreadsheet reads as that day; figures without separators. */
function copiedCell(column: ListColumn, value: ListCell | undefined, text: Text): CopiedCell {
  if (column.type === 'date' && typeof value === 'string')
    return { text: value, isNumber: /^\d{4}-\d\d-\d\d$/.test(value) }
  if (isNumeric(column) && typeof value === 'number')
    return { text: editText(column, value, text), isNumber: true }
  return { text: cellText(column, value, text), isNumber: false }
}

function writeEvent(event: ClipboardEvent, lines: readonly (readonly CopiedCell[])[]): void {
  event.clipboardData.setData('text/plain', toTabbedText(lines))
  event.clipboardData.setData('text/html', toHtmlTable(lines))
}

/**
 * Writes once the rows are here, by a copy event of our own: `navigator.clipboard.write` passes HTML through the
 * page's security policy, which takes away the styles that keep texts texts in Excel.
 */
async function writeLater(lines: Promise<readonly (readonly CopiedCell[])[]>): Promise<void> {
  const ready = await lines
  const write = (event: globalThis.ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', toTabbedText(ready))
    event.clipboardData?.setData('text/html', toHtmlTable(ready))
  }
  window.addEventListener('copy', write, { capture: true, once: true })
  const isWritten = document.execCommand('copy')
  window.removeEventListener('copy', write, { capture: true })
  // Refused when the key press is too long ago, after a very long list: the text alone can still be written.
  if (!isWritten) await navigator.clipboard.writeText(toTabbedText(ready))
}
