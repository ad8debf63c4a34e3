import { useCallback } from 'react'
import { listCountryCodes } from '#shared/domain/country-codes.ts'
import { foldText } from '#shared/domain/text-folding.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'
import { parseFieldText } from '#shared/entities/field-values.ts'
import { fieldOf, type EntityName } from '#shared/entities/index.ts'
import { fieldLabel, textKey } from '#shared/entities/labels.ts'
import { useUndo } from '#renderer/api/actions.ts'
import { dataChanged } from '#renderer/api/changes.ts'
import { client } from '#renderer/api/client.ts'
import { refusalOf } from '#renderer/api/refusal.ts'
import type { CheckedText } from '#renderer/ui/form/form-types.ts'
import { useNotices } from '#renderer/ui/notice.tsx'
import { useText } from '#renderer/ui/text.tsx'
import { useRefusalText } from '#renderer/ui/use-refusal.ts'

type Values = Readonly<Record<string, FieldValue>>

/** Reads what is typed by the rules of its field, in the user's words. */
export function useCheck(): (field: Field, text: string) => CheckedText {
  const { t, format } = useText()
  return useCallback(
    (field, text) => {
      const country = (name: string) =>
        listCountryCodes().find((code) => foldText(format.country(code)) === foldText(name))
      const read = parseFieldText(field, text, { country })
      return read.ok ? { value: read.value } : { problem: t(read.error.code, read.error.params) }
    },
    [t, format],
  )
}

/** The description of a field that is known to be there. */
export function fieldNamed(entity: EntityName, name: string): Field {
  const field = fieldOf(entity, name)
  if (field === undefined) throw new Error(`${entity} has no field ${name}`)
  return field
}

/** Writes records from a section: each answers with why it was refused, in words, for the place where it was typed. */
export function useRecordEdit(entity: EntityName) {
  const { t } = useText()
  const notices = useNotices()
  const refusalText = useRefusalText()
  const { undo } = useUndo()
  const told = async (work: () => Promise<string>): Promise<string | undefined> => {
    try {
      const done = await work()
      dataChanged()
      notices.say({ text: done, onUndo: () => void undo() })
      return undefined
    } catch (error) {
      return refusalText(refusalOf(error))
    }
  }
  return {
    save: (id: string, name: string, value: FieldValue) =>
      told(async () => {
        await client.records.update({ entity, ids: [id], values: { [name]: value } })
        return t('records.saved', { field: t(fieldLabel(entity, name)) })
      }),
    create: (values: Values) =>
      told(async () => {
        await client.records.create({ entity, values: { ...values } })
        return t('records.created', { kind: t(textKey(`kind.${entity}`)) })
      }),
    remove: async (id: string, title: string) => {
      const problem = await told(async () => {
        await client.records.remove({ entity, ids: [id] })
        return t('records.deleted', { title })
      })
      if (problem !== undefined) notices.fail({ text: problem })
    },
  }
}
