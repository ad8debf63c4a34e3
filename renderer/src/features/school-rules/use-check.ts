import { useCallback } from 'react'
import type { Field } from '#shared/entities/fields.ts'
import { parseFieldText } from '#shared/entities/field-values.ts'
import type { CheckedText, FieldCheck } from '#renderer/ui/form/form-types.ts'
import { useText } from '#renderer/ui/text.tsx'

/** Reads what is typed with the checks of records: the problem is said at the field. */
export function useCheck(): FieldCheck {
  const { t } = useText()
  return useCallback(
    (field: Field, text: string): CheckedText => {
      const read = parseFieldText(field, text)
      return read.ok ? { value: read.value } : { problem: t(read.error.code, read.error.params) }
    },
    [t],
  )
}
