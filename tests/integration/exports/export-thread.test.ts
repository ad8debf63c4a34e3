import { readdirSync, readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { writeWorkbook } from '#core/workbooks/write-workbook.ts'
import { anExportingOffice, aPartner, aStudent } from '#tests/fixtures/exports/office.ts'
import { partOf, readFirstSheet } from '#tests/fixtures/exports/read-book.ts'
import { silentLog, tempFolder } from '#tests/fixtures/test-office.ts'
import { openForReading } from '#core/db/open.ts'

async function anOfficeOf(students: number) {
  const office = await anExportingOffice()
  const student = Array.from({ length: students }, (_, index) => aStudent({ familyName: `NAME ${index}` }))
  await office.add({ student })
  return office
}

describe('an export in its thread', () => {
  test('leaves the host free while it writes 20,000 rows', async () => {
    const office = await anOfficeOf(20_000)
    const told: string[] = []
    const before = performance.eventLoopUtilization()
    const { rows, file } = await office.exportInThread(
      'students',
      {},
      {
        onProgress: (phase, done, total) => told.push(`${phase} ${done}/${total}`),
      },
    )
    const { utilization } = performance.eventLoopUtilization(before)
    expect(rows).toBe(20_000)
    // the work takes seconds, during which the host is idle most of the time; done by the host it would be above 0.9
    expect(utilization).toBeLessThan(0.4)
    expect(told[0]).toBe('collecting 0/null')
    expect(told.filter((line) => line.startsWith('writing')).length).toBeGreaterThan(1)
    expect(told.at(-1)).toBe('packing 0/1')
    const sheet = await readFirstSheet(file.bytes)
    expect(sheet.rows).toHaveLength(20_000)
    expect(sheet.rows[19_999]?.['E-mail']).toMatch(/@example\.org$/)
  })

  test('once cancelled, stops soon and leaves no file', async () => {
    const office = await anOfficeOf(20_000)
    const abort = new AbortController()
    let cancelledAt = 0
    const exported = office.exportInThread(
      'students',
      {},
      {
        signal: abort.signal,
        onProgress: (phase) => {
          if (phase !== 'writing' || cancelledAt > 0) return
          cancelledAt = performance.now()
          abort.abort()
        },
      },
    )
    await expect(exported).rejects.toMatchObject({ code: 'job-cancelled' })
    expect(cancelledAt).toBeGreaterThan(0)
    expect(office.leftovers()).toEqual([])
  })

  test('does not begin when it was cancelled before', async () => {
    const office = await anOfficeOf(1)
    const exported = office.exportInThread('students', {}, { signal: AbortSignal.abort() })
    await expect(exported).rejects.toMatchObject({ code: 'job-cancelled' })
    expect(office.leftovers()).toEqual([])
  })

  test('tells a refusal with its facts', async () => {
    const office = await anOfficeOf(0)
    await expect(office.exportInThread('students')).rejects.toMatchObject({
      name: 'DomainError',
      code: 'nothing-to-export',
      data: { reason: 'no-rows', list: 'students' },
    })
    await expect(office.exportInThread('nothing')).rejects.toMatchObject({ code: 'export-unknown' })
    expect(office.leftovers()).toEqual([])
  })

  test('opens an encrypted office with its key', async () => {
    const office = await anExportingOffice({ key: new Uint8Array(32).fill(7) })
    await office.add({ student: [aStudent({ familyName: 'SECRET' })] })
    const { file } = await office.exportInThread('students')
    expect((await readFirstSheet(file.bytes)).rows[0]?.['Family name']).toBe('SECRET')
  })

  test('shows the office as it was when it began, whatever is written meanwhile', async () => {
    const office = await anOfficeOf(3000)
    let added: Promise<void> | undefined
    const { rows } = await office.exportInThread(
      'students',
      {},
      {
        onProgress: (phase) => {
          if (phase === 'writing') added ??= office.add({ student: [aStudent({ familyName: 'AAA LATE' })] })
        },
      },
    )
    await added
    expect(rows).toBe(3000)
    expect((await office.exportInThread('students')).rows).toBe(3001)
  })
})

const opening = (options: { readonly path: string; readonly key?: Uint8Array }) => () =>
  openForReading({ ...options, log: silentLog })

describe('a connection for reading', () => {
  test('refuses to write', async () => {
    const office = await anExportingOffice()
    const reading = openForReading({ path: office.path, log: silentLog })
    const { institution } = aPartner()
    await expect(reading.write.insertInto('institution').values(institution).execute()).rejects.toMatchObject(
      {
        code: 'SQLITE_READONLY',
      },
    )
    expect(reading.raw.pragma('query_only', { simple: true })).toBe(1)
    await reading.close()
  })

  test('refuses a file that is missing, and a wrong key', async () => {
    const office = await anExportingOffice({ key: new Uint8Array(32).fill(7) })
    expect(opening({ path: `${office.path}.gone` })).toThrow(
      expect.objectContaining({ code: 'office-missing' }),
    )
    expect(opening({ path: office.path, key: new Uint8Array(32).fill(8) })).toThrow(
      expect.objectContaining({ code: 'office-key-wrong' }),
    )
  })
})

function* failing() {
  yield [['x']]
  throw new Error('no more rows')
}

describe('writing a workbook', () => {
  const sheets = [{ name: 'A', columns: [{ header: 'H', format: 'text' as const }], batches: [[['x']]] }]
  const options = { title: 'T', language: 'en' as const, today: '2026-11-22', sheets }

  test('fails, rather than wait for ever, where nothing can be written', async () => {
    const path = `${tempFolder()}/missing/book.xlsx`
    const { signal } = new AbortController()
    await expect(writeWorkbook({ ...options, path, signal })).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('gives an empty table its header and filter', async () => {
    const path = `${tempFolder()}/book.xlsx`
    const { signal } = new AbortController()
    const empty = [{ name: 'Empty', columns: [{ header: 'H', format: 'text' as const }], batches: [] }]
    expect(await writeWorkbook({ ...options, sheets: empty, path, signal })).toBe(0)
    const bytes = readFileSync(path)
    expect(await readFirstSheet(bytes)).toEqual({ name: 'Empty', header: ['H'], rows: [] })
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:A1"/>')
  })

  test('leaves nothing when a batch fails', async () => {
    const folder = tempFolder()
    const { signal } = new AbortController()
    const broken = [{ name: 'A', columns: [{ header: 'H', format: 'text' as const }], batches: failing() }]
    const written = writeWorkbook({ ...options, sheets: broken, path: `${folder}/book.xlsx`, signal })
    await expect(written).rejects.toThrow('no more rows')
    expect(readdirSync(folder)).toEqual([])
  })
})
