import type { ReactNode } from 'react'
import type { StatusTone } from './status-badge.tsx'
import styles from './stat.module.css'
import { useText } from './text.tsx'

interface StatProps {
  readonly label: string
  /** A number is written in the user's language; a text is shown as it is. */
  readonly value: number | string
  /** The list of the rows behind the figure. */
  readonly href: string
  /** A few words below: a trend, a part of a whole, a deadline. */
  readonly hint?: string
  readonly tone?: StatusTone
}

/** A figure that opens the rows behind it. */
export function Stat({ label, value, href, hint, tone = 'none' }: StatProps) {
  const { format } = useText()
  return (
    <a className={styles['stat']} href={href} data-tone={tone}>
      <span className={styles['label']}>{label}</span>
      <span className={styles['value']}>{typeof value === 'number' ? format.number(value) : value}</span>
      {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
    </a>
  )
}

/** Figures side by side, as many as fit; more of them where all are short. */
export function StatRow({
  children,
  areShort = false,
}: {
  readonly children: ReactNode
  readonly areShort?: boolean
}) {
  return (
    <div className={styles['row']} data-short={areShort}>
      {children}
    </div>
  )
}
