import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbook } from '#core/sheets/open-workbook.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { SheetData, SheetErrorCode } from '#core/sheets/types.ts'
import { bundleReader } from '#tests/fixtures/sheets/bundle-reader.ts'
import type { ReaderBundle } from '#tests/fixtures/sheets/bundle-reader.ts'
import { createWatchedSpawn } from '#tests/fixtures/sheets/watched-spawn.ts'
import {
  buildWorkbook,
  mainNamespace,
  sheetXml,
  withPart,
  workbookParts,
  xmlHead,
} from '#tests/fixtures/sheets/workbook-builder.ts'
import { buildZip } from '#tests/fixtures/sheets/zip-builder.ts'

const megabyte = 1024 * 1024
/** Ends a file that means harm; the machine of the tests may be busy. */
const patienceMs = 20_000
const row = '<row r="1"><c r="A1"><v>1</v></c></row>'
const sheet = 'xl/worksheets/sheet1.xml'
const parts = workbookParts({ sheets: [{ data: row }] })
const withSheet = (part: string | Uint8Array): Buffer => buildWorkbook({ sheets: [{ part }] })
const withTail = (tail: string): Buffer => buildWorkbook({ sheets: [{ data: row, tail }] })
const valid = buildZip(parts)

/** A document type before the sheet, with an entity used in its only cell. */
function withDoctype(declarations: string, use: string): Buffer {
  return withSheet(
    `${xmlHead}<!DOCTYPE worksheet [${declarations}]><worksheet xmlns="${mainNamespace}"><sheetData><row><c t="str"><v>${use}</v></c></row></sheetData></worksheet>`,
  )
}

