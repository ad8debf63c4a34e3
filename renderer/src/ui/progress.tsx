import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useId } from 'react'
import type { ReactNode } from 'react'
import styles from './progress.module.css'
import { useText } from './text.tsx'

export interface JobLine {
  /** What is being done: “Import of partners.xlsx”. */
  readonly label: string
  readonly state:
    | {
        readonly kind: 'running'
        readonly phase: string
        readonly done: number
        readonly total: number | undefined
      }
    | { readonly kind: 'done'; readonly text: string }
    | { readonly kind: 'failed'; readonly text: string }
    | { readonly kind: 'cancelled' }
  readonly onCancel?: () => void
  /** What follows: a link to the result, a retry. */
  readonly action?: ReactNode
}

/** A long work: what it is, how far it is, and how to stop it. */
export function Progress({ label, state, onCancel, action }: JobLine) {
  const { t } = useText()
  const id = useId()
  return (
    <div className={styles['job']} data-state={state.kind}>
      <div className={styles['line']}>
        <span id={id} className={styles['label']}>
          {label}
        </span>
        <JobState state={state} />
        {state.kind === 'running' && onCancel !== undefined && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>
            {t('ui.cancel')}
          </Button>
        )}
        {state.kind !== 'running' && action}
      </div>
      {state.kind === 'running' && <Bar labelId={id} state={state} />}
    </div>
  )
}

type Running = Extract<JobLine['state'], { kind: 'running' }>

function JobState({ state }: Pick<JobLine, 'state'>) {
  const { t } = useText()
  const count = useCountText()
  if (state.kind === 'running') {
    return (
      <span className={styles['phase']}>
        {state.phase} {count(state)}
      </span>
    )
  }
  const Mark = state.kind === 'done' ? IconCheck : IconAlertTriangle
  return (
    <span role={state.kind === 'failed' ? 'alert' : 'status'} className={styles['end']}>
      {state.kind !== 'cancelled' && <Mark size={15} aria-hidden />}
      {state.kind === 'cancelled' ? t('ui.job.cancelled') : state.text}
    </span>
  )
}

function Bar({ labelId, state }: { readonly labelId: string; readonly state: Running }) {
  const count = useCountText()
  const share =
    state.total === undefined || state.total === 0 ? undefined : Math.min(state.done / state.total, 1)
  return (
    <div
      role="progressbar"
      className={styles['track']}
      aria-labelledby={labelId}
      aria-valuetext={`${state.phase} ${count(state)}`}
      {...(share === undefined
        ? {}
        : { 'aria-valuenow': Math.round(share * 100), 'aria-valuemin': 0, 'aria-valuemax': 100 })}
    >
      <div
        className={share === undefined ? styles['unknown'] : styles['bar']}
        style={share === undefined ? undefined : { transform: `scaleX(${share})` }}
      />
    </div>
  )
}

function useCountText(): (state: Running) => string {
  const { format, t } = useText()
  return ({ done, total }) => {
    if (total === undefined) return done === 0 ? '' : format.number(done)
    return t('ui.job.count', { done, total })
  }
}
