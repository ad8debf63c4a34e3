import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { readCells, readFileInProcess, refusalOf } from '#tests/fixtures/sheets/read-in-process.ts'

const table = 'Nom;Prénom;Ville\nDupont;Zoé;Nîmes\n'
const cells = [
  ['Nom', 'Prénom', 'Ville'],
  ['Dupont', 'Zoé', 'Nîmes'],
]
const read = (content: Uint8Array | string) => readCells(content, 'table.csv')
const refusal = async (content: Uint8Array | string) => {
  const bytes = Buffer.from(content)
  return await readFileInProcess(bytes, { name: 'table.csv' }).then(
    () => 'read',
    (error: unknown) => error,
  )
}

describe('the encoding of a csv file', () => {
  it('is told by a byte order mark', async () => {
    const wide = Buffer.from(`\uFEFF${table}`, 'utf16le')
    for (const content of [`\uFEFF${table}`, wide, Buffer.from(wide).swap16()]) {
      const { sheets, warnings } = await readFileInProcess(content, { name: 'table.csv' })
      expect([sheets[0]?.rows.map((row) => row.cells), warnings]).toEqual([cells, []])
    }
  })

  it('is UTF-8 when the bytes are valid', async () => {
    const { sheets, warnings } = await readFileInProcess(table, { name: 'table.csv' })
    expect([sheets[0]?.rows.map((row) => row.cells), warnings]).toEqual([cells, []])
  })

  it('is otherwise guessed, and the user is asked to check', async () => {
    const wide = Buffer.from(table, 'utf16le')
    const cases = [
      [Buffer.from(table, 'latin1'), 'Windows-1252'],
      [wide, 'UTF-16LE'],
      [Buffer.from(wide).swap16(), 'UTF-16BE'],
    ] as const
    for (const [content, encoding] of cases) {
      const { sheets, warnings } = await readFileInProcess(content, { name: 'table.csv' })
      expect(sheets[0]?.rows.map((row) => row.cells)).toEqual(cells)
      expect(warnings).toEqual([{ code: 'encoding-guessed', params: { encoding } }])
    }
  })

  it('windows-1252 has the letters that Latin-1 lacks', async () => {
    expect(await read(Buffer.from([0x80, 0x3b, 0x9c, 0x75, 0x76, 0x72, 0x65, 0x3b, 0x92]))).toEqual([
      ['€', 'œuvre', '’'],
    ])
  })

  it('that cannot be known for sure is refused rather than guessed', async () => {
    const damaged = Buffer.concat([
      Buffer.from('Zoé;Nîmes;Göteborg;Kraków\n'.repeat(20)),
      Buffer.from([0xff]),
    ])
    for (const content of [
      damaged,
      Buffer.concat([Buffer.from('\uFEFF'), Buffer.from([0xe9])]),
      Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00]),
      Buffer.from('Zo\x81;N\x8Dmes', 'latin1'),
      Buffer.from(`${'a;b\n'.repeat(100)}c\0;d`),
    ]) {
      expect(await refusal(content)).toMatchObject({ code: 'text-not-decodable' })
    }
  })
})

describe('the separator of a csv file', () => {
  it.each([';', ',', '\t', '|'])('%j is found by how evenly it cuts', async (separator) => {
    const lines = [
      ['Name', 'Score; total, all', 'Town'],
      ['Ann', '1,5', 'Nice'],
      ['Bob', '2,5 | 3', 'Pau'],
    ]
    const text = lines.map((fields) => fields.map((field) => `"${field}"`).join(separator)).join('\n')
    expect(await read(text)).toEqual(lines)
  })

  it('is not the decimal comma, nor a comma within names', async () => {
    expect(await read('Nom;Note\n"Martin, Paul";1,5\nDurand;12,25\n')).toEqual([
      ['Nom', 'Note'],
      ['Martin, Paul', '1,5'],
      ['Durand', '12,25'],
    ])
  })

  it('is the one that a sep= line names; the line is no row', async () => {
    const { sheets } = await readFileInProcess('sep=^\r\na^b;c\r\n', { name: 'table.csv' })
    expect(sheets[0]?.rows).toEqual([{ number: 1, cells: ['a', 'b;c'] }])
  })

  it('is missed by nobody when there is one column', async () => {
    expect(await read('Name\nAnn\nBob\n')).toEqual([['Name'], ['Ann'], ['Bob']])
  })
})

