import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '#core/sheets/limits.ts'
import { openReader, readSheetData } from '#core/sheets/open-reader.ts'
import { readCells, readFileInProcess, refusalOf } from '#tests/fixtures/sheets/read-in-process.ts'
import {
  buildWorkbook,
  sheetXml,
  withoutPart,
  withPart,
  workbookParts,
} from '#tests/fixtures/sheets/workbook-builder.ts'
import { buildZip } from '#tests/fixtures/sheets/zip-builder.ts'

const row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>'
const spec = { sheets: [{ data: row }], sharedStrings: ['<t>é</t>'] }
const expected = [['é', 2]]

/** The parts with one text of one part replaced. */
function withText(part: string, from: string, to: string) {
  const parts = workbookParts(spec)
  const text = String(parts.find(({ name }) => name === part)?.data)
  if (!text.includes(from)) throw new Error(`${part} does not hold ${from}`)
  return withPart(parts, part, { data: text.replaceAll(from, to) })
}

describe('the package of a workbook', () => {
  it('may use a namespace prefix for every element', async () => {
    expect(await readCells(buildWorkbook({ ...spec, prefix: 'x' }))).toEqual(expected)
  })

  it('may write its parts in UTF-16, with or without a mark', async () => {
    const xml = sheetXml(row).replace('encoding="UTF-8"', 'encoding="UTF-16"')
    const littleEndian = Buffer.from(`\uFEFF${xml}`, 'utf16le')
    for (const part of [littleEndian, Buffer.from(littleEndian).swap16(), Buffer.from(xml, 'utf16le')]) {
      expect(await readCells(buildWorkbook({ ...spec, sheets: [{ part }] }))).toEqual(expected)
    }
  })

  it('may write its parts in ISO-8859-1 when it says so', async () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><sst><si><t>é</t></si></sst>'
    const parts = withPart(workbookParts(spec), 'xl/sharedStrings.xml', { data: Buffer.from(xml, 'latin1') })
    expect(await readCells(buildZip(parts))).toEqual(expected)
  })

  it('may begin its parts with the mark of UTF-8', async () => {
    expect(await readCells(buildWorkbook({ ...spec, sheets: [{ part: `\uFEFF${sheetXml(row)}` }] }))).toEqual(
      expected,
    )
  })

  it('may point to its parts by absolute paths, by .. and by other cases', async () => {
    const rels = 'xl/_rels/workbook.xml.rels'
    for (const target of [
      '/xl/worksheets/sheet1.xml',
      '../xl/worksheets/Sheet1.XML',
      'worksheets\\sheet1.xml',
      './worksheets/sheet%31.xml',
    ]) {
      expect(await readCells(buildZip(withText(rels, 'worksheets/sheet1.xml', target)))).toEqual(expected)
    }
  })

  it('may name its parts with back-slashes or with a leading slash', async () => {
    for (const rename of [(name: string) => name.replaceAll('/', '\\'), (name: string) => `/${name}`]) {
      const parts = workbookParts(spec).map((part) => ({ ...part, name: rename(part.name) }))
      expect(await readCells(buildZip(parts))).toEqual(expected)
    }
  })

  it('may store its parts without compression', async () => {
    expect(await readCells(buildZip(workbookParts(spec).map((part) => ({ ...part, stored: true }))))).toEqual(
      expected,
    )
  })

  it('may call its main part differently, and do without relationships of the package', async () => {
    const renamed = withText('_rels/.rels', 'xl/workbook.xml', 'xl/book.xml').map((part) => ({
      ...part,
      name: part.name.replace('workbook.xml', 'book.xml'),
    }))
    expect(await readCells(buildZip(renamed))).toEqual(expected)
    expect(await readCells(buildZip(withoutPart(workbookParts(spec), '_rels/.rels')))).toEqual(expected)
  })

  it('may use the strict namespaces of ISO 29500', async () => {
    const parts = workbookParts(spec).map((part) => ({
      ...part,
      data: String(part.data)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
    }))
    expect(await readCells(buildZip(parts))).toEqual(expected)
  })

  it('may lack styles and shared texts', async () => {
    const parts = ['xl/styles.xml', 'xl/sharedStrings.xml'].reduce(
      (rest, name) => withoutPart(rest, name),
      workbookParts({ sheets: [{ data: '<row><c s="3"><v>1</v></c></row>' }] }),
    )
    expect(await readCells(buildZip(parts))).toEqual([[1]])
  })

  it('may be followed by bytes that a gateway added', async () => {
    expect(await readCells(Buffer.concat([buildWorkbook(spec), Buffer.from('\r\n\r\n')]))).toEqual(expected)
  })

  it('is refused when a sheet it names is missing', async () => {
    expect(await refusalOf(buildZip(withoutPart(workbookParts(spec), 'xl/worksheets/sheet1.xml')))).toBe(
      'workbook-damaged',
    )
  })

  it('is refused when two of its sheets have the same name', async () => {
    expect(await refusalOf(buildWorkbook({ sheets: [{ name: 'A' }, { name: 'A' }] }))).toBe(
      'workbook-damaged',
    )
  })
})

