import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ComponentType, KeyboardEvent, ReactNode } from 'react'
import type { FieldValue } from '#shared/entities/fields.ts'
import { useText } from '#renderer/ui/text.tsx'
import { readBack, typedText } from './field-text.ts'
import styles from './form.module.css'
import type { ControlProps } from './form-types.ts'

const inputModes: Readonly<Record<string, 'decimal' | 'numeric' | 'email' | 'url'>> = {
  integer: 'numeric',
  decimal: 'decimal',
  email: 'email',
  url: 'url',
}

/**
 * A field that is typed. The text is the user's until it can be read; what was understood is said below, and the
 * problem: at once for a code, on leaving the field for the rest. Esc brings back what was there.
 */
export function TextControl(props: ControlProps & { readonly Beside?: ComponentType<BesideProps> }) {
  const { Beside } = props
  const { field } = props
  const text = useText()
  const typed = useTypedText(props)
  const isCode = field.type === 'code'
  const isLong = field.type === 'text' && field.long === true
  const problem = typed.problem !== undefined && (isCode || typed.isLeft) ? typed.problem : undefined
  const read = typed.value === undefined ? undefined : readBack(field, typed.text, typed.value, text)
  const common = {
    name: props.name,
    label: props.labelNode,
    error: props.error ?? problem,
    description: description(read, props.help),
    inputWrapperOrder: wrapperOrder,
    required: field.required === true,
    withAsterisk: false,
    spellCheck: isLong,
    autoComplete: 'off',
    value: typed.text,
    onBlur: typed.commit,
    onKeyDown: typed.onKeyDown,
  }
  if (isLong) {
    return (
      <Textarea
        {...common}
        className={styles['long'] ?? ''}
        onChange={(event) => typed.type(event.currentTarget.value)}
      />
    )
  }
  return (
    <TextInput
      {...common}
      {...(inputModes[field.type] === undefined ? {} : { inputMode: inputModes[field.type] })}
      className={(isCode ? styles['code'] : styles['plain']) ?? ''}
      data-number={field.type === 'integer' || field.type === 'decimal' || undefined}
      rightSection={Beside === undefined ? null : <Beside typed={typed} label={props.label} />}
      onChange={(event) => typed.type(event.currentTarget.value)}
    />
  )
}

/** What stands at the right end of a typed field: a calendar. */
export interface BesideProps {
  readonly typed: TypedText
  readonly label: string
}

export interface TypedText {
  readonly text: string
  /** What was read, unless there is a problem. */
  readonly value: FieldValue | undefined
  readonly problem: string | undefined
  /** Whether the user has left the field since it was last typed in. */
  readonly isLeft: boolean
  readonly type: (text: string) => void
  /** Takes a value chosen otherwise than by typing. */
  readonly take: (value: FieldValue) => void
  readonly commit: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

const wrapperOrder: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
]

function useTypedText({ field, value, check, onChange, onCommit }: ControlProps): TypedText {
  const words = useText()
  const own = typedText(field, value, words)
  const [state, setState] = useState({ shown: own, text: own, isLeft: false })
  // A value that changed from outside (saved, undone, another language) replaces what is written.
  if (state.shown !== own) setState({ shown: own, text: own, isLeft: false })
  const isChanged = state.text !== own
  const checked = isChanged || state.isLeft ? check(field, state.text) : { value }
  const write = (text: string, isLeft: boolean) => setState({ shown: own, text, isLeft })
  const commit = () => {
    if (!isChanged) return
    if ('problem' in checked) write(state.text, true)
    else if (checked.value === value) write(own, false)
    else onCommit(checked.value)
  }
  return {
    text: state.text,
    value: 'problem' in checked ? undefined : checked.value,
    problem: 'problem' in checked ? checked.problem : undefined,
    isLeft: state.isLeft,
    type: (text) => {
      write(text, false)
      onChange(check(field, text))
    },
    take: (taken) => {
      write(typedText(field, taken, words), false)
      onChange({ value: taken })
      if (taken !== value) onCommit(taken)
    },
    commit,
    onKeyDown: (event) => {
      if (event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement)) commit()
      if (event.key !== 'Escape' || !isChanged) return
      event.preventDefault()
      event.stopPropagation()
      write(own, false)
      onChange({ value })
    },
  }
}

function description(read: string | undefined, help: ReactNode): ReactNode {
  if (read === undefined) return help ?? null
  return <span className={styles['read']}>→ {read}</span>
}
