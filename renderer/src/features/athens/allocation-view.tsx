import { Button, NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { athensPriorities, type AthensAllocation, type AthensPreview } from '#shared/contract/athens.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { recordLink } from './athens-links.ts'
import { Found } from './athens-table.tsx'
import styles from './athens.module.css'

const mechanisms = ['stable', 'priority', 'max'] as const

/** What an allocation would give, before anything is written: by student, with the reason for each choice. */
export function AllocationView({
  session,
  onClose,
}: {
  readonly session: string
  readonly onClose: () => void
}) {
  const { t } = useText()
  const run = useRun()
  const refusalText = useRefusalText()
  const [asked, setAsked] = useState<Omit<AthensAllocation, 'session'>>({
    mechanism: 'stable',
    priority: 'never-been',
    seed: 1,
  })
  const found = useQuery(api.athens.preview.queryOptions({ input: { session, ...asked } }))
  const keep = async () => {
    const kept = await run(() => client.athens.keep({ session, ...asked }), { done: t('athens.kept') })
    if (kept !== undefined) onClose()
  }
  return (
    <section aria-label={t('athens.allocation')}>
      <div className={styles['controls']}>
        <Select
          label={t('athens.mechanism')}
          w="17rem"
          allowDeselect={false}
          withScrollArea={false}
          value={asked.mechanism}
          data={mechanisms.map((value) => ({ value, label: t(`athens.mechanism.${value}`) }))}
          onChange={(value) => {
            const mechanism = mechanisms.find((one) => one === value)
            if (mechanism !== undefined) setAsked({ ...asked, mechanism })
          }}
        />
        <Select
          label={t('athens.priority')}
          w="17rem"
          allowDeselect={false}
          withScrollArea={false}
          value={asked.priority}
          data={athensPriorities.map((value) => ({ value, label: t(`athens.priority.${value}`) }))}
          onChange={(value) => {
            const priority = athensPriorities.find((one) => one === value)
            if (priority !== undefined) setAsked({ ...asked, priority })
          }}
        />
        <NumberInput
          label={t('athens.seed')}
          w="9rem"
          min={0}
          max={4_294_967_295}
          allowDecimal={false}
          value={asked.seed}
          onChange={(value) => {
            if (typeof value === 'number' && Number.isInteger(value) && value >= 0)
              setAsked({ ...asked, seed: value })
          }}
        />
        <Button disabled={found.data === undefined || found.data.placed === 0} onClick={() => void keep()}>
          {t('athens.keep')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
      {found.error !== null && <EmptyState title={refusalText(refusalOf(found.error))} />}
      {found.data === undefined && found.error === null && <p role="status">{t('ui.loading')}</p>}
      {found.data !== undefined && (
        <>
          <Summary preview={found.data} />
          <PreviewTable preview={found.data} />
        </>
      )}
    </section>
  )
}

function Summary({ preview }: { readonly preview: AthensPreview }) {
  const { t, format } = useText()
  const { placed, unplaced, byRank, certificate, unknownCapacity } = preview
  return (
    <p className={styles['summary']} role="status">
      <b>{t('athens.placed', { count: placed })}</b>
      {unplaced > 0 && <span className={styles['warn']}>{t('athens.notPlaced', { count: unplaced })}</span>}
      {byRank.map((count, at) => (
        <span key={`rank ${at + 1}`}>{t('athens.byRank', { rank: at + 1, students: count })}</span>
      ))}
      <span className={certificate.ok ? undefined : styles['warn']}>
        {certificate.ok
          ? t('athens.certificate.ok')
          : t('athens.certificate.not', { count: certificate.violations })}
      </span>
      {unknownCapacity.length > 0 && (
        <span className={styles['warn']}>
          {t('athens.unknownCapacity', { codes: format.list(unknownCapacity) })}
        </span>
      )}
    </p>
  )
}

function PreviewTable({ preview }: { readonly preview: AthensPreview }) {
  const { t, format } = useText()
  return (
    <table className={styles['table']} aria-label={t('athens.allocation')}>
      <thead>
        <tr>
          <th scope="col">{t('nominating.column.student')}</th>
          <th scope="col">{t('athens.column.course')}</th>
          <th scope="col">{t('athens.column.rank')}</th>
          <th scope="col">{t('athens.column.before')}</th>
          <th scope="col">{t('athens.column.why')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.students.map((student) => (
          <tr key={student.studentId}>
            <td>
              <a className={styles['student']} href={recordLink('student', student.studentId)}>
                {student.student}
              </a>
            </td>
            <td className={styles['code']}>{student.code ?? t('athens.none')}</td>
            <td>{student.rank === null ? '' : format.integer(student.rank)}</td>
            <td className={styles['code']}>{student.before ?? ''}</td>
            <td>
              <Reasons reasons={student.reasons} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Reason = AthensPreview['students'][number]['reasons'][number]

/** Why each better choice was not obtained; what comes after the one obtained needs no reason. */
function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const { t, format } = useText()
  const told = reasons.filter(({ outcome }) => outcome !== 'obtained' && outcome !== 'not-needed')
  return (
    <ul className={styles['reasons']}>
      {told.map(({ rank, code, outcome, limit, holders, facts }) => (
        <li key={`${rank} ${code}`}>
          {outcome === 'refused' && facts.length > 0 ? (
            <Found findings={facts} />
          ) : (
            t(textKey(`athens.reason.${outcome}${limit === null ? '' : `.${limit}`}`), {
              rank,
              code,
              holders: format.list(holders.slice(0, 4)),
            })
          )}
        </li>
      ))}
    </ul>
  )
}
