import { isTextKey, type TextKey } from '#shared/text/text.ts'
import type { EntityName } from './index.ts'

/** The word of a field: `field.student.birthDate`. */
export function fieldLabel(entity: EntityName, field: string): TextKey {
  return textKey(`field.${entity}.${field}`)
}

/** The word of one choice of a field: `choice.mobility.status.nominated`. */
export function choiceLabel(entity: EntityName, field: string, value: string): TextKey {
  return textKey(`choice.${entity}.${field}.${value}`)
}

/** The word for one or several records of a kind, asked for with `count`. */
export function entityLabel(entity: EntityName): TextKey {
  return textKey(`entity.${entity}`)
}

/** A key made from data, known to have its sentence: a missing one is a bug that a test finds. */
export function textKey(key: string): TextKey {
  if (!isTextKey(key)) throw new Error(`No text for ${key}`)
  return key
}
