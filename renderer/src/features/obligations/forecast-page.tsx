import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CohortForecast, MonthsLeftRow, ObligationFigure } from '#shared/contract/obligations.ts'
import { ledgerStatuses } from '#shared/domain/obligation-types.ts'
import { textKey } from '#shared/entities/labels.ts'
import { api } from '#renderer/api/queries.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stat, StatRow } from '#renderer/ui/stat.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './forecast-page.module.css'

/** The way to a list narrowed to certain rows, given by the application. */
export type LinkToList = (list: string, filters: ObligationFigure['filters']) => string

interface ForecastProps {
  readonly linkToList: LinkToList
  readonly toolbar: ReactNode
}

/** Who will graduate without the weeks abroad they owe: by cohort, by the months that are left, and why. */
export function ForecastPage({ linkToList, toolbar }: ForecastProps) {
  const { t } = useText()
  const { data } = useQuery(api.obligations.forecast.queryOptions())
  const href = (figure: ObligationFigure) => linkToList('obligations', figure.filters)
  return (
    <Page title={t('forecast.title')} lead={t('forecast.lead')} toolbar={toolbar} isDocument>
      {data !== undefined && data.cohorts.length === 0 && (
        <EmptyState title={t('forecast.empty')} text={t('forecast.empty.text')} />
      )}
      {data !== undefined && data.cohorts.length > 0 && (
        <div className={styles['sections']}>
          <Aims cohorts={data.cohorts} href={href} />
          <section aria-labelledby="forecast-cohorts">
            <h2 id="forecast-cohorts">{t('forecast.cohorts')}</h2>
            <CohortTable cohorts={data.cohorts} href={href} />
          </section>
          <section aria-labelledby="forecast-months">
            <h2 id="forecast-months">{t('forecast.months')}</h2>
            <p className={styles['lead']}>{t('forecast.months.lead')}</p>
            <MonthsTable rows={data.monthsLeft} href={href} />
          </section>
          <div className={styles['pair']}>
            <Reasons
              title={t('forecast.reasons')}
              rows={data.reasons.map(({ code, figure }) => ({
                key: code,
                label: t(textKey(`obligation.why.${code}`)),
                count: figure.count,
                href: href(figure),
              }))}
            />
            <Reasons
              title={t('forecast.stays')}
              rows={data.stays.map(({ code, figure }) => ({
                key: code,
                label: t(textKey(`obligation.why-stay.${code}`)),
                count: figure.count,
                href: linkToList('ledgerLines', figure.filters),
              }))}
            />
          </div>
        </div>
      )}
    </Page>
  )
}

type Href = (figure: ObligationFigure) => string

/** What the school aims at, as a figure that opens the students who are short of it. */
function Aims({ cohorts, href }: { readonly cohorts: readonly CohortForecast[]; readonly href: Href }) {
  const { t, format } = useText()
  const aimed = cohorts.filter((one) => one.aimPercent !== null && one.expectedPercent !== null)
  if (aimed.length === 0) return null
  return (
    <section aria-labelledby="forecast-aims">
      <h2 id="forecast-aims">{t('forecast.aim')}</h2>
      <StatRow>
        {aimed.map((one) => (
          <Stat
            key={one.cohort ?? ''}
            label={t('forecast.aim.cohort', {
              cohort: one.cohort ?? t('forecast.no-cohort'),
              aim: format.number(one.aimPercent ?? 0),
            })}
            value={t('forecast.percent', { percent: format.number(one.expectedPercent ?? 0) })}
            hint={t('forecast.aim.short', { count: one.toAim.count })}
            tone={one.toAim.count === 0 ? 'good' : 'warn'}
            href={href(one.toAim)}
          />
        ))}
      </StatRow>
    </section>
  )
}

