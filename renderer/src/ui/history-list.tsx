import { Button } from '@mantine/core'
import { DiffText } from './diff-text.tsx'
import styles from './history-list.module.css'
import { useText } from './text.tsx'

export interface HistoryEntry {
  readonly id: string
  /** When, as an ISO date-time in UTC. */
  readonly at: string
  /** Who, if known. */
  readonly actor?: string
  /** What was done: “Changed 3 students”. */
  readonly title: string
  readonly changes: readonly {
    readonly label: string
    readonly before: string | null
    readonly after: string | null
  }[]
  readonly isUndone?: boolean
  readonly onUndo?: () => void
}

/** What happened to a record or a file, latest first as given, day by day. */
export function HistoryList({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { format, t } = useText()
  const days = Map.groupBy(entries, (entry) => localDay(entry.at))
  return (
    <div className={styles['history']}>
      {[...days].map(([day, members]) => (
        <section key={day}>
          <h4 className={styles['day']}>{format.dateInWords(day)}</h4>
          <ol className={styles['list']}>
            {members.map((entry) => (
              <li key={entry.id} className={styles['entry']} data-undone={entry.isUndone}>
                <div className={styles['head']}>
                  <time dateTime={entry.at} className={styles['time']}>
                    {timeOf(entry.at, format.locale)}
                  </time>
                  <span className={styles['title']}>{entry.title}</span>
                  {entry.isUndone === true && (
                    <span className={styles['mark']}>{t('ui.history.undone')}</span>
                  )}
                  {entry.actor !== undefined && <span className={styles['actor']}>{entry.actor}</span>}
                  {entry.onUndo !== undefined && entry.isUndone !== true && (
                    <Button variant="subtle" size="compact-xs" onClick={entry.onUndo}>
                      {t('ui.undo')}
                    </Button>
                  )}
                </div>
                {entry.changes.length > 0 && (
                  <dl className={styles['changes']}>
                    {entry.changes.map((change) => (
                      <div key={change.label} className={styles['change']}>
                        <dt>{change.label}</dt>
                        <dd>
                          <DiffText before={change.before} after={change.after} />
                        </dd>
                      </div>
                    ))}
                  </dl>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** The day of a moment where the computer stands, `YYYY-MM-DD`. */
function localDay(instant: string): string {
  const at = new Date(instant)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function timeOf(instant: string, locale: string): string {
  return new Date(instant).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
}