const laughs = [
  '<!ENTITY a0 "ha">',
  ...Array.from({ length: 9 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(10)}">`),
]

interface Refusal {
  readonly what: string
  readonly code: SheetErrorCode
  readonly bytes: () => Uint8Array
}

const refusals: readonly Refusal[] = [
  { what: 'a zip cut in two', code: 'zip-damaged', bytes: () => valid.subarray(0, valid.length / 2) },
  { what: 'a zip whose data was overwritten', code: 'zip-damaged', bytes: () => overwritten(valid) },
  {
    what: 'a zip with a wrong checksum',
    code: 'zip-damaged',
    bytes: () => buildZip(withPart(parts, sheet, { claimedCrc: 1 })),
  },
  {
    what: 'noise',
    code: 'not-a-spreadsheet',
    bytes: () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7) % 31)),
  },
  {
    what: 'parts marked as encrypted',
    code: 'zip-suspicious',
    bytes: () => buildZip(withPart(parts, sheet, { flags: 1 })),
  },
  {
    what: 'two parts of one name',
    code: 'zip-suspicious',
    bytes: () => buildZip([...parts, { name: 'XL\\worksheets/Sheet1.xml', data: sheetXml('') }]),
  },
  {
    what: 'a sheet that claims a gigabyte',
    code: 'zip-suspicious',
    bytes: () => buildZip(withPart(parts, sheet, { claimedSize: 1024 * megabyte })),
  },
  {
    what: 'an unused part that claims a gigabyte',
    code: 'zip-suspicious',
    bytes: () =>
      buildZip([...parts, { name: 'xl/media/image1.png', data: 'x', claimedSize: 1024 * megabyte }]),
  },
  {
    what: 'a sheet of blanks, packed 1000 to 1',
    code: 'zip-suspicious',
    bytes: () => withSheet(sheetXml(`${row}${' '.repeat(40 * megabyte)}`)),
  },
  {
    what: 'a sheet far larger than it claims',
    code: 'zip-damaged',
    bytes: () =>
      buildZip(
        withPart(parts, sheet, {
          data: 'x'.repeat(1_000),
          deflated: deflateRawSync(Buffer.alloc(60 * megabyte, 0x20)),
        }),
      ),
  },
  {
    what: 'a text of 5 MB',
    code: 'workbook-damaged',
    bytes: () =>
      withSheet(sheetXml(`<row><c t="inlineStr"><is><t>${'x'.repeat(5 * megabyte)}</t></is></c></row>`)),
  },
  {
    what: 'a text of 5 MB in a thousand pieces',
    code: 'workbook-damaged',
    bytes: () =>
      withSheet(
        sheetXml(
          `<row><c t="inlineStr"><is><t>${`${'x'.repeat(5_000)}<!---->`.repeat(1_000)}</t></is></c></row>`,
        ),
      ),
  },
  {
    what: 'quadratic entities',
    code: 'xml-forbidden',
    bytes: () => withDoctype(`<!ENTITY x "${'x'.repeat(50_000)}">`, '&x;'.repeat(50_000)),
  },
  { what: 'a billion laughs', code: 'xml-forbidden', bytes: () => withDoctype(laughs.join(''), '&a9;') },
  {
    what: 'an external entity',
    code: 'xml-forbidden',
    bytes: () => withDoctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'),
  },
  {
    what: 'a DOCTYPE without anything',
    code: 'xml-forbidden',
    bytes: () => withSheet(`<!DOCTYPE worksheet>${sheetXml(row).replace(xmlHead, '')}`),
  },
  {
    what: 'a DOCTYPE in the shared texts',
    code: 'xml-forbidden',
    bytes: () => buildZip(withPart(parts, 'xl/sharedStrings.xml', { data: '<!DOCTYPE sst><sst/>' })),
  },
  {
    what: 'a DOCTYPE in the list of parts',
    code: 'xml-forbidden',
    bytes: () => buildZip(withPart(parts, '[Content_Types].xml', { data: '<!DOCTYPE Types><Types/>' })),
  },
  {
    what: 'a million levels',
    code: 'workbook-damaged',
    bytes: () => withSheet(`${'<a>'.repeat(1_000_000)}${'</a>'.repeat(1_000_000)}`),
  },
  {
    what: 'a tag of a hundred thousand attributes',
    code: 'workbook-damaged',
    bytes: () =>
      withSheet(`<worksheet ${Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ')}/>`),
  },
  {
    what: 'a quarter of a million merged ranges',
    code: 'too-many-cells',
    bytes: () =>
      withTail(
        `<mergeCells>${Array.from({ length: 250_000 }, (_, index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`).join('')}</mergeCells>`,
      ),
  },
  {
    what: 'a value in the last column of every row',
    code: 'too-many-cells',
    bytes: () =>
      withSheet(
        sheetXml(
          Array.from(
            { length: 20_000 },
            (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
          ).join(''),
        ),
      ),
  },
  {
    what: 'half a million styles',
    code: 'workbook-damaged',
    bytes: () =>
      buildZip(
        withPart(parts, 'xl/styles.xml', {
          data: `<styleSheet><cellXfs>${'<xf numFmtId="0"/>'.repeat(500_000)}</cellXfs></styleSheet>`,
        }),
      ),
  },
  {
    what: 'five thousand sheets',
    code: 'zip-suspicious',
    bytes: () => buildWorkbook({ sheets: Array.from({ length: 5_000 }, () => ({})) }),
  },
  {
    what: 'three hundred sheets',
    code: 'zip-suspicious',
    bytes: () => buildWorkbook({ sheets: Array.from({ length: 300 }, () => ({})) }),
  },
  {
    what: 'a sheet cut short',
    code: 'workbook-damaged',
    bytes: () => withSheet(sheetXml(row.repeat(1)).slice(0, -20)),
  },
  {
    what: 'a sheet cut short within a cell',
    code: 'workbook-damaged',
    bytes: () => withSheet(`${xmlHead}<worksheet><sheetData><row><c><v>12`),
  },
  {
    what: 'shared texts cut short',
    code: 'workbook-damaged',
    bytes: () =>
      buildZip(withPart(parts, 'xl/sharedStrings.xml', { data: '<sst><si><t>a</t></si><si><t>b' })),
  },
  {
    what: 'a control character',
    code: 'workbook-damaged',
    bytes: () => withSheet(sheetXml('<row><c t="str"><v>a\u0002b</v></c></row>')),
  },
  {
    what: 'bytes that are not UTF-8',
    code: 'workbook-damaged',
    bytes: () => withSheet(Buffer.from(sheetXml('<row><c t="str"><v>\xFF</v></c></row>'), 'latin1')),
  },
  {
    what: 'tags that cross',
    code: 'workbook-damaged',
    bytes: () => withSheet('<worksheet><sheetData><row></sheetData></row></worksheet>'),
  },
  { what: 'an empty sheet part', code: 'workbook-damaged', bytes: () => withSheet('') },
  {
    what: 'a csv file of 8 MB with an unclosed quote',
    code: 'csv-unclosed-quote',
    bytes: () => Buffer.from(`a;b\n"open;${'x;y "" z\n'.repeat(megabyte)}`),
  },
]

interface Harmless {
  readonly what: string
  readonly bytes: () => Uint8Array
  /** What the sheet holds when it is not the single 1 of the others. */
  readonly expected?: Partial<SheetData>
}