function CohortTable({
  cohorts,
  href,
}: {
  readonly cohorts: readonly CohortForecast[]
  readonly href: Href
}) {
  const { t, format } = useText()
  const percent = (value: number | null) =>
    value === null ? '–' : t('forecast.percent', { percent: format.number(value) })
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('field.student.cohort')}</th>
            <th scope="col">{t('column.obligations.endOfStudies')}</th>
            <th scope="col" className={styles['number']}>
              {t('column.obligations.requiredWeeks')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('list.students')}
            </th>
            {ledgerStatuses.map((status) => (
              <th key={status} scope="col" className={styles['number']}>
                {t(textKey(`obligation.status.${status}`))}
              </th>
            ))}
            <th scope="col" className={styles['number']}>
              {t('forecast.met')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('forecast.expected')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('column.obligations.problems')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cohorts.map((one) => (
            <tr key={one.cohort ?? ''}>
              <th scope="row">{one.cohort ?? t('forecast.no-cohort')}</th>
              <td>{one.endOfStudies === null ? '–' : format.date(one.endOfStudies)}</td>
              <td className={styles['number']}>
                {one.requiredWeeks.length === 0 ? '–' : one.requiredWeeks.map(format.number).join(' / ')}
              </td>
              <Count figure={one.students} href={href} />
              {ledgerStatuses.map((status) => (
                <Count
                  key={status}
                  figure={one.byStatus[status]}
                  href={href}
                  tone={status === 'at-risk' ? 'bad' : undefined}
                />
              ))}
              <td className={styles['number']}>{percent(one.metPercent)}</td>
              <td className={styles['number']}>{percent(one.expectedPercent)}</td>
              <Count figure={one.problems} href={href} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function MonthsTable({ rows, href }: { readonly rows: readonly MonthsLeftRow[]; readonly href: Href }) {
  const { t, format } = useText()
  if (rows.length === 0) return <p className={styles['lead']}>{t('forecast.months.none')}</p>
  const most = Math.max(1, ...rows.map((row) => row.atRisk.count))
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('column.obligations.monthsLeft')}</th>
            <th scope="col">{t('column.obligations.endOfStudies')}</th>
            <th scope="col" className={styles['number']}>
              {t('obligation.status.at-risk')}
            </th>
            <th scope="col" className={styles['wide']}>
              <span className="visually-hidden">{t('forecast.months.bar')}</span>
            </th>
            <th scope="col" className={styles['number']}>
              {t('forecast.months.nothing')}
            </th>
            <th scope="col" className={styles['number']}>
              {t('forecast.months.weeks')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.monthsLeft ?? 'unknown'}>
              <th scope="row">
                {row.monthsLeft === null
                  ? t('forecast.months.unknown')
                  : t('forecast.months.left', { count: row.monthsLeft })}
              </th>
              <td>{row.endOfStudies === null ? '–' : format.date(row.endOfStudies)}</td>
              <Count figure={row.atRisk} href={href} tone="bad" />
              <td className={styles['wide']} aria-hidden>
                <span className={styles['bar']} style={{ width: `${(100 * row.atRisk.count) / most}%` }} />
              </td>
              <Count figure={row.nothing} href={href} />
              <td className={styles['number']}>{format.number(row.missingWeeks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A figure that opens its rows; nothing to open where there are none. */
function Count(props: {
  readonly figure: ObligationFigure
  readonly href: Href
  readonly tone?: 'bad' | undefined
}) {
  const { format } = useText()
  const { figure, href, tone } = props
  return (
    <td className={styles['number']}>
      {figure.count === 0 ? (
        <span className={styles['none']}>0</span>
      ) : (
        <a href={href(figure)} data-tone={tone}>
          {format.number(figure.count)}
        </a>
      )}
    </td>
  )
}

function Reasons(props: {
  readonly title: string
  readonly rows: readonly {
    readonly key: string
    readonly label: string
    readonly count: number
    readonly href: string
  }[]
}) {
  const { t, format } = useText()
  return (
    <section>
      <h2>{props.title}</h2>
      {props.rows.length === 0 ? (
        <p className={styles['lead']}>{t('forecast.reasons.none')}</p>
      ) : (
        <ul className={styles['reasons']}>
          {props.rows.map((row) => (
            <li key={row.key}>
              <a href={row.href}>
                <span className={styles['count']}>{format.number(row.count)}</span>
                {row.label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
