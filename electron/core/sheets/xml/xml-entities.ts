import { isXmlCharacter } from './xml-characters.ts'
import { notWellFormed } from './xml-error.ts'

const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** Longer than any character reference, leading zeros included, that a program writes. */
const maxReferenceLength = 16

/**
 * Replaces the five predefined entities and the character references. Any other `&` is an error: without a
 * DOCTYPE, which is refused, no other entity can exist.
 */
export function decodeEntities(text: string): string {
  let decoded = ''
  let from = 0
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', from)) {
    const end = text.slice(at, at + maxReferenceLength).indexOf(';')
    if (end === -1) throw notWellFormed('an & that is not an entity')
    decoded += text.slice(from, at) + decodeReference(text.slice(at + 1, at + end))
    from = at + end + 1
  }
  return from === 0 ? text : decoded + text.slice(from)
}

function decodeReference(name: string): string {
  const value = predefined.get(name)
  if (value !== undefined) return value
  const codePoint = characterNumber(name)
  if (!isXmlCharacter(codePoint)) throw notWellFormed('an unknown entity')
  return String.fromCodePoint(codePoint)
}

function characterNumber(name: string): number {
  if (/^#[0-9]+$/.test(name)) return Number.parseInt(name.slice(1), 10)
  if (/^#x[0-9A-Fa-f]+$/.test(name)) return Number.parseInt(name.slice(2), 16)
  return Number.NaN
}
