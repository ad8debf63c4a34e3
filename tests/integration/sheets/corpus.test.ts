import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbook } from '#core/sheets/open-workbook.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { SheetErrorCode } from '#core/sheets/types.ts'
import { bundleReader } from '#tests/fixtures/sheets/bundle-reader.ts'
import type { ReaderBundle } from '#tests/fixtures/sheets/bundle-reader.ts'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'
import type { ReadFile } from '#tests/fixtures/sheets/read-in-process.ts'

/** Public workbooks by other programs, and real lists: beside the project on the machines that have them. */
const shared = join(import.meta.dirname, '../../../../shared')
const spreadsheets = new Set(['.xlsx', '.xlsm', '.xltx', '.xls', '.xlsb', '.ods', '.fods', '.csv', '.tsv'])

function findFiles(folder: string): readonly string[] {
  try {
    return readdirSync(join(shared, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && spreadsheets.has(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** Enough for a corpus ten times as large. */
const patienceMs = 600_000

const corpus = findFiles('corpus')
const data = findFiles('data')
const isReadable = (file: string): boolean => /\.(?:xlsx|xlsm|xltx|csv|tsv)$/i.test(file)

type Outcome = { readonly file: string } & ({ readonly read: ReadFile } | { readonly code: SheetErrorCode })

async function readOrName(file: string): Promise<Outcome> {
  try {
    return { file, read: await readFileInProcess(readFileSync(file), { name: basename(file) }) }
  } catch (error) {
    if (error instanceof SheetError) return { file, code: error.code }
    throw new Error(`the reader broke on ${basename(file)}`, { cause: error })
  }
}

/** What a workbook or a csv file of the corpus may be refused for: damaged, protected or something else on purpose. */
const fairRefusals: ReadonlySet<SheetErrorCode> = new Set([
  'not-a-spreadsheet',
  'old-excel',
  'web-page',
  'excel-lock-file',
  'password-protected',
  'zip-damaged',
  'zip-suspicious',
  'workbook-damaged',
  'xml-forbidden',
])
const otherFormats: ReadonlySet<SheetErrorCode> = new Set([
  'old-excel',
  'binary-excel',
  'libreoffice-file',
  'password-protected',
  'web-page',
])

describe.runIf(corpus.length > 0)('the corpus of public files', () => {
  const outcomes: Outcome[] = []
  beforeAll(async () => {
    for (const file of corpus) outcomes.push(await readOrName(file))
  }, patienceMs)

  it('is read, save for the files that are damaged or protected on purpose', () => {
    const readable = outcomes.filter(({ file }) => isReadable(file))
    const refusals = readable.flatMap((outcome) => ('code' in outcome ? [outcome] : []))
    const read = readable.length - refusals.length
    console.info(
      `corpus: ${read} of ${readable.length} workbooks and csv files read, ${outcomes.length} files run`,
    )
    expect(refusals.filter(({ code }) => !fairRefusals.has(code))).toEqual([])
    expect(read / readable.length).toBeGreaterThan(0.96) // measured: 150 of 154
  })

  it('has nearly every other format named', () => {
    const others = outcomes.filter(({ file }) => !isReadable(file))
    const named = others.filter((outcome) => 'code' in outcome && otherFormats.has(outcome.code))
    console.info(`corpus: ${named.length} of ${others.length} files of other formats named`)
    expect(named.length / others.length).toBeGreaterThan(0.95) // measured: 62 of 63; one .xls is a line of text
  })

  it(
    'gives the same cells with and without the shortcut',
    async () => {
      for (const outcome of outcomes) {
        if (!('read' in outcome) || !/\.xls[xm]$/i.test(outcome.file)) continue
        const name = basename(outcome.file)
        const strict = await readFileInProcess(readFileSync(outcome.file), { name, useShortcut: false })
        expect([name, strict]).toEqual([name, outcome.read])
      }
    },
    patienceMs,
  )
})

describe.runIf(data.length > 0)('the real lists', () => {
  it(
    'are all read',
    async () => {
      const outcomes: Outcome[] = []
      for (const file of data.filter(isReadable)) outcomes.push(await readOrName(file))
      const refused = outcomes.filter((outcome) => 'code' in outcome)
      console.info(`data: ${outcomes.length - refused.length} of ${outcomes.length} files read`)
      expect(refused).toEqual([])
    },
    patienceMs,
  )
})

describe.runIf(corpus.length > 0)('a sample of the corpus, in the real process', () => {
  let bundle: ReaderBundle
  beforeAll(async () => {
    bundle = await bundleReader()
  })
  afterAll(async () => {
    await bundle.remove()
  })

  it('gives what the reader itself gives', async () => {
    const step = Math.ceil(corpus.length / 20)
    for (const file of corpus.filter((_, index) => index % step === 0)) {
      const expected = await readOrName(file)
      expect(await readInProcessOfItsOwn(file, bundle.entryPath)).toEqual(
        'code' in expected ? expected.code : expected.read,
      )
    }
  })
})

async function readInProcessOfItsOwn(path: string, entryPath: string): Promise<ReadFile | SheetErrorCode> {
  try {
    const workbook = await openWorkbook({ path, name: basename(path) }, { entryPath })
    try {
      const sheets = []
      for (const { name } of workbook.sheets) sheets.push(await workbook.read(name))
      return { sheets, warnings: workbook.warnings }
    } finally {
      await workbook.close()
    }
  } catch (error) {
    if (error instanceof SheetError) return error.code
    throw error
  }
}
