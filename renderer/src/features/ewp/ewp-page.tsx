import { Button } from '@mantine/core'
import { useState } from 'react'
import type { EwpReport } from '#shared/contract/ewp.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { textKey } from '#shared/entities/labels.ts'
import { useRun } from '#renderer/api/actions.ts'
import { client } from '#renderer/api/client.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { EwpExport } from './ewp-export.tsx'
import { EwpItemRow, FindingLine } from './ewp-item-row.tsx'
import styles from './ewp.module.css'

interface EwpPageProps {
  readonly linkToRecord: (entity: EntityName, id: string, field?: string) => string
}

interface Shown {
  readonly file: File
  readonly report: EwpReport
}

/** EWP documents: read and compared before anything is written, and made from the office. */
export function EwpPage({ linkToRecord }: EwpPageProps) {
  const { t } = useText()
  const run = useRun()
  const [shown, setShown] = useState<Shown>()
  const [reading, setReading] = useState<string>()
  const read = async (file: File) => {
    setReading(file.name)
    setShown(undefined)
    const report = await run(() => client.ewp.import({ file, dryRun: true }))
    setReading(undefined)
    if (report !== undefined) setShown({ file, report })
  }
  const apply = async ({ file, report }: Shown) => {
    const count = report.counts.new + report.counts.changed
    const done = await run(() => client.ewp.import({ file, as: report.kind, dryRun: false }), {
      done: t('ewp.applied', { count, file: file.name }),
    })
    if (done !== undefined) setShown({ file, report: done })
  }
  return (
    <Page title={t('ewp.title')} lead={t('ewp.lead')} isDocument>
      <div className={styles['zone']}>
        <DropZone
          label={t('ewp.drop')}
          hint={t('ewp.drop.hint')}
          accept=".xml"
          isOff={reading !== undefined}
          onFiles={([file]) => {
            if (file !== undefined) void read(file)
          }}
        />
      </div>
      {reading !== undefined && <p role="status">{t('ewp.reading', { file: reading })}</p>}
      {shown !== undefined && (
        <Report
          shown={shown}
          linkToRecord={linkToRecord}
          onApply={() => void apply(shown)}
          onDiscard={() => setShown(undefined)}
        />
      )}
      <EwpExport linkToRecord={linkToRecord} />
    </Page>
  )
}

function Report(props: {
  readonly shown: Shown
  readonly linkToRecord: (entity: EntityName, id: string) => string
  readonly onApply: () => void
  readonly onDiscard: () => void
}) {
  const { report } = props.shown
  const { t } = useText()
  const count = report.counts.new + report.counts.changed
  return (
    <section className={styles['block']} aria-labelledby="ewp-report">
      <h2 id="ewp-report">
        {t('ewp.read', {
          file: report.fileName,
          kind: t(textKey(`ewp.kind.${report.kind}`)),
          version: report.version,
        })}
      </h2>
      <p className={styles['line']} role="status">
        {(['new', 'changed', 'unchanged', 'rejected'] as const).map((outcome) => (
          <span key={outcome}>
            <b>{report.counts[outcome]}</b> {t(textKey(`ewp.outcome.${outcome}`))}
          </span>
        ))}
        {!report.isApplied && (
          <Button disabled={count === 0} onClick={props.onApply}>
            {count === 0 ? t('ewp.apply.nothing') : t('ewp.apply', { count })}
          </Button>
        )}
        <Button variant="default" onClick={props.onDiscard}>
          {t('ewp.discard')}
        </Button>
      </p>
      {report.findings.length > 0 && (
        <ul className={styles['list']}>
          {report.findings.map((finding) => (
            <FindingLine key={`${finding.path} ${finding.code}`} finding={finding} />
          ))}
        </ul>
      )}
      <table className={styles['table']} aria-label={t('ewp.items')}>
        <thead>
          <tr>
            <th scope="col">{t('ewp.column.item')}</th>
            <th scope="col">{t('ewp.column.outcome')}</th>
            <th scope="col">{t('ewp.column.what')}</th>
          </tr>
        </thead>
        <tbody>
          {report.items.map((item, at) => (
            <EwpItemRow
              key={`${at} ${item.title}`}
              item={item}
              canOpen={report.isApplied}
              linkToRecord={props.linkToRecord}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}
