import { describe, expect, it } from 'vitest'
import { fillWorkbook, type CellWrite, type FillOptions } from '#core/workbooks/fill/fill-workbook.ts'
import { openPackage, savePackage } from '#core/workbooks/fill/package.ts'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'
import { buildWorkbook, mainNamespace, type WorkbookSpec } from '#tests/fixtures/sheets/workbook-builder.ts'
import { changedParts } from '#tests/fixtures/workbooks/parts-of.ts'

const sheetPart = 'xl/worksheets/sheet1.xml'
const at = (row: number, column: number, value: CellWrite['value']): CellWrite => ({
  sheet: 'Sheet1',
  row,
  column,
  value,
})

async function fill(spec: WorkbookSpec, writes: readonly CellWrite[], options: FillOptions = {}) {
  const before = buildWorkbook(spec)
  const { bytes, findings } = await fillWorkbook(before, writes, options)
  const { sheets } = await readFileInProcess(bytes)
  const xml = await openPackage(bytes).readXml(sheetPart)
  const cells = new Map(sheets[0]?.rows.map((row) => [row.number, row.cells]))
  return { before, bytes, findings, cells, xml, changed: changedParts(before, bytes) }
}

const header = '<row r="1"><c r="A1" t="str"><v>Name</v></c></row>'

describe('fillWorkbook', () => {
  it('writes into a cell that exists, keeping its style and every other part', async () => {
    const { cells, xml, changed } = await fill(
      {
        sheets: [{ data: `${header}<row r="2"><c r="A2" s="1"/><c r="B2"><v>7</v></c></row>` }],
        formats: ['@'],
      },
      [at(2, 1, '=HYPERLINK("x") & <b>')],
    )
    expect(cells.get(2)).toEqual(['=HYPERLINK("x") & <b>', 7])
    expect(xml).toContain('<c r="A2" s="1" t="inlineStr">')
    expect(changed).toEqual([sheetPart])
  })

  it('makes rows and cells that do not exist, in the order of the sheet', async () => {
    const data = `${header}<row r="3" spans="2:2"><c r="B3"><v>3</v></c></row><row r="9"/>`
    const { cells, xml } = await fill({ sheets: [{ data }] }, [
      at(9, 2, 'i'),
      at(3, 3, 'c'),
      at(3, 1, 'a'),
      at(2, 2, true),
      at(12, 1, 12.5),
      at(5, 1, null),
    ])
    expect([...cells]).toEqual([
      [1, ['Name']],
      [2, [null, true]],
      [3, ['a', 3, 'c']],
      [9, [null, 'i']],
      [12, [12.5]],
    ])
    expect(xml).toContain('<row r="3" spans="1:3">')
  })

  it('fills a sheet that is empty', async () => {
    const part = `<worksheet xmlns="${mainNamespace}"><dimension ref="A1"/><sheetData/></worksheet>`
    const { cells, xml } = await fill({ sheets: [{ part }] }, [at(2, 3, 'x')])
    expect(cells.get(2)).toEqual([null, null, 'x'])
    expect(xml).toContain('<dimension ref="A1:C2"/>')
  })

  it('respects the prefix of the elements', async () => {
    const { cells, xml } = await fill({ prefix: 'x', sheets: [{ data: header }] }, [at(2, 1, ' two  words ')])
    expect(cells.get(2)).toEqual([' two  words '])
    expect(xml).toContain(
      '<x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t xml:space="preserve"> two  words </x:t>',
    )
  })

  it('fills rows and cells that do not say where they are', async () => {
    const data = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row>'
    const { cells } = await fill({ sheets: [{ data }] }, [at(2, 1, 'a'), at(1, 2, 'b'), at(2, 4, 'd')])
    expect([...cells.values()]).toEqual([
      [1, 'b'],
      ['a', null, 3, 'd'],
    ])
  })

  it('takes the style of the row, of the cell above in the table, or of the column', async () => {
    const cols = `<cols><col min="1" max="3" style="1"/></cols>`
    const rows = `<row r="1"><c r="B1" s="3" t="str"><v>Header</v></c></row><row r="2" ht="30" customHeight="1"><c r="B2" s="2"/></row><row r="4" s="3" customFormat="1"/>`
    const part = `<worksheet xmlns="${mainNamespace}">${cols}<sheetData>${rows}</sheetData></worksheet>`
    const writes = [at(3, 1, 'x'), at(3, 2, 'x'), at(4, 2, 'x'), at(3, 5, 'x')]
    const { xml } = await fill({ sheets: [{ part }], formats: ['0', '0.0', '0.00'] }, writes, {
      bodyFrom: { Sheet1: 2 },
    })
    expect(xml).toContain('<row r="3" ht="30" customHeight="1"><c r="A3" s="1"')
    expect(xml).toContain('<c r="B3" s="2"')
    expect(xml).toContain('<c r="B4" s="3"')
    expect(xml).toContain('<c r="E3" t=')
  })

  it('does not overwrite a formula unless asked, and then drops the chain of calculations', async () => {
    const chain = {
      name: 'xl/calcChain.xml',
      data: `<calcChain xmlns="${mainNamespace}"><c r="A2" i="1"/></calcChain>`,
    }
    const data =
      '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f t="array" ref="B2:B3">1</f></c></row>'
    const spec = { sheets: [{ data }], extraParts: [chain] }
    const kept = await fill(spec, [at(2, 1, 'x')])
    expect(kept.findings).toEqual([{ code: 'formula-kept', sheet: 'Sheet1', cell: 'A2' }])
    expect(kept.changed).toEqual([])
    const asked = await fill(spec, [at(2, 1, 'x'), at(2, 2, 'y')], { overwriteFormulas: true })
    expect(asked.findings).toEqual([{ code: 'formula-kept', sheet: 'Sheet1', cell: 'B2' }])
    expect(asked.cells.get(2)?.[0]).toBe('x')
    const workbook = await openPackage(asked.bytes).readXml('xl/workbook.xml')
    expect(workbook).toContain('</sheets><calcPr fullCalcOnLoad="1"/>')
  })

  it('leaves cells under a merged one alone and says so', async () => {
    const tail = '<mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>'
    const { cells, findings } = await fill({ sheets: [{ data: header, tail }] }, [
      at(2, 1, 'seen'),
      at(3, 2, 'hidden'),
    ])
    expect(cells.get(2)).toEqual(['seen'])
    expect(findings).toEqual([{ code: 'covered-by-merge', sheet: 'Sheet1', cell: 'B3' }])
  })

  it('says which cells of a protected sheet are locked, and writes them', async () => {
    const styles = {
      name: 'xl/styles.xml',
      data: `<styleSheet xmlns="${mainNamespace}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="0" applyProtection="1"><protection locked="0"/></xf></cellXfs></styleSheet>`,
    }
    const data = '<row r="2"><c r="A2"/><c r="B2" s="1"/></row>'
    const before = buildWorkbook({ sheets: [{ data, tail: '<sheetProtection password="CC1A" sheet="1"/>' }] })
    const book = openPackage(before)
    book.replace(styles.name, styles.data)
    const { findings } = await fillWorkbook(savePackage(book), [at(2, 1, 'a'), at(2, 2, 'b')])
    expect(findings).toEqual([{ code: 'locked', sheet: 'Sheet1', cell: 'A2' }])
  })
})

