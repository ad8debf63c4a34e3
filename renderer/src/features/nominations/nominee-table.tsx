import { IconCircleCheck } from '@tabler/icons-react'
import type { Nominee } from '#shared/contract/nominations.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import type { Deadline, PartnerGroup } from './group-nominees.ts'
import { MissingLinks } from './missing-links.tsx'
import styles from './nominees.module.css'
import { partnerLink, recordLink } from './record-links.ts'

/** Who is named to which partner: under each partner its students, those who lack something first. */
export function NomineeTable(props: {
  readonly groups: readonly PartnerGroup[]
  /** Whether students already nominated are among them. */
  readonly hasStatus: boolean
  readonly today: string
  readonly year: string
  readonly channels: readonly PartnerChannel[]
}) {
  const { t } = useText()
  return (
    <table
      className={styles['table']}
      aria-label={t('nominating.table')}
      data-columns={props.hasStatus ? 3 : 2}
    >
      <thead>
        <tr>
          <th scope="col">{t('nominating.column.student')}</th>
          {props.hasStatus && <th scope="col">{t('nominating.column.status')}</th>}
          <th scope="col">{t('nominating.column.missing')}</th>
        </tr>
      </thead>
      {props.groups.map((group) => (
        <tbody key={group.institutionId}>
          <tr className={styles['partner']}>
            <th scope="rowgroup" colSpan={props.hasStatus ? 3 : 2}>
              <PartnerLine
                group={group}
                today={props.today}
                year={props.year}
                channel={props.channels.find((one) => one.institutionId === group.institutionId)}
              />
            </th>
          </tr>
          {group.nominees.map((nominee) => (
            <NomineeRow key={nominee.mobilityId} nominee={nominee} hasStatus={props.hasStatus} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

interface PartnerChannel {
  readonly institutionId: string
  readonly channel: string
  readonly hasTemplate: boolean
}

function PartnerLine({
  group,
  today,
  year,
  channel,
}: {
  readonly group: PartnerGroup
  readonly today: string
  readonly year: string
  readonly channel: PartnerChannel | undefined
}) {
  const { t } = useText()
  const way = t(channel?.hasTemplate === true ? 'partnerDesk.link.workbook' : 'partnerDesk.link', {
    channel: t(choiceLabel('nominationProfile', 'channel', channel?.channel ?? 'file')),
  })
  return (
    <span className={styles['partnerLine']}>
      <a href={recordLink('institution', group.institutionId)}>{group.name}</a>
      <span className={styles['dim']}>
        {t('nominating.summary.students', { count: group.nominees.length })}
      </span>
      <a
        className={styles['way']}
        href={partnerLink(group.institutionId, year)}
        aria-label={`${way} – ${group.name}`}
      >
        {way}
      </a>
      {group.lacking > 0 && (
        <span className={styles['lacking']}>{t('nominating.lacking', { count: group.lacking })}</span>
      )}
      {group.deadlines.map((deadline) => (
        <DeadlineWords key={`${deadline.semester} ${deadline.date}`} deadline={deadline} today={today} />
      ))}
    </span>
  )
}

const soonDays = 14

function DeadlineWords({ deadline, today }: { readonly deadline: Deadline; readonly today: string }) {
  const { t, format } = useText()
  const days = (Date.parse(deadline.date) - Date.parse(today)) / 86_400_000
  return (
    <span className={styles['deadline']} data-soon={days <= soonDays || undefined}>
      {t('nominating.deadline', {
        semester: t(
          deadline.semester === 'spring' ? 'nominating.deadline.spring' : 'nominating.deadline.autumn',
        ),
        date: format.date(deadline.date),
        when: format.relativeDays(deadline.date, today),
      })}
    </span>
  )
}

function NomineeRow({ nominee, hasStatus }: { readonly nominee: Nominee; readonly hasStatus: boolean }) {
  const { t } = useText()
  return (
    <tr>
      <td>
        <a className={styles['student']} href={recordLink('mobility', nominee.mobilityId)}>
          {nominee.student}
        </a>
      </td>
      {hasStatus && <td>{t(choiceLabel('mobility', 'status', nominee.status))}</td>}
      <td>
        {nominee.missing.length === 0 ? (
          <Complete />
        ) : (
          <MissingLinks student={nominee.student} missing={nominee.missing} />
        )}
      </td>
    </tr>
  )
}

/** Nothing is missing. */
export function Complete() {
  const { t } = useText()
  return (
    <span className={styles['complete']}>
      <IconCircleCheck size={15} stroke={1.9} aria-hidden />
      {t('nominating.complete')}
    </span>
  )
}
