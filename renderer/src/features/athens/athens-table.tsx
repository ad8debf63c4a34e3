import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { CockpitNominee } from '#shared/contract/athens.ts'
import { choiceLabel, fieldLabel } from '#shared/entities/labels.ts'
import { isTextKey } from '#shared/text/text.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { recordLink } from './athens-links.ts'
import styles from './athens.module.css'
import { CancelDialog } from './cancel-dialog.tsx'

type Registration = NonNullable<CockpitNominee['registration']>

/** The students of a session: their choices in order, their course, what is missing, what was found. */
export function AthensTable({
  nominees,
  hasTitles,
}: {
  readonly nominees: readonly CockpitNominee[]
  /** Whether the titles of the courses are written beside their codes. */
  readonly hasTitles: boolean
}) {
  const { t } = useText()
  const [cancelled, setCancelled] = useState<{ readonly id: string; readonly student: string }>()
  const hasFindings = nominees.some((nominee) => nominee.findings.length > 0)
  const hasCourses = nominees.some((nominee) => nominee.registration !== null)
  return (
    <>
      <table className={styles['table']} aria-label={t('nominating.athens.table')}>
        <thead>
          <tr>
            <th scope="col">{t('nominating.column.student')}</th>
            <th scope="col">{t('nominating.athens.column.choices')}</th>
            {hasCourses && <th scope="col">{t('athens.column.course')}</th>}
            <th scope="col">{t('nominating.column.missing')}</th>
            {hasFindings && <th scope="col">{t('nominating.athens.column.findings')}</th>}
          </tr>
        </thead>
        <tbody>
          {nominees.map((nominee) => (
            <tr key={nominee.studentId}>
              <td>
                <a className={styles['student']} href={recordLink('student', nominee.studentId)}>
                  {nominee.student}
                </a>
              </td>
              <td>
                <Choices choices={nominee.choices} hasTitles={hasTitles} />
              </td>
              {hasCourses && (
                <td>
                  {nominee.registration !== null && (
                    <Course
                      registration={nominee.registration}
                      student={nominee.student}
                      onCancel={() =>
                        setCancelled({ id: nominee.registration?.id ?? '', student: nominee.student })
                      }
                    />
                  )}
                </td>
              )}
              <td>
                <Missing nominee={nominee} />
              </td>
              {hasFindings && (
                <td>
                  <Found findings={nominee.findings} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {cancelled !== undefined && (
        <CancelDialog id={cancelled.id} student={cancelled.student} onClose={() => setCancelled(undefined)} />
      )}
    </>
  )
}

function Choices(props: { readonly choices: CockpitNominee['choices']; readonly hasTitles: boolean }) {
  const { format } = useText()
  return (
    <ol className={styles['choices']} data-titles={props.hasTitles || undefined}>
      {props.choices.map(({ rank, code, title, isRefused }) => (
        <li key={`${rank} ${code}`} title={title} data-refused={isRefused || undefined}>
          <span className={styles['rank']}>{format.integer(rank)}</span>
          <span className={styles['code']}>{code}</span>
          {props.hasTitles && <span className={styles['dim']}>{title}</span>}
        </li>
      ))}
    </ol>
  )
}

const tones: Readonly<Record<Registration['status'], StatusTone>> = {
  proposed: 'going',
  nominated: 'going',
  accepted: 'good',
  waiting: 'warn',
  refused: 'bad',
  registered: 'good',
  attended: 'good',
  absent: 'bad',
  cancelled: 'idle',
}

function Course(props: {
  readonly registration: Registration
  readonly student: string
  readonly onCancel: () => void
}) {
  const { t } = useText()
  const { id, code, status } = props.registration
  return (
    <span className={styles['choices']}>
      <a className={styles['code']} href={recordLink('athensRegistration', id)}>
        {code}
      </a>
      <StatusBadge tone={tones[status]} word={t(choiceLabel('athensRegistration', 'status', status))} />
      {status === 'registered' && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('athens.cancel.of', { student: props.student })}
          onClick={props.onCancel}
        >
          {t('athens.cancel')}
        </Button>
      )}
    </span>
  )
}

/** What a student lacks to be nominated; each lack leads to the field to fill in. */
function Missing({ nominee: { student, missing } }: { readonly nominee: CockpitNominee }) {
  const { t } = useText()
  if (missing.length === 0)
    return (
      <span className={styles['complete']}>
        <IconCheck size={14} aria-hidden />
        {t('nominating.complete')}
      </span>
    )
  return (
    <ul className={styles['missing']}>
      {missing.map(({ entity, id, field }) => {
        const label = t(fieldLabel(entity, field))
        return (
          <li key={`${entity} ${field}`}>
            <a
              href={recordLink(entity, id, field)}
              aria-label={t('nominating.fill.of', { field: label, student })}
            >
              {label}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

export function Found({ findings }: { readonly findings: CockpitNominee['findings'] }) {
  const { t } = useText()
  return (
    <ul className={styles['findings']}>
      {findings.map(({ code, params }) => {
        const key = `athens.finding.${code}`
        const said = isTextKey(key) ? t(key, params) : code
        return (
          <li key={said}>
            <IconAlertTriangle size={14} aria-hidden />
            {said}
          </li>
        )
      })}
    </ul>
  )
}
