import { Checkbox, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { isFoundIn } from '#renderer/ui/search-words.ts'
import { useText } from '#renderer/ui/text.tsx'
import type { ColumnFilterProps } from './column-filter.tsx'
import styles from './column-filter.module.css'
import { filterValueText } from './grid-filters.ts'
import type { DistinctValue } from './grid-types.ts'

interface Choice {
  readonly value: string
  readonly label: string
  readonly count: number | undefined
}

const searchedFrom = 9

/** Values picked among those that the list holds, each with its number of rows. */
export function ValuesFilter({ column, filters, distinct, onChange }: ColumnFilterProps) {
  const text = useText()
  const { t, format } = text
  const [search, setSearch] = useState('')
  const found = useDistinct(column.key, distinct)
  const picked = filters.find((filter) => filter.test === 'is')?.values ?? []
  if (found.kind === 'failed') return <p className={styles['problem']}>{t('ui.filter.valuesFailed')}</p>
  const choices = choicesOf()
  const shown = choices.filter((choice) => isFoundIn(choice.label, search))
  const toggle = (value: string, isPicked: boolean) => {
    const values = isPicked ? [...picked, value] : picked.filter((other) => other !== value)
    onChange(values.length === 0 ? [] : [{ key: column.key, test: 'is', values }])
  }
  return (
    <div className={styles['stack']}>
      {choices.length >= searchedFrom && (
        <TextInput
          data-autofocus
          aria-label={t('ui.search')}
          placeholder={t('ui.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul
        className={styles['values']}
        aria-label={t('ui.filter.values')}
        aria-busy={found.kind === 'loading'}
      >
        {shown.map((choice) => (
          <li key={choice.value}>
            <Checkbox
              checked={picked.includes(choice.value)}
              onChange={(event) => toggle(choice.value, event.currentTarget.checked)}
              label={
                <span className={styles['choice']}>
                  <span className={styles['word']}>{choice.label}</span>
                  {choice.count !== undefined && (
                    <span className={styles['count']}>{format.number(choice.count)}</span>
                  )}
                </span>
              }
            />
          </li>
        ))}
        {shown.length === 0 && found.kind === 'ready' && (
          <li className={styles['none']}>{t('ui.filter.noValue')}</li>
        )}
      </ul>
    </div>
  )

  /** What the list holds; choices of the definition and values picked before stay offered though none is held. */
  function choicesOf(): readonly Choice[] {
    const held =
      found.kind === 'ready' ? found.values.filter((other) => other.value !== null && other.value !== '') : []
    const counts = new Map(held.map((other) => [String(other.value), other.count]))
    const defined = column.choices?.map((choice) => choice.value) ?? []
    const fixed = column.type === 'boolean' ? ['true', 'false'] : defined
    const others = [...counts.keys(), ...picked].filter((value) => !fixed.includes(value))
    const toChoice = (value: string): Choice => ({
      value,
      label: filterValueText(column, value, text),
      count: found.kind === 'ready' ? (counts.get(value) ?? 0) : undefined,
    })
    const sorted = [...new Set(others)].map(toChoice).toSorted((a, b) => format.compare(a.label, b.label))
    return [...fixed.map(toChoice), ...sorted]
  }
}

type Found =
  | { readonly kind: 'loading' | 'failed' }
  | {
      readonly kind: 'ready'
      readonly values: readonly DistinctValue[]
    }

function useDistinct(columnKey: string, distinct: ColumnFilterProps['distinct']): Found {
  const [found, setFound] = useState<Found>(
    distinct === undefined ? { kind: 'ready', values: [] } : { kind: 'loading' },
  )
  useEffect(() => {
    if (distinct === undefined) return undefined
    let isCurrent = true
    distinct(columnKey).then(
      (values) => {
        if (isCurrent) setFound({ kind: 'ready', values })
      },
      () => {
        if (isCurrent) setFound({ kind: 'failed' })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [columnKey, distinct])
  return found
}