const one = { rows: [{ number: 1, cells: [1] }] }
const harmless: readonly Harmless[] = [
  {
    what: 'dimensions of the whole sheet',
    bytes: () =>
      withSheet(sheetXml(row).replace('<sheetData>', '<dimension ref="A1:XFD1048576"/><sheetData>')),
  },
  {
    what: 'one merged range of 17 billion cells',
    bytes: () => withTail('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
  },
  {
    what: 'validation of the whole sheet',
    bytes: () =>
      withTail(
        '<dataValidations><dataValidation sqref="A1:XFD1048576" type="list"><formula1>"a"</formula1></dataValidation></dataValidations>',
      ),
  },
  {
    what: 'columns beyond the last',
    bytes: () =>
      withSheet(
        sheetXml(row).replace('<sheetData>', '<cols><col min="1" max="2147483647"/></cols><sheetData>'),
      ),
  },
  {
    what: 'a defined name over the whole sheet',
    bytes: () =>
      buildZip(
        withPart(parts, 'xl/workbook.xml', {
          data: String(parts.find(({ name }) => name === 'xl/workbook.xml')?.data).replace(
            '</workbook>',
            '<definedNames><definedName name="__proto__">Sheet1!$A$1:$XFD$1048576</definedName></definedNames></workbook>',
          ),
        }),
      ),
  },
  {
    what: 'a number format made to hang',
    bytes: () =>
      buildWorkbook({ sheets: [{ data: row }], formats: ['['.repeat(200_000), `${'[h'.repeat(400)}d`] }),
  },
  {
    what: 'the four corners of the sheet',
    bytes: () =>
      withSheet(
        sheetXml(
          '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
        ),
      ),
    expected: { rowCount: 1_048_576 },
  },
  {
    what: 'three hundred thousand blank rows with styles',
    bytes: () =>
      withSheet(
        sheetXml(
          Array.from(
            { length: 300_000 },
            (_, index) =>
              `<row r="${index + 1}"><c r="A${index + 1}" s="1"/><c r="XFD${index + 1}" s="1"/></row>`,
          ).join(''),
        ),
      ),
    expected: { rows: [], rowCount: 0 },
  },
  {
    what: 'parts whose names leave the folder',
    bytes: () =>
      buildZip([
        ...parts,
        { name: '../../../../tmp/evil.txt', data: 'x' },
        { name: 'C:\\evil.txt', data: 'x' },
      ]),
  },
  {
    what: 'links to servers and scripts',
    bytes: () =>
      buildZip([
        ...withPart(parts, sheet, {
          data: sheetXml(row, '<hyperlinks><hyperlink ref="A1" r:id="rId9"/></hyperlinks>'),
        }),
        {
          name: 'xl/worksheets/_rels/sheet1.xml.rels',
          data: '<Relationships><Relationship Id="rId9" Type="x/hyperlink" Target="\\\\server\\share" TargetMode="External"/></Relationships>',
        },
      ]),
  },
  {
    what: 'names of JavaScript in every place',
    bytes: () =>
      buildWorkbook({
        sheets: [{ name: '__proto__', data: row }],
        sharedStrings: ['<t>__proto__</t>', '<t>constructor</t>'],
        formats: ['__proto__'],
      }),
  },
]

function overwritten(zip: Buffer): Buffer {
  const damaged = Buffer.from(zip)
  randomBytes(60).copy(damaged, 60)
  return damaged
}

/** The process starts from its bundle, as in the application. */
let bundle: ReaderBundle
beforeAll(async () => {
  bundle = await bundleReader()
})
afterAll(async () => {
  await bundle.remove()
})

/** Opens the file in a real process and reads its first sheet. */
async function readFirst(bytes: Uint8Array) {
  const spawn = createWatchedSpawn()
  const started = performance.now()
  try {
    const workbook = await openWorkbook({ bytes, name: 'file.xlsx' }, { spawn, entryPath: bundle.entryPath })
    try {
      return { data: await workbook.read(workbook.sheets[0]?.name ?? ''), spawn }
    } finally {
      await workbook.close()
    }
  } catch (error) {
    if (!(error instanceof SheetError)) throw error
    return { code: error.code, spawn }
  } finally {
    expect(performance.now() - started).toBeLessThan(patienceMs)
    expect(spawn.alive()).toBe(0)
  }
}

describe('a file made to do harm is refused in its own words', () => {
  it.each(refusals)('$what: $code', async ({ code, bytes }) => {
    expect((await readFirst(bytes())).code).toBe(code)
  })
})

describe('a file that only looks dangerous is read', () => {
  it.each(harmless)('$what', async ({ bytes, expected = one }) => {
    const { data, code } = await readFirst(bytes())
    expect(code).toBeUndefined()
    expect(data).toMatchObject(expected)
  })
})
