import { Button, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBooks, IconFileExport, IconListNumbers, IconSettings } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Cockpit } from '#shared/contract/athens.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { AllocationView } from './allocation-view.tsx'
import { sessionList } from './athens-links.ts'
import { AthensTable } from './athens-table.tsx'
import styles from './athens.module.css'
import { CockpitSteps } from './cockpit-steps.tsx'
import { PresetDialog } from './preset-dialog.tsx'
import { SchoolBanner } from '#renderer/ui/school-banner.tsx'
import { sessionWord } from './session-word.ts'
import { useProduce } from '#renderer/api/exports.ts'

interface SessionViewProps {
  readonly session: string
  readonly today: string
  readonly chooser: ReactNode
}

/** One session: its steps with their figures, its students, and the allocation of its courses. */
export function SessionView({ session, today, chooser }: SessionViewProps) {
  const { t, format } = useText()
  const refusalText = useRefusalText()
  const { produce, isProducing } = useProduce()
  const [hasTitles, setTitles] = useState(false)
  const [includeIncomplete, setIncluded] = useState(false)
  const [isPerHost, setPerHost] = useState(false)
  const [isAllocating, setAllocating] = useState(false)
  const [isPresetOpen, setPresetOpen] = useState(false)
  const [tab, setTab] = useState('all')
  const found = useQuery(api.athens.cockpit.queryOptions({ input: { session } }))
  const cockpit = found.data
  const ready = cockpit === undefined ? 0 : readyToNominate(cockpit, includeIncomplete)
  const run = (params: Readonly<Record<string, string | boolean>>, name = 'athens-nominations') =>
    produce(
      { format: name, params: { session, ...params } },
      t('nominating.athens.working', { session: sessionWord(session, format.locale) }),
    )
  return (
    <Page
      title={t('nominating.athens.title')}
      {...(cockpit === undefined ? {} : { count: cockpit.counts.students })}
      isDocument
      actions={[
        {
          key: 'courses',
          label: t('nominating.athens.courses'),
          icon: <IconBooks size={16} />,
          to: { href: sessionList('courses', session) },
        },
        {
          key: 'wishes',
          label: t('nominating.athens.wishes'),
          icon: <IconListNumbers size={16} />,
          to: { href: sessionList('wishes', session) },
        },
        {
          key: 'columns',
          label: t('athens.preset'),
          icon: <IconSettings size={16} />,
          to: { run: () => setPresetOpen(true) },
        },
        {
          key: 'quotas',
          label: t('list.athensHostQuotas'),
          to: { href: sessionList('quotas', session) },
        },
      ]}
      mainAction={{
        key: 'produce',
        label: ready === 0 ? t('nominating.produce.nothing') : t('nominating.athens.produce'),
        icon: <IconFileExport size={16} />,
        to: { run: () => void run({ includeIncomplete, ...(isPerHost ? { perHost: true } : {}) }) },
        isOff: ready === 0 || isProducing,
      }}
      toolbar={
        <>
          {chooser}
          <div className={styles['switches']}>
            <Switch
              label={t('nominating.athens.titles')}
              checked={hasTitles}
              onChange={(event) => setTitles(event.currentTarget.checked)}
            />
            <Switch
              label={t('nominating.incomplete')}
              checked={includeIncomplete}
              onChange={(event) => setIncluded(event.currentTarget.checked)}
            />
            <Switch
              label={t('export.param.perHost')}
              checked={isPerHost}
              onChange={(event) => setPerHost(event.currentTarget.checked)}
            />
          </div>
        </>
      }
    >
      {found.error !== null && (
        <EmptyState title={refusalText(refusalOf(found.error))}>
          <Button onClick={() => void found.refetch()}>{t('ui.retry')}</Button>
        </EmptyState>
      )}
      {cockpit !== undefined && (
        <>
          <SchoolBanner fields={cockpit.schoolMissing} />
          <CockpitSteps
            cockpit={cockpit}
            today={today}
            onAllocate={() => setAllocating(true)}
            onTab={(next) => {
              setAllocating(false)
              setTab(next)
            }}
            onRegistrations={() => void run({}, 'athens-registrations')}
          />
          {isAllocating ? (
            <AllocationView session={session} onClose={() => setAllocating(false)} />
          ) : (
            <Students cockpit={cockpit} hasTitles={hasTitles} tab={tab} onTab={setTab} />
          )}
          <PresetDialog isOpen={isPresetOpen} onClose={() => setPresetOpen(false)} />
        </>
      )}
    </Page>
  )
}

/** How many students the workbook would hold: once courses are allocated, those who have one. */
function readyToNominate({ nominees, schoolMissing }: Cockpit, includeIncomplete: boolean): number {
  const isAllocated = nominees.some(({ registration }) => registration !== null)
  const sent = nominees.filter(({ registration }) => !isAllocated || registration !== null)
  if (includeIncomplete) return sent.length
  return schoolMissing.length > 0 ? 0 : sent.filter(({ missing }) => missing.length === 0).length
}

const shown = {
  all: () => true,
  lacking: ({ missing }: Cockpit['nominees'][number]) => missing.length > 0,
  toLook: ({ findings }: Cockpit['nominees'][number]) => findings.length > 0,
  unplaced: ({ registration }: Cockpit['nominees'][number]) => registration === null,
} as const

function Students(props: {
  readonly cockpit: Cockpit
  readonly hasTitles: boolean
  readonly tab: string
  readonly onTab: (tab: string) => void
}) {
  const { t, format } = useText()
  const { cockpit, hasTitles } = props
  const { session, nominees } = cockpit
  if (nominees.length === 0)
    return (
      <EmptyState
        title={t('nominating.athens.noWish.title', { session: sessionWord(session, format.locale) })}
        text={t('nominating.athens.noWish.text')}
      >
        <Button component="a" href="#/wishes">
          {t('nominating.athens.noWish.wishes')}
        </Button>
      </EmptyState>
    )
  const tabs = Object.entries(shown).map(([key, isShown]) => {
    const some = nominees.filter(isShown)
    return {
      key,
      label: t(tabLabels[key === 'lacking' || key === 'toLook' || key === 'unplaced' ? key : 'all']),
      count: some.length,
      content: <AthensTable nominees={some} hasTitles={hasTitles} />,
    }
  })
  return <Tabs label={t('nominating.athens.table')} tabs={tabs} current={props.tab} onChange={props.onTab} />
}

const tabLabels = {
  all: 'athens.tab.all',
  lacking: 'athens.tab.lacking',
  toLook: 'athens.tab.toLook',
  unplaced: 'athens.tab.unplaced',
} as const
