import { foldText } from '#shared/domain/text-folding.ts'
import type { Field, FieldValue } from '#shared/entities/fields.ts'

/**
 * Whether a value of a list says nothing that the office does not hold. Texts are compared without regard to case and
 * accents, save when the list writes them with more care: TECHNISCHE UNIVERSITAT changes nothing in *Technische
 * Universität*, the other way round it does.
 */
export function isSameValue(field: Field, held: FieldValue, given: FieldValue): boolean {
  if (held === given) return true
  if (field.type === 'boolean') return Boolean(held) === given && held !== null
  if (typeof held !== 'string' || typeof given !== 'string') return false
  if (field.type !== 'text' || field.long === true) return false
  return foldText(held) === foldText(given) && careOf(given) <= careOf(held)
}

/** How carefully a name is written: letters beyond ASCII, and lower case beside capitals. */
function careOf(text: string): number {
  const accents = text.replace(/[\p{ASCII}’‘“”–—]/gu, '').length
  return accents * 2 + (text !== text.toUpperCase() && text !== text.toLowerCase() ? 1 : 0)
}
