import styles from './diff-text.module.css'
import { useText } from './text.tsx'

interface DiffTextProps {
  /** What was there; nothing if the place was empty. */
  readonly before: string | null
  readonly after: string | null
}

/** A change: what was there and what stands there now, told apart by words for screen readers. */
export function DiffText({ before, after }: DiffTextProps) {
  const { t } = useText()
  const isSame = before === after
  if (isSame) return <span className={styles['same']}>{after ?? ''}</span>
  return (
    <span className={styles['diff']}>
      {before !== null && before !== '' && (
        <>
          <del className={styles['before']}>
            <span className="visually-hidden">{t('ui.diff.before')} </span>
            {before}
          </del>
          <span aria-hidden className={styles['arrow']}>
            →
          </span>
        </>
      )}
      <ins className={styles['after']}>
        <span className="visually-hidden">{t('ui.diff.after')} </span>
        {after === null || after === '' ? <em className={styles['empty']}>{t('ui.diff.emptied')}</em> : after}
      </ins>
    </span>
  )
}
