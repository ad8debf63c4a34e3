import { describe, expect, it } from 'vitest'
import { buildWorkbook } from '#tests/fixtures/sheets/workbook-builder.ts'
import type { WorkbookSpec } from '#tests/fixtures/sheets/workbook-builder.ts'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'

/** Reads one row made of the given cells, both by the shortcut and by the XML reader alone. */
async function readRow(cells: string, spec: WorkbookSpec = {}) {
  const bytes = buildWorkbook({ ...spec, sheets: [{ data: `<row r="1">${cells}</row>` }] })
  const fast = await readFileInProcess(bytes)
  const strict = await readFileInProcess(bytes, { useShortcut: false })
  expect(fast).toEqual(strict)
  return { cells: fast.sheets[0]?.rows[0]?.cells ?? [], warnings: fast.warnings }
}

const date = (iso: string, raw: string, format: string) => ({ kind: 'date', iso, raw, format })
const error = (raw: string) => ({ kind: 'error', raw })

describe('numbers', () => {
  it('are read as Excel stores them', async () => {
    const texts = [
      '0',
      '42',
      '-7',
      '3.14',
      '1E3',
      '1.5e-7',
      '0.30000000000000004',
      '123456789012345',
      '-0',
      '.5',
      '5.',
    ]
    const { cells } = await readRow(texts.map((text) => `<c><v>${text}</v></c>`).join(''))
    expect(cells).toEqual([0, 42, -7, 3.14, 1000, 1.5e-7, 0.1 + 0.2, 123456789012345, 0, 0.5, 5])
  })

  it('written with a comma, in hexadecimal or as words are errors, not something else', async () => {
    const texts = ['1,5', '0x1F', 'NaN', 'INF', '1e999', '1 2', '1.2.3', '--1', 'e5', '1e']
    const { cells, warnings } = await readRow(texts.map((text) => `<c><v>${text}</v></c>`).join(''))
    expect(cells).toEqual(texts.map(error))
    expect(warnings).toEqual([
      { code: 'bad-cell', sheet: 'Sheet1', cell: 'A1', params: { count: texts.length } },
    ])
  })

  it('of more than 15 digits are pointed out as probably rounded identifiers', async () => {
    const { cells, warnings } = await readRow(
      '<c r="B1"><v>12345678901234567890</v></c><c r="C1"><v>1E+20</v></c>',
    )
    expect(cells).toEqual([null, 12345678901234567000, 1e20])
    expect(warnings).toEqual([
      { code: 'long-number-rounded', sheet: 'Sheet1', cell: 'B1', params: { count: 2 } },
    ])
  })
})

describe('texts', () => {
  it('come from the shared table, from the cell, or from a formula', async () => {
    const { cells } = await readRow(
      '<c t="s"><v>1</v></c><c t="inlineStr"><is><t>Žofie</t></is></c><c t="str"><f>A1</f><v>a &amp; b</v></c>',
      { sharedStrings: ['<t>zero</t>', '<t>Göteborg</t>'] },
    )
    expect(cells).toEqual(['Göteborg', 'Žofie', 'a & b'])
  })

  it('keep leading zeros, spaces, emoji and right-to-left letters', async () => {
    const texts = ['00042', '  padded  ', '👩🏽‍🎓', 'مرحبا', 'e\u0301']
    const { cells } = await readRow(texts.map((_, index) => `<c t="s"><v>${index}</v></c>`).join(''), {
      sharedStrings: texts.map((text) => `<t xml:space="preserve">${text}</t>`),
    })
    expect(cells).toEqual(texts)
  })

  it('join the runs of rich text and leave phonetic hints out', async () => {
    const rich =
      '<r><rPr><b/></rPr><t>Bold</t></r><r><t xml:space="preserve"> and plain</t></r><rPh sb="0" eb="1"><t>hint</t></rPh>'
    const { cells } = await readRow(`<c t="s"><v>0</v></c><c t="inlineStr"><is>${rich}</is></c>`, {
      sharedStrings: [rich],
    })
    expect(cells).toEqual(['Bold and plain', 'Bold and plain'])
  })

  it('decode the escapes of Excel, and turn every line break into one', async () => {
    const { cells } = await readRow('<c t="s"><v>0</v></c><c t="str"><v>x_x0041_y</v></c>', {
      sharedStrings: ['<t>one_x000D_\ntwo_x000D_three&#13;four _x005F_x0041_ _x41_</t>'],
    })
    expect(cells).toEqual(['one\ntwo\nthree\nfour _x0041_ _x41_', 'xAy'])
  })

  it('cut by comments and CDATA come whole', async () => {
    const { cells } = await readRow('<c t="str"><v>a<!-- no -->b<![CDATA[<c> & ]]>d</v></c>')
    expect(cells).toEqual(['ab<c> & d'])
  })

  it('of 32,767 characters are read, and longer ones than any cell are refused', async () => {
    const longest = 'é'.repeat(32_767)
    const { cells } = await readRow(`<c t="inlineStr"><is><t>${longest}</t></is></c>`)
    expect(cells).toEqual([longest])
    await expect(readRow(`<c t="inlineStr"><is><t>${'x'.repeat(50_000)}</t></is></c>`)).rejects.toMatchObject(
      {
        code: 'workbook-damaged',
      },
    )
  })

  it('are found when the number of a shared text stands between blanks', async () => {
    const { cells } = await readRow('<c t="s"><v>\n 0 </v></c><c t="b"><v> 1 </v></c><c><v> 7 </v></c>', {
      sharedStrings: ['<t>a</t>'],
    })
    expect(cells).toEqual(['a', true, 7])
  })

  it('that a cell asks for by a number that does not exist are errors', async () => {
    const { cells, warnings } = await readRow('<c t="s"><v>7</v></c><c t="s"><v>-1</v></c>')
    expect(cells).toEqual([error('7'), error('-1')])
    expect(warnings).toMatchObject([{ code: 'bad-cell', params: { count: 2 } }])
  })
})

