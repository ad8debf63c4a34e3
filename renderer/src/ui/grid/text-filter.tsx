import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Filter } from '#shared/lists/types.ts'
import { useText } from '#renderer/ui/text.tsx'
import { useDelayed } from '#renderer/ui/use-delayed.ts'
import type { ColumnFilterProps } from './column-filter.tsx'
import styles from './column-filter.module.css'

const tests = ['contains', 'is', 'starts-with', 'is-not'] as const
type TextTest = (typeof tests)[number]
const typingMs = 220

/** Text: contains, is, begins with, is not. */
export function TextFilter({ column, filters, onChange, onDone }: ColumnFilterProps) {
  const { t } = useText()
  const current = filters.find((filter) => isTextTest(filter.test))
  const [test, setTest] = useState<TextTest>(
    current !== undefined && isTextTest(current.test) ? current.test : 'contains',
  )
  const [value, setValue] = useState(current?.values.join(' ') ?? '')
  const apply = (nextTest: TextTest, nextValue: string) => {
    const filter: Filter = { key: column.key, test: nextTest, values: [nextValue] }
    onChange(nextValue.trim() === '' ? [] : [filter])
  }
  const applySoon = useDelayed<string>((typed) => apply(test, typed), typingMs)
  const words: Readonly<Record<TextTest, string>> = {
    contains: t('ui.filter.testContains'),
    is: t('ui.filter.testIs'),
    'starts-with': t('ui.filter.testStartsWith'),
    'is-not': t('ui.filter.testIsNot'),
  }
  return (
    <div className={styles['stack']}>
      <NativeSelect
        aria-label={t('ui.filter.test')}
        value={test}
        data={tests.map((name) => ({ value: name, label: words[name] }))}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          if (!isTextTest(chosen)) return
          setTest(chosen)
          apply(chosen, value)
        }}
      />
      <TextInput
        data-autofocus
        aria-label={t('ui.filter.value')}
        value={value}
        onChange={(event) => {
          setValue(event.currentTarget.value)
          applySoon(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onDone()
        }}
      />
    </div>
  )
}

function isTextTest(test: string): test is TextTest {
  return tests.some((other) => other === test)
}
