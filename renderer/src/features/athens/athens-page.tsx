import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCalendarPlus, IconCalendarWeek } from '@tabler/icons-react'
import { useState } from 'react'
import { nextAthensSession, parseAthensSession } from '#shared/domain/athens.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './athens.module.css'
import { sessionToBegin, sessionWord } from './session-word.ts'
import { SessionView } from './session-view.tsx'

/** ATHENS: one session at a time, from its courses to its registrations. */
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
  const next = sessionAfter(
    sessions.data.map((one) => one.session),
    status.data.today,
  )
  if (session === undefined) return <NoSession next={next} onOpened={setChosen} />
  return (
    <SessionView
      key={session}
      session={session}
      today={status.data.today}
      chooser={
        <SessionChooser sessions={sessions.data} session={session} next={next} onSession={setChosen} />
      }
    />
  )
}

/** The first session that is not known yet, from today on. */
function sessionAfter(known: readonly string[], today: string): string {
  const [year, month] = [today.slice(0, 4), today.slice(5, 7)]
  const first = parseAthensSession(month > '03' && month <= '11' ? `${year}-11` : `${year}-03`)
  if (!first.ok) throw new Error(`No session after ${today}`)
  let session = month === '12' ? nextAthensSession(nextAthensSession(first.value)) : first.value
  while (known.includes(session)) session = nextAthensSession(session)
  return session
}

function SessionChooser(props: {
  readonly sessions: readonly {
    readonly session: string
    readonly students: number
    readonly courses: number
  }[]
  readonly session: string
  readonly next: string
  readonly onSession: (session: string) => void
}) {
  const { t, format } = useText()
  return (
    <>
      <Select
        withScrollArea={false}
        classNames={{ options: styles['options'] ?? '' }}
        aria-label={t('nominating.athens.session')}
        w="21rem"
        allowDeselect={false}
        value={props.session}
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
      <OpenSession session={props.next} onOpened={props.onSession} />
    </>
  )
}

function OpenSession(props: { readonly session: string; readonly onOpened: (session: string) => void }) {
  const { t, format } = useText()
  const run = useRun()
  const named = sessionWord(props.session, format.locale)
  const open = async () => {
    const made = await run(() => client.athens.openSession({ session: props.session }), {
      done: t('athens.opened', { session: named }),
    })
    if (made !== undefined) props.onOpened(props.session)
  }
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconCalendarPlus size={14} />}
      onClick={() => void open()}
    >
      {t('athens.open', { session: named })}
    </Button>
  )
}

function NoSession(props: { readonly next: string; readonly onOpened: (session: string) => void }) {
  const { t } = useText()
  return (
    <Page title={t('nominating.athens.title')} isDocument>
      <EmptyState
        icon={<IconCalendarWeek size={24} stroke={1.6} />}
        title={t('nominating.athens.noSession.title')}
        text={t('nominating.athens.noSession.text')}
      >
        <OpenSession session={props.next} onOpened={props.onOpened} />
        <Button component="a" href="#/courses">
          {t('nominating.athens.noSession.courses')}
        </Button>
      </EmptyState>
    </Page>
  )
}
