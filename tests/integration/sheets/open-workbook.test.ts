import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWorkbook } from '#core/sheets/open-workbook.ts'
import type { OpenOptions } from '#core/sheets/open-workbook.ts'
import type { SpawnReader } from '#core/sheets/reader-process.ts'
import { createWatchedSpawn } from '#tests/fixtures/sheets/watched-spawn.ts'
import { buildWorkbook } from '#tests/fixtures/sheets/workbook-builder.ts'

const small = buildWorkbook({
  sheets: [
    { name: 'Students', data: '<row r="1"><c t="s"><v>0</v></c><c><v>12.5</v></c></row>' },
    { name: 'Notes', state: 'hidden', data: '<row r="3"><c s="1"><v>46056</v></c></row>' },
  ],
  sharedStrings: ['<t>Zoé</t>'],
  formats: ['dd/mm/yyyy'],
})

const manyRows = 60_000
const large = buildWorkbook({
  sheets: [{ name: 'Large', data: Array.from({ length: manyRows }, row).join('') }],
})

function row(_: unknown, index: number): string {
  return `<row r="${index + 1}"><c><v>${index}</v></c><c t="inlineStr"><is><t>text ${index}</t></is></c><c><v>1.5</v></c></row>`
}

/** Opens bytes with a spawn that remembers its processes. */
function open(bytes: Uint8Array, options: OpenOptions = {}) {
  const spawn = createWatchedSpawn()
  return { spawn, opening: openWorkbook({ bytes, name: 'file.xlsx' }, { spawn, ...options }) }
}

describe('an open workbook', () => {
  it('lists its sheets, shows their first rows, and reads them whole', async () => {
    const { spawn, opening } = open(small)
    const workbook = await opening
    expect(workbook.format).toBe('xlsx')
    expect(workbook.sheets).toEqual([
      { name: 'Students', state: 'visible' },
      { name: 'Notes', state: 'hidden' },
    ])
    const date = { kind: 'date', iso: '2026-02-03', raw: '46056', format: 'dd/mm/yyyy' }
    const students = {
      name: 'Students',
      state: 'visible',
      rows: [{ number: 1, cells: ['Zoé', 12.5] }],
      rowCount: 1,
      merged: [],
    }
    const notes = {
      name: 'Notes',
      state: 'hidden',
      rows: [{ number: 3, cells: [date] }],
      rowCount: 3,
      merged: [],
    }
    expect(await workbook.heads(10)).toEqual([students, notes])
    expect(await workbook.read('Students')).toEqual(students)
    expect(await workbook.read('Notes')).toEqual(notes)
    expect(workbook.warnings).toEqual([{ code: 'hidden-sheet', sheet: 'Notes', params: { state: 'hidden' } }])
    expect(spawn.alive()).toBe(1)
    await workbook.close()
    expect(spawn.alive()).toBe(0)
  })

  it('answers calls made at once one after the other', async () => {
    const workbook = await open(small).opening
    const [heads, data, missing] = await Promise.allSettled([
      workbook.heads(1),
      workbook.read('Notes'),
      workbook.read('Other'),
    ])
    expect(heads).toMatchObject({ status: 'fulfilled', value: [{ name: 'Students' }, { name: 'Notes' }] })
    expect(data).toMatchObject({ status: 'fulfilled', value: { name: 'Notes' } })
    expect(missing).toMatchObject({
      status: 'rejected',
      reason: { code: 'sheet-not-found', params: { name: 'Other' } },
    })
    await workbook.close()
  })

  it('tells how far it is while it reads', async () => {
    const workbook = await open(large).opening
    const progress: number[] = []
    const { rows } = await workbook.read('Large', (count) => progress.push(count))
    expect(rows.length).toBe(manyRows)
    expect(rows[41_999]).toEqual({ number: 42_000, cells: [41_999, 'text 41999', 1.5] })
    expect(progress.at(-1)).toBe(manyRows)
    expect(progress).toEqual(progress.toSorted((a, b) => a - b))
    await workbook.close()
  })

  it('goes on after a refusal that concerns one reading', async () => {
    const { opening } = open(large, { limits: { cells: 20_000 } })
    const workbook = await opening
    await expect(workbook.read('Large')).rejects.toMatchObject({
      code: 'too-many-cells',
      params: { limit: 20_000 },
    })
    expect((await workbook.heads(1))[0]?.name).toBe('Large')
    await workbook.close()
  })
})

describe('a file given by its path', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sheets-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  it('is read by the process itself', async () => {
    const path = join(folder, 'table.csv')
    await writeFile(path, 'a;b\n1;2\n')
    const workbook = await openWorkbook({ path, name: 'table.csv' })
    expect(await workbook.read('table')).toMatchObject({
      rows: [{ cells: ['a', 'b'] }, { cells: ['1', '2'] }],
    })
    await workbook.close()
  })

  it('is refused for its size before a process is started', async () => {
    const spawn = createWatchedSpawn()
    const path = join(folder, 'large.csv')
    await writeFile(path, 'x'.repeat(2 * 1024 * 1024))
    const limits = { fileBytes: 1024 * 1024 }
    await expect(openWorkbook({ path, name: 'large.csv' }, { spawn, limits })).rejects.toMatchObject({
      code: 'file-too-large',
      params: { megabytes: 1 },
    })
    await writeFile(path, '')
    await expect(openWorkbook({ path, name: 'large.csv' }, { spawn })).rejects.toMatchObject({
      code: 'file-empty',
    })
    expect(spawn.started).toEqual([])
  })

  it('that is not there is an error of the file system', async () => {
    await expect(openWorkbook({ path: join(folder, 'none.xlsx'), name: 'none.xlsx' })).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })
})

