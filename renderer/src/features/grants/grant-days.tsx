import type { StayGrantView } from '#shared/contract/grants.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './grants.module.css'

const rows = ['duration', 'interruption', 'mobility', 'nonFunded', 'funded'] as const
const counts = ['calendar', 'commercial'] as const

/** The days of a stay in both ways to count, and which of them the call pays. */
export function GrantDays({ grant }: { readonly grant: StayGrantView }) {
  const { t, format } = useText()
  const { days } = grant
  if (days === null) return null
  const isUsed = (count: (typeof counts)[number]) => count === grant.dayCount || undefined
  return (
    <table className={styles['table']} aria-label={t('grant.days')}>
      <thead>
        <tr>
          <th scope="col">{t('grant.days')}</th>
          {counts.map((count) => (
            <th key={count} scope="col" data-number>
              {t(`grant.days.${count}`)}
              {isUsed(count) && <div>{t('grant.days.used')}</div>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((name) => (
          <tr key={name}>
            <th scope="row">{t(textKey(`grant.days.${name}`))}</th>
            {counts.map((count) => (
              <td key={count} data-number data-used={isUsed(count)}>
                {format.number(days[count][name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
