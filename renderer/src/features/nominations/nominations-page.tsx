import { Button, MultiSelect, SegmentedControl, Select, Switch } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  IconCalendarDue,
  IconFileExport,
  IconHistory,
  IconMailForward,
  IconPencil,
} from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Nominee } from '#shared/contract/nominations.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { groupNominees, yearToBegin } from './group-nominees.ts'
import { NomineeTable } from './nominee-table.tsx'
import styles from './nominees.module.css'
import { NoNominees, NobodyYet } from './no-nominees.tsx'
import { SchoolBanner } from '#renderer/ui/school-banner.tsx'
import { Remarks } from './remarks.tsx'
import { useProduce, type Remark } from '#renderer/api/exports.ts'

/** What is asked of the nominations to produce. */
interface Choices {
  readonly year: string | undefined
  readonly partners: readonly string[]
  readonly again: boolean
  readonly perPartner: boolean
  readonly includeIncomplete: boolean
}

const firstChoices: Choices = {
  year: undefined,
  partners: [],
  again: false,
  perPartner: true,
  includeIncomplete: false,
}

/** Students selected for a partner, what each lacks, and the files that name them. */
export function NominationsPage() {
  const { t } = useText()
  const refusalText = useRefusalText()
  const [choices, setChoices] = useState(firstChoices)
  const years = useQuery(api.nominations.years.queryOptions())
  const status = useQuery(api.office.status.queryOptions())
  const year = choices.year ?? yearToBegin(years.data ?? [], status.data?.academicYear ?? '')
  const failure = years.error ?? status.error
  if (failure !== null)
    return (
      <Page title={t('nominating.title')} isDocument>
        <EmptyState title={refusalText(refusalOf(failure))} />
      </Page>
    )
  if (years.data === undefined || status.data === undefined)
    return (
      <Page title={t('nominating.title')} isDocument>
        <p role="status">{t('ui.loading')}</p>
      </Page>
    )
  if (year === undefined) return <NobodyYet />
  return (
    <NominationsOf
      years={years.data}
      today={status.data.today}
      choices={{ ...choices, year }}
      onChoices={(changed) => setChoices({ ...choices, ...changed })}
    />
  )
}

interface NominationsOfProps {
  readonly years: readonly { readonly academicYear: string; readonly count: number }[]
  readonly today: string
  readonly choices: Choices & { readonly year: string }
  readonly onChoices: (changed: Partial<Choices>) => void
}

function NominationsOf(props: NominationsOfProps) {
  const { choices, onChoices } = props
  const { t, format } = useText()
  const refusalText = useRefusalText()
  const { produce, isProducing } = useProduce()
  const [remarks, setRemarks] = useState<readonly Remark[]>([])
  const channels = useQuery(api.partnerNominations.channels.queryOptions()).data
  const prepared = useQuery(
    api.nominations.prepare.queryOptions({
      input: { academicYear: choices.year, institutionIds: [], again: choices.again },
    }),
  )
  const deadlines = useQuery(api.office.today.queryOptions()).data?.deadlines
  const all = prepared.data?.nominees
  const shown = useMemo(() => ofPartners(all ?? [], choices.partners), [all, choices.partners])
  const groups = useMemo(
    () => groupNominees(shown, deadlines ?? [], format.compare),
    [shown, deadlines, format],
  )
  const schoolMissing = prepared.data?.schoolMissing ?? []
  const produced = toProduce(shown, choices.includeIncomplete, schoolMissing)
  const run = (draft: boolean) =>
    produce(
      {
        format: choices.perPartner ? 'nominations' : 'erasmus-nominations',
        params: {
          academicYear: choices.year,
          partners: [...choices.partners],
          again: choices.again,
          includeIncomplete: choices.includeIncomplete,
        },
        ...(draft ? { draft } : {}),
      },
      t('nominating.working', { year: choices.year }),
    ).then(setRemarks)
  const files = choices.perPartner ? new Set(produced.map((nominee) => nominee.institutionId)).size : 1
  const isOff = produced.length === 0 || isProducing
  return (
    <Page
      title={t('nominating.title')}
      {...(all === undefined ? {} : { count: shown.length })}
      isDocument
      actions={[
        {
          key: 'draft',
          label: t('nominating.draft'),
          icon: <IconPencil size={16} />,
          to: { run: () => void run(true) },
          isOff,
        },
        {
          key: 'deadlines',
          label: t('deadlines.title'),
          icon: <IconCalendarDue size={16} />,
          to: { href: '#/deadlines' },
        },
        {
          key: 'sent',
          label: t('nominating.sent'),
          icon: <IconHistory size={16} />,
          to: { href: '#/sent' },
        },
        {
          key: 'mail-texts',
          label: t('mailTexts.title'),
          icon: <IconMailForward size={16} />,
          to: { href: '#/nomination-mail' },
        },
      ]}
      mainAction={{
        key: 'produce',
        label:
          produced.length === 0 ? t('nominating.produce.nothing') : t('nominating.produce', { count: files }),
        icon: <IconFileExport size={16} />,
        to: { run: () => void run(false) },
        isOff,
      }}
      toolbar={<Choosing {...props} nominees={all ?? []} />}
    >
      <Remarks remarks={remarks} />
      <SchoolBanner fields={schoolMissing} />
      {prepared.error !== null && (
        <EmptyState title={refusalText(refusalOf(prepared.error))}>
          <Button onClick={() => void prepared.refetch()}>{t('ui.retry')}</Button>
        </EmptyState>
      )}
      {all !== undefined && all.length === 0 && (
        <NoNominees year={choices.year} isAgain={choices.again} onAgain={() => onChoices({ again: true })} />
      )}
      {all !== undefined && all.length > 0 && shown.length === 0 && (
        <EmptyState title={t('nominating.filtered.title')}>
          <Button onClick={() => onChoices({ partners: [] })}>{t('nominating.filtered.all')}</Button>
        </EmptyState>
      )}
      {shown.length > 0 && (
        <>
          <Summary shown={shown} partners={groups.length} isIncluded={choices.includeIncomplete} />
          <NomineeTable
            groups={groups}
            hasStatus={choices.again}
            today={props.today}
            year={choices.year}
            channels={channels ?? []}
          />
        </>
      )}
    </Page>
  )
}