describe('dates', () => {
  const day = { kind: 'date', iso: '2026-09-01' } as const
  const data = '<row r="2"><c r="A2" s="1"/><c r="B2" s="2"/><c r="C2"/></row>'
  const formats = ['dd/mm/yyyy', '@']

  it('are serial numbers in cells that show dates, in the date system of the workbook', async () => {
    for (const date1904 of [false, true]) {
      const { cells, xml } = await fill({ sheets: [{ data }], formats, date1904 }, [at(2, 1, day)])
      expect(xml).toContain(`<c r="A2" s="1"><v>${date1904 ? 44_804 : 46_266}</v>`)
      expect(cells.get(2)?.[0]).toMatchObject({ iso: '2026-09-01' })
    }
  })

  it('are texts in cells of text, as the caller writes them', async () => {
    const { cells } = await fill({ sheets: [{ data }], formats }, [
      at(2, 2, { ...day, text: '01/09/2026' }),
      at(2, 3, { ...day, text: '1 Sep 2026' }),
    ])
    expect(cells.get(2)).toEqual([null, '01/09/2026', '1 Sep 2026'])
  })

  it('bring a date style to a cell without format when no text is given', async () => {
    const { cells, changed } = await fill({ sheets: [{ data }], formats }, [at(2, 3, day), at(3, 3, day)])
    expect(cells.get(2)?.[2]).toMatchObject({ kind: 'date', iso: '2026-09-01' })
    expect(cells.get(3)?.[2]).toMatchObject({ kind: 'date', iso: '2026-09-01' })
    expect(changed).toEqual(['xl/styles.xml', sheetPart])
  })
})

describe('ranges that follow the rows', () => {
  const tableXml = (totals: string) =>
    `<table xmlns="${mainNamespace}" id="1" ref="A1:B2"${totals}><autoFilter ref="A1:B2"/></table>`
  const relations = {
    name: 'xl/worksheets/_rels/sheet1.xml.rels',
    data: '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>',
  }
  const withTable = (totals = '') => ({
    sheets: [{ data: `${header}<row r="2"/>` }],
    extraParts: [relations, { name: 'xl/tables/table1.xml', data: tableXml(totals) }],
  })

  it('are those of a table, as far as rows are written without a gap', async () => {
    const { bytes, changed } = await fill(withTable(), [at(3, 1, 'a'), at(4, 2, 'b'), at(6, 1, 'c')])
    expect(changed).toEqual([sheetPart, 'xl/tables/table1.xml'])
    expect(await openPackage(bytes).readXml('xl/tables/table1.xml')).toBe(
      tableXml('').replaceAll('A1:B2', 'A1:B4'),
    )
  })

  it('are not those of a table with totals', async () => {
    const { changed } = await fill(withTable(' totalsRowCount="1"'), [at(3, 1, 'a')])
    expect(changed).toEqual([sheetPart])
  })

  it('are those of the filter and the print area, with their names', async () => {
    const before = buildWorkbook({
      sheets: [{ data: header, tail: '<autoFilter ref="A1:B1"/>' }],
    })
    const book = openPackage(before)
    const names =
      '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$1:$B$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">\'Sheet1\'!$A$1:$D$1</definedName><definedName name="List">Sheet1!$A$1:$B$1</definedName></definedNames>'
    const workbook = await book.readXml('xl/workbook.xml')
    book.replace('xl/workbook.xml', workbook.replace('</sheets>', `</sheets>${names}`))
    const { bytes } = await fillWorkbook(savePackage(book), [at(2, 1, 'a'), at(3, 1, 'b')])
    const after = openPackage(bytes)
    expect(await after.readXml(sheetPart)).toContain('<autoFilter ref="A1:B3"/>')
    const text = await after.readXml('xl/workbook.xml')
    expect(text).toContain('hidden="1">Sheet1!$A$1:$B$3<')
    expect(text).toContain("'Sheet1'!$A$1:$D$3<")
    expect(text).toContain('name="List">Sheet1!$A$1:$B$1<')
  })
})