describe('the values of a csv file', () => {
  it('are all text, as written', async () => {
    const values = ['0612345678', '00042', '12E5', '2026-04-03', '03/04/2026', ' x ', '=1+1', 'TRUE', '1,5']
    expect(await read(`${values.join(';')}\n`)).toEqual([values])
  })

  it('may hold separators, quotes and line breaks', async () => {
    expect(await read('a;"b;""c""\r\nd";e\n1;2;3\n')).toEqual([
      ['a', 'b;"c"\nd', 'e'],
      ['1', '2', '3'],
    ])
  })

  it('that are empty count for nothing, and trailing ones are cut', async () => {
    expect(await read('a;;c;;\n"";b\n;;\nd;e;f\n')).toEqual([
      ['a', null, 'c'],
      [null, 'b'],
      ['d', 'e', 'f'],
    ])
  })

  it.each(['\n', '\r\n', '\r'])('stand in records ended by %j, blank ones counted', async (lineBreak) => {
    const { sheets } = await readFileInProcess(['a;b', '', '1;2', '', ''].join(lineBreak), {
      name: 'My table.csv',
    })
    expect(sheets[0]).toEqual({
      name: 'My table',
      state: 'visible',
      rows: [
        { number: 1, cells: ['a', 'b'] },
        { number: 3, cells: ['1', '2'] },
      ],
      rowCount: 3,
      merged: [],
    })
  })

  it('may mix line breaks', async () => {
    expect(await read('a;b\r\nc;d\ne;f\rg;"h"\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ])
  })
})

describe('a csv file that is refused', () => {
  it('has a quote that is not closed, and the line is named', async () => {
    expect(await refusal('a;b\n1;"x\ny"\n2;"open\n3;z\n')).toMatchObject({
      code: 'csv-unclosed-quote',
      params: { line: 4 },
    })
    expect(await refusal('sep=;\na;"open')).toMatchObject({ code: 'csv-unclosed-quote', params: { line: 2 } })
  })

  it('has text behind a closing quote, which would swallow what follows', async () => {
    expect(await refusal('a;b\n"x"y;1\n2;"z"\n')).toMatchObject({
      code: 'csv-unclosed-quote',
      params: { line: 2 },
    })
  })

  it('has a quote closed thousands of lines later', async () => {
    const swallowed = `a;b\n1;"open\n${'some;line\n'.repeat(8_000)}end";2\n`
    expect(await refusal(swallowed)).toMatchObject({ code: 'csv-unclosed-quote', params: { line: 2 } })
  })

  it('is large and has an unclosed quote: told in a moment', async () => {
    const text = `a;b\n"open;${'x;y "" z\n'.repeat(300_000)}`
    const started = performance.now()
    expect(await refusal(text)).toMatchObject({ code: 'csv-unclosed-quote', params: { line: 2 } })
    expect(performance.now() - started).toBeLessThan(4_000)
  })

  it('has too many columns', async () => {
    expect(await refusalOf(`${'a;'.repeat(600)}\n`, 'wide.csv')).toBe('too-many-cells')
  })

  it('is blank, or no text at all', async () => {
    expect(await refusalOf(' \n\n\t\n', 'blank.csv')).toBe('file-empty')
    expect(await refusalOf('\uFEFF', 'mark.csv')).toBe('file-empty')
    expect(await refusalOf(`x${'\u0001\u0002'.repeat(50)}`, 'noise.csv')).toBe('not-a-spreadsheet')
    expect(await refusalOf('x'.repeat(50_000), 'one-line.csv')).toBe('not-a-spreadsheet')
  })
})
