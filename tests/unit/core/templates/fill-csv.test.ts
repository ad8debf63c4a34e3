import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { fillCsv } from '#core/templates/fill-csv.ts'

const fill = (text: string | Buffer, writes: Parameters<typeof fillCsv>[1]) =>
  fillCsv(Buffer.from(text), writes)
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

describe('filling a csv file', () => {
  it('copies what is not written as it was: mark, quotes, line ends, separator', () => {
    const file = '\uFEFF"Id";"Name";Start\r\n"1";"a ""b"" c;d";  x \r\n'
    expect(textOf(fill(file, []).bytes)).toBe(file)
    expect(textOf(fill(file, [{ row: 2, column: 3, text: 'y' }]).bytes)).toBe(
      '\uFEFF"Id";"Name";Start\r\n"1";"a ""b"" c;d";y\r\n',
    )
  })

  it('adds rows as wide as the header, in the manner of the file', () => {
    expect(textOf(fill('Id,Name,Start\n', [{ row: 3, column: 2, text: 'Muller, Zoé' }]).bytes)).toBe(
      'Id,Name,Start\n,,\n,"Muller, Zoé",\n',
    )
    expect(textOf(fill('"Id"\t"Name"', [{ row: 2, column: 1, text: 'x' }]).bytes)).toBe(
      '"Id"\t"Name"\r\n"x"\t""\r\n',
    )
  })

  it('counts a field of several lines as one row', () => {
    const file = 'Id;Note\n1;"two\nlines"\n2;x\n'
    expect(textOf(fill(file, [{ row: 3, column: 2, text: 'y' }]).bytes)).toBe(
      'Id;Note\n1;"two\nlines"\n2;y\n',
    )
  })

  it('keeps the sep= line, and does not count it', () => {
    expect(textOf(fill('sep=;\nId;Name\n', [{ row: 2, column: 1, text: '7' }]).bytes)).toBe(
      'sep=;\nId;Name\n7;\n',
    )
  })

  it('keeps the encoding, and says when letters force another', () => {
    const old = Buffer.from('Id;Prénom\n', 'latin1')
    const kept = fill(old, [{ row: 2, column: 2, text: 'Zoé' }])
    expect(Buffer.from(kept.bytes).toString('latin1')).toBe('Id;Prénom\n;Zoé\n')
    const changed = fill(old, [{ row: 2, column: 2, text: 'Łukasz' }])
    expect(changed.isReencoded).toBe(true)
    expect(textOf(changed.bytes)).toBe('\uFEFFId;Prénom\n;Łukasz\n')
    const wide = Buffer.from('\uFEFFId;Name\r\n', 'utf16le')
    expect(Buffer.from(fill(wide, [{ row: 2, column: 1, text: 'Ł' }]).bytes).toString('utf16le')).toBe(
      '\uFEFFId;Name\r\nŁ;\r\n',
    )
  })
})
