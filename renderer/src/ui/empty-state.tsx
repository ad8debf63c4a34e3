import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** What is said where there is nothing yet: what this place is for, and what to do next. */
export function EmptyState(props: {
  readonly title: string
  readonly text?: ReactNode
  readonly icon?: ReactNode
  /** The next steps: buttons, the main one first. */
  readonly children?: ReactNode
}) {
  return (
    <div className={styles['empty']}>
      {props.icon !== undefined && <div className={styles['icon']}>{props.icon}</div>}
      <p className={styles['title']}>{props.title}</p>
      {props.text !== undefined && <div className={styles['text']}>{props.text}</div>}
      {props.children !== undefined && <div className={styles['actions']}>{props.children}</div>}
    </div>
  )
}
