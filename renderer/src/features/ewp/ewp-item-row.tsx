import type { EwpFinding, EwpItem } from '#shared/contract/ewp.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { fieldLabel, textKey } from '#shared/entities/labels.ts'
import { noteText } from '#shared/text/ewp-text.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './ewp.module.css'

const tones: Readonly<Record<EwpItem['outcome'], StatusTone>> = {
  new: 'good',
  changed: 'going',
  unchanged: 'idle',
  rejected: 'bad',
}

/** One part of a document: what comes of it, what changes field by field, what is wrong and where. */
export function EwpItemRow(props: {
  readonly item: EwpItem
  /** Once written, or when it was there before. */
  readonly canOpen: boolean
  readonly linkToRecord: (entity: EntityName, id: string) => string
}) {
  const { item } = props
  const { t } = useText()
  const isThere = item.outcome === 'changed' || item.outcome === 'unchanged' || props.canOpen
  return (
    <tr>
      <th scope="row">
        {item.record !== null && isThere ? (
          <a href={props.linkToRecord(item.record.entity, item.record.id)}>{item.title}</a>
        ) : (
          item.title
        )}
      </th>
      <td>
        <StatusBadge tone={tones[item.outcome]} word={t(textKey(`ewp.outcome.${item.outcome}`))} isPlain />
      </td>
      <td>
        <ul className={styles['list']}>
          {item.changes.map((change) => (
            <li key={`${change.of} ${change.field}`}>
              {t('ewp.change', {
                field: t(fieldLabel(change.entity, change.field)),
                before: String(change.before ?? t('ewp.change.none')),
                after: String(change.after ?? t('ewp.change.none')),
              })}
              {change.of !== '' && <span className={styles['quiet']}> ({change.of})</span>}
            </li>
          ))}
          {item.findings.map((finding) => (
            <FindingLine key={`${finding.path} ${finding.code} ${finding.line}`} finding={finding} />
          ))}
          {item.notes.map((note) => (
            <li key={`${note.code} ${String(note.params['condition'])}`} className={styles['quiet']}>
              {noteText(t, note)}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

export function FindingLine({ finding }: { readonly finding: EwpFinding }) {
  const { t } = useText()
  const { code, path, line, params } = finding
  return (
    <li>
      <span className={styles['wrong']}>{t(textKey(`ewp.finding.${code}`), params)}</span>{' '}
      <span className={styles['path']}>
        {line === null ? path : t('ewp.finding.at', { line: String(line), path })}
      </span>
    </li>
  )
}
