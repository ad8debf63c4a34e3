import { isAscii, isUtf8 } from 'node:buffer'
import type { Buffer } from 'node:buffer'
import iconv from 'iconv-lite'
import { SheetError } from '#core/sheets/types.ts'

/** The text of a csv file, with the encoding's name when it had to be guessed. */
export interface DecodedCsv {
  readonly text: string
  readonly guessed: string | undefined
}

/** How many bytes are looked at to recognise UTF-16 without a byte order mark, or what is no text. */
const sampleBytes = 16_384

/**
 * Decodes by byte order mark, else as UTF-8 when the bytes are valid, else as UTF-16 when every second byte is zero,
 * else as windows-1252, which is what Excel writes in western Europe. Throws `text-not-decodable`, or
 * `not-a-spreadsheet` for what is no text.
 */
export function decodeCsv(bytes: Buffer): DecodedCsv {
  const start = bytes.toString('latin1', 0, 3)
  if (start === '\xEF\xBB\xBF') return { text: decodeUtf8(bytes.subarray(3)), guessed: undefined }
  if (start.startsWith('\xFF\xFE'))
    return { text: decodeUtf16(bytes.subarray(2), 'utf-16le'), guessed: undefined }
  if (start.startsWith('\xFE\xFF'))
    return { text: decodeUtf16(bytes.subarray(2), 'utf-16be'), guessed: undefined }
  const wide = guessUtf16(bytes.subarray(0, sampleBytes))
  if (wide !== undefined) return { text: decodeUtf16(bytes, wide), guessed: wide.toUpperCase() }
  if (isBinary(bytes.subarray(0, sampleBytes))) throw new SheetError('not-a-spreadsheet')
  if (bytes.includes(0)) throw notDecodable('zero bytes')
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), guessed: undefined }
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), guessed: undefined }
  if (isMostlyUtf8(bytes)) throw notDecodable('UTF-8')
  return { text: decodeWindows1252(bytes), guessed: 'Windows-1252' }
}

/** Control characters, tabs, line breaks and form feeds apart, make up no text. */
function isBinary(sample: Buffer): boolean {
  let controls = 0
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) controls++
  return controls > sample.length / 100
}

function decodeUtf8(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw notDecodable('UTF-8')
  return bytes.toString('utf8')
}

function decodeUtf16(bytes: Buffer, encoding: Utf16): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw notDecodable(encoding.toUpperCase())
  }
}

function decodeWindows1252(bytes: Buffer): string {
  const text = iconv.decode(bytes, 'windows-1252')
  if (text.includes('\uFFFD')) throw notDecodable('Windows-1252')
  return text
}

type Utf16 = 'utf-16le' | 'utf-16be'

/** Western text in UTF-16 has a zero in one of each two bytes; other text has none at all. */
function guessUtf16(sample: Buffer): Utf16 | undefined {
  const pairs = Math.floor(sample.length / 2)
  if (pairs === 0) return undefined
  let zeroFirst = 0
  let zeroSecond = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) zeroFirst++
    if (sample[at + 1] === 0) zeroSecond++
  }
  if (zeroSecond > pairs * 0.6 && zeroFirst < pairs * 0.05) return 'utf-16le'
  if (zeroFirst > pairs * 0.6 && zeroSecond < pairs * 0.05) return 'utf-16be'
  return undefined
}

/**
 * Whether bytes that are not valid UTF-8 are a damaged UTF-8 file rather than one of another encoding: whole
 * multi-byte sequences are nearly impossible in windows-1252 text, so a few of them decide.
 */
function isMostlyUtf8(bytes: Buffer): boolean {
  let sequences = 0
  let strays = 0
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at)
    if (length > 1) sequences++
    else if ((bytes[at] ?? 0) >= 0x80) strays++
    at += length
  }
  return sequences > strays * 4
}

/** Bytes of the UTF-8 sequence that begins here; 1 for ASCII and for a byte that begins none. */
function sequenceLength(bytes: Buffer, at: number): number {
  const byte = bytes[at] ?? 0
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
  for (let offset = 1; offset < length; offset++) {
    if (((bytes[at + offset] ?? 0) & 0xc0) !== 0x80) return 1
  }
  return length
}

function notDecodable(encoding: string): SheetError {
  return new SheetError('text-not-decodable', { encoding })
}
