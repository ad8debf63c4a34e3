import type { Buffer } from 'node:buffer'
import { isSpace } from './xml-characters.ts'

/**
 * A piece of text as UTF-8 bytes, entities already decoded: a number is read from it without making a string.
 * The same object serves again and again; it is valid only during the call that receives it.
 */
export interface XmlSlice {
  readonly bytes: Buffer
  readonly start: number
  readonly end: number
}

export function sliceToText(slice: XmlSlice): string {
  return slice.bytes.toString('utf8', slice.start, slice.end)
}

/** A non-negative whole number of up to nine digits, blanks around it allowed; -1 for anything else. */
export function sliceToInteger(slice: XmlSlice): number {
  const { bytes } = slice
  let { start, end } = slice
  while (start < end && isSpace(bytes[start])) start++
  while (end > start && isSpace(bytes[end - 1])) end--
  if (end === start || end - start > 9) return -1
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}
