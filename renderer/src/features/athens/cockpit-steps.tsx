import type { ImportKind } from '#shared/contract/imports.ts'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Cockpit } from '#shared/contract/athens.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import type { TextKey } from '#shared/text/text.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { sessionList, sessionRecord, statusFilter } from './athens-links.ts'
import styles from './athens.module.css'

interface Figure {
  readonly label: TextKey
  readonly value: number
  /** The list of the rows behind the figure, or the tab of this page that shows them. */
  readonly to: string | (() => void)
  /** Something to settle: said with a colour and never by it alone, the words say it too. */
  readonly isOpen?: boolean
}

interface StepsProps {
  readonly cockpit: Cockpit
  readonly today: string
  readonly onAllocate: () => void
  readonly onRegistrations: () => void
  /** Shows the students of one tab. */
  readonly onTab: (tab: 'lacking' | 'toLook' | 'unplaced') => void
}

/** The steps of a session in order: where each stands, and what to do next. */
export function CockpitSteps({ cockpit, today, onAllocate, onRegistrations, onTab }: StepsProps) {
  const { t } = useText()
  const run = useRun()
  const notices = useNotices()
  const { session, counts } = cockpit
  const registrations = (...status: readonly string[]) =>
    sessionList('registrations', session, statusFilter(...status))
  const wishes = sessionList('wishes', session)
  const carry = async () => {
    const done = await run(() => client.athens.carryResults({ session }))
    if (done === undefined) return
    const left = done.unmoved.map(({ student }) => student).join(', ')
    if (left === '') notices.say({ text: t('athens.carried', { count: done.moved }) })
    else notices.fail({ text: t('athens.carried.not', { count: done.moved, students: left }) })
  }
  const register = async () => {
    const done = await run(() => client.athens.register({ session }))
    if (done !== undefined)
      notices.say({ text: t('athens.registered', { count: done.registered, blended: done.blended }) })
  }
  return (
    <>
      <SessionDates cockpit={cockpit} today={today} />
      <ol className={styles['steps']} aria-label={t('athens.steps')}>
        <Step
          title={t('athens.step.courses')}
          figures={[
            { label: 'athens.figure.courses', value: counts.courses, to: sessionList('courses', session) },
            {
              label: 'athens.figure.withoutCapacity',
              value: counts.withoutCapacity,
              to: sessionList('courses', session, [{ key: 'capacity', test: 'empty', values: [] }]),
              isOpen: counts.withoutCapacity > 0,
            },
            {
              label: 'athens.figure.blendedCourses',
              value: counts.blendedCourses,
              to: sessionList('courses', session, [{ key: 'isBip', test: 'is', values: ['true'] }]),
            },
          ]}
        >
          <ImportButton as="courses" label={t('athens.import.courses')} />
        </Step>
        <Step
          title={t('athens.step.choices')}
          figures={[
            { label: 'athens.figure.students', value: counts.students, to: wishes },
            {
              label: 'athens.figure.toLook',
              value: counts.toLook,
              to: () => onTab('toLook'),
              isOpen: counts.toLook > 0,
            },
            {
              label: 'athens.figure.lacking',
              value: counts.lacking,
              to: () => onTab('lacking'),
              isOpen: counts.lacking > 0,
            },
          ]}
        >
          <ImportButton as="athens-choices" label={t('athens.import.choices')} />
        </Step>
        <Step
          title={t('athens.step.allocation')}
          figures={[
            { label: 'athens.figure.proposed', value: counts.proposed, to: registrations('proposed') },
            { label: 'athens.figure.unplaced', value: counts.unplaced, to: () => onTab('unplaced') },
          ]}
        >
          <Button size="compact-sm" variant="default" disabled={counts.students === 0} onClick={onAllocate}>
            {t('athens.allocate')}
          </Button>
        </Step>
        <Step
          title={t('athens.step.results')}
          figures={[
            { label: 'athens.figure.nominated', value: counts.nominated, to: registrations('nominated') },
            { label: 'athens.figure.accepted', value: counts.accepted, to: registrations('accepted') },
            { label: 'athens.figure.waiting', value: counts.waiting, to: registrations('waiting') },
            { label: 'athens.figure.refused', value: counts.refused, to: registrations('refused') },
          ]}
        >
          <ImportButton as="athens-choices" label={t('athens.import.results')} />
          <Button
            size="compact-sm"
            variant="default"
            disabled={counts.toCarry === 0}
            onClick={() => void carry()}
          >
            {t('athens.carry', { count: counts.toCarry })}
          </Button>
        </Step>
        <Step
          title={t('athens.step.registration')}
          figures={[
            {
              label: 'athens.figure.registered',
              value: counts.registered,
              to: registrations('registered', 'attended', 'absent'),
            },
            { label: 'athens.figure.cancelled', value: counts.cancelled, to: registrations('cancelled') },
          ]}
        >
          <Button
            size="compact-sm"
            variant="default"
            disabled={counts.accepted + counts.blendedToOpen === 0}
            onClick={() => void register()}
          >
            {t('athens.register', { count: counts.accepted })}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={counts.registered === 0}
            onClick={onRegistrations}
          >
            {t('athens.ects')}
          </Button>
        </Step>
      </ol>
    </>
  )
}

function ImportButton({ as, label }: { readonly as: ImportKind; readonly label: string }) {
  return (
    <Button component="a" href={`#/import?as=${as}`} size="compact-sm" variant="default">
      {label}
    </Button>
  )
}

function Step(props: {
  readonly title: string
  readonly figures: readonly Figure[]
  readonly children: ReactNode
}) {
  const { t, format } = useText()
  return (
    <li className={styles['step']}>
      <h2 className={styles['stepTitle']}>{props.title}</h2>
      <ul className={styles['figures']}>
        {props.figures.map(({ label, value, to, isOpen = false }) => {
          const said = (
            <>
              <b>{format.integer(value)}</b> {t(label, { count: value })}
            </>
          )
          return (
            <li key={label} data-open={isOpen || undefined}>
              {typeof to === 'string' ? (
                <a href={to}>{said}</a>
              ) : (
                <button type="button" onClick={to}>
                  {said}
                </button>
              )}
            </li>
          )
        })}
      </ul>
      <div className={styles['stepActions']}>{props.children}</div>
    </li>
  )
}

/** The status of the session and its days, nearest first; without a record, the way to one. */
function SessionDates({ cockpit, today }: { readonly cockpit: Cockpit; readonly today: string }) {
  const { t, format } = useText()
  const run = useRun()
  const { record, session } = cockpit
  if (record === null)
    return (
      <p className={styles['dates']}>
        <span>{t('athens.noRecord')}</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void run(() => client.athens.openSession({ session }))}
        >
          {t('athens.giveDates')}
        </Button>
      </p>
    )
  const days = [
    ['field.athensSession.wishesDeadline', record.wishesDeadline],
    ['field.athensSession.nominationDeadline', record.nominationDeadline],
    ['field.athensSession.resultsOn', record.resultsOn],
    ['field.athensSession.startsOn', record.startsOn],
    ['field.athensSession.endsOn', record.endsOn],
  ] as const
  return (
    <p className={styles['dates']}>
      <b>{t(choiceLabel('athensSession', 'status', record.status))}</b>
      {days.map(([label, day]) =>
        day === null ? null : (
          <span key={label} title={format.relativeDays(day, today)} data-past={day < today || undefined}>
            {t('athens.day', { label: t(label), date: format.dateInWords(day) })}
          </span>
        ),
      )}
      <a href={sessionRecord(record)}>{t('athens.dates.change')}</a>
    </p>
  )
}
