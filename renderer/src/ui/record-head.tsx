import type { ReactNode } from 'react'
import styles from './record-head.module.css'

interface RecordHeadProps {
  readonly title: string
  /** What kind of record it is, above the title. */
  readonly kind?: string
  /** States and marks below the title. */
  readonly badges?: ReactNode
  /** What can be done with the record. */
  readonly actions?: ReactNode
}

/** The head of a record, in the pane beside a list or on a page of its own. */
export function RecordHead({ title, kind, badges, actions }: RecordHeadProps) {
  return (
    <header className={styles['head']}>
      {kind !== undefined && <div className={styles['kind']}>{kind}</div>}
      <h2 className={styles['title']}>{title}</h2>
      {badges !== undefined && <div className={styles['badges']}>{badges}</div>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </header>
  )
}
