import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ImportCounts, ImportKind } from '#shared/contract/imports.ts'
import { anImportDesk } from '#tests/fixtures/imports/import-desk.ts'
import { printedList, schoolList } from '#tests/fixtures/imports/lists.ts'
import { csvFile, xlsxFile } from '#tests/fixtures/imports/make-files.ts'
import { aTestOffice } from '#tests/fixtures/test-office.ts'

/** Lists found in public, with their known answers; they lie beside the project and are no part of it. */
const folder = join(import.meta.dirname, '../../../../shared/data')

interface KnownList {
  readonly kind?: ImportKind
  readonly path: string
  readonly sheet?: string
  readonly counts: Partial<ImportCounts>
  readonly entities: Readonly<Record<string, number>>
}

const known: readonly KnownList[] = [
  {
    path: 'partners/etsit-upv-2026-27.csv',
    counts: { rows: 101, new: 91, 'not-data': 10, rejected: 0 },
    entities: { institutions: 91, agreements: 91, conditions: 91, places: 319 },
  },
  {
    path: 'partners/etsit-upv-list.xlsx',
    counts: { rows: 93, new: 91, 'not-data': 2, rejected: 0 },
    entities: { institutions: 91, agreements: 91, conditions: 91, places: 319 },
  },
  {
    path: 'partners/smu-2019.xlsx',
    counts: { rows: 388, new: 244, 'not-data': 144, rejected: 0 },
    entities: { institutions: 244, agreements: 244, conditions: 244, places: 901 },
  },
  {
    path: 'eche/eche-2026-04-08.xlsx',
    counts: { rows: 6144, new: 6142, 'not-data': 2, rejected: 0 },
    entities: { institutions: 6142, agreements: 0, conditions: 0, places: 0 },
  },
  // Six rows share three codes between different schools, two are one school under two codes.
  {
    path: 'eche/eche-2024-06-27.xlsx',
    counts: { rows: 5914, new: 5910, 'not-data': 2, rejected: 2 },
    entities: { institutions: 5910, agreements: 0, conditions: 0, places: 0 },
  },
  {
    path: 'eche/eche-2022-03.xlsx',
    counts: { rows: 5210, new: 5201, 'not-data': 1, rejected: 8 },
    entities: { institutions: 5201, agreements: 0, conditions: 0, places: 0 },
  },
  // A result made anonymous: masked student numbers fall together, and what contradicts itself is not taken.
  {
    kind: 'students',
    path: 'results/bilgi-2024-placements.xlsx',
    counts: { rows: 119, new: 10, 'not-data': 2, rejected: 107 },
    entities: { students: 10 },
  },
]

const present = known.filter(({ path }) => existsSync(join(folder, path)))

/** The lists that are there, and two made here, so that the checks below run everywhere. */
const lists = [
  ...present.map((list) => ({
    ...list,
    kind: list.kind ?? ('partners' as const),
    name: basename(list.path),
    bytes: new Uint8Array(readFileSync(join(folder, list.path))),
  })),
  {
    kind: 'partners' as const,
    name: 'made.csv',
    bytes: csvFile(schoolList),
    counts: { new: 8 },
    entities: { places: 27 },
  },
  {
    kind: 'partners' as const,
    name: 'made.xlsx',
    bytes: xlsxFile([{ name: 'Original', rows: printedList }]),
    counts: { new: 6 },
    entities: { places: 15 },
  },
]

describe(`lists as they are met (${present.length} real ones here)`, () => {
  test.each(lists)('$name comes in whole, once', async ({ kind, name, bytes, counts, entities }) => {
    const desk = anImportDesk(aTestOffice())
    const view = await desk.read(kind, name, bytes)
    expect(view.counts).toMatchObject(counts)
    expect(view.entities).toMatchObject(entities)
    const { rows, ...outcomes } = view.counts
    expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(rows)
    await desk.service.apply(view.importId, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
    const again = await desk.read(kind, name, bytes)
    expect(again.counts).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: view.counts.new,
      rejected: view.counts.rejected,
    })
  })
})

const refused: readonly (readonly [kind: ImportKind, path: string])[] = [
  ['partners', 'ewp/2024-03-01-DeleteModifyScenarios.xlsx'],
]
const cases = [
  ...refused.flatMap(([kind, path]) =>
    existsSync(join(folder, path))
      ? [{ kind, name: basename(path), bytes: new Uint8Array(readFileSync(join(folder, path))) }]
      : [],
  ),
  {
    kind: 'partners' as const,
    name: 'numbers.csv',
    bytes: csvFile([
      ['a', 'b'],
      [1, 2],
      [3, 4],
    ]),
  },
  {
    kind: 'students' as const,
    name: 'sentence.xlsx',
    bytes: xlsxFile([{ name: 'Notes', rows: [['Nothing to see here.']] }]),
  },
]

describe('files without a table of the kind', () => {
  test.each(cases)(
    '$name as $kind is refused, with the sheets that were tried',
    async ({ kind, name, bytes }) => {
      const reading = anImportDesk(aTestOffice()).read(kind, name, bytes)
      await expect(reading).rejects.toMatchObject({ code: 'import-no-table', data: { file: name } })
    },
  )

  test('an empty file is refused as the reader says', async () => {
    const reading = anImportDesk(aTestOffice()).read('partners', 'empty.csv', new Uint8Array())
    await expect(reading).rejects.toMatchObject({ code: 'sheet-refused', data: { reason: 'file-empty' } })
  })

  test('reading that is cancelled says so', async () => {
    const { service } = anImportDesk(aTestOffice())
    const input = {
      kind: 'partners' as const,
      file: { kind: 'partners' as const, name: 'made.csv', bytes: csvFile(schoolList) },
    }
    const reading = service.read(input, { signal: AbortSignal.abort(), onProgress: () => undefined })
    await expect(reading).rejects.toMatchObject({ code: 'job-cancelled' })
  })
})
