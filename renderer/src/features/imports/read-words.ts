import type { Field } from '#shared/entities/fields.ts'
import { fieldOf, isEntityName } from '#shared/entities/index.ts'
import type { Format } from '#renderer/ui/format.ts'

/** The field that a target fills, where it is one field. */
export function fieldOfTarget(target: string | null): Field | undefined {
  const [entity = '', field = ''] = (target ?? '').split('.')
  return isEntityName(entity) ? fieldOf(entity, field) : undefined
}

/** Whether what was read is shown beside what is written: of a date or a country the writing alone proves nothing. */
export function isReadBeside(target: string | null): boolean {
  const type = fieldOfTarget(target)?.type
  return type === 'date' || type === 'country'
}

/** A date or a country as it was read, in the user's words. */
export function readWords(target: string | null, value: string, format: Format): string | undefined {
  const type = fieldOfTarget(target)?.type
  if (type === 'date') return format.dateInWords(value)
  return type === 'country' ? format.country(value) : undefined
}
