import { useState } from 'react'
import type { BmReadBack, BmReadBackFinding, BmScope } from '#shared/contract/bm.ts'
import { textKey } from '#shared/entities/labels.ts'
import { bmRemarkText } from '#shared/text/bm-text.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './bm.module.css'
import { FindingsTable } from './findings-table.tsx'
import { linkToPlace, type BmLinks } from './place-link.ts'

interface BackTabProps {
  readonly scope: BmScope
  readonly links: BmLinks
}

/** Drop the feedback file or a fresh export: what the module says otherwise, each at its field. */
export function BackTab({ scope, links }: BackTabProps) {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const [report, setReport] = useState<BmReadBack>()
  const [busy, setBusy] = useState<string>()
  const read = async (file: File) => {
    setBusy(file.name)
    const outcome = await runJob(
      { kind: 'bm-read-back', file, choices: [], dryRun: false, ...scope },
      file.name,
    )
    setBusy(undefined)
    if (outcome.type === 'failed') notices.fail({ text: refusalText(outcome.refusal) })
    if (outcome.type !== 'done' || outcome.result.kind !== 'bm-read-back') return
    setReport(outcome.result.report)
    dataChanged()
  }
  const open = links.toList('bmRemarks', [{ key: 'status', test: 'is', values: ['open'] }])
  return (
    <div className={styles['panel']}>
      <div className={styles['zone']}>
        <DropZone
          label={t('bm.back.drop')}
          hint={t('bm.back.hint')}
          accept=".xlsx,.csv"
          isOff={busy !== undefined}
          onFiles={([file]) => {
            if (file !== undefined) void read(file)
          }}
        />
      </div>
      {busy !== undefined && <p role="status">{t('bm.reading', { file: busy })}</p>}
      <div className={styles['actions']}>
        <a href={open}>{t('bm.back.list')}</a>
        <a href={links.toList('bmReadings', [])}>{t('bm.back.files')}</a>
      </div>
      {report !== undefined && busy === undefined && <Report report={report} links={links} />}
    </div>
  )
}

function Report({ report, links }: { readonly report: BmReadBack; readonly links: BmLinks }) {
  const { t, format } = useText()
  const { fileName: file, matched, rows, errors, differences, settled, unread, findings } = report
  return (
    <>
      <div className={styles['box']} role="status">
        <p>{t('bm.back.done', { file, matched, rows, errors, differences })}</p>
        {settled > 0 && <p>{t('bm.back.settled', { count: settled })}</p>}
        {findings.length === 0 && <p>{t('bm.back.fine')}</p>}
        {unread.length > 0 && <p>{t('bm.back.unread', { list: format.list(unread) })}</p>}
      </div>
      {findings.length > 0 && (
        <FindingsTable label={t('bm.back.table')}>
          {findings.map((finding, index) => (
            <FindingRow key={`${finding.row} ${finding.field} ${index}`} finding={finding} links={links} />
          ))}
        </FindingsTable>
      )}
    </>
  )
}

const tones: Readonly<Record<BmReadBackFinding['kind'], StatusTone>> = {
  error: 'bad',
  difference: 'warn',
  draft: 'warn',
  'given-up': 'warn',
  absent: 'warn',
  'unknown-row': 'idle',
}

function FindingRow({ finding, links }: { readonly finding: BmReadBackFinding; readonly links: BmLinks }) {
  const { t, format } = useText()
  const said = bmRemarkText({ t, formats: format }, finding)
  const isPlain = finding.kind !== 'error' && finding.kind !== 'difference'
  return (
    <tr>
      <th scope="row">
        {finding.stayId === null ? (
          finding.name
        ) : (
          <a href={links.toRecord('mobility', finding.stayId)}>{finding.name}</a>
        )}
        {finding.row !== null && (
          <div className={styles['note']}>{t('bm.back.row', { row: finding.row })}</div>
        )}
      </th>
      <td>
        <span className={styles['actions']}>
          <StatusBadge tone={tones[finding.kind]} word={t(textKey(`bm.back.kind.${finding.kind}`))} isPlain />
          {!isPlain && <span>{said}</span>}
          {finding.at !== null && (
            <a
              href={linkToPlace(links, finding.at)}
              aria-label={t('bm.check.mend.label', { name: finding.name, what: said })}
            >
              {t('bm.check.mend')}
            </a>
          )}
        </span>
      </td>
    </tr>
  )
}
