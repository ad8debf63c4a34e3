import { useText } from '#renderer/ui/text.tsx'
import { headerOf, targetWord } from './import-words.ts'
import { pinnedColumns } from './preview-columns.ts'
import type { PreviewColumn } from './preview-columns.ts'
import styles from './preview-grid.module.css'

/** The names of the columns: what each is read as, and below it what the file calls it. */
export function PreviewHeader(props: {
  readonly columns: readonly PreviewColumn[]
  readonly drawn: readonly number[]
  readonly markedIndex: number | undefined
  readonly activeColumn: number
}) {
  return (
    <div role="rowgroup" className={styles['head']}>
      <div role="row" aria-rowindex={1} data-row={-1} className={styles['headRow']}>
        {props.drawn.map((index) => {
          const column = props.columns[index]
          if (column === undefined) return null
          const isMarked = column.kind === 'file' && column.file.index === props.markedIndex
          return (
            <div
              key={index}
              role="columnheader"
              aria-colindex={index + 1}
              data-column={index}
              data-marked={isMarked || undefined}
              data-file={column.kind === 'file' || undefined}
              className={index < pinnedColumns ? styles['pinnedHead'] : styles['headCell']}
              style={{ left: `var(--x${index})`, width: `var(--w${index})` }}
              {...(props.activeColumn === index ? { tabIndex: 0, 'data-active-cell': true } : {})}
            >
              <HeaderWords column={column} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

const titles = {
  row: 'importing.preview.row',
  outcome: 'importing.outcome',
  reason: 'importing.preview.reason',
} as const

function HeaderWords({ column }: { readonly column: PreviewColumn }) {
  const { t } = useText()
  if (column.kind !== 'file') return <span className={styles['target']}>{t(titles[column.kind])}</span>
  const { file } = column
  const programme = file.target === 'places' && file.programme ? ` · ${file.programme}` : ''
  return (
    <>
      <span className={styles['target']} data-unread={file.target === null || undefined}>
        {file.target === null ? t('importing.preview.notRead') : targetWord(t, file.target) + programme}
      </span>
      <span className={styles['written']}>
        {file.letter} · {headerOf(t, file)}
      </span>
    </>
  )
}
