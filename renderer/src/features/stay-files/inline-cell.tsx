import { useId, useState } from 'react'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { typedText } from '#renderer/ui/form/field-text.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './stay-files.module.css'
import { useCheck } from './use-record-edit.ts'

interface InlineCellProps {
  /** What the cell is, for those who do not see its column: “ECTS, Robotics”. */
  readonly label: string
  readonly field: Field
  readonly value: FieldValue
  readonly isOff?: boolean
  /** Answers with the problem, in words, when the value was refused. */
  readonly onSave: (value: FieldValue) => Promise<string | undefined>
}

/** A cell of a small table that is typed in place: saved on leaving it or with Enter, Esc brings back what was there. */
export function InlineCell({ label, field, value, isOff = false, onSave }: InlineCellProps) {
  const text = useText()
  const check = useCheck()
  const id = useId()
  const own = typedText(field, value, text)
  const [state, setState] = useState({ own, typed: own })
  const [problem, setProblem] = useState<string>()
  if (state.own !== own) setState({ own, typed: own })
  const isNumber = field.type === 'integer' || field.type === 'decimal'
  if (isOff) return <span data-number={isNumber || undefined}>{own}</span>
  const commit = async () => {
    if (state.typed === own) {
      setProblem(undefined)
      return
    }
    const read = check(field, state.typed)
    if ('problem' in read) setProblem(read.problem)
    else setProblem(read.value === value ? undefined : await onSave(read.value))
  }
  return (
    <>
      <input
        className={styles['cell']}
        aria-label={label}
        aria-invalid={problem !== undefined}
        {...(problem === undefined ? {} : { 'aria-describedby': id })}
        data-number={isNumber || undefined}
        data-day={field.type === 'date' || undefined}
        inputMode={isNumber ? 'decimal' : 'text'}
        autoComplete="off"
        value={state.typed}
        onChange={(event) => setState({ own, typed: event.currentTarget.value })}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void commit()
          if (event.key !== 'Escape' || state.typed === own) return
          event.stopPropagation()
          setState({ own, typed: own })
          setProblem(undefined)
        }}
      />
      {problem !== undefined && (
        <span id={id} role="alert" className={styles['problem']}>
          {problem}
        </span>
      )}
    </>
  )
}

interface InlineChoiceProps {
  readonly label: string
  readonly value: string | null
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly isOff?: boolean
  readonly canBeEmpty?: boolean
  readonly onSave: (value: string | null) => Promise<string | undefined>
}

/** A cell of a small table that is one of a few choices. */
export function InlineChoice(props: InlineChoiceProps) {
  const { label, value, choices, isOff = false, canBeEmpty = false, onSave } = props
  const [problem, setProblem] = useState<string>()
  if (isOff) return <span>{choices.find((choice) => choice.value === value)?.label ?? ''}</span>
  return (
    <>
      <select
        className={styles['cell']}
        aria-label={label}
        aria-invalid={problem !== undefined}
        value={value ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          void onSave(chosen === '' ? null : chosen).then(setProblem)
        }}
      >
        {(canBeEmpty || value === null) && <option value="" />}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {problem !== undefined && (
        <span role="alert" className={styles['problem']}>
          {problem}
        </span>
      )}
    </>
  )
}
