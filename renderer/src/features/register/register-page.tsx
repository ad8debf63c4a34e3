import { Button } from '@mantine/core'
import { IconList } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ComparedPartner, RegisterReport } from '#shared/contract/register.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { fieldLabel, textKey } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { client } from '#renderer/api/client.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { api } from '#renderer/api/queries.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stat, StatRow } from '#renderer/ui/stat.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { PartnerRow, type Take } from './partner-row.tsx'
import { figuresOf, isShown, type CharterShow } from './show-partners.ts'
import styles from './register.module.css'

interface RegisterPageProps {
  readonly show: CharterShow
  readonly linkToShow: (show: CharterShow) => string
  readonly linkToRecord: (entity: EntityName, id: string) => string
  readonly linkToList: (list: string) => string
}

/** The lists of charters, and what they say of our school and partners. */
export function RegisterPage({ show, linkToShow, linkToRecord, linkToList }: RegisterPageProps) {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const compared = useQuery(api.register.compare.queryOptions())
  const [report, setReport] = useState<RegisterReport>()
  const [reading, setReading] = useState<string>()
  const take = useTake()
  const read = async (file: File) => {
    setReading(file.name)
    const outcome = await runJob({ kind: 'register-import', file, dryRun: false }, file.name)
    setReading(undefined)
    if (outcome.type === 'failed') notices.fail({ text: refusalText(outcome.refusal) })
    if (outcome.type !== 'done' || outcome.result.kind !== 'register-import') return
    setReport(outcome.result.report)
    dataChanged()
  }
  const { data } = compared
  const newest = data?.registers[0]
  return (
    <Page
      title={t('register.title')}
      lead={t('register.lead')}
      isDocument
      actions={[
        {
          key: 'lists',
          label: t('register.lists'),
          icon: <IconList size={16} />,
          to: { href: linkToList('registers') },
        },
      ]}
    >
      <div className={styles['zone']}>
        <DropZone
          label={t('register.drop')}
          hint={t('register.drop.hint')}
          accept=".xlsx,.csv"
          isOff={reading !== undefined}
          onFiles={([file]) => {
            if (file !== undefined) void read(file)
          }}
        />
      </div>
      {reading !== undefined && <p role="status">{t('register.reading', { file: reading })}</p>}
      {report !== undefined && reading === undefined && <Report report={report} />}
      {data !== undefined && newest === undefined && <p className={styles['note']}>{t('register.empty')}</p>}
      {data !== undefined && newest !== undefined && (
        <>
          <School school={data.school} newest={newest.listDate} onTake={take} />
          <Newest registers={data.registers} />
          <StatRow>
            {figuresOf(data.partners).map(({ show: one, count }) => (
              <Stat
                key={one}
                label={t(textKey(`register.figure.${one}`))}
                value={count}
                href={linkToShow(one)}
                tone={count > 0 && (one === 'lost' || one === 'absent') ? 'warn' : 'none'}
              />
            ))}
          </StatRow>
          <Partners
            partners={data.partners.filter((partner) => isShown(partner, show))}
            show={show}
            linkToShow={linkToShow}
            linkToRecord={linkToRecord}
            onTake={take}
          />
        </>
      )}
    </Page>
  )
}

/** Takes values of the register over into our records: one action each time, with its way back. */
function useTake(): Take {
  const { t } = useText()
  const run = useRun()
  return (partner, values) => {
    const said = Object.entries(values).map(([field, to]) => `${t(fieldLabel('institution', field))} ${to}`)
    const done = t('register.taken', { name: partner.name, what: said.join(', ') })
    void run(
      async () => {
        if (partner.id === 'school') await client.settings.updateSchool(values)
        else await client.records.update({ entity: 'institution', ids: [partner.id], values })
      },
      { done },
    )
  }
}

function Report({ report }: { readonly report: RegisterReport }) {
  const { t, format } = useText()
  const cells = report.unread
    .slice(0, 5)
    .map(({ cell, value }) => `${cell} “${value}”`)
    .join(', ')
  return (
    <div className={styles['report']} role="status">
      <p>
        {t('register.imported', {
          count: report.entries,
          file: report.fileName,
          date: format.date(report.listDate),
        })}
      </p>
      {report.isDateSupposed && <p>{t('register.date.supposed')}</p>}
      {report.skipped.length > 0 && (
        <p>
          {t('register.skipped', { count: report.skipped.length })}{' '}
          {report.skipped
            .slice(0, 5)
            .map((row) => t('register.skip.no-name', { row }))
            .join(', ')}
        </p>
      )}
      {report.cleaned > 0 && <p>{t('register.cleaned', { count: report.cleaned })}</p>}
      {report.unreadCount > 0 && <p>{t('register.unread', { count: report.unreadCount, cells })}</p>}
    </div>
  )
}

