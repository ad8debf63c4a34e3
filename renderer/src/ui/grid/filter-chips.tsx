import { IconX } from '@tabler/icons-react'
import type { Filter, ListColumn } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './filter-chips.module.css'
import { filterWords } from './grid-filters.ts'

interface FilterChipsProps {
  readonly filters: readonly Filter[]
  readonly columns: readonly ListColumn[]
  readonly onChange: (filters: readonly Filter[]) => void
  /** Opens the column's menu, to change the filter. */
  readonly onOpen: (columnKey: string) => void
}

/** The filters in force, each with its removal. */
export function FilterChips({ filters, columns, onChange, onOpen }: FilterChipsProps) {
  const text = useText()
  const { t } = text
  if (filters.length === 0) return null
  return (
    <ul className={styles['chips']} aria-label={t('ui.filter.active')}>
      {filters.map((filter) => {
        const column = columns.find((other) => other.key === filter.key)
        // a link narrows a list to what belongs to one record: its identifier says nothing to a reader
        const label = column === undefined ? t('ui.filter.linked') : t(column.label)
        const words = column === undefined ? '' : filterWords(filter, column, text)
        return (
          <li key={`${filter.key} ${filter.test}`} className={styles['chip']}>
            <button type="button" className={styles['open']} onClick={() => onOpen(filter.key)}>
              <span className={styles['label']}>{label}</span>{' '}
              <span className={styles['words']}>{words}</span>
            </button>
            <button
              type="button"
              className={styles['remove']}
              aria-label={t('ui.filter.remove', { filter: `${label} ${words}` })}
              onClick={() => onChange(filters.filter((other) => other !== filter))}
            >
              <IconX size={13} />
            </button>
          </li>
        )
      })}
      {filters.length > 1 && (
        <li>
          <button type="button" className={styles['clear']} onClick={() => onChange([])}>
            {t('ui.filter.clearAll')}
          </button>
        </li>
      )}
    </ul>
  )
}
