import { Buffer } from 'node:buffer'
import { xmlAttribute } from '#shared/domain/xml-text.ts'
import { defaultLimits } from '#core/sheets/limits.ts'
import { SheetError } from '#core/sheets/types.ts'
import { decodeEntities } from '#core/sheets/xml/xml-entities.ts'
import { asUtf8 } from '#core/sheets/xml/utf8-parts.ts'
import { XmlError } from '#core/sheets/xml/xml-error.ts'
import { createXmlReader } from '#core/sheets/xml/xml-reader.ts'

/** One tag and where it stands in the text, so that the text can be changed there and nowhere else. */
export interface XmlMark {
  readonly kind: 'open' | 'close' | 'empty'
  /** As written: `x:row`. */
  readonly name: string
  /** Without prefix: `row`. */
  readonly local: string
  /** Of the whole tag, `<` and `>` included. */
  readonly start: number
  readonly end: number
}

/**
 * The text of an XML part, once our strict reader has read it to its end: what is not well-formed, or holds a DOCTYPE,
 * is refused before anything is changed in it. In UTF-8 whatever it was.
 * @throws SheetError `workbook-damaged`, `xml-forbidden`
 */
export async function readXmlText(bytes: Buffer, part: string): Promise<string> {
  const reader = createXmlReader({ open() {}, text() {}, close() {} }, defaultLimits.xmlDepth)
  const pieces: Buffer[] = []
  try {
    for await (const piece of asUtf8(inPieces(bytes))) {
      reader.write(piece)
      pieces.push(Buffer.from(piece))
    }
    reader.finish()
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    const code = error.reason === 'doctype' ? 'xml-forbidden' : 'workbook-damaged'
    throw new SheetError(code, { part, reason: error.message })
  }
  return Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^(<\?xml[^>]*?\sencoding\s*=\s*["'])(?!utf-?8["'])[^"']*(["'])/i, '$1UTF-8$2')
}

const pieceBytes = 256 * 1024

/** The reader bounds the piece of markup that it holds: a large part is given to it little by little. */
async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  await Promise.resolve()
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

/** Calls back for each tag of a well-formed text, between two positions. */
export function eachMark(
  text: string,
  onMark: (mark: XmlMark) => void,
  from = 0,
  to: number = text.length,
): void {
  let at = text.indexOf('<', from)
  while (at !== -1 && at < to) {
    const next = text.charCodeAt(at + 1)
    if (next === 0x21) at = skipDeclaration(text, at)
    else if (next === 0x3f) at = text.indexOf('?>', at) + 2
    else {
      const mark = readMark(text, at)
      onMark(mark)
      at = mark.end
    }
    at = text.indexOf('<', at)
  }
}

/** After a comment or a CDATA section. */
function skipDeclaration(text: string, at: number): number {
  return text.startsWith('<!--', at) ? text.indexOf('-->', at + 4) + 3 : text.indexOf(']]>', at) + 3
}

function readMark(text: string, start: number): XmlMark {
  const isClose = text.charCodeAt(start + 1) === 0x2f
  let at = isClose ? start + 2 : start + 1
  const nameStart = at
  while (!isNameEnd(text.charCodeAt(at))) at++
  const name = text.slice(nameStart, at)
  for (let code = text.charCodeAt(at); code !== 0x3e; code = text.charCodeAt(at)) {
    at = code === 0x22 || code === 0x27 ? text.indexOf(text.charAt(at), at + 1) + 1 : at + 1
  }
  const isEmpty = !isClose && text.charCodeAt(at - 1) === 0x2f
  return {
    kind: isClose ? 'close' : isEmpty ? 'empty' : 'open',
    name,
    local: name.slice(name.indexOf(':') + 1),
    start,
    end: at + 1,
  }
}

/** The code of a space; those of the other blanks of XML are under it. */
const blank = 0x20

/** Blank, `/` or `>`. */
function isNameEnd(code: number): boolean {
  return code <= blank || code === 0x2f || code === 0x3e
}

/** The attributes of a tag by their written names, decoded. */
export function attributesOf(
  text: string,
  { kind, name: tag, start, end }: XmlMark,
): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  if (kind === 'close') return attributes
  for (let at = start + 1 + tag.length; ;) {
    const equals = text.indexOf('=', at)
    if (equals === -1 || equals >= end) return attributes
    const name = text.slice(at, equals).trim()
    let opening = equals + 1
    while (text.charCodeAt(opening) <= blank) opening++
    const closing = text.indexOf(text.charAt(opening), opening + 1)
    attributes.set(name, decodeEntities(text.slice(opening + 1, closing)))
    at = closing + 1
  }
}

/** The tag with one attribute set, in its place when it is there, at the end of the others when it is not. */
export function withAttribute(tag: string, name: string, value: string): string {
  const written = ` ${name}="${xmlAttribute(value)}"`
  const existing = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`)
  if (existing.test(tag)) return tag.replace(existing, () => written)
  return tag.replace(/\s*\/?>$/, (end) => written + end.trimStart())
}

/** Changes to a text, or to a part of it, gathered while it is read and made at once. */
export interface TextEdits {
  replace(from: number, to: number, text: string): void
  insert(at: number, text: string): void
  /** The text, or that part, with all changes made; the same when there are none. */
  apply(): string
}

export function createTextEdits(text: string, start = 0, end: number = text.length): TextEdits {
  const edits: { from: number; to: number; text: string; order: number }[] = []
  const add = (from: number, to: number, changed: string): void => {
    edits.push({ from, to, text: changed, order: edits.length })
  }
  return {
    replace: add,
    insert: (at, inserted) => add(at, at, inserted),
    apply() {
      const pieces: string[] = []
      let at = start
      for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to || a.order - b.order)) {
        if (edit.from < at) throw new Error('Two changes of one place')
        pieces.push(text.slice(at, edit.from), edit.text)
        at = edit.to
      }
      pieces.push(text.slice(at, end))
      return pieces.join('')
    },
  }
}
