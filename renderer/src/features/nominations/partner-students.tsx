import { Button, Checkbox } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { DeskStudent } from '#shared/contract/partner-nominations.ts'
import { choiceLabel } from '#shared/entities/labels.ts'
import { useText } from '#renderer/ui/text.tsx'
import { MissingLinks } from './missing-links.tsx'
import { Complete } from './nominee-table.tsx'
import table from './nominees.module.css'
import styles from './partner.module.css'
import { useValueWords } from './partner-words.ts'
import { recordLink } from './record-links.ts'

/** The students of a partner: where each stands, what is missing, what changed since the partner was told. */
export function PartnerStudents(props: {
  readonly students: readonly DeskStudent[]
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (chosen: ReadonlySet<string>) => void
  readonly onCopy: (mobilityId: string) => void
}) {
  const { t, format } = useText()
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(props.chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    props.onChosen(next)
  }
  return (
    <table className={table['table']} aria-label={t('partnerDesk.students')}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('partnerDesk.choose')}</span>
          </th>
          <th scope="col">{t('nominating.column.student')}</th>
          <th scope="col">{t('nominating.column.status')}</th>
          <th scope="col">{t('nominating.column.missing')}</th>
          <th scope="col">{t('partnerDesk.column.last')}</th>
          <th scope="col">{t('partnerDesk.column.copy')}</th>
        </tr>
      </thead>
      <tbody>
        {props.students.map((student) => (
          <tr key={student.mobilityId}>
            <td>
              <Checkbox
                size="xs"
                aria-label={t('partnerDesk.choose.student', { student: student.student })}
                checked={props.chosen.has(student.mobilityId)}
                onChange={(event) => toggle(student.mobilityId, event.currentTarget.checked)}
              />
            </td>
            <td>
              <a className={table['student']} href={recordLink('mobility', student.mobilityId)}>
                {student.student}
              </a>
            </td>
            <td>{t(choiceLabel('mobility', 'status', student.status))}</td>
            <td>
              {student.missing.length === 0 ? (
                <Complete />
              ) : (
                <MissingLinks student={student.student} missing={student.missing} />
              )}
            </td>
            <td>
              {student.lastSentOn === null ? (
                <span className={styles['dim']}>{t('partnerDesk.never')}</span>
              ) : (
                format.date(student.lastSentOn)
              )}
              <Changes student={student} />
            </td>
            <td>
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconCopy size={13} />}
                aria-label={t('partnerDesk.copy.of', { student: student.student })}
                onClick={() => props.onCopy(student.mobilityId)}
              >
                {t('partnerDesk.copy')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Changes({ student }: { readonly student: DeskStudent }) {
  const words = useValueWords()
  if (student.changes.length === 0) return null
  return (
    <ul className={styles['changes']}>
      {student.changes.map(({ key, before, after }) => (
        <li key={key}>
          {words.label(key)} {before !== null && <del>{words.value(key, before)}</del>} →{' '}
          {after === null ? '–' : <ins>{words.value(key, after)}</ins>}
        </li>
      ))}
    </ul>
  )
}
