import { Select } from '@mantine/core'
import type { BmChoice, BmTemplate, BmTemplateColumn } from '#shared/contract/bm.ts'
import { bmFieldKeys, isBmField, isWritten } from '#shared/domain/bm/bm-fields.ts'
import { textKey } from '#shared/entities/labels.ts'
import { StatusBadge, type StatusTone } from '#renderer/ui/status-badge.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './bm.module.css'

const leave = 'leave'

const tones: Readonly<Record<BmTemplateColumn['confidence'], StatusTone>> = {
  remembered: 'good',
  chosen: 'good',
  sure: 'good',
  likely: 'warn',
  none: 'idle',
}

interface ColumnTableProps {
  readonly template: BmTemplate
  readonly choices: readonly BmChoice[]
  readonly onChoose: (choice: BmChoice) => void
}

/** What each column of a template is filled with, how sure that is, and another choice. */
export function ColumnTable({ template, choices, onChoose }: ColumnTableProps) {
  const { t } = useText()
  return (
    <table className={styles['table']} aria-label={t('bm.columns')}>
      <thead>
        <tr>
          <th scope="col">{t('bm.column')}</th>
          <th scope="col">{t('bm.column.field')}</th>
          <th scope="col">{t('bm.column.sure')}</th>
        </tr>
      </thead>
      <tbody>
        {template.columns.map((column) => (
          <ColumnRow
            key={column.column}
            column={column}
            terms={choices.find((choice) => choice.column === column.column)?.terms ?? {}}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  )
}

interface ColumnRowProps {
  readonly column: BmTemplateColumn
  readonly terms: BmChoice['terms']
  readonly onChoose: ColumnTableProps['onChoose']
}

function ColumnRow({ column, terms, onChoose }: ColumnRowProps) {
  const { t } = useText()
  const { label, field, confidence, hasFormula } = column
  const fields = bmFieldKeys
    .filter((key) => isWritten(key) || key === field)
    .map((key) => ({ value: key, label: t(textKey(`bm.field.${key}`)) }))
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {hasFormula ? (
          <span className={styles['note']}>{t('bm.column.formula')}</span>
        ) : (
          <Select
            aria-label={t('bm.column.choose', { label })}
            data={[{ value: leave, label: t('bm.column.leave') }, ...fields]}
            value={field ?? leave}
            allowDeselect={false}
            searchable
            openOnFocus={false}
            withScrollArea={false}
            styles={{ dropdown: { maxHeight: '22rem', overflowY: 'auto' } }}
            onChange={(value) => {
              const next = value !== null && isBmField(value) ? value : null
              onChoose({ column: column.column, field: next, terms: next === field ? terms : {} })
            }}
          />
        )}
      </td>
      <td>
        <StatusBadge tone={tones[confidence]} word={t(textKey(`bm.confidence.${confidence}`))} isPlain />
        {field !== null && !isWritten(field) && (
          <span className={styles['note']}> {t('bm.column.read')}</span>
        )}
      </td>
    </tr>
  )
}
