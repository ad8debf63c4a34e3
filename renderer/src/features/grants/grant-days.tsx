import type { StayGrantView } from '#shared/contract/grants.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './grants.module.css'

const columns = ['duration', 'interruption', 'mobility', 'nonFunded', 'funded'] as const
const counts = ['calendar', 'commercial'] as const

/** The days of a stay in both ways to count, and which of them the call pays. */
export function GrantDays({ grant }: { readonly grant: StayGrantView }) {
  const { t, format } = useText()
  const { days } = grant
  if (days === null) return null
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={t('grant.days')}>
      <table className={styles['table']} aria-label={t('grant.days')}>
        <thead>
          <tr>
            <th scope="col">{t('grant.days')}</th>
            {columns.map((name) => (
              <th key={name} scope="col" data-number>
                {t(textKey(`grant.days.${name}`))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count} data-used={count === grant.dayCount || undefined}>
              <th scope="row">
                {t(`grant.days.${count}`)}
                {count === grant.dayCount && <span className={styles['dim']}> · {t('grant.days.used')}</span>}
              </th>
              {columns.map((name) => (
                <td key={name} data-number>
                  {format.number(days[count][name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
