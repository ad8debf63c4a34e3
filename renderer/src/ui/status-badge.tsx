import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDotted,
  IconCircleHalf2,
  IconCircleX,
} from '@tabler/icons-react'
import styles from './status-badge.module.css'

/** What a state means for the office; each has a colour and a shape of its own. */
export type StatusTone = 'none' | 'idle' | 'going' | 'good' | 'warn' | 'bad'

const shapes = {
  none: IconCircleDotted,
  idle: IconCircle,
  going: IconCircleHalf2,
  good: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconCircleX,
} as const satisfies Readonly<Record<StatusTone, unknown>>

/** A state: a shape, a word and a colour, never a colour alone. `isPlain` leaves the frame away, for grids. */
export function StatusBadge(props: {
  readonly tone: StatusTone
  readonly word: string
  readonly isPlain?: boolean
}) {
  const Shape = shapes[props.tone]
  return (
    <span className={styles['badge']} data-tone={props.tone} data-plain={props.isPlain}>
      <Shape size={14} stroke={2} aria-hidden />
      {props.word}
    </span>
  )
}
