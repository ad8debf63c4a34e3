import { Buffer } from 'node:buffer'
import { hasForbiddenCharacter } from './xml-characters.ts'
import { decodeEntities } from './xml-entities.ts'
import { notWellFormed } from './xml-error.ts'

/** Text between tags that is not plain: checks it and gives it as UTF-8 with its entities decoded. */
export function decodeText(bytes: Buffer, start: number, end: number): Buffer {
  const text = checkedText(bytes, start, end)
  if (text.includes(']]>')) throw notWellFormed(']]> in text')
  return Buffer.from(decodeEntities(unifyLineBreaks(text)), 'utf8')
}

/** The text of a CDATA section, where nothing is an entity. */
export function decodeSection(bytes: Buffer, start: number, end: number): Buffer {
  return Buffer.from(unifyLineBreaks(checkedText(bytes, start, end)), 'utf8')
}

/** Line breaks and tabs inside a value count as spaces, unless written as character references (XML 1.0, 3.3.3). */
export function decodeAttributeValue(bytes: Buffer, start: number, end: number): Buffer {
  const text = unifyLineBreaks(checkedText(bytes, start, end)).replaceAll(/[\t\n]/g, ' ')
  return Buffer.from(decodeEntities(text), 'utf8')
}

/** Decodes bytes, which must hold none of the characters that XML forbids. */
export function checkedText(bytes: Buffer, start: number, end: number): string {
  const text = bytes.toString('utf8', start, end)
  if (hasForbiddenCharacter(text)) throw notWellFormed('a forbidden character')
  return text
}

/** Any line break becomes a line feed (XML 1.0, 2.11). */
function unifyLineBreaks(text: string): string {
  return text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text
}