function School(props: { readonly school: ComparedPartner; readonly newest: string; readonly onTake: Take }) {
  const { school } = props
  const { finding } = school
  const { t, format } = useText()
  if (school.name === '') return null
  const facts = {
    name: school.name,
    code: school.erasmusCode ?? '',
    date: format.date(props.newest),
    lastSeen: finding.lastSeen === null ? '' : format.date(finding.lastSeen),
  }
  return (
    <section className={styles['school']} data-state={finding.state} aria-label={t('register.school')}>
      <StatusBadge
        tone={finding.state === 'held' ? 'good' : finding.state === 'lost' ? 'bad' : 'warn'}
        word={t('register.school')}
        isPlain
      />
      <span>{t(textKey(`register.school.${finding.state}`), facts)}</span>
      {finding.suggestions.map(({ field, from, to }) => (
        <span key={field}>
          <span className={styles['code']}>
            {t('register.suggest', {
              field: t(fieldLabel('institution', field)),
              from: from ?? t('register.suggest.none'),
              to,
            })}
          </span>{' '}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={t('register.take.label', {
              field: t(fieldLabel('institution', field)),
              name: school.name,
              to,
            })}
            onClick={() => props.onTake(school, { [field]: to })}
          >
            {t('register.take')}
          </Button>
        </span>
      ))}
    </section>
  )
}

function Newest({ registers }: { readonly registers: readonly { readonly listDate: string }[] }) {
  const { t, format } = useText()
  const newest = registers[0]
  const oldest = registers.at(-1)
  if (newest === undefined || oldest === undefined) return null
  return (
    <p className={styles['note']}>
      {registers.length > 1
        ? t('register.newest.since', {
            date: format.date(newest.listDate),
            earlier: format.date(oldest.listDate),
          })
        : `${t('register.newest', { date: format.date(newest.listDate) })}. ${t('register.one-list')}`}
    </p>
  )
}

function Partners(props: {
  readonly partners: readonly ComparedPartner[]
  readonly show: CharterShow
  readonly linkToShow: (show: CharterShow) => string
  readonly linkToRecord: (entity: EntityName, id: string) => string
  readonly onTake: Take
}) {
  const { partners, show } = props
  const { t, format } = useText()
  const run = useRun()
  const completable = partners.filter(
    ({ finding }) => finding.changes.includes('completes') && finding.by !== 'name',
  )
  const completeAll = () =>
    void run(
      () =>
        client.records.updateCells({
          entity: 'institution',
          rows: completable.map(({ id, finding }) => ({
            id,
            values: Object.fromEntries(
              finding.suggestions.flatMap(({ field, from, to }) => (from === null ? [[field, to]] : [])),
            ),
          })),
        }),
      { done: t('register.completed', { count: completable.length }) },
    )
  return (
    <>
      <div className={styles['head']}>
        <h2>
          {show === 'look' ? t('register.figure.all') : t(textKey(`register.figure.${show}`))} ·{' '}
          {format.number(partners.length)}
        </h2>
        <span>
          {show !== 'look' && <a href={props.linkToShow('look')}>{t('register.figure.all')}</a>}
          {show === 'completes' && completable.length > 0 && (
            <Button size="compact-sm" ml="sm" onClick={completeAll}>
              {t('register.complete', { count: completable.length })}
            </Button>
          )}
        </span>
      </div>
      {partners.length === 0 ? (
        <p className={styles['note']}>{t('register.none')}</p>
      ) : (
        <table className={styles['table']} aria-label={t('register.table')}>
          <thead>
            <tr>
              <th scope="col">{t('register.column.partner')}</th>
              <th scope="col">{t('register.column.state')}</th>
              <th scope="col">{t('register.column.found')}</th>
              <th scope="col">{t('register.column.what')}</th>
            </tr>
          </thead>
          <tbody>
            {partners.map((partner) => (
              <PartnerRow
                key={partner.id}
                partner={partner}
                href={props.linkToRecord('institution', partner.id)}
                onTake={props.onTake}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
