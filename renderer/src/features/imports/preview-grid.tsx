import { Switch } from '@mantine/core'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CSSProperties, ClipboardEvent, KeyboardEvent, MouseEvent } from 'react'
import type { ImportView, RowOutcome } from '#shared/contract/imports.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { CellInspector } from './cell-inspector.tsx'
import { targetWord } from './import-words.ts'
import { countOf } from './outcome.ts'
import { pinnedColumns, previewColumns, totalWidthPx } from './preview-columns.ts'
import type { PreviewColumn } from './preview-columns.ts'
import styles from './preview-grid.module.css'
import { PreviewHeader } from './preview-header.tsx'
import { placeAfterKey } from './preview-keys.ts'
import { PreviewRowView } from './preview-row.tsx'
import { useActivePlace } from './use-active-place.ts'
import { usePreviewRows } from './use-preview-rows.ts'
import { columnsOnScreen, rowsOnScreen, useScrollWindow } from './use-scroll-window.ts'

const rowPx = 32
const headerPx = 46
const measures = { rowPx, headerPx, pinned: pinnedColumns }
/** Rows shown above the first row of data: the header and the line over it. */
const rowsBefore = 3

/** What other parts of the screen ask of the preview; each new object is a new request. */
export interface Reveal {
  /** The row's number in the file; the row where the keyboard is when it is left out. */
  readonly row?: number
  /** The place of a column in the file. */
  readonly column: number | undefined
  readonly takesFocus: boolean
}

interface PreviewGridProps {
  readonly view: ImportView
  readonly outcome: RowOutcome | null
  readonly isUpdating: boolean
  /** The header of a column of the file was chosen. */
  readonly onColumn: (columnIndex: number) => void
  readonly reveal: Reveal | undefined
}

/** The rows of the file with what each would do. Only those on screen are drawn and asked for. */
export function PreviewGrid({ view, outcome, isUpdating, onColumn, reveal }: PreviewGridProps) {
  const { t } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const [firstRow] = useState(outcome === null ? (view.headerRows?.[1] ?? 0) : 0)
  // What stands before the data, often many lines of instructions, is scrolled away to begin with.
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: Math.max(firstRow - rowsBefore, 0) * rowPx })
  }, [firstRow])
  const [isWhole, setWhole] = useState(true)
  const [revealed, setRevealed] = useState<Reveal>()
  const total = countOf(view.counts, outcome)
  const columns = useMemo(
    () =>
      previewColumns(view, outcome, isWhole, ({ target }) => (target === null ? '' : targetWord(t, target))),
    [view, outcome, isWhole, t],
  )
  const shown = useScrollWindow(scroller, total, rowPx, headerPx)
  const { active, goTo } = useActivePlace(scroller, total, columns, measures, firstRow)
  const rows = usePreviewRows(view.importId, outcome, total, shown.firstRow, shown.lastRow)
  const drawn = columnsOnScreen(columns, shown, pinnedColumns, active.column)
  const markedIndex = reveal?.takesFocus === false ? reveal.column : undefined
  if (reveal !== undefined && reveal !== revealed) {
    const column = placeOfFileColumn(columns, reveal.column)
    // A column that is not read may be hidden: it is shown first, and found when drawn again.
    if (column === undefined && reveal.column !== undefined && !isWhole) setWhole(true)
    else {
      setRevealed(reveal)
      const row = reveal.row === undefined ? active.row : reveal.row - 1
      goTo({ row, column: column ?? 1 }, reveal.takesFocus)
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const size = { rows: total, columns: columns.length, pageRows: shown.pageRows }
    const next = placeAfterKey(active, event.key, event.ctrlKey || event.metaKey, size)
    if (next !== undefined) {
      event.preventDefault()
      goTo(next, true)
    } else if (event.key === 'Enter' || event.key === ' ') openColumn(event, active.row, active.column)
  }
  const openColumn = (event: KeyboardEvent | MouseEvent, row: number, column: number) => {
    const chosen = columns[column]
    if (row !== -1 || chosen?.kind !== 'file') return
    event.preventDefault()
    onColumn(chosen.file.index)
  }
  const onCopy = (event: ClipboardEvent) => {
    const column = columns[active.column]
    const text = column?.kind === 'file' ? rows.rowAt(active.row)?.cells[column.file.index]?.text : undefined
    if (text === undefined || document.getSelection()?.isCollapsed === false) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', text)
  }
  return (
    <div className={styles['grid']}>
      <div
        ref={scroller}
        role="grid"
        aria-label={t('importing.preview')}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-busy={isUpdating}
        aria-readonly
        className={styles['scroller']}
        style={placing(columns)}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onMouseDown={(event) => {
          const place = placeOf(event)
          if (place !== undefined) goTo(place, true)
        }}
        onClick={(event) => {
          const place = placeOf(event)
          if (place !== undefined) openColumn(event, place.row, place.column)
        }}
      >
        <PreviewHeader
          columns={columns}
          drawn={drawn}
          markedIndex={markedIndex}
          activeColumn={active.row === -1 ? active.column : -1}
        />
        <div role="rowgroup" className={styles['rows']} style={{ height: total * rowPx }}>
          {rowsOnScreen(shown, active.row, total).map((index) => (
            <PreviewRowView
              key={index}
              index={index}
              topPx={index * rowPx}
              row={rows.rowAt(index)}
              columns={columns}
              drawn={drawn.join()}
              markedIndex={markedIndex}
              activeColumn={index === active.row ? active.column : -1}
            />
          ))}
        </div>
        {total === 0 && <p className={styles['none']}>{t(`importing.preview.none.${outcome ?? 'all'}`)}</p>}
        {rows.error !== null && <RowsFailed error={rows.error} onRetry={rows.retry} />}
      </div>
      <CellInspector
        column={columns[active.column]}
        row={rows.rowAt(active.row)}
        extra={
          view.columns.some((column) => column.target === null) && (
            <Switch
              label={t('importing.preview.allColumns')}
              checked={isWhole}
              onChange={(event) => setWhole(event.currentTarget.checked)}
            />
          )
        }
      />
    </div>
  )
}

function RowsFailed({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useText()
  const refusalText = useRefusalText()
  return (
    <div className={styles['failed']}>
      <EmptyState title={refusalText(refusalOf(error))}>
        <button type="button" onClick={onRetry}>
          {t('ui.retry')}
        </button>
      </EmptyState>
    </div>
  )
}

function placeOfFileColumn(columns: readonly PreviewColumn[], index: number | undefined): number | undefined {
  const place = columns.findIndex((column) => column.kind === 'file' && column.file.index === index)
  return place === -1 ? undefined : place
}

/** Places and widths of the columns as CSS variables. */
function placing(columns: readonly PreviewColumn[]): CSSProperties {
  const variables: Record<string, string> = { '--columns-width': `${totalWidthPx(columns)}px` }
  columns.forEach((column, index) => {
    variables[`--x${index}`] = `${column.startPx}px`
    variables[`--w${index}`] = `${column.widthPx}px`
  })
  return variables
}

function placeOf({ target, currentTarget }: MouseEvent): { row: number; column: number } | undefined {
  if (!(target instanceof Element) || !currentTarget.contains(target)) return undefined
  const cell = target.closest('[data-column]')
  const row = target.closest('[data-row]')
  if (!(cell instanceof HTMLElement) || !(row instanceof HTMLElement)) return undefined
  return { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) }
}
