import { TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  comparedFields,
  type ComparedField,
  type CopyCondition,
} from '#shared/domain/agreement-comparison.ts'
import { parseFieldText } from '#shared/entities/field-values.ts'
import { fieldOf } from '#shared/entities/index.ts'
import { fieldLabel } from '#shared/entities/labels.ts'
import { conditionText } from '#shared/text/comparison-text.ts'
import { useText } from '#renderer/ui/text.tsx'
import styles from './comparison.module.css'

/** Fields that one types: the others are rarely on paper. */
const typedFields: readonly ComparedField[] = comparedFields.filter(
  (field) => !['isBlended', 'sendingOunitId', 'receivingOunitId', 'otherTerms'].includes(field),
)

/** The partner's copy typed by hand, beginning with what ours says. */
export function TypedCopy(props: {
  readonly conditions: readonly CopyCondition[]
  readonly onChange: (conditions: readonly CopyCondition[]) => void
}) {
  const { t } = useText()
  const [typed, setTyped] = useState(props.conditions)
  const change = (at: number, field: ComparedField, value: string | number | boolean | null) => {
    const next = typed.map((one, index) =>
      index === at ? { ...one, values: { ...one.values, [field]: value } } : one,
    )
    setTyped(next)
    props.onChange(next)
  }
  return (
    <>
      <p className={styles['lead']}>{t('comparison.type.hint')}</p>
      {typed.map((condition, at) => (
        <fieldset key={conditionText(t, props.conditions[at]) + String(at)} className={styles['typed']}>
          <legend>{conditionText(t, props.conditions[at])}</legend>
          <div className={styles['fields']}>
            {typedFields
              .filter(
                (field) => field !== (condition.kind.startsWith('student') ? 'daysPerYear' : 'monthsPerYear'),
              )
              .map((field) => (
                <TypedField
                  key={field}
                  field={field}
                  start={condition.values[field]}
                  onValue={(value) => change(at, field, value)}
                />
              ))}
          </div>
        </fieldset>
      ))}
    </>
  )
}

function TypedField(props: {
  readonly field: ComparedField
  readonly start: string | number | boolean | null
  readonly onValue: (value: string | number | boolean | null) => void
}) {
  const { t } = useText()
  const [text, setText] = useState(String(props.start ?? ''))
  const [problem, setProblem] = useState<string>()
  const read = () => {
    const description = fieldOf('condition', props.field)
    if (description === undefined) return
    const value = parseFieldText(description, text)
    setProblem(value.ok ? undefined : t(value.error.code, value.error.params))
    if (value.ok) props.onValue(value.value)
  }
  return (
    <TextInput
      size="xs"
      label={t(fieldLabel('condition', props.field))}
      value={text}
      error={problem}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={read}
      onKeyDown={(event) => {
        if (event.key === 'Enter') read()
      }}
    />
  )
}
