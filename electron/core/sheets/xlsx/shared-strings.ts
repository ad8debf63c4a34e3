import { Buffer } from 'node:buffer'
import type { SheetLimits } from '#core/sheets/limits.ts'
import { SheetError } from '#core/sheets/types.ts'
import { specialTextBytes } from '#core/sheets/xml/xml-characters.ts'
import { sliceToText } from '#core/sheets/xml/xml-slice.ts'
import type { ZipArchive } from '#core/sheets/zip/zip-archive.ts'
import { decodeCellText } from './cell-text.ts'
import { readPart } from './read-part.ts'
import type { PartHandler } from './read-part.ts'

/** Reads the texts that cells share by number. Runs of rich text are joined, phonetic hints dropped. */
export async function readSharedStrings(
  zip: ZipArchive,
  part: string | undefined,
  limits: SheetLimits,
): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === undefined) return strings
  await readPart(zip, part, createSharedStringsHandler(strings, part, limits), limits)
  return strings
}

/** The handler behind `readSharedStrings`; `useShortcut` false makes every text go through the XML reader, for tests. */
export function createSharedStringsHandler(
  strings: string[],
  part: string,
  limits: SheetLimits,
  useShortcut = true,
): PartHandler {
  const path: string[] = []
  let text = ''
  let isCollecting = false

  const tooLong = (): SheetError => new SheetError('workbook-damaged', { part, reason: 'text too long' })

  function add(decoded: string): void {
    if (decoded.length > limits.textLength) throw tooLong()
    strings.push(decoded)
    if (strings.length > limits.cells) throw new SheetError('too-many-cells', { limit: limits.cells })
  }

  return {
    open(name) {
      path.push(name)
      if (path.length === 2) text = ''
      isCollecting = name === 't' && (path.length === 3 || (path.length === 4 && path[2] === 'r'))
    },
    text(slice) {
      if (isCollecting) text += sliceToText(slice)
      if (text.length > limits.textLength * escapeLength) throw tooLong()
    },
    close(name) {
      path.pop()
      isCollecting = false
      if (path.length === 1 && name === 'si') add(decodeCellText(text))
    },
    ...(useShortcut ? { shortcut: createStringShortcut(() => path.length === 1, add) } : {}),
  }
}

/** Characters of `_x000D_`, which is one once decoded. */
const escapeLength = 7
const lessThan = 0x3c
const underscore = 0x5f
const plainStart = Buffer.from('<si><t>')
const plainEnd = Buffer.from('</t></si>')

/** 1 ends plain text; 2 may begin an escape; 4 is beyond ASCII. */
const classes = Uint8Array.from(specialTextBytes, (special, byte) =>
  special === 1 || byte === lessThan ? 1 : byte === underscore ? 2 : byte >= 128 ? 4 : 0,
)

/**
 * Reads `<si><t>plain text</t></si>`, the usual form, in one pass; anything else is left to the XML reader. ASCII
 * texts are cut out of one string for the whole chunk, several times faster than decoding each.
 */
function createStringShortcut(
  isBetweenStrings: () => boolean,
  onText: (text: string) => void,
): (bytes: Buffer, from: number) => number {
  let chunk: Buffer = Buffer.alloc(0)
  let chunkText = ''
  return (bytes, from) => {
    const limit = bytes.length - plainEnd.length
    if (from + plainStart.length > limit || !isBetweenStrings()) return -1
    if (!isAt(bytes, from, plainStart)) return -1
    const start = from + plainStart.length
    let end = start
    let seen = 0
    let found = classes[bytes[end] ?? 0] ?? 0
    while (found !== 1 && end < limit) {
      seen |= found
      found = classes[bytes[++end] ?? 0] ?? 0
    }
    if (!isAt(bytes, end, plainEnd)) return -1
    if (chunk !== bytes) {
      chunk = bytes
      chunkText = bytes.toString('latin1')
    }
    const text = seen < 4 ? chunkText.slice(start, end) : bytes.toString('utf8', start, end)
    onText((seen & 2) === 0 ? text : decodeCellText(text))
    return end + plainEnd.length
  }
}

function isAt(bytes: Buffer, at: number, expected: Buffer): boolean {
  for (let index = 0; index < expected.length; index++) {
    if (bytes[at + index] !== expected[index]) return false
  }
  return true
}
