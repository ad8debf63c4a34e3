import { Buffer } from 'node:buffer'
import { code, isLetter, isNameByte, isSpace, isXmlName } from './xml-characters.ts'
import { notWellFormed } from './xml-error.ts'
import { sliceToText } from './xml-slice.ts'
import type { XmlSlice } from './xml-slice.ts'
import { decodeAttributeValue } from './xml-text.ts'

/** The attributes of the tag being opened; valid only during the call that receives them. */
export interface XmlAttributes {
  /** The value of the attribute of this name, which is of ASCII letters and has no prefix. */
  get(name: string): string | undefined
  /** The same as bytes. */
  slice(name: string): XmlSlice | undefined
  /** The value of the attribute of this local name that has a prefix, whatever the prefix (`r:id`). */
  getPrefixed(localName: string): string | undefined
  /** All of them, by the name as written, prefix included. */
  entries(): readonly (readonly [name: string, value: string])[]
}

/** Attributes kept as positions in the source, so that those nobody asks for cost no string. */
export interface AttributeScanner extends XmlAttributes {
  /** Forgets the attributes of the tag before. */
  start(source: Buffer): void
  /** Reads the attribute that begins at `from`. Returns the position after it, or -1 when the source ends before. */
  scan(from: number): number
}

/** One attribute. `start` and `end` are its value's, in `bytes`; the other positions are in the source. */
interface Slot {
  nameStart: number
  localStart: number
  nameEnd: number
  bytes: Buffer
  start: number
  end: number
}

const maxAttributes = 1_000
const nothing = Buffer.alloc(0)

export function createAttributeScanner(): AttributeScanner {
  const slots: Slot[] = []
  let source: Buffer = nothing
  let count = 0

  function scan(from: number): number {
    const bytes = source
    const { length } = bytes
    let at = from
    let localStart = from
    let isAscii = true
    while (at < length && isNameByte(bytes[at])) {
      if (bytes[at] === code.colon) localStart = at + 1
      else if ((bytes[at] ?? 0) >= 128) isAscii = false
      at++
    }
    const nameEnd = at
    while (at < length && isSpace(bytes[at])) at++
    if (at < length && bytes[at] !== code.equalsSign) throw notWellFormed('an attribute without a value')
    at++
    while (at < length && isSpace(bytes[at])) at++
    if (at >= length) return -1
    checkName(from, nameEnd, isAscii)
    const slot = (slots[count] ??= emptySlot())
    slot.nameStart = from
    slot.localStart = localStart
    slot.nameEnd = nameEnd
    return scanValue(slot, at)
  }

  function scanValue(slot: Slot, opening: number): number {
    const bytes = source
    const { length } = bytes
    const quote = bytes[opening]
    if (quote !== code.doubleQuote && quote !== code.singleQuote)
      throw notWellFormed('a value without quotes')
    let isPlain = true
    let at = opening + 1
    while (at < length && bytes[at] !== quote) {
      const byte = bytes[at] ?? 0
      if (byte === code.lessThan) throw notWellFormed('a < in an attribute value')
      if (byte === code.ampersand || byte < code.space || byte === code.maybeForbidden) isPlain = false
      at++
    }
    if (at === length) return -1
    slot.bytes = isPlain ? bytes : decodeAttributeValue(bytes, opening + 1, at)
    slot.start = isPlain ? opening + 1 : 0
    slot.end = isPlain ? at : slot.bytes.length
    count++
    if (count > maxAttributes) throw notWellFormed('too many attributes')
    return at + 1
  }

  function checkName(from: number, to: number, isAscii: boolean): void {
    if (!isAscii || !isLetter(source[from])) {
      if (!isXmlName(source.toString('utf8', from, to))) throw notWellFormed('an attribute without name')
    }
    for (let index = 0; index < count; index++) {
      const slot = slots[index]
      if (slot !== undefined && isSame(slot, from, to)) throw notWellFormed('an attribute given twice')
    }
  }

  function isSame(slot: Slot, from: number, to: number): boolean {
    const length = to - from
    if (slot.nameEnd - slot.nameStart !== length) return false
    for (let offset = 0; offset < length; offset++) {
      if (source[slot.nameStart + offset] !== source[from + offset]) return false
    }
    return true
  }

  function find(localName: string, prefixed: boolean): Slot | undefined {
    for (let index = 0; index < count; index++) {
      const slot = slots[index]
      if (slot === undefined || (slot.localStart !== slot.nameStart) !== prefixed) continue
      if (isNamed(slot, localName)) return slot
    }
    return undefined
  }

  function isNamed(slot: Slot, localName: string): boolean {
    if (slot.nameEnd - slot.localStart !== localName.length) return false
    for (let offset = 0; offset < localName.length; offset++) {
      if (source[slot.localStart + offset] !== localName.charCodeAt(offset)) return false
    }
    return true
  }

  function get(localName: string, prefixed: boolean): string | undefined {
    const slot = find(localName, prefixed)
    return slot === undefined ? undefined : sliceToText(slot)
  }

  return {
    start(newSource) {
      source = newSource
      count = 0
    },
    scan,
    get: (name) => get(name, false),
    slice: (name) => find(name, false),
    getPrefixed: (localName) => get(localName, true),
    entries: () =>
      slots
        .slice(0, count)
        .map((slot) => [source.toString('utf8', slot.nameStart, slot.nameEnd), sliceToText(slot)]),
  }
}

function emptySlot(): Slot {
  return { nameStart: 0, localStart: 0, nameEnd: 0, bytes: nothing, start: 0, end: 0 }
}