describe('rows and cells', () => {
  it('without addresses follow each other', async () => {
    const data =
      '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="4"><c><v>6</v></c></row><row><c><v>7</v></c></row>'
    const { sheets } = await readFileInProcess(buildWorkbook({ sheets: [{ data }] }))
    expect(sheets[0]?.rows).toEqual([
      { number: 1, cells: [1, null, null, 4, 5] },
      { number: 4, cells: [6] },
      { number: 5, cells: [7] },
    ])
  })

  it('of blank rows are left out, and rows are counted up to the last with a value', async () => {
    const data =
      '<row r="2"><c r="A2" s="0"/></row><row r="3"><c r="A3"><v>1</v></c></row><row r="9"><c r="A9" s="0"/></row>'
    const { sheets } = await readFileInProcess(buildWorkbook({ sheets: [{ data }] }))
    expect(sheets[0]).toMatchObject({ rows: [{ number: 3, cells: [1] }], rowCount: 3 })
  })

  it('in any order within a row find their column', async () => {
    expect(
      await readCells(
        buildWorkbook({ sheets: [{ data: '<row><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>' }] }),
      ),
    ).toEqual([[1, null, 3]])
  })

  it('of hidden rows say so', async () => {
    const data = '<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="0"><c><v>2</v></c></row>'
    const { sheets } = await readFileInProcess(buildWorkbook({ sheets: [{ data }] }))
    expect(sheets[0]?.rows).toEqual([
      { number: 1, cells: [1], hidden: true },
      { number: 2, cells: [2] },
    ])
  })

  it('reach the last row and the last column of a sheet, and not beyond', async () => {
    const corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    const { sheets } = await readFileInProcess(buildWorkbook({ sheets: [{ data: corner }] }))
    expect(sheets[0]?.rowCount).toBe(1_048_576)
    expect(sheets[0]?.rows[0]?.cells.length).toBe(16_384)
    for (const data of [
      '<row r="1048577"><c><v>1</v></c></row>',
      '<row><c r="XFE1"><v>1</v></c></row>',
      '<row><c r="A"><v>1</v></c></row>',
      '<row><c r="AAAA1"><v>1</v></c></row>',
    ]) {
      expect(await refusalOf(buildWorkbook({ sheets: [{ data }] }))).toBe('workbook-damaged')
    }
  })

  it('in rows that go back are refused, for some would be taken for others', async () => {
    for (const second of ['1', '2', '0', 'x', '1e1', '-3', '2.5']) {
      const data = `<row r="2"><c><v>1</v></c></row><row r="${second}"><c><v>2</v></c></row>`
      expect(await refusalOf(buildWorkbook({ sheets: [{ data }] }))).toBe('workbook-damaged')
    }
  })

  it('are not looked for in extensions of the sheet', async () => {
    const tail = '<extLst><ext><sheetData><row><c r="A1"><v>9</v></c></row></sheetData></ext></extLst>'
    expect(
      await readCells(buildWorkbook({ sheets: [{ data: row, tail }], sharedStrings: ['<t>é</t>'] })),
    ).toEqual(expected)
  })
})

