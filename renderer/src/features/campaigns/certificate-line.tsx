import type { CertificateView, ScenarioSummary } from '#shared/contract/campaigns.ts'
import { choiceLabel, textKey } from '#shared/entities/labels.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './campaigns.module.css'

/** What the result is, and what was checked of it independently of how it was found. */
export function CertificateLine(props: {
  readonly certificate: CertificateView
  readonly scenario: ScenarioSummary
  readonly differences: number
}) {
  const { t, format } = useText()
  const { certificate, scenario } = props
  const { measure } = scenario
  const ranks = Object.entries(measure.byRank)
    .map(([rank, count]) =>
      rank === '0' ? t('campaigns.byHand', { count }) : t('campaigns.atRank', { rank, count }),
    )
    .join(', ')
  return (
    <div className={styles['certificate']}>
      <StatusBadge
        tone={certificate.isValid ? 'good' : 'bad'}
        word={t(certificate.isValid ? 'campaigns.certified' : 'campaigns.notCertified')}
      />
      {props.differences > 0 && (
        <StatusBadge tone="warn" word={t('campaigns.stale', { count: props.differences })} />
      )}
      <span>
        {t(choiceLabel('scenario', 'mechanism', scenario.mechanism))}
        {' · '}
        {t('campaigns.placedOf', {
          placed: format.number(measure.placed),
          students: format.number(measure.students),
        })}
        {' · '}
        {ranks}
      </span>
      <details>
        <summary>{t('campaigns.certificate')}</summary>
        <ul>
          <li>{t('campaigns.checked.seats')}</li>
          <li>{t('campaigns.checked.eligible')}</li>
          <li>
            {certificate.envy.length === 0
              ? t('campaigns.checked.noEnvy')
              : t('campaigns.checked.envy', { count: certificate.envy.length })}
          </li>
          <li>
            {certificate.optimum === null
              ? t(
                  scenario.mechanism === 'priority'
                    ? 'campaigns.checked.priority'
                    : 'campaigns.checked.stable',
                )
              : t('campaigns.checked.optimum', {
                  value: format.number(certificate.optimum.value),
                  bound: format.number(certificate.optimum.bound),
                })}
          </li>
          <li>
            {t('campaigns.checked.seed', { seed: String(scenario.seed), date: format.date(scenario.madeOn) })}
          </li>
          {certificate.violations.slice(0, 20).map((violation, index) => (
            <li key={`${violation.code} ${index}`}>
              {t(textKey(`campaign.violation.${violation.code}`), violation.params ?? {})}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
