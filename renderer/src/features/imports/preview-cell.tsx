import { IconAlertTriangleFilled, IconCircleXFilled, IconSparkles } from '@tabler/icons-react'
import type { PreviewRow } from '#shared/contract/imports.ts'
import { rowIssueText } from '#shared/text/import-text.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './preview-grid.module.css'
import { readWords } from './read-words.ts'

type Cell = PreviewRow['cells'][number]

const icons = { error: IconCircleXFilled, warning: IconAlertTriangleFilled, cleaned: IconSparkles } as const

/** A cell as the file has it; what it changes as old and new value; what is wrong with it as a shape and a sentence. */
export function PreviewCell({
  cell,
  target,
}: {
  readonly cell: Cell | undefined
  readonly target: string | null
}) {
  const { t, format } = useText()
  if (cell === undefined) return null
  const { problem } = cell
  if (problem === undefined) return <CellValue cell={cell} target={target} />
  const Icon = icons[problem.severity]
  const said = rowIssueText(t, format, problem)
  return (
    <span className={styles['problem']} data-severity={problem.severity} title={said}>
      <Icon size={14} className={styles['problemIcon']} aria-hidden />
      <CellValue cell={cell} target={target} />
      <span className="visually-hidden"> {t(`importing.preview.problem.${problem.severity}`, { said })}</span>
    </span>
  )
}

/** What the file says, beside what it was read as where a reader could not tell; or the old and the new value. */
function CellValue({ cell, target }: { readonly cell: Cell; readonly target: string | null }) {
  const { t, format } = useText()
  const said = (value: string) =>
    value === '' ? t('importing.preview.blank') : (readWords(target, value, format) ?? value)
  if (cell.after !== undefined)
    return (
      <span className={styles['change']}>
        <span className="visually-hidden">{t('ui.diff.before')} </span>
        {cell.before === undefined || cell.before === '' ? (
          <del className="visually-hidden">{t('importing.preview.blank')}</del>
        ) : (
          <del className={styles['before']}>{said(cell.before)}</del>
        )}
        <span aria-hidden>→</span>
        <span className="visually-hidden"> {t('ui.diff.after')} </span>
        <ins className={styles['after']}>{said(cell.after)}</ins>
      </span>
    )
  const read = cell.read === undefined ? undefined : readWords(target, cell.read, format)
  return (
    <>
      <span className={styles['text']}>{cell.text}</span>
      {read !== undefined && foldText(read) !== foldText(cell.text) && (
        <span className={styles['read']}>{read}</span>
      )}
    </>
  )
}
