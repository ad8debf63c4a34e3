import type { ReactNode } from 'react'
import type { PreviewRow } from '#shared/contract/imports.ts'
import { rowIssueText } from '#shared/text/import-text.ts'
import { DiffText } from '#renderer/ui/diff-text.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { targetWord } from './import-words.ts'
import type { PreviewColumn } from './preview-columns.ts'
import styles from './cell-inspector.module.css'
import { reasonOf } from './preview-row.tsx'
import { readWords } from './read-words.ts'

/**
 * The cell where the keyboard is, in full: its address, what is written there, what it is read as, and what is to be
 * said of it. The grid says the same to screen readers in the cell itself.
 */
export function CellInspector(props: {
  readonly column: PreviewColumn | undefined
  readonly row: PreviewRow | undefined
  readonly extra: ReactNode
}) {
  const { column, row } = props
  return (
    <div className={styles['line']}>
      <div className={styles['said']}>
        {column !== undefined && row !== undefined && <Inspected column={column} row={row} />}
      </div>
      {props.extra}
    </div>
  )
}

function Inspected({ column, row }: { readonly column: PreviewColumn; readonly row: PreviewRow }) {
  const { t, format } = useText()
  if (column.kind !== 'file')
    return (
      <>
        <span className={styles['place']}>{t('importing.findings.row', { row: row.number })}</span>
        <span className={styles['value']}>
          {[t(`imports.outcome.${row.outcome}`), reasonOf(t, row)]
            .filter((words) => words !== '')
            .join(' · ')}
        </span>
      </>
    )
  const { file } = column
  const cell = row.cells[file.index]
  const { problem } = cell ?? {}
  const said = (value: string) => readWords(file.target, value, format) ?? value
  return (
    <>
      <span className={styles['place']}>
        {file.letter}
        {row.number}
      </span>
      <span className={styles['target']}>
        {file.target === null ? t('importing.preview.notRead') : targetWord(t, file.target)}
      </span>
      <span className={styles['value']}>
        {cell?.after === undefined ? (
          (cell?.text ?? '')
        ) : (
          <DiffText before={said(cell.before ?? '')} after={said(cell.after)} />
        )}
      </span>
      {cell?.read !== undefined && cell.after === undefined && (
        <span className={styles['read']}>
          {t('importing.preview.read')} <b>{readWords(file.target, cell.read, format) ?? cell.read}</b>
        </span>
      )}
      {problem !== undefined && (
        <span className={styles['problem']} data-severity={problem.severity}>
          {rowIssueText(t, format, problem)}
        </span>
      )}
    </>
  )
}
