import { Button, Select } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EwpProblem } from '#shared/contract/ewp.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { fieldLabel, textKey } from '#shared/entities/labels.ts'
import { useUndo } from '#renderer/api/actions.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { download } from '#renderer/api/download.ts'
import { runJob } from '#renderer/api/jobs.ts'
import { api } from '#renderer/api/queries.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'
import styles from './ewp.module.css'

type LinkToRecord = (entity: EntityName, id: string, field?: string) => string

/** Makes the EWP documents of the office, and says what keeps some of it from being in them. */
export function EwpExport({ linkToRecord }: { readonly linkToRecord: LinkToRecord }) {
  const { t } = useText()
  const { data } = useQuery(api.ewp.check.queryOptions())
  const { produce, isProducing } = useProduce()
  if (data === undefined) return null
  return (
    <section className={styles['block']} aria-labelledby="ewp-export">
      <h2 id="ewp-export">{t('ewp.export')}</h2>
      {data.total === 0 ? (
        <p className={styles['quiet']}>{t('ewp.none')}</p>
      ) : (
        <div className={styles['line']}>
          <Button
            leftSection={<IconFileExport size={16} />}
            disabled={data.ready === 0 || isProducing}
            onClick={() => void produce('iia', t('export.title.iia'))}
          >
            {t('ewp.export.iia')}
          </Button>
          <span>{t('ewp.ready', { ready: data.ready, total: data.total })}</span>
          {data.schoolMissing.length > 0 && (
            <span>
              {t('ewp.ready.school')} <a href="#/settings">{t('ewp.ready.settings')}</a>
            </span>
          )}
        </div>
      )}
      <Stays produce={produce} isProducing={isProducing} />
      {data.agreements.length > 0 && (
        <>
          <h3>{t('ewp.lacking')}</h3>
          <table className={styles['table']} aria-label={t('ewp.lacking')}>
            <tbody>
              {data.agreements.slice(0, 200).map((agreement) => (
                <tr key={agreement.id}>
                  <th scope="row">
                    <a href={linkToRecord('agreement', agreement.id)}>{agreement.title}</a>
                  </th>
                  <td>
                    <ul className={styles['list']}>
                      {agreement.problems.map((problem) => (
                        <Problem
                          key={`${problem.path} ${problem.code} ${String(problem.params['name'])}`}
                          problem={problem}
                          linkToRecord={linkToRecord}
                        />
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  )
}

/** Nominations and learning agreements go out year by year. */
function Stays(props: {
  readonly produce: (format: string, label: string, academicYear: string) => Promise<void>
  readonly isProducing: boolean
}) {
  const { t } = useText()
  const status = useQuery(api.office.status.queryOptions())
  const years = useQuery(api.nominations.years.queryOptions())
  const [chosen, setChosen] = useState<string | null>(null)
  if (status.data === undefined) return null
  const year = chosen ?? status.data.academicYear
  const known = new Set([status.data.academicYear, ...(years.data ?? []).map((one) => one.academicYear)])
  return (
    <div className={styles['line']}>
      <Select
        size="xs"
        aria-label={t('field.mobility.academicYear')}
        data={[...known].toSorted((a, b) => b.localeCompare(a))}
        value={year}
        onChange={setChosen}
        allowDeselect={false}
      />
      {(['omobilities', 'learning-agreements'] as const).map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<IconFileExport size={16} />}
          disabled={props.isProducing}
          onClick={() => void props.produce(format, t(textKey(`export.title.${format}`)), year)}
        >
          {t(textKey(`ewp.export.${format}`), { year })}
        </Button>
      ))}
    </div>
  )
}

function Problem({
  problem,
  linkToRecord,
}: {
  readonly problem: EwpProblem
  readonly linkToRecord: LinkToRecord
}) {
  const { t } = useText()
  const { place } = problem
  return (
    <li>
      {place !== null && (
        <a href={linkToRecord(place.entity, place.id, place.field)}>
          {t(fieldLabel(place.entity, place.field))}
        </a>
      )}{' '}
      <span className={styles['quiet']}>{t(textKey(`ewp.finding.${problem.code}`), problem.params)}</span>
    </li>
  )
}

function useProduce() {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { undo } = useUndo()
  const [isProducing, setProducing] = useState(false)
  const produce = async (format: string, label: string, academicYear?: string) => {
    setProducing(true)
    const params = academicYear === undefined ? {} : { academicYear }
    const outcome = await runJob({ kind: 'export', format, params }, label)
    setProducing(false)
    if (outcome.type === 'failed') notices.fail({ text: refusalText(outcome.refusal) })
    if (outcome.type !== 'done' || outcome.result.kind !== 'export') return
    const { file, rows, leftOut, nominated } = outcome.result
    download(file)
    if (nominated > 0) dataChanged()
    const key = academicYear === undefined ? 'ewp.exported' : 'ewp.exported.stays'
    const said = [
      t(key, { count: rows, file: file.name }),
      ...(nominated > 0 ? [t('nominating.done', { count: nominated })] : []),
      ...(leftOut > 0 ? [t('ewp.exported.leftOut', { count: leftOut })] : []),
    ]
    notices.say({ text: said.join(' · '), ...(nominated > 0 ? { onUndo: () => void undo() } : {}) })
  }
  return { produce, isProducing }
}
