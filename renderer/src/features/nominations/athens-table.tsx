import { IconAlertTriangle } from '@tabler/icons-react'
import type { AthensNominee } from '#shared/contract/nominations.ts'
import { isTextKey } from '#shared/text/text.ts'
import { useText } from '#renderer/ui/text.tsx'
import { MissingLinks } from './missing-links.tsx'
import { Complete } from './nominee-table.tsx'
import styles from './nominees.module.css'
import { recordLink } from './record-links.ts'

/** The students of a session: their choices in order, what is missing, what is odd about the choices. */
export function AthensTable({
  nominees,
  hasTitles,
}: {
  readonly nominees: readonly AthensNominee[]
  /** Whether the titles of the courses are written beside their codes. */
  readonly hasTitles: boolean
}) {
  const { t } = useText()
  const hasFindings = nominees.some((nominee) => nominee.findings.length > 0)
  return (
    <table className={styles['table']} aria-label={t('nominating.athens.table')}>
      <thead>
        <tr>
          <th scope="col">{t('nominating.column.student')}</th>
          <th scope="col">{t('nominating.athens.column.choices')}</th>
          <th scope="col">{t('nominating.column.missing')}</th>
          {hasFindings && <th scope="col">{t('nominating.athens.column.findings')}</th>}
        </tr>
      </thead>
      <tbody>
        {nominees.map((nominee) => (
          <tr key={nominee.studentId}>
            <td>
              <a className={styles['student']} href={recordLink('student', nominee.studentId)}>
                {nominee.student}
              </a>
            </td>
            <td>
              <Choices choices={nominee.choices} hasTitles={hasTitles} />
            </td>
            <td>
              {nominee.missing.length === 0 ? (
                <Complete />
              ) : (
                <MissingLinks student={nominee.student} missing={nominee.missing} />
              )}
            </td>
            {hasFindings && (
              <td>
                <Found findings={nominee.findings} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Choices(props: { readonly choices: AthensNominee['choices']; readonly hasTitles: boolean }) {
  const { format } = useText()
  return (
    <ol className={styles['choices']} data-titles={props.hasTitles || undefined}>
      {props.choices.map(({ rank, code, title }) => (
        <li key={`${rank} ${code}`} title={title}>
          <span className={styles['rank']}>{format.integer(rank)}</span>
          <span className={styles['code']}>{code}</span>
          {props.hasTitles && <span className={styles['dim']}>{title}</span>}
        </li>
      ))}
    </ol>
  )
}

function Found({ findings }: { readonly findings: AthensNominee['findings'] }) {
  const { t } = useText()
  return (
    <ul className={styles['findings']}>
      {findings.map(({ code, params }) => {
        const key = `athens.finding.${code}`
        const said = isTextKey(key) ? t(key, params) : code
        return (
          <li key={said}>
            <IconAlertTriangle size={14} aria-hidden />
            {said}
          </li>
        )
      })}
    </ul>
  )
}
