import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { StudentLedgerView } from '#shared/contract/obligations.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { textKey } from '#shared/entities/labels.ts'
import { api } from '#renderer/api/queries.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './ledger-section.module.css'
import { ledgerTones } from './ledger-tones.ts'

interface LedgerLinks {
  readonly toRecord: (entity: EntityName, id: string, field?: string) => string
}

/** What a student owes and has of it, on their page: each line opens its stay and says why. */
export function LedgerSection({ id, links }: { readonly id: string; readonly links: LedgerLinks }) {
  const { t, format } = useText()
  const { data } = useQuery(api.obligations.ledger.queryOptions({ input: { id } }))
  if (data === undefined) return null
  return (
    <section className={styles['section']} aria-label={t('obligation.section')}>
      <div className={styles['head']}>
        <StatusBadge
          tone={ledgerTones[data.status]}
          word={t('obligation.section.status', { status: t(textKey(`obligation.status.${data.status}`)) })}
        />
        {data.requiredWeeks !== null && <Weeks ledger={data} required={data.requiredWeeks} />}
        {data.endOfStudies !== null && (
          <span className={styles['dim']}>
            {t('obligation.section.end', { day: format.date(data.endOfStudies) })}
          </span>
        )}
      </div>
      <p className={styles['why']}>{data.reason}</p>
      {data.problems.length > 0 && (
        <ul className={styles['problems']}>
          {data.problems.map((problem) => (
            <li key={`${problem.id} ${problem.field} ${problem.text}`}>
              <IconAlertTriangle size={14} aria-hidden />
              <a href={links.toRecord(problem.entity, problem.id, problem.field)}>{problem.text}</a>
            </li>
          ))}
        </ul>
      )}
      {data.lines.length > 0 && <Lines ledger={data} links={links} />}
    </section>
  )
}

function Weeks({ ledger, required }: { readonly ledger: StudentLedgerView; readonly required: number }) {
  const { t } = useText()
  const { acquiredWeeks, plannedWeeks, missingWeeks } = ledger
  const whole = Math.max(required, acquiredWeeks + plannedWeeks, 1)
  const share = (weeks: number) => ({ width: `${(100 * weeks) / whole}%` })
  return (
    <span className={styles['weeks']}>
      <span className={styles['bar']} aria-hidden>
        <span className={styles['acquired']} style={share(acquiredWeeks)} />
        <span className={styles['planned']} style={share(plannedWeeks)} />
      </span>
      <span>
        {t('obligation.section.weeks', {
          acquired: acquiredWeeks,
          planned: plannedWeeks,
          missing: missingWeeks,
          required,
        })}
      </span>
    </span>
  )
}

function Lines({ ledger, links }: { readonly ledger: StudentLedgerView; readonly links: LedgerLinks }) {
  const { t, format } = useText()
  return (
    <ul className={styles['lines']} aria-label={t('list.ledgerLines')}>
      {ledger.lines.map((line) => (
        <li key={line.stayId}>
          <div className={styles['line']}>
            <a href={links.toRecord('mobility', line.stayId)}>
              {t(textKey(`choice.mobility.form.${line.form}`))}
              {line.host === null ? '' : ` · ${line.host}`}
              {line.country === null ? '' : ` · ${format.country(line.country)}`}
            </a>
            <span className={styles['days']}>
              {t('obligation.line.total', { count: line.acquiredDays + line.plannedDays })}
            </span>
          </div>
          <div className={styles['dim']}>
            {line.start !== null && line.end !== null && (
              <span className={styles['dates']}>
                {format.date(line.start)} – {format.date(line.end)}{' '}
                {t(line.isReal ? 'obligation.line.real' : 'obligation.line.expected')}
              </span>
            )}
            {line.reason}
          </div>
        </li>
      ))}
    </ul>
  )
}
