import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Filter } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import { useDelayed } from '#renderer/ui/use-delayed.ts'
import type { ColumnFilterProps } from './column-filter.tsx'
import styles from './column-filter.module.css'
import { filterValueText } from './grid-filters.ts'

const typingMs = 300
type Bound = 'at-least' | 'at-most'

/** Figures and days: from, to. What is typed is read as in a cell, and what was read is shown. */
export function RangeFilter(props: ColumnFilterProps) {
  const { t } = useText()
  return (
    <div className={styles['range']}>
      <BoundInput {...props} bound="at-least" label={t('ui.filter.from')} isFirst />
      <BoundInput {...props} bound="at-most" label={t('ui.filter.to')} isFirst={false} />
    </div>
  )
}

function BoundInput(
  props: ColumnFilterProps & { readonly bound: Bound; readonly label: string; readonly isFirst: boolean },
) {
  const { column, filters, bound, onChange, readCell } = props
  const text = useText()
  const [typed, setTyped] = useState(() =>
    filters
      .filter((filter) => filter.test === bound)
      .map((filter) => filterValueText(column, filter.values[0] ?? '', text))
      .join(''),
  )
  const reading = typed.trim() === '' ? undefined : readCell(column, typed)
  const problem = reading !== undefined && 'problem' in reading ? reading.problem : undefined
  const applySoon = useDelayed<string>((value) => {
    const others = filters.filter((filter) => filter.test !== bound)
    const read = value.trim() === '' ? undefined : readCell(column, value)
    if (read !== undefined && 'problem' in read) return
    const added: readonly Filter[] =
      read === undefined ? [] : [{ key: column.key, test: bound, values: [String(read.value)] }]
    onChange([...others, ...added])
  }, typingMs)
  const shown =
    reading !== undefined && 'value' in reading
      ? filterValueText(column, String(reading.value), text)
      : undefined
  return (
    <TextInput
      {...(props.isFirst ? { 'data-autofocus': true } : {})}
      label={props.label}
      value={typed}
      error={problem}
      description={shown === undefined || shown === typed ? null : `→ ${shown}`}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        applySoon(event.currentTarget.value)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') props.onDone()
      }}
    />
  )
}
