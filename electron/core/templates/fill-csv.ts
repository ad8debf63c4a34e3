import { Buffer } from 'node:buffer'
import iconv from 'iconv-lite'
import { decodeCsv } from '#core/sheets/csv/decode-csv.ts'
import { findSeparator } from '#core/sheets/csv/csv-separator.ts'

/** A text to write; rows and columns count from 1, rows as records: a field of several lines is one row. */
export interface CsvWrite {
  readonly row: number
  readonly column: number
  readonly text: string
}

export interface FilledCsv {
  readonly bytes: Uint8Array
  /** The file was in an encoding that lacks letters of what was written: it is in UTF-8 now. */
  readonly isReencoded: boolean
}

/**
 * Writes fields into a csv file in its own manner: separator, quotes, line ends, byte order mark and encoding stay what
 * they are, and every field that is not written is copied as it was, character by character.
 * @throws SheetError `not-a-spreadsheet`, `text-not-decodable`
 */
export function fillCsv(bytes: Uint8Array, writes: readonly CsvWrite[]): FilledCsv {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = decodeCsv(file).text
  const dialect = findSeparator(whole.includes('\r') ? whole.replaceAll(/\r\n?/g, '\n') : whole)
  const head = dialect.firstLine === 2 ? whole.slice(0, whole.indexOf('\n') + 1) : ''
  const manner = { separator: dialect.separator, lineEnd: lineEndOf(whole) }
  const records = cutRecords(whole.slice(head.length), manner.separator)
  const isQuoted = quotesAll(records)
  const width = Math.max(0, ...records.slice(0, 50).map((record) => record.fields.length))
  for (const { row, column, text } of writes) {
    while (records.length < row) records.push({ fields: emptyFields(width, isQuoted), end: manner.lineEnd })
    const fields = records[row - 1]?.fields
    if (fields === undefined) throw new Error(`No row ${row}`)
    while (fields.length < column) fields.push(isQuoted ? '""' : '')
    fields[column - 1] = quoted(text, manner.separator, isQuoted)
  }
  return encode(file, head + joinRecords(records, manner))
}

interface CsvRecord {
  /** As written, quotes included. */
  readonly fields: string[]
  /** What ends the record; nothing at the end of a file. */
  readonly end: string
}

function emptyFields(width: number, isQuoted: boolean): string[] {
  return Array.from({ length: width }, () => (isQuoted ? '""' : ''))
}

function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\r\n'
}

/** Cuts a text into records of fields as they are written. A quote opens a field only at its beginning. */
function cutRecords(text: string, separator: string): CsvRecord[] {
  const records: CsvRecord[] = []
  let fields: string[] = []
  let start = 0
  let at = 0
  while (at <= text.length) {
    if (text[at] === '"' && at === start) at = afterQuotes(text, at)
    const char = text[at]
    if (char === undefined || char === separator || char === '\n' || char === '\r') {
      fields.push(text.slice(start, at))
      if (char !== separator) {
        const end = char === undefined ? '' : text.startsWith('\r\n', at) ? '\r\n' : char
        if (char !== undefined || fields.length > 1 || fields[0] !== '') records.push({ fields, end })
        fields = []
        at += Math.max(end.length, 1)
      } else at++
      start = at
    } else at++
  }
  return records
}

/** Position after the quote that closes a field, doubled ones being part of it. */
function afterQuotes(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at === -1 ? text.length : at + 1
}

/** Whether the file quotes its fields without need: then what is written is quoted too. */
function quotesAll(records: readonly CsvRecord[]): boolean {
  const fields = records.slice(0, 20).flatMap((record) => record.fields)
  const filled = fields.filter((field) => field !== '')
  return filled.length > 0 && filled.filter((field) => field.startsWith('"')).length > filled.length * 0.8
}

function quoted(text: string, separator: string, isQuoted: boolean): string {
  // a text that begins like a formula is quoted: programs that read texts as they are then keep it one
  const needs = text.includes(separator) || /["\r\n]|^[\s=@]|\s$/.test(text)
  return needs || isQuoted ? `"${text.replaceAll('"', '""')}"` : text
}

function joinRecords(
  records: readonly CsvRecord[],
  { separator, lineEnd }: { readonly separator: string; readonly lineEnd: string },
): string {
  const last = records.length - 1
  return records
    .map(({ fields, end }, index) => fields.join(separator) + (end === '' && index < last ? lineEnd : end))
    .join('')
}

function encode(file: Buffer, text: string): FilledCsv {
  const start = file.toString('latin1', 0, 3)
  const utf8 = (mark: string) => ({
    bytes: new Uint8Array(Buffer.from(mark + text, 'utf8')),
    isReencoded: false,
  })
  if (start === '\xEF\xBB\xBF') return utf8('\uFEFF')
  if (start.startsWith('\xFF\xFE')) return { bytes: utf16(`\uFEFF${text}`, 'utf-16le'), isReencoded: false }
  if (start.startsWith('\xFE\xFF')) return { bytes: utf16(`\uFEFF${text}`, 'utf-16be'), isReencoded: false }
  const guessed = decodeCsv(file).guessed?.toLowerCase()
  if (guessed === undefined) return utf8('')
  if (guessed.startsWith('utf-16')) return { bytes: utf16(text, guessed), isReencoded: false }
  const written = iconv.encode(text, 'windows-1252')
  return iconv.decode(written, 'windows-1252') === text
    ? { bytes: new Uint8Array(written), isReencoded: false }
    : { ...utf8('\uFEFF'), isReencoded: true }
}

function utf16(text: string, encoding: string): Uint8Array {
  return new Uint8Array(iconv.encode(text, encoding, { addBOM: false }))
}
