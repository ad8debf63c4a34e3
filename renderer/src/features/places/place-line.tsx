import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { EntityName } from '#shared/entities/index.ts'
import { formatCell } from '#shared/lists/format-cell.ts'
import { columnOf, listOf } from '#shared/lists/index.ts'
import type { Filter, ListCell, ListName } from '#shared/lists/types.ts'
import type { TextKey } from '#shared/text/text.ts'
import { api } from '#renderer/api/queries.ts'
import { RecordHead } from '#renderer/ui/record-head.tsx'
import { Stat, StatRow } from '#renderer/ui/stat.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './place-line.module.css'

interface Links {
  readonly toList: (list: ListName, filters?: readonly Filter[]) => string
  readonly toRecord: (entity: EntityName, id: string) => string
}

const stays: readonly { readonly key: string; readonly statuses: readonly string[] }[] = [
  { key: 'allocated', statuses: ['approved', 'selected'] },
  { key: 'nominated', statuses: ['nominated'] },
  {
    key: 'confirmed',
    statuses: ['accepted', 'agreed', 'departed', 'arrived', 'returned', 'recognised', 'interrupted'],
  },
]

/** Figures of the campaigns that open the line: the places opened, the students who wish for them. */
const inCampaign: readonly { readonly key: 'opened' | 'wished'; readonly list: ListName }[] = [
  { key: 'opened', list: 'campaignPlaces' },
  { key: 'wished', list: 'campaignWishes' },
]

/** One line of the ledger: what makes its figures, each opening the rows behind it. */
export function PlaceLine({ id, links }: { readonly id: string; readonly links: Links }) {
  const { t, format } = useText()
  const filters = [{ key: 'id', test: 'is' as const, values: [id] }]
  const page = useQuery(
    api.lists.page.queryOptions({
      input: { list: 'placesLedger', query: { search: '', filters, sort: [] }, offset: 0, limit: 1 },
    }),
  )
  const row = page.data?.rows[0]
  if (page.data === undefined) return null
  if (row === undefined) return <p className={styles['gone']}>{t('places.line.gone')}</p>
  const cell = (key: string): ListCell => row.cells[key] ?? null
  const word = (key: string): string => {
    const column = columnOf(listOf('placesLedger'), key)
    return column === undefined ? '' : formatCell(column, cell(key), t, format)
  }
  const figure = (key: string): number | string => {
    const value = cell(key)
    return typeof value === 'number' ? value : t('places.unknown')
  }
  const ofLine = (statuses: readonly string[]) =>
    cell('direction') === 'incoming'
      ? links.toList('incomingCounts', [
          { key: 'institution', test: 'is', values: [String(cell('institution'))] },
          { key: 'academicYear', test: 'is', values: [String(cell('academicYear'))] },
        ])
      : links.toList('mobilities', [
          { key: 'placeLineId', test: 'is', values: [id] },
          ...(statuses.length === 0 ? [] : [{ key: 'status', test: 'is' as const, values: statuses }]),
        ])
  const partner = [{ key: 'institution', test: 'is' as const, values: [String(cell('institution'))] }]
  const line = ['direction', 'academicYear', 'semester', 'programme'].map(word).filter((one) => one !== '')
  return (
    <article className={styles['view']}>
      <RecordHead title={word('institution')} kind={line.join(' · ')} />
      <StatRow>
        <Stat
          label={t('column.placesLedger.agreed')}
          value={figure('agreed')}
          href={links.toList('places', [
            ...partner,
            { key: 'academicYear', test: 'is', values: [String(cell('academicYear'))] },
          ])}
          {...(cell('carried') === 0
            ? {}
            : { hint: t('places.line.carried', { places: Number(cell('carried')) }) })}
        />
        {inCampaign.map(({ key, list }) => (
          <Stat
            key={key}
            label={t(key === 'opened' ? 'column.placesLedger.opened' : 'column.placesLedger.wished')}
            value={cell(key) === null ? t('places.none') : figure(key)}
            href={links.toList(list, [{ key: 'placeId', test: 'is', values: [id] }])}
          />
        ))}
        {stays.map(({ key, statuses }) => (
          <Stat key={key} label={t(labelOf(key))} value={figure(key)} href={ofLine(statuses)} />
        ))}
        <Stat
          label={t('column.placesLedger.left')}
          value={figure('left')}
          href={ofLine([])}
          hint={word('state')}
          tone={cell('state') === 'over' ? 'bad' : cell('state') === 'full' ? 'warn' : 'none'}
        />
      </StatRow>
      <p className={styles['sentence']}>
        {t('places.line.sum', {
          agreed: figure('agreed'),
          carried: Number(cell('carried')),
          taken: Number(cell('taken')),
          left: figure('left'),
        })}
      </p>
      <p className={styles['sentence']}>
        {t('places.line.months', {
          agreed: figure('agreedMonths'),
          taken: figure('takenMonths'),
          left: figure('leftMonths'),
        })}
      </p>
      {cell('pool') !== null && (
        <p className={styles['sentence']}>
          {t('places.line.pool', { pool: word('pool'), left: figure('poolLeft') })}{' '}
          <a href={links.toList('quotaPools', [{ key: 'name', test: 'is', values: [word('pool')] }])}>
            {t('places.line.openPool')}
          </a>
        </p>
      )}
      <div className={styles['actions']}>
        <Button component="a" variant="default" size="compact-sm" href={links.toList('conditions', partner)}>
          {t('list.conditions')}
        </Button>
        <Button
          component="a"
          variant="default"
          size="compact-sm"
          href={links.toList('partnerBalance', partner)}
        >
          {t('list.partnerBalance')}
        </Button>
      </div>
    </article>
  )
}

const labels: Readonly<Record<string, TextKey>> = {
  allocated: 'column.placesLedger.allocated',
  nominated: 'column.placesLedger.nominated',
}

function labelOf(key: string): TextKey {
  return labels[key] ?? 'column.placesLedger.confirmed'
}
