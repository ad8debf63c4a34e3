import type { JobStart } from '#shared/contract/jobs.ts'
import { useRunningJobs } from '#renderer/api/jobs.ts'
import { Progress } from '#renderer/ui/progress.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './work-progress.module.css'

/** How far the work under way has come, with its cancel. */
export function WorkProgress({ kind, title }: { readonly kind: JobStart['kind']; readonly title: string }) {
  const { t } = useText()
  const job = useRunningJobs().find((running) => running.kind === kind)
  const { phase, done, total } = job?.event ?? { phase: 'waiting', done: 0, total: null }
  return (
    <div className={styles['work']} role="group" aria-label={title}>
      <span className="visually-hidden" role="status">
        {title}
      </span>
      <Progress
        label={title}
        state={{ kind: 'running', phase: t(`phase.${phase}`), done, total: total ?? undefined }}
        {...(job === undefined ? {} : { onCancel: job.cancel })}
      />
    </div>
  )
}
