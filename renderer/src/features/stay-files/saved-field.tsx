import { useState } from 'react'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { EntityName } from '#shared/entities/index.ts'
import { choiceLabel, fieldLabel } from '#shared/entities/labels.ts'
import { FormField } from '#renderer/ui/form/form-field.tsx'
import { useText } from '#renderer/ui/text.tsx'
import styles from './stay-files.module.css'
import { fieldNamed, useCheck, useRecordEdit } from './use-record-edit.ts'

/** One field of a record that saves itself, with why it was refused below it. */
export function SavedField(props: {
  readonly entity: EntityName
  readonly id: string
  readonly name: string
  readonly value: FieldValue
}) {
  const { entity, id, name, value } = props
  const { t } = useText()
  const check = useCheck()
  const edit = useRecordEdit(entity)
  const [problem, setProblem] = useState<string>()
  const field = fieldNamed(entity, name)
  const isLong = field.type === 'text' && field.long === true
  return (
    <div className={isLong ? styles['wide'] : undefined}>
      <FormField
        name={name}
        field={field}
        label={t(fieldLabel(entity, name))}
        choiceLabel={(choice) => t(choiceLabel(entity, name, choice))}
        value={value}
        check={check}
        error={problem}
        onCommit={(next) => void edit.save(id, name, next).then(setProblem)}
      />
    </div>
  )
}
