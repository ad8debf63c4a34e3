import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell, SheetRow } from '#core/sheets/types.ts'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'
import { buildWorkbook, escapeXml } from '#tests/fixtures/sheets/workbook-builder.ts'

const texts = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '',
      ' ',
      '00042',
      '_x000D_',
      '_x',
      '<&>"',
      ']]>',
      'Łódź',
      '😀',
      '=1+1',
      '\n',
      '\t',
      '__proto__',
    ),
  )
  .map(storable)

/** What XML cannot hold, escaped or not, no spreadsheet holds. */
function storable(text: string): string {
  const wellFormed = Buffer.from(text).toString()
  return wellFormed.replaceAll(/[\p{Cc}\uFFFD-\uFFFF]/gu, (control) =>
    '\t\n'.includes(control) ? control : '?',
  )
}

const days = fc.integer({ min: 61, max: 2_958_465 })
const values = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0) },
  { weight: 2, arbitrary: fc.integer() },
  { weight: 3, arbitrary: texts },
  fc.boolean(),
  days.map(
    (serial) => ({ kind: 'date', iso: dayOf(serial), raw: String(serial), format: 'yyyy-mm-dd' }) as const,
  ),
)
const tables = fc.array(fc.array(values, { maxLength: 6 }), { maxLength: 8 })

/** A day by its Excel number from March 1900 on, counted independently of the reader. */
function dayOf(serial: number): string {
  const day = new Date(Date.UTC(1900, 2, 1))
  day.setUTCDate(day.getUTCDate() + serial - 61)
  return day.toISOString().slice(0, 10)
}

/** How a writer may write the same values. */
const manners = fc.record({
  prefix: fc.constantFrom(undefined, undefined, 'x'),
  hasAddresses: fc.boolean(),
  textAs: fc.constantFrom('shared', 'inline', 'formula'),
})

interface Manner {
  readonly prefix: string | undefined
  readonly hasAddresses: boolean
  readonly textAs: string
}

function writeXlsx(table: readonly (readonly Cell[])[], manner: Manner): Buffer {
  const shared: string[] = []
  const rows = table.map((cells, row) => {
    const written = cells.map((cell, column) => {
      const address = manner.hasAddresses ? ` r="${String.fromCharCode(65 + column)}${row + 1}"` : ''
      return writeCell(cell, address, manner, shared)
    })
    return `<row${manner.hasAddresses ? ` r="${row + 1}"` : ''}>${written.join('')}</row>`
  })
  const { prefix } = manner
  return buildWorkbook({
    sheets: [{ data: rows.join('') }],
    sharedStrings: shared,
    formats: ['yyyy-mm-dd'],
    ...(prefix === undefined ? {} : { prefix }),
  })
}

function writeCell(cell: Cell, address: string, manner: Manner, shared: string[]): string {
  if (cell === null) return `<c${address}/>`
  if (typeof cell === 'number') return `<c${address}><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c${address} t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'object') return `<c${address} s="1"><v>${cell.raw}</v></c>`
  const text = escapeXml(cell.replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x'))
  if (manner.textAs === 'inline') return `<c${address} t="inlineStr"><is><t>${text}</t></is></c>`
  if (manner.textAs === 'formula') return `<c${address} t="str"><f>A1</f><v>${text}</v></c>`
  shared.push(`<t xml:space="preserve">${text}</t>`)
  return `<c${address} t="s"><v>${shared.length - 1}</v></c>`
}

/** What reading must give: trailing blanks cut, blank rows left out. */
function expectedRows(table: readonly (readonly Cell[])[]): readonly SheetRow[] {
  return table.flatMap((cells, row) => {
    const length = cells.findLastIndex((cell) => cell !== null) + 1
    return length === 0 ? [] : [{ number: row + 1, cells: cells.slice(0, length) }]
  })
}

describe('a workbook written and read', () => {
  it('gives the same rows, whatever the manner of the writer', async () => {
    await fc.assert(
      fc.asyncProperty(tables, manners, async (table, manner) => {
        const { sheets, warnings } = await readFileInProcess(writeXlsx(table, manner))
        expect(sheets[0]?.rows).toEqual(expectedRows(table))
        expect(warnings.map(({ code }) => code).filter((code) => code !== 'long-number-rounded')).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('a csv file written and read', () => {
  const fields = fc.array(
    texts.map((text) => text.replaceAll('\r', '')),
    { minLength: 2, maxLength: 5 },
  )
  const separators = fc.constantFrom(';', ',', '\t', '|')
  const encodings = fc.constantFrom('utf8', 'utf8 with mark', 'utf16')
  const lineBreaks = fc.constantFrom('\n', '\r\n')

  it('gives the same texts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fields, { minLength: 1, maxLength: 8 }),
        separators,
        encodings,
        lineBreaks,
        async (lines, separator, encoding, lineBreak) => {
          const records = lines.map((line) =>
            line.map((field) => `"${field.replaceAll('"', '""')}"`).join(separator),
          )
          const text = `"first"${separator}"second"${lineBreak}${records.join(lineBreak)}`
          const { sheets } = await readFileInProcess(encode(text, encoding), { name: 'table.csv' })
          const blankAsNull = lines.map((line) => line.map((field) => (field === '' ? null : field)))
          expect(sheets[0]?.rows).toEqual(expectedRows([['first', 'second'], ...blankAsNull]))
        },
      ),
      { numRuns: 600 },
    )
  })
})

function encode(text: string, encoding: string): Buffer {
  if (encoding === 'utf16') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  return Buffer.from(encoding === 'utf8' ? text : `\uFEFF${text}`)
}
