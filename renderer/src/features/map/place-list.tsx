import { useEffect, useRef } from 'react'
import type { MapPoint, MapView } from '#shared/contract/map.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './map.module.css'

interface PlaceListProps {
  readonly view: MapView
  readonly points: readonly MapPoint[]
  readonly selected: string | undefined
  readonly onSelect: (point: MapPoint) => void
  readonly linkToRecord: (institutionId: string) => string
  readonly linkToStays: (institutionId: string, academicYear: string) => string
}

/** All that the map shows, to be read and walked through without it. */
export function PlaceList(props: PlaceListProps) {
  const { view, points, selected } = props
  const { t } = useText()
  return (
    <section className={styles['list']} aria-label={t('map.list')}>
      {points.length === 0 && <EmptyState title={t('map.none')} />}
      <ul>
        {points.map((point) => (
          <Place
            key={point.institutionId}
            point={point}
            isSelected={point.institutionId === selected}
            year={view.academicYear}
            onSelect={() => props.onSelect(point)}
            linkToRecord={props.linkToRecord}
            linkToStays={props.linkToStays}
          />
        ))}
      </ul>
      {view.unplaced.length > 0 && (
        <details className={styles['unplaced']}>
          <summary>{t('map.unplaced', { count: view.unplaced.length })}</summary>
          <ul>
            {view.unplaced.map(({ institutionId, name }) => (
              <li key={institutionId}>
                <a href={props.linkToRecord(institutionId)}>{name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

interface PlaceProps {
  readonly point: MapPoint
  readonly isSelected: boolean
  readonly year: string
  readonly onSelect: () => void
  readonly linkToRecord: (institutionId: string) => string
  readonly linkToStays: (institutionId: string, academicYear: string) => string
}

function Place({ point, isSelected, year, onSelect, linkToRecord, linkToStays }: PlaceProps) {
  const { t, format } = useText()
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])
  const where = [point.city, point.country === null ? null : format.country(point.country)].filter(Boolean)
  return (
    <li ref={row} className={styles['place']} data-selected={isSelected}>
      <button type="button" aria-current={isSelected} onClick={onSelect}>
        <span className={styles['name']}>{point.name}</span>
        <span className={styles['where']}>
          {where.join(', ')}
          {point.isApproximate && ` · ${t('map.approximate')}`}
        </span>
        <span className={styles['where']}>
          {point.kinds.length === 0
            ? t('map.hostOnly')
            : point.kinds.map((kind) => t(choiceLabel('agreement', 'kind', kind))).join(', ')}
          {point.placesLeft !== null && ` · ${t('map.placesLeft', { count: point.placesLeft })}`}
        </span>
      </button>
      {isSelected && (
        <p className={styles['links']}>
          <a href={linkToRecord(point.institutionId)}>{t('map.open')}</a>
          {point.stays > 0 && (
            <a href={linkToStays(point.institutionId, year)}>
              {t('map.stays', { count: point.stays, year })}
            </a>
          )}
        </p>
      )}
    </li>
  )
}
