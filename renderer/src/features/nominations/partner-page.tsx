import { Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconFileExport, IconMail, IconPencil, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import type { PartnerDesk } from '#shared/contract/partner-nominations.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page, type PageAction } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { CopySheet } from './copy-sheet.tsx'
import styles from './partner.module.css'
import { PartnerFacts } from './partner-facts.tsx'
import { PartnerMail } from './partner-mail.tsx'
import { PartnerStudents } from './partner-students.tsx'
import { Remarks } from './remarks.tsx'
import { SentLog } from './sent-log.tsx'
import { useProduce, type Remark } from '#renderer/api/exports.ts'

interface PartnerPageProps {
  readonly institutionId: string
  readonly academicYear: string
}

/** All that naming students to one partner takes: its ways, its students, the file, the form or the e-mail, and the log. */
export function PartnerPage(props: PartnerPageProps) {
  const { t } = useText()
  const refusalText = useRefusalText()
  const { data, error } = useQuery(api.partnerNominations.desk.queryOptions({ input: { ...props } }))
  const parent = { label: t('nominating.title'), href: '#/nominations' }
  if (data === undefined)
    return (
      <Page title={t('partnerDesk.title')} parent={parent} isDocument>
        {error === null ? (
          <p role="status">{t('ui.loading')}</p>
        ) : (
          <EmptyState title={refusalText(refusalOf(error))} />
        )}
      </Page>
    )
  return <Desk key={data.profile.institutionId} {...props} desk={data} parent={parent} />
}

interface DeskProps extends PartnerPageProps {
  readonly desk: PartnerDesk
  readonly parent: { readonly label: string; readonly href: string }
}

function Desk({ institutionId, academicYear, desk, parent }: DeskProps) {
  const { t } = useText()
  const waiting = desk.students.filter(({ status }) => status === 'selected')
  const [isAgain, setAgain] = useState(waiting.length === 0)
  const [isIncluded, setIncluded] = useState(false)
  const [picked, setPicked] = useState<ReadonlySet<string>>()
  const [copyId, setCopyId] = useState<string>()
  const [remarks, setRemarks] = useState<readonly Remark[]>([])
  const { produce, isProducing } = useProduce()
  const run = useRun()
  const meant = isAgain ? desk.students : waiting
  const complete = isIncluded ? meant : meant.filter(({ missing }) => missing.length === 0)
  const chosen = picked ?? new Set(waiting.map(({ mobilityId }) => mobilityId))
  const make = (format: string, draft: boolean) =>
    void produce(
      {
        format,
        params: {
          academicYear,
          partners: [institutionId],
          // EWP tells the host where every stay stands: there is nothing to choose
          ...(format === 'omobilities' ? {} : { again: isAgain, includeIncomplete: isIncluded }),
        },
        ...(draft ? { draft } : {}),
      },
      t('partnerDesk.working', { partner: desk.profile.name }),
    ).then(setRemarks)
  const record = () =>
    void run(
      () =>
        client.partnerNominations.record({
          institutionId,
          academicYear,
          mobilityIds: [...chosen],
          channel: desk.profile.channel === 'file' ? 'web-form' : desk.profile.channel,
        }),
      { done: t('nominating.done', { count: chosen.size }) },
    )
  const isOff = complete.length === 0 || isProducing
  const actions = actionsOf(desk, {
    t,
    make,
    record,
    isOff,
    isProducing,
    chosen: chosen.size,
    complete: complete.length,
  })
  return (
    <Page
      title={desk.profile.name}
      count={desk.students.length}
      parent={parent}
      isDocument
      lead={t('partnerDesk.lead', { year: academicYear })}
      mainAction={actions.main}
      actions={actions.others}
      toolbar={
        <>
          <Switch
            label={t('nominating.again')}
            checked={isAgain}
            onChange={(event) => setAgain(event.currentTarget.checked)}
          />
          <Switch
            label={t('nominating.incomplete')}
            checked={isIncluded}
            onChange={(event) => setIncluded(event.currentTarget.checked)}
          />
        </>
      }
    >
      <Remarks remarks={remarks} />
      <PartnerFacts desk={desk} />
      <section className={styles['section']}>
        <h2>{t('partnerDesk.students')}</h2>
        {desk.students.length === 0 ? (
          <p className={styles['dim']}>{t('partnerDesk.nobody', { year: academicYear })}</p>
        ) : (
          <PartnerStudents students={desk.students} chosen={chosen} onChosen={setPicked} onCopy={setCopyId} />
        )}
      </section>
      {copyId !== undefined && (
        <CopySheet key={copyId} students={desk.students} shownId={copyId} onShow={setCopyId} />
      )}
      {desk.students.length > 0 && <PartnerMail mail={desk.mail} />}
      <SentLog sent={desk.sent} />
    </Page>
  )
}

interface Doing {
  readonly t: ReturnType<typeof useText>['t']
  readonly make: (format: string, draft: boolean) => void
  readonly record: () => void
  readonly isOff: boolean
  readonly isProducing: boolean
  readonly chosen: number
  readonly complete: number
}

/** The partner's own way is the main action; the other ways stay at hand. */
function actionsOf(
  { profile, template, students }: PartnerDesk,
  { t, make, record, isOff, isProducing, chosen, complete }: Doing,
): { readonly main: PageAction; readonly others: readonly PageAction[] } {
  const nobody = students.length === 0
  const fill: PageAction = {
    key: 'fill',
    label: t(template === null ? 'partnerDesk.produce' : 'partnerDesk.fill', { count: complete }),
    icon: <IconFileExport size={16} />,
    to: { run: () => make('nominations', false) },
    isOff,
  }
  const mail: PageAction = {
    key: 'mail',
    label: t('partnerDesk.mail.produce'),
    icon: <IconMail size={16} />,
    to: { run: () => make('nomination-email', false) },
    isOff,
  }
  const done: PageAction = {
    key: 'record',
    label: t('partnerDesk.record', { count: chosen }),
    icon: <IconSend size={16} />,
    to: { run: record },
    isOff: chosen === 0,
  }
  const draft: PageAction = {
    key: 'draft',
    label: t('nominating.draft'),
    icon: <IconPencil size={16} />,
    to: { run: () => make('nominations', true) },
    isOff,
  }
  const ewp: PageAction = {
    key: 'ewp',
    label: t('partnerDesk.ewp.produce'),
    icon: <IconFileExport size={16} />,
    to: { run: () => make('omobilities', false) },
    isOff: nobody || isProducing,
  }
  if (profile.channel === 'ewp') return { main: ewp, others: [fill, done, draft, mail] }
  if (profile.channel === 'e-mail') return { main: mail, others: [draft, fill, done] }
  if (profile.channel === 'web-form') return { main: done, others: [draft, fill, mail] }
  return { main: fill, others: [draft, mail, done] }
}
