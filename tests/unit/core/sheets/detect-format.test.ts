import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import type { SheetErrorCode } from '#core/sheets/types.ts'
import { readCells, refusalOf } from '#tests/fixtures/sheets/read-in-process.ts'
import { buildWorkbook } from '#tests/fixtures/sheets/workbook-builder.ts'
import { buildZip } from '#tests/fixtures/sheets/zip-builder.ts'

/** A compound file of the 1990s, as far as it is looked at: its magic, and the names of its streams. */
function ole(...streams: readonly string[]): Buffer {
  const header = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return Buffer.concat([header, Buffer.alloc(504), ...streams.map((name) => Buffer.from(name, 'utf16le'))])
}

function office(contentType: string): Buffer {
  const types = `<Types><Override PartName="/x" ContentType="application/${contentType}"/></Types>`
  return buildZip([{ name: '[Content_Types].xml', data: types }])
}

const openDocument = (type: string): Buffer =>
  buildZip([{ name: 'mimetype', data: `application/vnd.oasis.opendocument.${type}`, stored: true }])

const workbookType = 'vnd.openxmlformats-officedocument'
const cases: readonly (readonly [string, SheetErrorCode, Uint8Array | string])[] = [
  ['an empty file', 'file-empty', ''],
  ['an Excel 97 workbook', 'old-excel', ole('Root Entry', 'Workbook')],
  ['an Excel 95 workbook', 'old-excel', ole('Root Entry', 'Book')],
  ['an Excel workbook with capital stream names', 'old-excel', ole('WORKBOOK')],
  ['an Excel 4 workbook', 'old-excel', Buffer.from([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00])],
  [
    'a workbook under password',
    'password-protected',
    ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'),
  ],
  ['a Word 97 document', 'word-document', ole('Root Entry', 'WordDocument')],
  ['another compound file', 'not-a-spreadsheet', ole('Root Entry', 'PowerPoint Document')],
  ['a binary workbook', 'binary-excel', office('vnd.ms-excel.sheet.binary.macroEnabled.main')],
  ['a Word document', 'word-document', office(`${workbookType}.wordprocessingml.document.main+xml`)],
  ['a presentation', 'not-a-spreadsheet', office(`${workbookType}.presentationml.presentation.main+xml`)],
  ['a LibreOffice workbook', 'libreoffice-file', openDocument('spreadsheet')],
  ['a LibreOffice template', 'libreoffice-file', openDocument('spreadsheet-template')],
  ['a LibreOffice text', 'not-a-spreadsheet', openDocument('text')],
  [
    'a flat LibreOffice workbook',
    'libreoffice-file',
    '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">',
  ],
  ['a web page', 'web-page', '<!DOCTYPE html><html><table>'],
  [
    'a web page after a mark and blanks',
    'web-page',
    '\uFEFF \n<HTML xmlns:x="urn:schemas-microsoft-com:office:excel">',
  ],
  ['a bare table', 'web-page', '<table border=1><tr><td>1'],
  ['a web page in UTF-16', 'web-page', Buffer.from('\uFEFF<html>', 'utf16le')],
  [
    'an XML workbook of 2003',
    'web-page',
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>',
  ],
  ['a web archive', 'web-page', 'MIME-Version: 1.0\nContent-Type: multipart/related'],
  ['a picture', 'not-a-spreadsheet', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['a PDF', 'not-a-spreadsheet', '%PDF-1.7\n'],
  ['a SYLK table', 'not-a-spreadsheet', 'ID;PWXL;N;E\n'],
  ['a zip of something else', 'not-a-spreadsheet', buildZip([{ name: 'readme.txt', data: 'hello' }])],
  ['an empty zip', 'not-a-spreadsheet', buildZip([])],
  [
    'the remains of a workbook',
    'workbook-damaged',
    buildZip([{ name: 'xl/workbook.xml', data: '<workbook/>' }]),
  ],
]

describe('a file that is no readable spreadsheet', () => {
  it.each(cases)('is named: %s', async (_, code, content) => {
    expect(await refusalOf(content, 'file.xlsx')).toBe(code)
    expect(await refusalOf(content, 'file.csv')).toBe(code)
  })

  it('is named when it is the mark that a program leaves beside an open workbook', async () => {
    const excel = `\x06Maria K${' '.repeat(157)}`
    expect(await refusalOf(excel, '~$students.xlsx')).toBe('excel-lock-file')
    const libreOffice = ',maria,pc,22.11.2026 10:00,file:///home/maria;'
    expect(await refusalOf(libreOffice, '.~lock.students.xlsx#')).toBe('excel-lock-file')
  })
})

describe('the name of a file', () => {
  it('does not decide what it holds', async () => {
    expect(await readCells('a;b\n', 'table.xlsx')).toEqual([['a', 'b']])
    expect(
      await readCells(buildWorkbook({ sheets: [{ data: '<row><c><v>1</v></c></row>' }] }), 'table.csv'),
    ).toEqual([[1]])
    expect(
      await readCells(buildWorkbook({ sheets: [{ data: '<row><c><v>1</v></c></row>' }] }), '~$odd.xlsx'),
    ).toEqual([[1]])
  })

  it('does not make a web page of a csv file that holds links', async () => {
    expect(await readCells("<a href='https://example.org/'>link</a>;b\n", 'links.csv')).toEqual([
      ["<a href='https://example.org/'>link</a>", 'b'],
    ])
  })
})