describe('cancelling', () => {
  it('before anything was done starts nothing', async () => {
    const { spawn, opening } = open(small, { signal: AbortSignal.abort() })
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' })
    expect(spawn.started).toEqual([])
  })

  it('while the file is opened ends the process', async () => {
    const controller = new AbortController()
    const { spawn, opening } = open(small, { signal: controller.signal })
    setTimeout(() => controller.abort(), 20)
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' })
    expect(spawn.alive()).toBe(0)
  })

  it('while a sheet is read ends the process, and later calls are refused', async () => {
    const controller = new AbortController()
    const { spawn, opening } = open(large, { signal: controller.signal })
    const workbook = await opening
    const reading = workbook.read('Large')
    setTimeout(() => controller.abort(), 5)
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' })
    await expect(workbook.heads(1)).rejects.toMatchObject({ code: 'cancelled' })
    await workbook.close()
    expect(spawn.alive()).toBe(0)
  })

  it('by closing does the same, as often as it is done', async () => {
    const { spawn, opening } = open(large)
    const workbook = await opening
    const reading = workbook.read('Large')
    await Promise.all([expect(reading).rejects.toMatchObject({ code: 'cancelled' }), workbook.close()])
    await workbook.close()
    expect(spawn.alive()).toBe(0)
  })
})

describe('a limit', () => {
  const heavy = buildWorkbook({
    sheets: [{ data: '<row><c t="s"><v>0</v></c></row>' }],
    sharedStrings: Array.from(
      { length: 60_000 },
      (_, index) => `<t>${index} ${randomBytes(250).toString('hex')}</t>`,
    ),
  })

  it('of time ends the process', async () => {
    const { spawn, opening } = open(large, { limits: { timeMs: 40, timePerMegabyteMs: 0 } })
    await expect(opening).rejects.toMatchObject({ code: 'too-slow' })
    expect(spawn.alive()).toBe(0)
  })

  it('of memory ends the process', async () => {
    const { spawn, opening } = open(heavy, { limits: { memoryBytes: 90 * 1024 * 1024 } })
    const reading = opening.then((workbook) => workbook.read('Sheet1'))
    await expect(reading).rejects.toMatchObject({ code: 'too-much-memory' })
    expect(spawn.alive()).toBe(0)
  })

  it('of memory holds where only the process itself can tell what it uses', async () => {
    const watched = createWatchedSpawn()
    const spawn: SpawnReader = {
      start: (...how) => ({ ...watched.start(...how), pid: undefined }),
    }
    const { opening } = open(heavy, { spawn, limits: { memoryBytes: 90 * 1024 * 1024 } })
    await expect(opening.then((workbook) => workbook.read('Sheet1'))).rejects.toMatchObject({
      code: 'too-much-memory',
    })
    expect(watched.alive()).toBe(0)
  })

  it('of the heap, met by the process itself, is told in the same way', async () => {
    const spawn = createWatchedSpawn(['--max-old-space-size=24'])
    const { opening } = open(heavy, { spawn })
    await expect(opening.then((workbook) => workbook.read('Sheet1'))).rejects.toMatchObject({
      code: 'too-much-memory',
    })
    expect(spawn.alive()).toBe(0)
  })
})

describe('the reading process', () => {
  it('can neither write a file nor start a program', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sheets-'))
    const entryPath = join(folder, 'curious.mjs')
    const program = `
      import { writeFileSync } from 'node:fs'
      import { spawnSync } from 'node:child_process'
      const codeOf = (act) => { try { act(); return 'done' } catch (error) { return error.code } }
      process.on('message', () => {
        const wrote = codeOf(() => writeFileSync(${JSON.stringify(join(folder, 'evil.txt'))}, 'x'))
        const spawned = codeOf(() => spawnSync(process.execPath, ['--version']))
        process.send({ type: 'failed', message: [wrote, spawned, Object.keys(process.env).length, ({}).__proto__].join(' ') })
      })`
    await writeFile(entryPath, program)
    await expect(open(small, { entryPath }).opening).rejects.toThrow(
      /: ERR_ACCESS_DENIED ERR_ACCESS_DENIED \d+ $/,
    )
    await rm(folder, { recursive: true })
  })
})

describe('a reading process that fails', () => {
  it('is a fault of ours, told with its cause', async () => {
    const { opening } = open(small, { entryPath: join(tmpdir(), 'there-is-no-such-program.mjs') })
    await expect(opening).rejects.toThrow(/the reading process ended: exit 1: .*Cannot find module/s)
  })
})