describe('merged cells', () => {
  it('are given as ranges, whatever their corners; those outside the sheet are dropped', async () => {
    const tail =
      '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="D5:B2"/><mergeCell ref="A1:XFE1"/><mergeCell ref="$E$7"/></mergeCells>'
    const { sheets } = await readFileInProcess(buildWorkbook({ sheets: [{ data: row, tail }] }))
    expect(sheets[0]?.merged).toEqual([
      { top: 1, left: 1, bottom: 1, right: 3 },
      { top: 2, left: 2, bottom: 5, right: 4 },
      { top: 7, left: 5, bottom: 7, right: 5 },
    ])
  })
})

describe('sheets', () => {
  it('keep their order, names and states; hidden ones are pointed out', async () => {
    const { sheets, warnings } = await readFileInProcess(
      buildWorkbook({
        sheets: [
          { name: 'Élèves & co' },
          { name: '__proto__', state: 'hidden' },
          { name: 'constructor', state: 'veryHidden' },
        ],
      }),
    )
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Élèves & co', 'visible'],
      ['__proto__', 'hidden'],
      ['constructor', 'veryHidden'],
    ])
    expect(warnings).toEqual([
      { code: 'hidden-sheet', sheet: '__proto__', params: { state: 'hidden' } },
      { code: 'hidden-sheet', sheet: 'constructor', params: { state: 'veryHidden' } },
    ])
  })

  it('that hold charts are left out', async () => {
    const parts = workbookParts({ sheets: [{ name: 'Chart' }, { name: 'Data', data: row }] })
    const rels = String(parts.find(({ name }) => name === 'xl/_rels/workbook.xml.rels')?.data)
    const changed = withPart(parts, 'xl/_rels/workbook.xml.rels', {
      data: rels.replace('/worksheet"', '/chartsheet"'),
    })
    expect((await readFileInProcess(buildZip(changed))).sheets.map(({ name }) => name)).toEqual(['Data'])
  })
})

describe('macros', () => {
  it('are ignored, and the user is told', async () => {
    const types = '[Content_Types].xml'
    const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
    const parts = [
      ...withText(types, main, 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
      { name: 'xl/vbaProject.bin', data: 'Sub Auto_Open()' },
    ]
    const { sheets, warnings } = await readFileInProcess(buildZip(parts))
    expect(sheets[0]?.rows[0]?.cells).toEqual(expected[0])
    expect(warnings).toEqual([{ code: 'macros-ignored' }])
  })
})

describe('the first rows of a large sheet', () => {
  it('are read without the rest, and say so', async () => {
    const rows = Array.from(
      { length: 3_000 },
      (_, index) =>
        `<row><c><v>${index}</v></c><c t="inlineStr"><is><t>${'x'.repeat(1_000)}</t></is></c></row>`,
    )
    const tail = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    const reader = await openReader(
      buildWorkbook({ sheets: [{ data: rows.join(''), tail }] }),
      'x.xlsx',
      defaultLimits,
    )
    const head = await readSheetData(reader, 'Sheet1', { maxRows: 10 })
    expect([head.rows.length, head.merged.length, head.partial]).toEqual([10, 0, true])
    expect(head.rowCount).toBeLessThan(3_000)
    const whole = await readSheetData(reader, 'Sheet1')
    expect([whole.rows.length, whole.rowCount, whole.merged.length, whole.partial]).toEqual([
      3_000,
      3_000,
      1,
      undefined,
    ])
  })
})
