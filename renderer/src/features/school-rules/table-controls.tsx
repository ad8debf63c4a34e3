import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { useCheck } from './use-check.ts'

/** One of a few choices, in a cell of a table. */
export function CellChoice<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly choices: readonly T[]
  readonly wordOf: (choice: T) => string
  readonly onChange: (choice: T) => void
}) {
  const { label, value, choices, wordOf, onChange } = props
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={value}
      data={choices.map((choice) => ({ value: choice, label: wordOf(choice) }))}
      onChange={(event) => {
        const chosen = choices.find((choice) => choice === event.currentTarget.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    />
  )
}

/** A text or a number in a cell of a table, taken on leaving it or with Enter; what cannot be read is said there. */
export function CellText(props: {
  readonly label: string
  readonly field: Field
  readonly value: FieldValue
  readonly placeholder?: string
  readonly onChange: (value: FieldValue) => void
}) {
  const check = useCheck()
  const own = props.value === null ? '' : String(props.value)
  const [state, setState] = useState({ own, typed: own })
  const [problem, setProblem] = useState<string>()
  if (state.own !== own) setState({ own, typed: own })
  const commit = () => {
    const read = check(props.field, state.typed)
    setProblem('problem' in read ? read.problem : undefined)
    if ('value' in read && read.value !== props.value) props.onChange(read.value)
  }
  return (
    <TextInput
      size="xs"
      aria-label={props.label}
      placeholder={props.placeholder}
      error={problem}
      value={state.typed}
      onChange={(event) => setState({ own, typed: event.currentTarget.value })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
      }}
    />
  )
}
