import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fillWorkbook } from '#core/workbooks/fill/fill-workbook.ts'
import { SheetError } from '#core/sheets/types.ts'
import type { Cell, SheetData } from '#core/sheets/types.ts'
import { readFileInProcess } from '#tests/fixtures/sheets/read-in-process.ts'
import { hasLibreOffice, openInLibreOffice } from '#tests/fixtures/workbooks/office-program.ts'
import { changedParts } from '#tests/fixtures/workbooks/parts-of.ts'

/** Public workbooks by other programs, beside the project on the machines that have them. */
const shared = join(import.meta.dirname, '../../../../shared')
const workbooks = new Set(['.xlsx', '.xlsm', '.xltx'])
const patienceMs = 900_000
const marker = 'Escale wrote this'

function findFiles(folder: string): readonly string[] {
  try {
    return readdirSync(join(shared, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && workbooks.has(extname(entry.name).toLowerCase()))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

const files = [...findFiles('corpus'), ...findFiles('data')]

interface Filled {
  readonly file: string
  readonly bytes: Uint8Array
  readonly problems: readonly string[]
}

/** One cell written below the last row of the first sheet (a pivot table may grow on opening); what is wrong with the result. */
async function fillOne(file: string): Promise<Filled | undefined> {
  const before = readFileSync(file)
  const read = await readFileInProcess(before, { name: basename(file) }).catch((error: unknown) => {
    if (error instanceof SheetError) return undefined // the reader refuses it: nobody gets to fill it
    throw error
  })
  const sheet = read?.sheets[0]
  if (read === undefined || sheet === undefined) return undefined
  const write = { sheet: sheet.name, row: freeRow(sheet), column: 1, value: marker }
  try {
    const { bytes } = await fillWorkbook(before, [write])
    const after = await readFileInProcess(bytes, { name: basename(file) })
    return {
      file,
      bytes,
      problems: problemsOf(read.sheets, after.sheets, write, changedParts(before, bytes)),
    }
  } catch (error) {
    return { file, bytes: before, problems: [error instanceof SheetError ? error.code : String(error)] }
  }
}

function freeRow(sheet: SheetData): number {
  const last = Math.max(sheet.rowCount, ...sheet.merged.map(({ bottom }) => bottom))
  return Math.min(last + 4, 1_048_576)
}

function problemsOf(
  before: readonly SheetData[],
  after: readonly SheetData[],
  write: { readonly sheet: string; readonly row: number; readonly column: number },
  changed: readonly string[],
): readonly string[] {
  const problems: string[] = []
  const expected = cellsOf(before)
  expected.set(`${write.sheet}!${write.row}`, [marker])
  const found = cellsOf(after)
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    if (JSON.stringify(expected.get(key)) !== JSON.stringify(found.get(key))) problems.push(`cells of ${key}`)
  }
  // the sheet, the workbook that asks for a calculation or names the filter, a table that takes in the row
  const untouchable =
    /sharedStrings|styles|theme|drawing|media|chart|pivot|vba|comment|rels|Content_Types|docProps/i
  if (changed.length > 3 || changed.some((name) => untouchable.test(name)))
    problems.push(`parts ${changed.join(', ')}`)
  return problems.slice(0, 3)
}

function cellsOf(sheets: readonly SheetData[]): Map<string, readonly Cell[]> {
  return new Map(
    sheets.flatMap((sheet) => sheet.rows.map((row) => [`${sheet.name}!${row.number}`, row.cells] as const)),
  )
}

describe.runIf(files.length > 0)('one cell written into each public workbook', () => {
  const filled: Filled[] = []
  beforeAll(async () => {
    for (const file of files) {
      const one = await fillOne(file)
      if (one !== undefined) filled.push(one)
    }
  }, patienceMs)

  it('changes that cell, and no other cell or part', () => {
    const bad = filled.filter(({ problems }) => problems.length > 0)
    console.info(
      `filling: ${filled.length - bad.length} of ${filled.length} workbooks that are read (${files.length} files)`,
    )
    expect(bad.map(({ file, problems }) => [basename(file), problems])).toEqual([])
  })

  it(
    'gives files that LibreOffice opens, where it opened them before',
    async ({ skip }) => {
      if (!(await hasLibreOffice())) {
        console.info('LibreOffice is not installed: filled workbooks are not opened with it')
        skip()
      }
      const named = filled.map(({ file, bytes }, index) => ({
        file,
        name: `f${index}${extname(file)}`,
        before: readFileSync(file),
        bytes,
      }))
      const before = await openInLibreOffice(named.map(({ name, before: bytes }) => ({ name, bytes })))
      const after = await openInLibreOffice(named)
      const opened = named.filter(({ name }) => before.get(name) !== undefined)
      const good = opened.filter(({ name }) => after.get(name)?.includes(marker) === true)
      console.info(
        `LibreOffice: shows the cell in ${good.length} of the ${opened.length} that it opened before (${named.length} filled)`,
      )
      expect(opened.filter((one) => !good.includes(one)).map(({ file }) => basename(file))).toEqual([])
    },
    patienceMs,
  )
})