describe('rules that follow the rows', () => {
  const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main'
  const xm = 'http://schemas.microsoft.com/office/excel/2006/main'
  const tail = [
    '<conditionalFormatting sqref="A1:B1"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>',
    '<conditionalFormatting sqref="A2:A3 D2:D3"><cfRule type="expression" priority="2"><formula>1</formula></cfRule></conditionalFormatting>',
    '<dataValidations count="2"><dataValidation type="list" sqref="B2"><formula1>"x,y"</formula1></dataValidation>',
    '<dataValidation type="whole" sqref="C7"><formula1>1</formula1></dataValidation></dataValidations>',
    `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${x14}"><x14:dataValidations xmlns:xm="${xm}" count="1">`,
    '<x14:dataValidation type="list"><xm:sqref>C2:C3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
  ].join('')

  it('are the conditional formats and validations of the rows above, in either writing; those of a header stay', async () => {
    const rows = [2, 3, 4, 5].flatMap((row) => [at(row, 1, 'a'), at(row, 2, 'x'), at(row, 3, 'c')])
    const { xml } = await fill({ sheets: [{ data: header, tail }] }, rows)
    expect(xml).toContain('<conditionalFormatting sqref="A1:B1">')
    expect(xml).toContain('<conditionalFormatting sqref="A2:A5 D2:D3">')
    expect(xml).toContain('<dataValidation type="list" sqref="B2:B5">')
    expect(xml).toContain('<dataValidation type="whole" sqref="C7">')
    expect(xml).toContain('<xm:sqref>C2:C5</xm:sqref>')
  })

  it('are left as they are written when no row goes beyond them', async () => {
    const { xml } = await fill({ sheets: [{ data: header, tail }] }, [at(2, 1, 'a'), at(2, 2, 'x')])
    expect(xml).toContain(tail)
  })
})

describe('a workbook that cannot be filled', () => {
  it('is refused by name', async () => {
    const book = buildWorkbook({ sheets: [{ data: header }] })
    await expect(fillWorkbook(book, [{ ...at(1, 1, 'x'), sheet: 'Other' }])).rejects.toMatchObject({
      code: 'sheet-not-found',
    })
    await expect(fillWorkbook(book.subarray(0, 400), [])).rejects.toMatchObject({ code: 'zip-damaged' })
    await expect(fillWorkbook(Buffer.from('no zip'), [])).rejects.toMatchObject({ code: 'zip-damaged' })
    const broken = buildWorkbook({ sheets: [{ part: '<worksheet><sheetData></worksheet>' }] })
    await expect(fillWorkbook(broken, [at(1, 1, 'x')])).rejects.toMatchObject({ code: 'workbook-damaged' })
    const entity = buildWorkbook({ sheets: [{ part: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }] })
    await expect(fillWorkbook(entity, [at(1, 1, 'x')])).rejects.toMatchObject({ code: 'xml-forbidden' })
  })
})

describe('a package', () => {
  it('takes in a part with its content type and relationship, and lets it go again', async () => {
    const before = buildWorkbook({ sheets: [{ data: header }] })
    const book = openPackage(before)
    await book.add(
      'xl/drawings/drawing1.xml',
      '<wsDr/>',
      'application/vnd.openxmlformats-officedocument.drawing+xml',
    )
    const id = await book.relate(
      sheetPart,
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing',
      'xl/drawings/drawing1.xml',
    )
    const again = openPackage(savePackage(book))
    expect(await again.relationships(sheetPart)).toEqual([
      { id, type: 'drawing', part: 'xl/drawings/drawing1.xml' },
    ])
    expect(await again.readXml('[Content_Types].xml')).toContain('PartName="/xl/drawings/drawing1.xml"')
    await again.remove('xl/drawings/drawing1.xml')
    await again.unrelate(sheetPart, id)
    expect(changedParts(before, savePackage(again))).toEqual(['xl/worksheets/_rels/sheet1.xml.rels'])
  })
})
