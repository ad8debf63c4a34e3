import { Buffer } from 'node:buffer'
import { createAttributeScanner } from './xml-attributes.ts'
import type { XmlAttributes } from './xml-attributes.ts'
import { code, isLetter, isNameByte, isSpace, isXmlName, specialTextBytes } from './xml-characters.ts'
import { notWellFormed, XmlError } from './xml-error.ts'
import type { XmlSlice } from './xml-slice.ts'
import { checkedText, decodeSection, decodeText } from './xml-text.ts'

/**
 * A strict reader of XML 1.0 by events: what is not well-formed is an error, so is a DOCTYPE, and no entity is
 * expanded but the five predefined ones. It exists for speed: markup takes most of the time spent on a workbook,
 * and reading bytes takes a fifth of what a parser of strings takes. The tests hold it against saxes: same verdicts,
 * same events.
 */

/** Names come without prefix. A self-closing tag opens and closes. Comments and CDATA may cut a text in pieces. */
export interface XmlHandler {
  /** `prefix` is what stood before the name, empty for nothing. */
  open(name: string, attributes: XmlAttributes, prefix: string): void
  text(text: XmlSlice): void
  close(name: string): void
  /**
   * May read by itself the elements that begin with the `<` at `from`, anywhere inside the document. Returns the
   * position after whole, well-formed elements, or -1 having done nothing: the reader then goes its ordinary way.
   * The bytes may end before the elements do.
   */
  readonly shortcut?: (bytes: Buffer, from: number) => number
}

/** Both functions throw `XmlError`. */
export interface XmlReader {
  /** Takes valid UTF-8 that ends between two characters. */
  write(chunk: Buffer): void
  /** Says that the document is over. */
  finish(): void
}

/** Bytes of one tag, comment or text. No honest workbook comes near; it bounds memory when markup never ends. */
const maxPieceLength = 1024 * 1024

/** Answer of the functions below when the markup they read goes on in the next chunk. */
const incomplete = -1

/** Names of one letter, the bulk of a sheet, without making a string each time. */
const shortNames: readonly string[] = Array.from({ length: 128 }, (_, byte) => String.fromCharCode(byte))

const nothing = Buffer.alloc(0)
const noShortcut = (): number => incomplete

const xmlDeclaration =
  /^<\?xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$/

