import type { Field, FieldValue } from '#shared/entities/fields.ts'
import type { Text } from '#renderer/ui/text.tsx'

/** A field's value as one would type it. */
export function typedText(field: Field, value: FieldValue, { format }: Text): string {
  if (value === null) return ''
  if (typeof value === 'number') return format.typedNumber(value)
  if (typeof value === 'boolean') return String(value)
  if (field.type === 'date') return format.date(value)
  return field.type === 'month-day' ? format.monthDay(value) : value
}

/** A field's value as one reads it. */
export function shownText(
  field: Field,
  value: FieldValue,
  text: Text,
  choiceLabel: ((choice: string) => string) | undefined,
): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return text.t(value ? 'ui.yes' : 'ui.no')
  if (typeof value === 'number') return text.format.number(value, 10)
  if (field.type === 'date') return text.format.dateInWords(value)
  if (field.type === 'country') return text.format.country(value)
  if (field.type === 'language') return text.format.language(value)
  if (field.type === 'choices')
    return value
      .split(',')
      .map((one) => choiceLabel?.(one) ?? one)
      .join(', ')
  if (field.type === 'choice') return choiceLabel?.(value) ?? value
  return typedText(field, value, text)
}

/**
 * How a typed text was understood, where that is not what is written: a day in words, a code in its kept form.
 * Nothing where the text says it already.
 */
export function readBack(field: Field, typed: string, value: FieldValue, text: Text): string | undefined {
  if (value === null || typed.trim() === '') return undefined
  if (field.type === 'date') return shownText(field, value, text, undefined)
  const kept = typedText(field, value, text)
  return kept === typed ? undefined : kept
}
