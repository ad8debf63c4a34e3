import type { CertificateView, ScenarioSummary } from '#shared/contract/campaigns.ts'
import { textKey } from '#shared/entities/labels.ts'
import { certificateLines, mechanismText, ranksText } from '#shared/text/allocation-text.ts'
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
        {mechanismText(t, scenario)}
        {' · '}
        {t('campaigns.placedOf', {
          placed: format.number(measure.placed),
          students: format.number(measure.students),
        })}
        {' · '}
        {ranksText(t, measure.byRank)}
      </span>
      <details>
        <summary>{t('campaigns.certificate')}</summary>
        <ul>
          {certificateLines(t, format, certificate, scenario).map((line) => (
            <li key={line}>{line}</li>
          ))}
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
