import type { FindingView } from '#shared/contract/campaigns.ts'
import { factText } from '#shared/text/allocation-text.ts'
import { Stat, StatRow } from '#renderer/ui/stat.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { CampaignLinks } from './campaigns-page.tsx'
import styles from './campaigns.module.css'

interface SetUp {
  readonly id: string
  readonly name: string
  readonly counts: {
    readonly students: number
    readonly wishes: number
    readonly places: number
    readonly seats: number
    readonly criteria: number
    readonly rules: number
    readonly decisions: number
    readonly atRisk: number
  }
  readonly criteria: readonly {
    readonly id: string
    readonly label: string
    readonly role: 'score' | 'tie-break'
    readonly weight: number
    readonly outOf: number
  }[]
  readonly findings: readonly FindingView[]
}

/** What a campaign is made of, each figure opening its list, and everything found on it. */
export function SetUpTab({ campaign, links }: { readonly campaign: SetUp; readonly links: CampaignLinks }) {
  const { t, format } = useText()
  const { counts, criteria, findings } = campaign
  const list = (name: string) =>
    links.toList(name, [{ key: 'campaignId', test: 'is', values: [campaign.id] }])
  const breaker = criteria.find((one) => one.role === 'tie-break')
  const terms = criteria.filter((one) => one.role === 'score')
  return (
    <div className={styles['document']}>
      <StatRow>
        <Stat label={t('campaigns.stat.students')} value={counts.students} href={list('campaignWishes')} />
        <Stat label={t('campaigns.stat.wishes')} value={counts.wishes} href={list('campaignWishes')} />
        <Stat
          label={t('campaigns.stat.seats')}
          value={counts.seats}
          href={list('campaignPlaces')}
          hint={t('campaigns.stat.places', { count: counts.places })}
        />
        <Stat label={t('campaigns.stat.criteria')} value={counts.criteria} href={list('campaignCriteria')} />
        <Stat label={t('campaigns.stat.rules')} value={counts.rules} href={list('campaignRules')} />
        <Stat
          label={t('campaigns.stat.decisions')}
          value={counts.decisions}
          href={list('campaignDecisions')}
        />
      </StatRow>
      <h2 className={styles['heading']}>{t('campaigns.score')}</h2>
      {terms.length === 0 ? (
        <p>{t('campaigns.score.none')}</p>
      ) : (
        <p>
          {terms
            .map((term) =>
              t('campaigns.score.term', {
                label: term.label,
                outOf: format.number(term.outOf),
                weight: format.number(term.weight),
              }),
            )
            .join(' + ')}
          {'. '}
          {breaker === undefined
            ? t('campaigns.score.draw')
            : t('campaigns.score.breaker', { label: breaker.label })}
        </p>
      )}
      <h2 className={styles['heading']}>{t('campaigns.findings', { count: findings.length })}</h2>
      {findings.length === 0 ? (
        <p>{t('campaigns.findings.none')}</p>
      ) : (
        <Findings findings={findings} links={links} />
      )}
    </div>
  )
}

const shownAtOnce = 300

function Findings({
  findings,
  links,
}: {
  readonly findings: readonly FindingView[]
  readonly links: CampaignLinks
}) {
  const { t, format } = useText()
  const sorted = findings.toSorted((a, b) => format.compare(a.student?.name ?? '', b.student?.name ?? ''))
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('campaigns.column.student')}</th>
            <th scope="col">{t('campaigns.column.place')}</th>
            <th scope="col">{t('campaigns.column.finding')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shownAtOnce).map((finding, index) => (
            <tr key={`${finding.code} ${finding.student?.id ?? ''} ${finding.place?.id ?? ''} ${index}`}>
              <td>
                {finding.student !== null && (
                  <a href={links.toRecord('student', finding.student.id)}>{finding.student.name}</a>
                )}
              </td>
              <td>{finding.place?.name}</td>
              <td>{factText(t, format.language, finding, 'campaign.finding')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {findings.length > shownAtOnce && (
        <p>{t('campaigns.findings.more', { count: findings.length - shownAtOnce })}</p>
      )}
    </>
  )
}
