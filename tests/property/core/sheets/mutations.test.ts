import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, it } from 'vitest'
import { SheetError } from '#core/sheets/types.ts'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'
import { workbookParts } from '#tests/fixtures/sheets/workbook-builder.ts'
import { buildZip } from '#tests/fixtures/sheets/zip-builder.ts'

const parts = workbookParts({
  sheets: [
    {
      data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c></row><row r="2" hidden="1"><c r="A2" s="1"><v>46056.5</v></c><c r="C2" t="b"><v>1</v></c></row>',
      tail: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    },
    { name: 'Hidden', state: 'hidden', data: '<row><c t="inlineStr"><is><r><t>é</t></r></is></c></row>' },
  ],
  sharedStrings: ['<t xml:space="preserve"> Zoé _x000D_</t>', '<r><t>a</t></r><rPh><t>b</t></rPh>'],
  formats: ['dd/mm/yyyy hh:mm', 46],
})
const workbook = buildZip(parts)
const csv = Buffer.from('Nom;Note\r\n"Zoé ""Z""";1,5\r\n;\r\nÉlie;"2\n3"\r\n')

const edits = fc.array(
  fc.record({ at: fc.nat(), remove: fc.nat(4), insert: fc.uint8Array({ maxLength: 4 }) }),
  { minLength: 1, maxLength: 6 },
)

function edit(
  bytes: Buffer,
  changes: readonly { readonly at: number; readonly remove: number; readonly insert: Uint8Array }[],
): Buffer {
  let edited = bytes
  for (const { at, remove, insert } of changes) {
    const position = at % (edited.length + 1)
    edited = Buffer.concat([edited.subarray(0, position), insert, edited.subarray(position + remove)])
  }
  return edited
}

/** Anything but data or a refusal fails the property: the error passes through. */
async function readOrRefuse(bytes: Uint8Array, name: string): Promise<void> {
  try {
    await readFileInProcess(bytes, { name })
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
  }
}

describe('a file with bytes changed at random', () => {
  it('is read or refused: the zip of a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(edits, (changes) => readOrRefuse(edit(workbook, changes), 'file.xlsx')),
      { numRuns: 1_500 },
    )
  })

  it('is read or refused: the parts of a workbook', async () => {
    const changedParts = fc.array(fc.tuple(fc.nat(parts.length - 1), edits), { minLength: 1, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(changedParts, async (changes) => {
        const changed = parts.map((part, index) => {
          const own = changes.find(([chosen]) => chosen === index)?.[1]
          return own === undefined ? part : { ...part, data: edit(Buffer.from(part.data), own) }
        })
        await readOrRefuse(buildZip(changed), 'file.xlsx')
      }),
      { numRuns: 600 },
    )
  })

  it('is read or refused: a csv file', async () => {
    await fc.assert(
      fc.asyncProperty(edits, (changes) => readOrRefuse(edit(csv, changes), 'file.csv')),
      { numRuns: 1_500 },
    )
  })

  it('is read or refused: bytes of no format at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), (bytes) => readOrRefuse(bytes, 'file')),
      { numRuns: 1_500 },
    )
  })
})
