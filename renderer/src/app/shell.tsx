import {
  IconBuildingBank,
  IconCalendarWeek,
  IconCertificate,
  IconFileCode,
  IconChartBar,
  IconFileImport,
  IconFileText,
  IconHistory,
  IconMailForward,
  IconMap,
  IconPlaneDeparture,
  IconSettings,
  IconStairs,
  IconSunrise,
  IconTrophy,
  IconUsers,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import { textKey } from '#shared/entities/labels.ts'
import { useUndo } from '#renderer/api/actions.ts'
import { useRunningJobs } from '#renderer/api/jobs.ts'
import { api } from '#renderer/api/queries.ts'
import { ErrorBoundary } from '#renderer/ui/error-boundary.tsx'
import { Frame, type RailItem } from '#renderer/ui/frame.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { useShortcut } from '#renderer/ui/shortcuts.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { linkToList, linkToPipeline } from './links.ts'
import { AppPalette } from './app-palette.tsx'
import styles from './shell.module.css'

/** Around every screen: the rail, the palette, the shortcuts, the works under way. */
export function Shell() {
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const groups = useRail()
  useShortcuts(() => setPaletteOpen(true))
  const current = groups.flat().find((item) => item.href === `#${path}`)
  return (
    <Frame
      product={product}
      groups={groups}
      currentKey={current?.key}
      screen={path}
      onSearch={() => setPaletteOpen(true)}
      foot={jobsUnlessFolded}
    >
      <ErrorBoundary resetKey={path}>
        <Outlet />
      </ErrorBoundary>
      <AppPalette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
    </Frame>
  )
}

const product = <Product />
const jobsUnlessFolded = (isFolded: boolean) => (isFolded ? null : <Jobs />)

function useRail(): readonly (readonly RailItem[])[] {
  const { t } = useText()
  const { data } = useQuery(api.office.today.queryOptions())
  const toNominate = data?.tasks.find((task) => task.code === 'to-nominate')?.count ?? 0
  return [
    [{ key: 'today', label: t('nav.today'), href: '#/', icon: IconSunrise }],
    [
      { key: 'partners', label: t('nav.partners'), href: linkToList('partners'), icon: IconBuildingBank },
      { key: 'agreements', label: t('nav.agreements'), href: linkToList('agreements'), icon: IconFileText },
      { key: 'students', label: t('nav.students'), href: linkToList('students'), icon: IconUsers },
      {
        key: 'mobilities',
        label: t('nav.mobilities'),
        href: linkToList('mobilities'),
        icon: IconPlaneDeparture,
      },
      { key: 'pipeline', label: t('nav.pipeline'), href: linkToPipeline(), icon: IconStairs },
    ],
    [
      { key: 'campaigns', label: t('nav.campaigns'), href: '#/campaigns', icon: IconTrophy },
      {
        key: 'nominations',
        label: t('nav.nominations'),
        href: '#/nominations',
        icon: IconMailForward,
        count: toNominate,
        countLabel: t('today.task.to-nominate', { count: toNominate }),
      },
      { key: 'athens', label: t('nav.athens'), href: '#/athens', icon: IconCalendarWeek },
      { key: 'reports', label: t('nav.reports'), href: '#/reports', icon: IconChartBar },
      { key: 'map', label: t('nav.map'), href: '#/map', icon: IconMap },
      { key: 'import', label: t('nav.import'), href: '#/import', icon: IconFileImport },
      { key: 'ewp', label: t('nav.ewp'), href: '#/ewp', icon: IconFileCode },
      { key: 'register', label: t('nav.register'), href: '#/charters', icon: IconCertificate },
    ],
    [
      { key: 'history', label: t('nav.history'), href: '#/history', icon: IconHistory },
      { key: 'settings', label: t('nav.settings'), href: '#/settings', icon: IconSettings },
    ],
  ]
}

function useShortcuts(openPalette: () => void): void {
  const { t } = useText()
  const { undo, redo } = useUndo()
  const group = t('ui.shortcuts.general')
  useShortcut({ keys: 'mod+k', label: t('ui.search'), group, run: openPalette })
  useShortcut({ keys: 'mod+z', label: t('palette.undo'), group, run: () => void undo() })
  useShortcut({ keys: 'mod+shift+z', label: t('palette.redo'), group, run: () => void redo() })
}

function Product() {
  const { t } = useText()
  const { data: status } = useQuery(api.office.status.queryOptions())
  const office = status?.office
  return (
    <div className={styles['product']}>
      <span className={styles['name']}>Escale</span>
      {office !== undefined && office !== null && (
        <span className={styles['file']} title={office.path}>
          {office.isSample ? `${office.name} · ${t('app.sample')}` : office.name}
        </span>
      )}
    </div>
  )
}

function Jobs() {
  const jobs = useRunningJobs()
  const { t } = useText()
  return (
    <div className={styles['jobs']}>
      {jobs.map((job) => (
        <Progress
          key={job.jobId}
          label={job.label}
          state={{
            kind: 'running',
            phase: t(textKey(`phase.${job.event.phase}`)),
            done: job.event.done,
            total: job.event.total ?? undefined,
          }}
          onCancel={job.cancel}
        />
      ))}
    </div>
  )
}
