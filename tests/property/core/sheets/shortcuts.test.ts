import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from '#core/sheets/limits.ts'
import { createSharedStringsHandler } from '#core/sheets/xlsx/shared-strings.ts'
import { XmlError } from '#core/sheets/xml/xml-error.ts'
import { createXmlReader } from '#core/sheets/xml/xml-reader.ts'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'
import { buildWorkbook } from '#tests/fixtures/sheets/workbook-builder.ts'

const usualCells = [
  '<c r="A1">',
  '<c r="B1" s="1">',
  '<c t="s">',
  '<c r="C1" t="b" s="1">',
  '<c t="str">',
  '<c t="inlineStr">',
  '<c/>',
]
const oddCells = [
  '<c s="1" s="2">',
  '<c r="ZZZZ1">',
  '<c r="b1">',
  '<c r="A">',
  '<c t="x">',
  '<c  r="A1">',
  "<c r='A1'>",
  '<x:c>',
  '<cc>',
  '</c>',
  '<c ',
  '<c r="D1"/>',
]
const contents = [
  '<v>',
  '</v>',
  '<v/>',
  '<f>',
  '</f>',
  '<f/>',
  '<is><t>',
  '</t></is>',
  '<is>',
  '</is>',
  '<t>',
  '</t>',
  '<f t="shared">',
]
const values = [
  '0',
  '1',
  '12',
  '1.5',
  '46056',
  '1e3',
  'é',
  '&amp;',
  '&',
  ']]>',
  ' ',
  '\r\n',
  '<!-- -->',
  '<![CDATA[1]]>',
  '\u0001',
  '_x0041_',
  '>',
]
const textTags = [
  '<si><t>',
  '</t></si>',
  '<si>',
  '</si>',
  '<t>',
  '</t>',
  '<t/>',
  '<si/>',
  '<r><t>',
  '</t></r>',
  '<rPh><t>',
  '</t></rPh>',
]
const textPieces = [
  'a',
  'é',
  '&lt;',
  '&',
  ' ',
  '_x0041_',
  '_',
  ']]>',
  '\u0001',
  '<!-- -->',
  '<![CDATA[x]]>',
  '\r',
  'x'.repeat(70),
  '\uFEFF',
  '\uFFFE',
]

describe('the shortcut for cells', () => {
  const pieces = fc.constantFrom(...usualCells, ...oddCells, ...contents, ...values)
  const cells = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((chosen) => chosen.join('')),
    fc
      .tuple(pieces, pieces, pieces, pieces)
      .map(([open, value, first, second]) => `${open}<v>${value}</v></c><c>${first}${second}</c>`),
    fc
      .tuple(pieces, pieces, pieces)
      .map(([open, formula, value]) => `${open}<f>${formula}</f><v>${value}</v></c>`),
    fc.tuple(pieces, pieces).map(([open, text]) => `${open}<is><t>${text}</t></is></c>`),
  )

  it('gives what the XML reader gives, refusals included', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(cells, { maxLength: 4 }), fc.nat(80), async (row, padding) => {
        const bytes = buildWorkbook({
          sheets: [{ data: `<row>${row.join('')}</row>${' '.repeat(padding)}` }],
          sharedStrings: ['<t>a</t>', '<t>b</t>'],
          formats: ['d/m/y'],
        })
        const [fast, strict] = await Promise.all([outcome(bytes, true), outcome(bytes, false)])
        expect(fast).toEqual(strict)
      }),
      { numRuns: 300 },
    )
  })
})

async function outcome(bytes: Uint8Array, useShortcut: boolean) {
  return await readFileInProcess(bytes, { useShortcut }).catch((error: unknown) => error)
}

describe('the shortcut for shared texts', () => {
  const pieces = fc.constantFrom(...textTags, ...textPieces)
  const items = fc.oneof(
    fc.array(pieces, { maxLength: 6 }).map((chosen) => chosen.join('')),
    fc.array(pieces, { maxLength: 3 }).map((chosen) => `<si><t>${chosen.join('')}</t></si>`),
  )

  it('gives what the XML reader gives, refusals included', () => {
    fc.assert(
      fc.property(fc.array(items, { maxLength: 5 }), fc.nat(), (list, at) => {
        const bytes = Buffer.from(`<sst>${list.join('')}</sst>`)
        const chunks = [bytes.subarray(0, at % bytes.length), bytes.subarray(at % bytes.length)]
        expect(readTexts(chunks, true)).toEqual(readTexts(chunks, false))
      }),
      { numRuns: 3_000 },
    )
  })
})

function readTexts(chunks: readonly Buffer[], useShortcut: boolean): readonly string[] | string {
  const texts: string[] = []
  const reader = createXmlReader(createSharedStringsHandler(texts, 'sst', defaultLimits, useShortcut), 64)
  try {
    for (const chunk of chunks) reader.write(chunk)
    reader.finish()
    return texts
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return error.message
  }
}
