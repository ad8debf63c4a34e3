import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ScenarioSummary } from '#shared/contract/campaigns.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import type { Filter } from '#shared/lists/types.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useText } from '#renderer/ui/text.tsx'
import type { CampaignLinks } from './campaigns-page.tsx'
import styles from './campaigns.module.css'

/** A line of the table: its label, its value for a result, and the list of what it counts. */
type ScenarioRow = readonly [
  label: string,
  value: (scenario: ScenarioSummary) => string,
  href?: (scenario: ScenarioSummary) => string,
]

/** The results kept, side by side: counts by rank, unplaced, obligations at risk, and who moves between two of them. */
export function ScenariosTab(props: {
  readonly scenarios: readonly ScenarioSummary[]
  readonly current: string | undefined
  readonly links: CampaignLinks
  readonly onOpen: (id: string) => void
  readonly onReport: (scenario: ScenarioSummary) => void
}) {
  const { t, format } = useText()
  const run = useRun()
  const { scenarios } = props
  if (scenarios.length === 0) return <EmptyState title={t('campaigns.noScenario.title')} />
  const ranks = [...new Set(scenarios.flatMap((one) => Object.keys(one.measure.byRank)))].toSorted(
    (a, b) => Number(a) - Number(b),
  )
  const linesOf = (one: ScenarioSummary, filters: readonly Filter[] = []) =>
    props.links.toList('scenarioLines', [{ key: 'scenarioId', test: 'is', values: [one.id] }, ...filters])
  const hasPlace: Filter = { key: 'institution', test: 'not-empty', values: [] }
  const hasNone: Filter = { key: 'institution', test: 'empty', values: [] }
  const isAtRisk: Filter = { key: 'isAtRisk', test: 'is', values: ['true'] }
  const rows: readonly ScenarioRow[] = [
    [t('field.scenario.mechanism'), (one) => t(choiceLabel('scenario', 'mechanism', one.mechanism))],
    [t('field.scenario.isFair'), (one) => t(one.isFair ? 'ui.yes' : 'ui.no')],
    [t('field.scenario.isCertified'), (one) => t(one.isCertified ? 'ui.yes' : 'ui.no')],
    [t('field.scenario.madeOn'), (one) => format.date(one.madeOn)],
    [
      t('field.scenario.publishedOn'),
      (one) => (one.publishedOn === null ? '–' : format.date(one.publishedOn)),
    ],
    [t('field.scenario.seed'), (one) => String(one.seed)],
    [
      t('field.scenario.placed'),
      (one) => format.number(one.measure.placed),
      (one) => linesOf(one, [hasPlace]),
    ],
    [t('campaigns.unplaced'), (one) => format.number(one.measure.unplaced), (one) => linesOf(one, [hasNone])],
    [
      t('field.scenario.atRisk'),
      (one) => format.number(one.measure.atRisk),
      (one) => linesOf(one, [isAtRisk]),
    ],
    [
      t('field.scenario.atRiskPlaced'),
      (one) => format.number(one.measure.atRiskPlaced),
      (one) => linesOf(one, [isAtRisk, hasPlace]),
    ],
    ...ranks.map((rank): ScenarioRow => [
      rank === '0' ? t('committee.outside') : t('campaigns.rank', { rank: Number(rank) }),
      (one) => format.number(one.measure.byRank[rank] ?? 0),
      (one) =>
        linesOf(
          one,
          rank === '0'
            ? [hasPlace, { key: 'rank', test: 'empty', values: [] }]
            : [{ key: 'rank', test: 'is', values: [rank] }],
        ),
    ]),
    [t('field.scenario.rankTotal'), (one) => format.number(one.measure.rankTotal)],
  ]
  const remove = (one: ScenarioSummary) =>
    run(() => client.campaigns.remove({ scenarioId: one.id }), {
      done: t('campaigns.removed', { name: one.name }),
    })
  return (
    <div className={styles['document']}>
      <div className={styles['wide']}>
        <table className={styles['table']} aria-label={t('campaigns.tab.scenarios')}>
          <thead>
            <tr>
              <td />
              {scenarios.map((one) => (
                <th key={one.id} scope="col" aria-current={one.id === props.current || undefined}>
                  {one.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, value, href]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {scenarios.map((one) => (
                  <td key={one.id}>
                    {href === undefined || value(one) === '0' ? (
                      value(one)
                    ) : (
                      <a href={href(one)}>{value(one)}</a>
                    )}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <td />
              {scenarios.map((one) => (
                <td key={one.id}>
                  <div className={styles['deeds']}>
                    <Button size="xs" variant="default" onClick={() => props.onOpen(one.id)}>
                      {t('campaigns.open')}
                    </Button>
                    <Button size="xs" variant="default" onClick={() => props.onReport(one)}>
                      {t('committee.print')}
                    </Button>
                    <Button
                      size="xs"
                      variant="default"
                      disabled={one.publishedOn !== null}
                      onClick={() => void remove(one)}
                    >
                      {t('campaigns.remove')}
                    </Button>
                  </div>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {scenarios.length > 1 && <Moves scenarios={scenarios} />}
    </div>
  )
}

function Moves({ scenarios }: { readonly scenarios: readonly ScenarioSummary[] }) {
  const { t } = useText()
  const [first, setFirst] = useState(scenarios[1]?.id ?? null)
  const [second, setSecond] = useState(scenarios[0]?.id ?? null)
  const { data } = useQuery(
    api.campaigns.compare.queryOptions({ input: { firstId: first ?? '', secondId: second ?? '' } }),
  )
  const options = scenarios.map((one) => ({ value: one.id, label: one.name }))
  const at = (side: { readonly place: string | null; readonly rank: number | null }) =>
    side.place === null
      ? t('campaigns.unplaced')
      : `${side.place}${side.rank === null ? '' : ` (${side.rank})`}`
  return (
    <section aria-label={t('campaigns.whoMoves')}>
      <h2 className={styles['heading']}>{t('campaigns.whoMoves')}</h2>
      <div className={styles['deeds']}>
        <Select
          aria-label={t('campaigns.from')}
          data={options}
          value={first}
          onChange={setFirst}
          allowDeselect={false}
        />
        <Select
          aria-label={t('campaigns.to')}
          data={options}
          value={second}
          onChange={setSecond}
          allowDeselect={false}
        />
      </div>
      <p role="status">{t('campaigns.movedCount', { count: data?.length ?? 0 })}</p>
      {data !== undefined && data.length > 0 && (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t('campaigns.column.student')}</th>
              <th scope="col">{t('campaigns.from')}</th>
              <th scope="col">{t('campaigns.to')}</th>
            </tr>
          </thead>
          <tbody>
            {data.slice(0, 500).map((move) => (
              <tr key={move.studentId}>
                <td>{move.student}</td>
                <td>{at(move.first)}</td>
                <td>{at(move.second)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
