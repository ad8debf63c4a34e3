import { Buffer, isUtf8 } from 'node:buffer'
import { notWellFormed } from './xml-error.ts'

/**
 * Turns the chunks of an XML part into valid UTF-8 that never cuts a character. UTF-16 is recognised by its byte order
 * mark or by its first tag, older 8-bit encodings by the XML declaration (some generators write ISO-8859-1).
 */
export async function* asUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let convert: Converter | undefined
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (convert === undefined && bytes.length < declarationBytes) {
      rest = bytes
      continue
    }
    convert ??= chooseConverter(bytes)
    const converted = convert(bytes, false)
    rest = converted.rest
    yield converted.utf8
  }
  yield (convert ?? chooseConverter(rest))(rest, true).utf8
}

/** Converts what can be; the bytes of a character cut in two are the rest, which may not exist at the end. */
type Converter = (bytes: Buffer, isLast: boolean) => { readonly utf8: Buffer; readonly rest: Buffer }

/** The XML declaration fits in as many bytes, UTF-16 included. */
const declarationBytes = 256

const nothing = Buffer.alloc(0)

function chooseConverter(start: Buffer): Converter {
  const head = start.toString('latin1', 0, declarationBytes)
  if (head.startsWith('\xFF\xFE') || head.startsWith('<\0')) return fromUtf16(false)
  if (head.startsWith('\xFE\xFF') || head.startsWith('\0<')) return fromUtf16(true)
  const declared = /^<\?xml[^>]{1,100}\sencoding\s*=\s*["']([\w.-]{1,40})["']/.exec(head)?.[1] ?? 'utf-8'
  const name = declared.toLowerCase()
  if (head.startsWith('\xEF\xBB\xBF')) return skipMark(fromUtf8)
  if (name === 'utf-8' || name === 'utf8' || name === 'us-ascii' || name === 'ascii') return fromUtf8
  if (/^(?:iso-8859-1|latin1|windows-125[0-8]|iso-8859-(?:2|15))$/.test(name)) return fromEightBits(name)
  throw notWellFormed(`unknown encoding ${declared}`)
}

const fromUtf8: Converter = (bytes, isLast) => {
  const end = isLast ? bytes.length : endOfLastCharacter(bytes)
  const utf8 = bytes.subarray(0, end)
  if (!isUtf8(utf8)) throw notWellFormed('bytes that are not UTF-8')
  return { utf8, rest: bytes.subarray(end) }
}

/** Where the last character that is whole ends: up to three bytes before the end of the chunk. */
function endOfLastCharacter(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

function fromUtf16(isBigEndian: boolean): Converter {
  const decoder = new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le', { fatal: true })
  return fromDecoder(decoder)
}

function fromEightBits(name: string): Converter {
  return fromDecoder(new TextDecoder(name))
}

function fromDecoder(decoder: InstanceType<typeof TextDecoder>): Converter {
  return (bytes, isLast) => {
    try {
      return { utf8: Buffer.from(decoder.decode(bytes, { stream: !isLast }), 'utf8'), rest: nothing }
    } catch {
      throw notWellFormed('bytes that are not text')
    }
  }
}

function skipMark(convert: Converter): Converter {
  let isFirst = true
  return (bytes, isLast) => {
    const content = isFirst ? bytes.subarray(3) : bytes
    isFirst = false
    return convert(content, isLast)
  }
}
