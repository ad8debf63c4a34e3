import { Select } from '@mantine/core'
import { IconCoinEuro, IconFileExport, IconFileSpreadsheet, IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReportedFigure, ReportView } from '#shared/contract/reports.ts'
import { textKey } from '#shared/entities/labels.ts'
import { download } from '#renderer/api/download.ts'
import { useExport } from '#renderer/api/exports.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { Stat, StatRow } from '#renderer/ui/stat.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import { DurationBands } from './duration-bands.tsx'
import { ReportTableView, type LinkToList } from './report-table.tsx'
import styles from './reports.module.css'

/** What the school reports of its mobility, year over year: every figure opens the rows behind it. */
export function ReportsPage({
  linkToList,
  linkToGrants,
}: {
  readonly linkToList: LinkToList
  readonly linkToGrants: string
}) {
  const { t } = useText()
  const refusalText = useRefusalText()
  const [year, setYear] = useState<string>()
  const { data, error } = useQuery(
    api.reports.view.queryOptions({ input: year === undefined ? {} : { academicYear: year } }),
  )
  if (error !== null)
    return (
      <Page title={t('nav.reports')} isDocument>
        <EmptyState title={refusalText(refusalOf(error))} />
      </Page>
    )
  if (data === undefined)
    return (
      <Page title={t('nav.reports')} isDocument>
        <p role="status">{t('ui.loading')}</p>
      </Page>
    )
  return <ReportOf view={data} onYear={setYear} linkToList={linkToList} linkToGrants={linkToGrants} />
}

interface ReportOfProps {
  readonly view: ReportView
  readonly onYear: (year: string) => void
  readonly linkToList: LinkToList
  readonly linkToGrants: string
}

function ReportOf({ view, onYear, linkToList, linkToGrants }: ReportOfProps) {
  const { t } = useText()
  const makeFile = useExport()
  const { academicYear } = view
  const save = async (format: string) => {
    const file = await makeFile(
      { format, params: { academicYear } },
      t('report.working', { year: academicYear }),
    )
    if (file !== undefined) download(file)
  }
  return (
    <Page
      title={t('nav.reports')}
      isDocument
      mainAction={{
        key: 'workbook',
        label: t('report.workbook'),
        icon: <IconFileSpreadsheet size={16} />,
        to: { run: () => void save('annual-report') },
      }}
      actions={[
        {
          key: 'document',
          label: t('report.document'),
          icon: <IconFileTypePdf size={16} />,
          to: { run: () => void save('annual-report-pdf') },
        },
        {
          key: 'bm',
          label: t('bm.open'),
          icon: <IconFileExport size={16} />,
          to: { href: '#/bm' },
        },
        {
          key: 'grants',
          label: t('nav.grants'),
          icon: <IconCoinEuro size={16} />,
          to: { href: linkToGrants },
        },
      ]}
      toolbar={
        <Select
          aria-label={t('field.mobility.academicYear')}
          data={[...view.years]}
          value={academicYear}
          allowDeselect={false}
          w={120}
          onChange={(year) => {
            if (year !== null) onYear(year)
          }}
        />
      }
    >
      <div className={styles['report']}>
        <StatRow areShort>
          {view.figures.map((figure) => (
            <FigureOf key={figure.id} figure={figure} linkToList={linkToList} />
          ))}
        </StatRow>
        <div className={styles['tables']}>
          {view.tables.map((table) => (
            <ReportTableView key={table.id} table={table} linkToList={linkToList} />
          ))}
        </div>
        <DurationBands key={view.durationBandsWeeks.join(' ')} weeks={view.durationBandsWeeks} />
      </div>
    </Page>
  )
}

function FigureOf({
  figure,
  linkToList,
}: {
  readonly figure: ReportedFigure
  readonly linkToList: LinkToList
}) {
  const { t, format } = useText()
  return (
    <Stat
      label={t(textKey(`report.figure.${figure.id}`))}
      value={figure.value}
      href={linkToList(figure.list, figure.filters)}
      {...(figure.before === null
        ? {}
        : { hint: t('report.before', { value: format.number(figure.before) }) })}
    />
  )
}