function ofPartners(nominees: readonly Nominee[], partners: readonly string[]): readonly Nominee[] {
  return partners.length === 0
    ? nominees
    : nominees.filter(({ institutionId }) => partners.includes(institutionId))
}

function toProduce(shown: readonly Nominee[], isIncluded: boolean, schoolMissing: readonly string[]) {
  if (isIncluded) return shown
  return schoolMissing.length > 0 ? [] : shown.filter((nominee) => nominee.missing.length === 0)
}

/** The year, the partners, and how the files are made. */
function Choosing({
  years,
  choices,
  onChoices,
  nominees,
}: NominationsOfProps & { readonly nominees: readonly Nominee[] }) {
  const { t, format } = useText()
  const partners = useMemo(
    () =>
      [...new Map(nominees.map((nominee) => [nominee.institutionId, nominee.institution]))]
        .map(([value, label]) => ({ value, label }))
        .toSorted((a, b) => format.compare(a.label, b.label)),
    [nominees, format],
  )
  return (
    <>
      <Select
        withScrollArea={false}
        classNames={{ options: styles['options'] ?? '' }}
        aria-label={t('nominating.year')}
        w="14.5rem"
        allowDeselect={false}
        value={choices.year}
        data={years.map(({ academicYear, count }) => ({
          value: academicYear,
          label: t('nominating.year.option', { year: academicYear, students: count }),
        }))}
        onChange={(year) => {
          if (year !== null) onChoices({ year, partners: [] })
        }}
      />
      <MultiSelect
        withScrollArea={false}
        classNames={{ options: styles['options'] ?? '' }}
        size="xs"
        aria-label={t('nominating.partners')}
        placeholder={choices.partners.length === 0 ? t('nominating.partners.all') : ''}
        className={styles['partners'] ?? ''}
        searchable
        clearable
        hidePickedOptions
        leftSection={<IconMailForward size={15} />}
        data={partners}
        value={choices.partners.filter((id) => partners.some((partner) => partner.value === id))}
        onChange={(ids) => onChoices({ partners: ids })}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('nominating.books')}
        value={choices.perPartner ? 'perPartner' : 'one'}
        data={[
          { value: 'perPartner', label: t('nominating.books.perPartner') },
          { value: 'one', label: t('nominating.books.one') },
        ]}
        onChange={(value) => onChoices({ perPartner: value === 'perPartner' })}
      />
      <div className={styles['switches']}>
        <Switch
          label={t('nominating.incomplete')}
          checked={choices.includeIncomplete}
          onChange={(event) => onChoices({ includeIncomplete: event.currentTarget.checked })}
        />
        <Switch
          label={t('nominating.again')}
          checked={choices.again}
          onChange={(event) => onChoices({ again: event.currentTarget.checked })}
        />
      </div>
    </>
  )
}

function Summary(props: {
  readonly shown: readonly Nominee[]
  readonly partners: number
  readonly isIncluded: boolean
}) {
  const { t } = useText()
  const lacking = props.shown.filter((nominee) => nominee.missing.length > 0).length
  return (
    <p className={styles['summary']} role="status">
      <b>{t('nominating.summary.students', { count: props.shown.length })}</b>
      <span>{t('nominating.summary.partners', { count: props.partners })}</span>
      <span>{t('nominating.summary.complete', { count: props.shown.length - lacking })}</span>
      {lacking > 0 && (
        <span className={styles['lacking']}>
          {t(props.isIncluded ? 'nominating.summary.included' : 'nominating.summary.leftOut', {
            count: lacking,
          })}
        </span>
      )}
    </p>
  )
}
