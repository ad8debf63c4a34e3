import { Button, NativeSelect } from '@mantine/core'
import type { Filter, ListColumn } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './column-filter.module.css'
import { filterKind } from './grid-filters.ts'
import type { CellReading, DistinctValue } from './grid-types.ts'
import { RangeFilter } from './range-filter.tsx'
import { TextFilter } from './text-filter.tsx'
import { ValuesFilter } from './values-filter.tsx'

export interface ColumnFilterProps {
  readonly column: ListColumn
  /** The filters of this column. */
  readonly filters: readonly Filter[]
  readonly distinct: ((columnKey: string) => Promise<readonly DistinctValue[]>) | undefined
  readonly readCell: (column: ListColumn, text: string) => CellReading
  readonly onChange: (filters: readonly Filter[]) => void
  readonly onDone: () => void
}

type Filling = 'any' | 'empty' | 'not-empty'

/** The filter of one column, in the form that suits what the column holds. Every change acts at once. */
export function ColumnFilter(props: ColumnFilterProps) {
  const { column, filters, onChange } = props
  const { t } = useText()
  const filling = fillingOf(filters)
  return (
    <div className={styles['filter']}>
      <div className={styles['head']}>
        <span className={styles['title']}>{t('ui.filter.title')}</span>
        {filters.length > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={() => onChange([])}>
            {t('ui.filter.clear')}
          </Button>
        )}
      </div>
      {filling === 'any' && <FilterForm {...props} />}
      <NativeSelect
        aria-label={t('ui.filter.filling')}
        value={filling}
        data={[
          { value: 'any', label: t('ui.filter.fillingAny') },
          { value: 'empty', label: t('ui.filter.empty') },
          { value: 'not-empty', label: t('ui.filter.notEmpty') },
        ]}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          onChange(
            chosen === 'empty' || chosen === 'not-empty'
              ? [{ key: column.key, test: chosen, values: [] }]
              : [],
          )
        }}
      />
    </div>
  )
}

const forms = { text: TextFilter, range: RangeFilter, values: ValuesFilter } as const

function FilterForm(props: ColumnFilterProps) {
  const Form = forms[filterKind(props.column)]
  return <Form {...props} />
}

function fillingOf(filters: readonly Filter[]): Filling {
  const test = filters.find((filter) => filter.test === 'empty' || filter.test === 'not-empty')?.test
  return test === 'empty' || test === 'not-empty' ? test : 'any'
}
