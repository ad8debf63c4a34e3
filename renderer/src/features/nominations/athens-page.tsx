import { Button, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBooks, IconCalendarWeek, IconFileExport, IconListNumbers } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { AthensTable } from './athens-table.tsx'
import { sessionToBegin } from './group-nominees.ts'
import styles from './nominees.module.css'
import { SchoolBanner } from './school-banner.tsx'
import { sessionWord } from './session-word.ts'
import { useProduce } from './use-produce.ts'

/** The students of an ATHENS session with their ranked choices, and the workbook for the network. */
export function AthensPage() {
  const { t } = useText()
  const refusalText = useRefusalText()
  const [chosen, setChosen] = useState<string>()
  const sessions = useQuery(api.nominations.athensSessions.queryOptions())
  const status = useQuery(api.office.status.queryOptions())
  const failure = sessions.error ?? status.error
  if (failure !== null)
    return (
      <Page title={t('nominating.athens.title')} isDocument>
        <EmptyState title={refusalText(refusalOf(failure))} />
      </Page>
    )
  if (sessions.data === undefined || status.data === undefined)
    return (
      <Page title={t('nominating.athens.title')} isDocument>
        <p role="status">{t('ui.loading')}</p>
      </Page>
    )
  const session = chosen ?? sessionToBegin(sessions.data, status.data.today)
  if (session === undefined) return <NoSession />
  return <SessionView sessions={sessions.data} session={session} onSession={setChosen} />
}

function SessionView(props: {
  readonly sessions: readonly {
    readonly session: string
    readonly students: number
    readonly courses: number
  }[]
  readonly session: string
  readonly onSession: (session: string) => void
}) {
  const { session } = props
  const { t, format } = useText()
  const refusalText = useRefusalText()
  const { produce, isProducing } = useProduce()
  const [hasTitles, setTitles] = useState(false)
  const [includeIncomplete, setIncluded] = useState(false)
  const prepared = useQuery(api.nominations.prepareAthens.queryOptions({ input: { session } }))
  const { nominees = [], schoolMissing = [] } = prepared.data ?? {}
  const lacking = nominees.filter((nominee) => nominee.missing.length > 0).length
  const looked = nominees.filter((nominee) => nominee.findings.length > 0).length
  const ready = includeIncomplete ? nominees.length : schoolMissing.length > 0 ? 0 : nominees.length - lacking
  const run = () =>
    produce(
      { format: 'athens-nominations', params: { session, includeIncomplete } },
      t('nominating.athens.working', { session: sessionWord(session, format.locale) }),
    )
  return (
    <Page
      title={t('nominating.athens.title')}
      {...(prepared.data === undefined ? {} : { count: nominees.length })}
      isDocument
      actions={[
        {
          key: 'courses',
          label: t('nominating.athens.courses'),
          icon: <IconBooks size={16} />,
          to: { href: coursesOf(session) },
        },
        {
          key: 'wishes',
          label: t('nominating.athens.wishes'),
          icon: <IconListNumbers size={16} />,
          to: { href: '#/wishes' },
        },
      ]}
      mainAction={{
        key: 'produce',
        label: ready === 0 ? t('nominating.produce.nothing') : t('nominating.athens.produce'),
        icon: <IconFileExport size={16} />,
        to: { run: () => void run() },
        isOff: ready === 0 || isProducing,
      }}
      toolbar={
        <>
          <Select
            withScrollArea={false}
            classNames={{ options: styles['options'] ?? '' }}
            aria-label={t('nominating.athens.session')}
            w="21rem"
            allowDeselect={false}
            value={session}
            data={props.sessions.map((one) => ({
              value: one.session,
              label: t('nominating.athens.session.option', {
                session: sessionWord(one.session, format.locale),
                students: one.students,
                courses: one.courses,
              }),
            }))}
            onChange={(next) => {
              if (next !== null) props.onSession(next)
            }}
          />
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
          </div>
        </>
      }
    >
      <SchoolBanner fields={schoolMissing} />
      {prepared.error !== null && (
        <EmptyState title={refusalText(refusalOf(prepared.error))}>
          <Button onClick={() => void prepared.refetch()}>{t('ui.retry')}</Button>
        </EmptyState>
      )}
      {prepared.data !== undefined && nominees.length === 0 && (
        <EmptyState
          icon={<IconCalendarWeek size={24} stroke={1.6} />}
          title={t('nominating.athens.noWish.title', { session: sessionWord(session, format.locale) })}
          text={t('nominating.athens.noWish.text')}
        >
          <Button component="a" href="#/wishes">
            {t('nominating.athens.noWish.wishes')}
          </Button>
        </EmptyState>
      )}
      {nominees.length > 0 && (
        <>
          <p className={styles['summary']} role="status">
            <b>{t('nominating.summary.students', { count: nominees.length })}</b>
            <span>{t('nominating.summary.complete', { count: nominees.length - lacking })}</span>
            {lacking > 0 && (
              <span className={styles['lacking']}>
                {t(includeIncomplete ? 'nominating.summary.included' : 'nominating.summary.leftOut', {
                  count: lacking,
                })}
              </span>
            )}
            {looked > 0 && (
              <span className={styles['lacking']}>{t('nominating.athens.findings', { count: looked })}</span>
            )}
          </p>
          <AthensTable nominees={nominees} hasTitles={hasTitles} />
        </>
      )}
    </Page>
  )
}

/** The courses of one session, as a link to their list. */
function coursesOf(session: string): string {
  const filters = [{ key: 'session', test: 'is', values: [session] }]
  return `#/courses?filters=${encodeURIComponent(JSON.stringify(filters))}`
}

function NoSession() {
  const { t } = useText()
  return (
    <Page title={t('nominating.athens.title')} isDocument>
      <EmptyState
        icon={<IconCalendarWeek size={24} stroke={1.6} />}
        title={t('nominating.athens.noSession.title')}
        text={t('nominating.athens.noSession.text')}
      >
        <Button component="a" href="#/courses">
          {t('nominating.athens.noSession.courses')}
        </Button>
      </EmptyState>
    </Page>
  )
}