describe('booleans and errors', () => {
  it('keep their meaning', async () => {
    const { cells } = await readRow(
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="b"><v>true</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>2</v></c>',
    )
    expect(cells).toEqual([true, false, true, error('#N/A'), error('2')])
  })

  it('of an unknown type are errors with their text', async () => {
    const { cells } = await readRow('<c t="zz"><v>hello</v></c>')
    expect(cells).toEqual([error('hello')])
  })
})

describe('formulas', () => {
  it('give their stored result, 0, FALSE and empty text included', async () => {
    const { cells, warnings } = await readRow(
      '<c><f>1-1</f><v>0</v></c><c t="b"><f>1=2</f><v>0</v></c><c t="str"><f>""</f><v></v></c><c t="str"><f t="shared" ref="A1" si="0">A1</f><v>x</v></c>',
    )
    expect(cells).toEqual([0, false, '', 'x'])
    expect(warnings).toEqual([])
  })

  it('without a stored result are empty, and told', async () => {
    const { cells, warnings } = await readRow(
      '<c r="A1"><v>1</v></c><c r="C1"><f>A1*2</f></c><c r="D1"><f>A1</f><v/></c><c r="E1"><v>5</v></c>',
    )
    expect(cells).toEqual([1, null, null, null, 5])
    expect(warnings).toEqual([
      { code: 'formula-without-value', sheet: 'Sheet1', cell: 'C1', params: { count: 2 } },
    ])
  })
})

describe('dates', () => {
  it('follow the number format of the cell', async () => {
    const { cells } = await readRow(
      '<c s="1"><v>46056</v></c><c s="2"><v>46056.604166666664</v></c><c s="3"><v>0.604166666666667</v></c><c s="4"><v>46056</v></c><c s="0"><v>46056</v></c>',
      { formats: ['dd/mm/yyyy', 'yyyy-mm-dd hh:mm', 20, 14] },
    )
    expect(cells).toEqual([
      date('2026-02-03', '46056', 'dd/mm/yyyy'),
      date('2026-02-03T14:30:00', '46056.604166666664', 'yyyy-mm-dd hh:mm'),
      date('14:30:00', '0.604166666666667', 'h:mm'),
      date('2026-02-03', '46056', 'mm-dd-yy'),
      46056,
    ])
  })

  it('count from 1904 in the files that say so', async () => {
    const { cells } = await readRow('<c s="1"><v>44594</v></c><c s="1"><v>0</v></c>', {
      formats: ['d mmmm yyyy'],
      date1904: true,
    })
    expect(cells).toEqual([
      date('2026-02-03', '44594', 'd mmmm yyyy'),
      date('1904-01-01', '0', 'd mmmm yyyy'),
    ])
  })

  it('before March 1900 are those that Excel shows', async () => {
    const { cells } = await readRow('<c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c>', {
      formats: ['yyyy-mm-dd'],
    })
    expect(cells).toMatchObject([{ iso: '1900-01-01' }, { iso: '1900-02-28' }, { iso: '1900-03-01' }])
  })

  it('that no calendar has are errors', async () => {
    const { cells, warnings } = await readRow(
      '<c s="1"><v>60</v></c><c s="1"><v>-1</v></c><c s="1"><v>1e300</v></c><c s="1"><v>2958466</v></c>',
      { formats: ['yyyy-mm-dd'] },
    )
    expect(cells).toEqual([error('60'), error('-1'), error('1e300'), error('2958466')])
    expect(warnings).toMatchObject([{ code: 'bad-cell', params: { count: 4 } }])
  })

  it('do not come out of a zero, which a formula on an empty cell gives', async () => {
    const { cells, warnings } = await readRow('<c s="1"><f>B9</f><v>0</v></c>', { formats: ['dd/mm/yyyy'] })
    expect(cells).toEqual([0])
    expect(warnings).toEqual([])
  })

  it('written as ISO texts are read as such', async () => {
    const { cells } = await readRow(
      '<c t="d"><v>2026-02-03</v></c><c t="d" s="1"><v>2026-02-03T00:00:00</v></c><c t="d"><v>2026-02-03T14:30:59.999Z</v></c><c t="d"><v>T08:15</v></c><c t="d"><v>2026-02-30</v></c>',
      { formats: ['dd/mm/yyyy'] },
    )
    expect(cells).toEqual([
      date('2026-02-03', '2026-02-03', 'General'),
      date('2026-02-03', '2026-02-03T00:00:00', 'dd/mm/yyyy'),
      date('2026-02-03T14:30:59', '2026-02-03T14:30:59.999Z', 'General'),
      date('08:15:00', 'T08:15', 'General'),
      error('2026-02-30'),
    ])
  })

  it('leave durations as numbers', async () => {
    const { cells } = await readRow('<c s="1"><v>1.5</v></c><c s="2"><v>0.25</v></c>', {
      formats: ['[h]:mm', 46],
    })
    expect(cells).toEqual([1.5, 0.25])
  })
})

describe('an empty cell', () => {
  it('counts for nothing at the end of a row and for null inside it', async () => {
    const { cells } = await readRow(
      '<c r="A1" s="0"/><c r="C1"><v>3</v></c><c r="F1" s="0"/><c r="G1" t="s"></c>',
    )
    expect(cells).toEqual([null, null, 3])
  })
})
