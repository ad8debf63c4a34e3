import { useQuery } from '@tanstack/react-query'
import type { RecordHistoryEntry } from '#shared/contract/history.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { fieldOf, type EntityName } from '#shared/entities/index.ts'
import { choiceLabel, fieldLabel } from '#shared/entities/labels.ts'
import { actionText } from '#shared/text/action-text.ts'
import { api } from '#renderer/api/queries.ts'
import { useText, type Text } from '#renderer/ui/text.tsx'
import styles from './record-view.module.css'

/** Each change of the record, newest first: when, by whom, what it was and became. */
export function RecordHistory({ entity, id }: { readonly entity: EntityName; readonly id: string }) {
  const text = useText()
  const { data: entries = [] } = useQuery(api.history.record.queryOptions({ input: { id } }))
  return (
    <ol className={styles['history']}>
      {entries.map((entry) => (
        <li key={entry.seq} data-state={entry.state}>
          <div className={styles['when']}>
            {text.format.instant(entry.at)} · {entry.actor}
          </div>
          <div>{whatOf(text, entry)}</div>
          {entry.operation === 'update' && (
            <ul>
              {entry.changes.map((change) => (
                <li key={change.field}>
                  {text.t(fieldLabel(entity, change.field))}:{' '}
                  <del>{shown(text, entity, change.field, change.before)}</del> →{' '}
                  <ins>{shown(text, entity, change.field, change.after)}</ins>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

function whatOf({ t }: Text, entry: RecordHistoryEntry): string {
  const action = actionText(t, entry)
  if (entry.kind !== 'do') return t(`history.kind.${entry.kind}`, { action })
  return entry.state === 'undone' ? `${action} (${t('records.undone')})` : action
}

function shown({ t, format }: Text, entity: EntityName, name: string, value: FieldValue): string {
  const field = fieldOf(entity, name)
  if (value === null || field === undefined) return '–'
  if (typeof value === 'boolean') return t(value ? 'ui.yes' : 'ui.no')
  if (typeof value === 'number') return format.number(value)
  if (field.type === 'choice') return t(choiceLabel(entity, name, value))
  if (field.type === 'choices')
    return value
      .split(',')
      .map((one) => t(choiceLabel(entity, name, one)))
      .join(', ')
  if (field.type === 'date') return format.date(value)
  if (field.type === 'month-day') return format.monthDay(value)
  if (field.type === 'country') return format.country(value)
  return value
}
