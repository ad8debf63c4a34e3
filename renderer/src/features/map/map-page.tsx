import { MultiSelect, Select, Switch, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { MapPoint, MapView } from '#shared/contract/map.ts'
import { matchKey } from '#shared/domain/text-folding.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { filterPoints, noFilters, type MapFilters } from './map-filters.ts'
import { PlaceList } from './place-list.tsx'
import { useMapFiles } from './use-map-files.ts'
import type { RunningMap } from './start-map.ts'
import { WorldMap } from './world-map.tsx'
import styles from './map.module.css'

interface MapPageProps {
  readonly linkToRecord: (institutionId: string) => string
  readonly linkToStays: (institutionId: string, academicYear: string) => string
}

const agreementKinds = ['erasmus', 'exchange', 'double-degree', 'athens', 'other'] as const

/** Partners on the map of the world, and the same ones in a list. */
export function MapPage(props: MapPageProps) {
  const { t } = useText()
  const refusalText = useRefusalText()
  const [year, setYear] = useState<string>()
  const { data, error } = useQuery(
    api.map.view.queryOptions({ input: year === undefined ? {} : { academicYear: year } }),
  )
  if (error !== null)
    return (
      <Page title={t('nav.map')} isDocument>
        <EmptyState title={refusalText(refusalOf(error))} />
      </Page>
    )
  if (data === undefined)
    return (
      <Page title={t('nav.map')} isDocument>
        <p role="status">{t('ui.loading')}</p>
      </Page>
    )
  return <MapOf {...props} view={data} onYear={setYear} />
}

interface MapOfProps extends MapPageProps {
  readonly view: MapView
  readonly onYear: (year: string) => void
}

function MapOf({ view, onYear, linkToRecord, linkToStays }: MapOfProps) {
  const { t } = useText()
  const [filters, setFilters] = useState<MapFilters>(noFilters)
  const [withFlows, setWithFlows] = useState(false)
  const [selected, setSelected] = useState<string>()
  const [map, setMap] = useState<RunningMap>()
  const points = useMemo(() => filterPoints(view.points, filters, matchKey), [view, filters])
  const files = useMapFiles(view.academicYear, points, withFlows)
  const go = (point: MapPoint) => {
    setSelected(point.institutionId)
    map?.goTo(point)
  }
  return (
    <Page
      title={t('nav.map')}
      count={points.length}
      mainAction={{
        key: 'html',
        label: t('map.export.html'),
        icon: <IconDownload size={16} />,
        isOff: points.length === 0,
        to: { run: files.saveHtml },
      }}
      actions={[
        { key: 'svg', label: t('map.export.svg'), isOff: points.length === 0, to: { run: files.saveSvg } },
        { key: 'png', label: t('map.export.png'), isOff: points.length === 0, to: { run: files.savePng } },
      ]}
      toolbar={
        <MapToolbar
          view={view}
          filters={filters}
          onFilters={(changed) => setFilters({ ...filters, ...changed })}
          onYear={onYear}
          withFlows={withFlows}
          onFlows={setWithFlows}
        />
      }
    >
      <div className={styles['sides']}>
        <WorldMap
          points={points}
          home={view.home}
          withFlows={withFlows}
          selected={selected}
          onSelect={setSelected}
          onMap={setMap}
        />
        <PlaceList
          view={view}
          points={points}
          selected={selected}
          onSelect={go}
          linkToRecord={linkToRecord}
          linkToStays={linkToStays}
        />
      </div>
    </Page>
  )
}

interface MapToolbarProps {
  readonly view: MapView
  readonly filters: MapFilters
  readonly onFilters: (changed: Partial<MapFilters>) => void
  readonly onYear: (year: string) => void
  readonly withFlows: boolean
  readonly onFlows: (withFlows: boolean) => void
}

function MapToolbar({ view, filters, onFilters, onYear, withFlows, onFlows }: MapToolbarProps) {
  const { t } = useText()
  const programmes = useMemo(
    () => [...new Set(view.points.flatMap((point) => point.programmes))].toSorted(),
    [view],
  )
  return (
    <div className={styles['tools']}>
      <TextInput
        w={140}
        aria-label={t('map.search')}
        placeholder={t('map.search')}
        value={filters.words}
        onChange={(event) => onFilters({ words: event.currentTarget.value })}
      />
      <Select
        aria-label={t('field.mobility.academicYear')}
        data={[...view.years]}
        value={view.academicYear}
        allowDeselect={false}
        w={120}
        onChange={(year) => {
          if (year !== null) onYear(year)
        }}
      />
      <MultiSelect
        aria-label={t('map.kinds')}
        placeholder={filters.kinds.length === 0 ? t('map.kinds.all') : ''}
        data={agreementKinds.map((kind) => ({
          value: kind,
          label: t(choiceLabel('agreement', 'kind', kind)),
        }))}
        value={[...filters.kinds]}
        onChange={(kinds) => onFilters({ kinds })}
        clearable
        w={165}
      />
      <Select
        aria-label={t('field.place.programme')}
        placeholder={t('map.programmes.all')}
        data={programmes}
        value={filters.programme}
        clearable
        w={200}
        onChange={(programme) => onFilters({ programme })}
      />
      <Switch
        label={t('map.hasPlaces')}
        checked={filters.hasPlaces}
        onChange={(event) => onFilters({ hasPlaces: event.currentTarget.checked })}
      />
      <Switch
        label={t('map.withHosts')}
        checked={filters.withHosts}
        onChange={(event) => onFilters({ withHosts: event.currentTarget.checked })}
      />
      <Switch
        label={t('map.flows')}
        checked={withFlows}
        disabled={view.home === null}
        {...(view.home === null ? { description: t('map.flows.unknown') } : {})}
        onChange={(event) => onFlows(event.currentTarget.checked)}
      />
    </div>
  )
}
