import { Textarea } from '@mantine/core'
import type { BeyondQuotaView } from '#shared/contract/campaigns.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './campaigns.module.css'

/** Who would go beyond the places of an agreement, and why they may: without a reason they are left out. */
export function BeyondQuota(props: {
  readonly beyond: readonly BeyondQuotaView[]
  readonly reason: string
  readonly onReason: (reason: string) => void
}) {
  const { t } = useText()
  const { beyond } = props
  if (beyond.length === 0) return null
  const isAsked = beyond.some(({ isJustified }) => !isJustified)
  return (
    <section className={styles['beyond']} aria-label={t('campaigns.beyond', { count: beyond.length })}>
      <h3>{t('campaigns.beyond', { count: beyond.length })}</h3>
      <ul>
        {beyond.slice(0, 12).map(({ studentId, student, partner, agreed, taken, isJustified }) => (
          <li key={studentId}>
            {t('campaigns.beyond.line', { student, partner, agreed, taken })}
            {isJustified && ` · ${t('campaigns.beyond.justified')}`}
          </li>
        ))}
        {beyond.length > 12 && <li>{t('campaigns.moreHolders', { count: beyond.length - 12 })}</li>}
      </ul>
      {isAsked && (
        <Textarea
          label={t('field.mobility.overbookingReason')}
          description={t('campaigns.beyond.help')}
          autosize
          minRows={2}
          maxLength={2000}
          value={props.reason}
          onChange={(event) => props.onReason(event.currentTarget.value)}
        />
      )}
    </section>
  )
}

/** A reason as it is sent: nothing when nothing is written. */
export function reasonGiven(reason: string): string | null {
  return reason.trim() === '' ? null : reason.trim()
}