export function createXmlReader(handler: XmlHandler, maxDepth: number): XmlReader {
  /** Qualified and local names of the elements that are open. */
  const openNames: string[] = []
  const openLocalNames: string[] = []
  const attributes = createAttributeScanner()
  const shortcut = handler.shortcut ?? noShortcut
  const slice: { bytes: Buffer; start: number; end: number } = { bytes: nothing, start: 0, end: 0 }
  let memory: Buffer = nothing
  let source: Buffer = nothing
  let position = 0
  let atStart = true
  let rootSeen = false

  function write(chunk: Buffer): void {
    load(chunk)
    position = 0
    while (readNext());
    source = source.subarray(position)
    if (source.length > maxPieceLength) throw notWellFormed('markup or text without end')
  }

  /** Puts the chunk behind what is left of the one before, in memory that is used again: garbage costs more than copying. */
  function load(chunk: Buffer): void {
    const length = source.length + chunk.length
    const target = length <= memory.length ? memory : Buffer.allocUnsafeSlow(length + chunk.length)
    source.copy(target, 0)
    chunk.copy(target, source.length)
    memory = target
    source = target.subarray(0, length)
  }

  /** Reads the next text, if any, and the markup behind it; false when the chunk ends before they do. */
  function readNext(): boolean {
    const bytes = source
    const { length } = bytes
    let at = position
    let special = 0
    while (at < length && bytes[at] !== code.lessThan) special |= specialTextBytes[bytes[at++] ?? 0] ?? 0
    if (at === length) return false
    if (at > position) readText(position, at, special !== 0)
    position = at
    let next = openNames.length > 0 ? shortcut(bytes, at) : incomplete
    if (next === incomplete) next = readMarkup(at)
    if (next === incomplete) return false
    position = next
    atStart = false
    return true
  }

  function readText(from: number, to: number, isSpecial: boolean): void {
    if (openNames.length === 0) {
      atStart = false
      if (!isBlank(source, from, to)) throw notWellFormed('text outside the document')
    } else if (isSpecial) emitText(decodeText(source, from, to))
    else {
      slice.bytes = source
      slice.start = from
      slice.end = to
      handler.text(slice)
    }
  }

  function emitText(bytes: Buffer): void {
    slice.bytes = bytes
    slice.start = 0
    slice.end = bytes.length
    handler.text(slice)
  }

  /** Reads the markup that begins with the `<` at `from`; returns the position after its `>`. */
  function readMarkup(from: number): number {
    const next = source[from + 1]
    if (next === code.slash) return readEndTag(from)
    if (next === code.exclamationMark) return readDeclaration(from)
    return next === code.questionMark ? readInstruction(from) : readStartTag(from)
  }

  function readStartTag(from: number): number {
    const bytes = source
    const { length } = bytes
    let at = from + 1
    let localStart = at
    let isPlain = isLetter(bytes[at])
    while (at < length && isNameByte(bytes[at])) {
      if (bytes[at] === code.colon) localStart = at + 1
      else if ((bytes[at] ?? 0) >= 128) isPlain = false
      at++
    }
    const nameEnd = at
    attributes.start(bytes)
    while (at < length && isSpace(bytes[at])) {
      do at++
      while (at < length && isSpace(bytes[at]))
      if (at === length || bytes[at] === code.greaterThan || bytes[at] === code.slash) break
      at = attributes.scan(at)
      if (at === incomplete) return incomplete
    }
    const closes = bytes[at] === code.slash
    if (closes) at++
    if (at >= length) return incomplete
    if (bytes[at] !== code.greaterThan) throw notWellFormed('a tag without end')
    if (!isPlain && !isXmlName(textOf(from + 1, nameEnd))) throw notWellFormed('a tag without name')
    openElement(from + 1, localStart, nameEnd, closes)
    return at + 1
  }

  function openElement(start: number, localStart: number, end: number, closes: boolean): void {
    if (openNames.length === 0 && rootSeen) throw notWellFormed('two documents in one')
    if (openNames.length >= maxDepth) throw new XmlError('too-deep', `more than ${maxDepth} levels`)
    rootSeen = true
    const localName = textOf(localStart, end)
    handler.open(localName, attributes, start === localStart ? '' : textOf(start, localStart - 1))
    if (closes) handler.close(localName)
    else {
      openNames.push(start === localStart ? localName : textOf(start, end))
      openLocalNames.push(localName)
    }
  }

  function textOf(start: number, end: number): string {
    const byte = source[start] ?? 0
    return end - start === 1 && byte < 128 ? (shortNames[byte] ?? '') : source.toString('utf8', start, end)
  }

  function readEndTag(from: number): number {
    const bytes = source
    const { length } = bytes
    let at = from + 2
    while (at < length && isNameByte(bytes[at])) at++
    const nameEnd = at
    while (at < length && isSpace(bytes[at])) at++
    if (at >= length) return incomplete
    const isExpected = bytes[at] === code.greaterThan && textOf(from + 2, nameEnd) === openNames.at(-1)
    if (!isExpected) throw notWellFormed('tags that cross')
    openNames.pop()
    handler.close(openLocalNames.pop() ?? '')
    return at + 1
  }

  /** A comment or a CDATA section; anything else that begins with `<!` is refused. */
  function readDeclaration(from: number): number {
    const opening = source.toString('latin1', from, from + '<!DOCTYPE'.length)
    if (opening.startsWith('<!--')) return readComment(from)
    if (opening.length < '<!DOCTYPE'.length) return incomplete
    if (opening === '<!DOCTYPE') throw new XmlError('doctype', 'a DOCTYPE')
    if (opening !== '<![CDATA[' || openNames.length === 0) throw notWellFormed('an unknown declaration')
    const end = source.indexOf(']]>', from + opening.length)
    if (end === -1) return incomplete
    emitText(decodeSection(source, from + opening.length, end))
    return end + 3
  }

  function readComment(from: number): number {
    const end = source.indexOf('--', from + 4)
    if (end === -1 || end + 2 >= source.length) return incomplete
    if (source[end + 2] !== code.greaterThan) throw notWellFormed('-- in a comment')
    checkedText(source, from, end)
    return end + 3
  }

  function readInstruction(from: number): number {
    const end = source.indexOf('?>', from + 2)
    if (end === -1) return incomplete
    const instruction = checkedText(source, from, end + 2)
    const target = /^<\?([^\s?]+)/.exec(instruction)?.[1] ?? ''
    if (target.toLowerCase() !== 'xml') {
      if (!isXmlName(target)) throw notWellFormed('an instruction without name')
    } else if (!atStart || !xmlDeclaration.test(instruction)) {
      throw notWellFormed('a misplaced XML declaration')
    }
    return end + 2
  }

  function finish(): void {
    if (!rootSeen || openNames.length > 0 || !isBlank(source, 0, source.length)) {
      throw notWellFormed('a document cut short')
    }
  }

  return { write, finish }
}

function isBlank(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(bytes[at])) return false
  return true
}
