import type { Buffer } from 'node:buffer'
import { SheetError } from './types.ts'
import type { SheetFormat } from './types.ts'

/** Where the content shows what kind of text a file holds. */
const textSampleBytes = 8_192
/** Excel's lock file holds a user name, 165 bytes. */
const lockFileBytes = 2_048

/**
 * Tells the format by content, whatever the name says. Throws the code that names a format that cannot be read; zip
 * files, which may still be something else, count as `xlsx` here.
 */
export function detectFormat(bytes: Buffer, name: string): SheetFormat {
  if (bytes.length === 0) throw new SheetError('file-empty')
  const head = bytes.toString('latin1', 0, 512)
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'xlsx'
  if (isLockFile(bytes, name)) throw new SheetError('excel-lock-file')
  if (head.startsWith('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1')) throw nameOle(bytes)
  if (isBiff(bytes)) throw new SheetError('old-excel')
  const found = otherFormats.find(([start]) => head.startsWith(start))?.[1]
  if (found !== undefined) throw new SheetError('not-a-spreadsheet', { found })
  const markup = nameMarkup(bytes)
  if (markup !== undefined) throw markup
  return 'csv'
}

const otherFormats: readonly (readonly [start: string, name: string])[] = [
  ['%PDF', 'PDF'],
  ['\x89PNG', 'PNG'],
  ['\xFF\xD8\xFF', 'JPEG'],
  ['GIF8', 'GIF'],
  ['{\\rtf', 'RTF'],
  ['7z\xBC\xAF', '7z'],
  ['Rar!', 'RAR'],
  ['\x1F\x8B', 'gzip'],
  ['ID;P', 'SYLK'],
  ['SQLite format 3', 'SQLite'],
]

function isLockFile(bytes: Buffer, name: string): boolean {
  return (name.startsWith('~$') || name.startsWith('.~lock.')) && bytes.length <= lockFileBytes
}

/** Excel 2 to 4 wrote bare records: the first, 4 to 8 bytes long, begins with 09 and its version. */
function isBiff(bytes: Buffer): boolean {
  const isVersion = [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1)
  return bytes[0] === 0x09 && isVersion && [4, 6, 8].includes(bytes[2] ?? 0) && bytes[3] === 0
}

/** Files of the 1990s container: the names of its streams, in UTF-16, tell what it holds. */
function nameOle(bytes: Buffer): SheetError {
  const holds = (stream: string): boolean =>
    bytes.includes(stream, 0, 'utf16le') || bytes.includes(stream.toUpperCase(), 0, 'utf16le')
  if (holds('EncryptedPackage')) return new SheetError('password-protected')
  if (holds('Workbook') || holds('Book')) return new SheetError('old-excel')
  if (holds('WordDocument')) return new SheetError('word-document')
  return new SheetError('not-a-spreadsheet')
}

/** Text that begins with a tag: a web page, an XML spreadsheet, a flat LibreOffice file. */
function nameMarkup(bytes: Buffer): SheetError | undefined {
  const text = bytes.toString('latin1', 0, textSampleBytes).replaceAll('\0', '') // UTF-16 becomes readable too
  const start = text
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
    .trimStart()
    .toLowerCase()
  if (start.startsWith('mime-version:')) return new SheetError('web-page')
  if (!/^<(?:!--|!doctype|\?xml|html|head|body|meta|table|style|script|div)/.test(start)) return undefined
  if (start.includes('office:document')) {
    return new SheetError(
      start.includes('opendocument.spreadsheet') ? 'libreoffice-file' : 'not-a-spreadsheet',
    )
  }
  return new SheetError('web-page')
}
