import { Button, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCalendarDown } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { PartnerDeadline } from '#shared/contract/partner-nominations.ts'
import { semestersOfWave, waves, type Wave } from '#shared/domain/nomination-deadlines.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import type { Filter } from '#shared/lists/types.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './partner.module.css'
import table from './nominees.module.css'
import { partnerLink } from './record-links.ts'
import { useProduce } from '#renderer/api/exports.ts'

type LinkToList = (list: string, filters?: readonly Filter[]) => string

/** By when each partner wants the nominations, in the two waves of a year, and how many students wait. */
export function DeadlinesPage({
  today,
  linkToList,
}: {
  readonly today: string
  readonly linkToList: LinkToList
}) {
  const { t } = useText()
  const refusalText = useRefusalText()
  const [isOnly, setOnly] = useState(false)
  const { produce, isProducing } = useProduce()
  const { data, error } = useQuery(api.partnerNominations.deadlines.queryOptions())
  const shown = (data ?? []).filter(({ toNominate }) => !isOnly || toNominate > 0)
  const isEmpty = data !== undefined && data.length === 0
  return (
    <Page
      title={t('deadlines.title')}
      {...(data === undefined ? {} : { count: shown.length })}
      isDocument
      parent={{ label: t('nominating.title'), href: '#/nominations' }}
      mainAction={{
        key: 'ics',
        label: t('deadlines.export'),
        icon: <IconCalendarDown size={16} />,
        to: { run: () => void produce({ format: 'deadlines', params: {} }, t('deadlines.working')) },
        isOff: isProducing || data === undefined || isEmpty,
      }}
      toolbar={
        <Switch
          label={t('deadlines.only')}
          checked={isOnly}
          onChange={(event) => setOnly(event.currentTarget.checked)}
        />
      }
    >
      {error !== null && <EmptyState title={refusalText(refusalOf(error))} />}
      {isEmpty && (
        <EmptyState title={t('deadlines.none.title')} text={t('deadlines.none.text')}>
          <Button component="a" href={linkToList('agreements')}>
            {t('deadlines.open.agreements')}
          </Button>
        </EmptyState>
      )}
      {!isEmpty && data !== undefined && shown.length === 0 && (
        <EmptyState title={t('deadlines.none.filtered')} />
      )}
      <div className={styles['waves']}>
        {nearestFirst(data ?? [], today).map((wave) => (
          <WaveTable
            key={wave}
            wave={wave}
            deadlines={shown.filter((deadline) => deadline.wave === wave)}
            today={today}
            linkToList={linkToList}
          />
        ))}
      </div>
    </Page>
  )
}

/** The wave whose next deadline comes first stands first. */
function nearestFirst(deadlines: readonly PartnerDeadline[], today: string): readonly Wave[] {
  const next = (wave: Wave) =>
    deadlines.reduce(
      (first, one) => (one.wave === wave && one.day >= today && one.day < first ? one.day : first),
      '9999',
    )
  return waves.toSorted((a, b) => (next(a) < next(b) ? -1 : next(a) > next(b) ? 1 : 0))
}

interface WaveProps {
  readonly wave: Wave
  readonly deadlines: readonly PartnerDeadline[]
  readonly today: string
  readonly linkToList: LinkToList
}

function WaveTable({ wave, deadlines, today, linkToList }: WaveProps) {
  const { t, format } = useText()
  if (deadlines.length === 0) return null
  const title = t(`deadlines.wave.${wave}`)
  const months = [...Map.groupBy(deadlines, ({ day }) => day.slice(0, 7))]
  const monthWord = new Intl.DateTimeFormat(format.locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return (
    <section className={styles['section']}>
      <h2>
        {title} <span className={styles['dim']}>{t('deadlines.summary', { count: deadlines.length })}</span>
      </h2>
      <table className={table['table']} aria-label={t('deadlines.table', { wave: title })}>
        <thead>
          <tr>
            <th scope="col">{t('deadlines.column.day')}</th>
            <th scope="col">{t('deadlines.column.partner')}</th>
            <th scope="col">{t('deadlines.column.channel')}</th>
            <th scope="col" className={styles['number']}>
              {t('deadlines.column.students')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('deadlines.column.nominated')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map(([month, inMonth]) => (
            <Fragment key={month}>
              <tr className={styles['month']}>
                <th scope="rowgroup" colSpan={5}>
                  {monthWord.format(new Date(`${month}-01T00:00:00Z`))}
                </th>
              </tr>
              {inMonth.map((deadline) => (
                <DeadlineRow
                  key={`${deadline.institutionId} ${deadline.day}`}
                  deadline={deadline}
                  today={today}
                  linkToList={linkToList}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function DeadlineRow({
  deadline,
  today,
  linkToList,
}: {
  readonly deadline: PartnerDeadline
  readonly today: string
  readonly linkToList: LinkToList
}) {
  const { t, format } = useText()
  const { institutionId, academicYear, toNominate, nominated, day } = deadline
  const isMissed = day < today && toNominate > 0
  const count = (value: number, status: string) =>
    value === 0 ? (
      <span className={styles['dim']}>0</span>
    ) : (
      <a href={linkToList('mobilities', staysOf(deadline, status))}>{value}</a>
    )
  return (
    <tr>
      <td>
        {format.date(day)}{' '}
        <span className={`${styles['away']} ${styles[isMissed ? 'warn' : 'dim']}`}>
          {isMissed ? t('deadlines.missed') : format.relativeDays(day, today)}
        </span>
      </td>
      <td>
        <a href={partnerLink(institutionId, academicYear)}>{deadline.institution}</a>{' '}
        <span className={styles['dim']}>
          {deadline.country === null ? '' : format.country(deadline.country)}
        </span>
      </td>
      <td>{t(choiceLabel('nominationProfile', 'channel', deadline.channel))}</td>
      <td className={styles['number']}>{count(toNominate, 'selected')}</td>
      <td className={styles['number']}>{count(nominated, 'nominated')}</td>
    </tr>
  )
}

/** The stays that a figure counts. */
function staysOf({ institutionId, academicYear, wave }: PartnerDeadline, status: string): readonly Filter[] {
  const is = (key: string, ...values: readonly string[]): Filter => ({ key, test: 'is', values })
  return [
    is('institutionId', institutionId),
    is('academicYear', academicYear),
    is('semester', ...semestersOfWave(wave)),
    is('status', status),
    is('form', 'exchange-semester', 'double-degree'),
  ]
}
