import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { BmChoice, BmFillRemark, BmScope, BmTemplate } from '#shared/contract/bm.ts'
import type { JobResult } from '#shared/contract/jobs.ts'
import { textKey } from '#shared/entities/labels.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { client } from '#renderer/api/client.ts'
import { download } from '#renderer/api/download.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { api } from '#renderer/api/queries.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './bm.module.css'
import { ColumnTable } from './column-table.tsx'

interface Dropped {
  readonly file: File
  readonly template: BmTemplate
  readonly choices: readonly BmChoice[]
}
type Filled = Extract<JobResult, { kind: 'bm-fill' }>

/** Drop the template of one's own project, look at what its columns are filled with, and take it filled. */
export function FillTab({ scope, onCheck }: { readonly scope: BmScope; readonly onCheck: () => void }) {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const [dropped, setDropped] = useState<Dropped>()
  const [filled, setFilled] = useState<Filled>()
  const [busy, setBusy] = useState<string>()
  const { data: check } = useQuery(api.bm.check.queryOptions({ input: { ...scope, code: null } }))
  const look = async (file: File, choices: readonly BmChoice[]) => {
    setBusy(file.name)
    try {
      const template = await client.bm.look({ file, choices: choices.map(copyOf) })
      setDropped({ file, template, choices })
      setFilled(undefined)
    } catch (error) {
      notices.fail({ text: refusalText(refusalOf(error)) })
    }
    setBusy(undefined)
  }
  const fill = async ({ file, choices }: Dropped) => {
    setBusy(file.name)
    const start = { kind: 'bm-fill', file, choices: choices.map(copyOf), ...scope } as const
    const outcome = await runJob(start, t('bm.fill.working', { file: file.name }))
    setBusy(undefined)
    if (outcome.type === 'failed') notices.fail({ text: refusalText(outcome.refusal) })
    if (outcome.type !== 'done' || outcome.result.kind !== 'bm-fill') return
    setFilled(outcome.result)
    dataChanged()
    download(outcome.result.file)
  }
  if (dropped === undefined)
    return (
      <div className={styles['panel']}>
        <div className={styles['zone']}>
          <DropZone
            label={t('bm.fill.drop')}
            hint={t('bm.fill.hint')}
            accept=".xlsx,.csv"
            isOff={busy !== undefined}
            onFiles={([file]) => {
              if (file !== undefined) void look(file, [])
            }}
          />
        </div>
        {busy !== undefined && <p role="status">{t('bm.reading', { file: busy })}</p>}
      </div>
    )
  const choose = (choice: BmChoice) => {
    const others = dropped.choices.filter(({ column }) => column !== choice.column)
    void look(dropped.file, [...others, choice])
  }
  return (
    <div className={styles['panel']}>
      <TemplateFacts template={dropped.template} />
      <div className={styles['actions']}>
        <Button disabled={busy !== undefined} onClick={() => void fill(dropped)}>
          {t('bm.fill.do', { count: check?.counts.stays ?? 0 })}
        </Button>
        <Button variant="default" disabled={busy !== undefined} onClick={() => setDropped(undefined)}>
          {t('bm.fill.another')}
        </Button>
      </div>
      {filled !== undefined && (
        <FilledReport filled={filled} dropped={dropped} onChoose={choose} onCheck={onCheck} />
      )}
      <ColumnTable template={dropped.template} choices={dropped.choices} onChoose={choose} />
    </div>
  )
}

function copyOf({ column, field, terms }: BmChoice): BmChoice {
  return { column, field, terms: { ...terms } }
}

function TemplateFacts({ template }: { readonly template: BmTemplate }) {
  const { t, format } = useText()
  const { changes, columns } = template
  const unknown = columns.filter(({ field, hasFormula }) => field === null && !hasFormula)
  const list = (labels: readonly string[]) => format.list(labels)
  return (
    <div className={styles['box']} role="status">
      <p>
        {t('bm.template.facts', {
          file: template.fileName,
          sheet: template.sheet,
          row: template.headerLast,
          columns: columns.length,
          matched: columns.filter(({ isWritten }) => isWritten).length,
          mobilities: template.mobilities,
        })}
      </p>
      {template.isRemembered && <p>{t('bm.template.remembered')}</p>}
      {changes !== null && (
        <>
          <p>
            {t('bm.template.changes', {
              file: changes.fileName,
              date: format.date(changes.usedAt.slice(0, 10)),
            })}
          </p>
          <ul>
            {changes.appeared.length > 0 && (
              <li>{t('bm.template.appeared', { list: list(changes.appeared) })}</li>
            )}
            {changes.vanished.length > 0 && (
              <li>{t('bm.template.vanished', { list: list(changes.vanished) })}</li>
            )}
            {changes.moved.length > 0 && (
              <li>
                {t('bm.template.moved', {
                  list: list(changes.moved.map((one) => t('bm.template.move', one))),
                })}
              </li>
            )}
          </ul>
        </>
      )}
      {unknown.length > 0 && (
        <p>{t('bm.template.unknown', { list: list(unknown.map(({ label }) => label)) })}</p>
      )}
      {template.missing.length > 0 && (
        <details>
          <summary>{t('bm.template.missing', { count: template.missing.length })}</summary>
          <p>
            {t('bm.template.fields', {
              list: list(template.missing.map((key) => t(textKey(`bm.field.${key}`)))),
            })}
          </p>
        </details>
      )}
    </div>
  )
}

interface ReportProps {
  readonly filled: Filled
  readonly dropped: Dropped
  readonly onChoose: (choice: BmChoice) => void
  readonly onCheck: () => void
}

function FilledReport({ filled, dropped, onChoose, onCheck }: ReportProps) {
  const { t } = useText()
  const { refused } = filled.check.counts
  return (
    <div className={styles['box']} role="status">
      <p>{t('bm.fill.done', { file: filled.file.name, rows: filled.rows, updated: filled.updated })}</p>
      {refused > 0 && (
        <p className={styles['actions']}>
          {t('bm.fill.refused', { count: refused })}
          <Button size="compact-xs" variant="default" onClick={onCheck}>
            {t('bm.tab.check')}
          </Button>
        </p>
      )}
      <ul className={styles['findings']}>
        {filled.remarks.map((remark) => (
          <li key={JSON.stringify(remark)}>
            <span>{t(textKey(`bm.remark.${remark.code}`), remark.params)}</span>
            {remark.code === 'not-listed' && <WordOf remark={remark} dropped={dropped} onChoose={onChoose} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The word of the template's list for a value that it does not say in any way we know. */
function WordOf(props: {
  readonly remark: BmFillRemark
  readonly dropped: Dropped
  readonly onChoose: (choice: BmChoice) => void
}) {
  const { t } = useText()
  const { params } = props.remark
  const column = props.dropped.template.columns.find((one) => one.column === params['column'])
  if (column === undefined) return null
  const code = String(params['code'])
  const known = props.dropped.choices.find((choice) => choice.column === column.column)?.terms ?? {}
  return (
    <Select
      aria-label={t('bm.column.term', { value: String(params['value']), label: column.label })}
      placeholder={t('bm.remark.choose')}
      data={[...new Set(column.allowed ?? [])]}
      value={known[code] ?? null}
      searchable
      onChange={(term) => {
        if (term !== null)
          props.onChoose({ column: column.column, field: column.field, terms: { ...known, [code]: term } })
      }}
    />
  )
}
