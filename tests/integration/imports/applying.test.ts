import { describe, expect, test } from 'vitest'
import { anImportDesk, idleJob } from '#tests/fixtures/imports/import-desk.ts'
import { schoolList } from '#tests/fixtures/imports/lists.ts'
import { csvFile } from '#tests/fixtures/imports/make-files.ts'
import { aTestOffice, snapshotOf, type TestOffice } from '#tests/fixtures/test-office.ts'

const schoolCsv = csvFile(schoolList)

async function refusalCode(work: Promise<unknown>): Promise<unknown> {
  try {
    await work
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

function rename(office: TestOffice, from: string, to: string): Promise<unknown> {
  return office.door.change('record.update', {}, (trx) =>
    trx.updateTable('institution').set({ name: to }).where('erasmusCode', '=', from).execute(),
  )
}

describe('applying an import', () => {
  test('writes nothing before it is asked for', async () => {
    const office = aTestOffice()
    const before = snapshotOf(office.connections)
    await anImportDesk(office).read('partners', 'school.csv', schoolCsv)
    expect(snapshotOf(office.connections)).toEqual(before)
  })

  test('is one step that one undo takes back whole', async () => {
    const office = aTestOffice()
    const before = snapshotOf(office.connections)
    await anImportDesk(office).take('partners', 'school.csv', schoolCsv)
    expect(
      office.connections.raw.prepare(`SELECT count(*) FROM action WHERE kind = 'do'`).pluck().get(),
    ).toBe(1)
    await office.door.undo()
    expect(snapshotOf(office.connections)).toEqual(before)
  })

  test('comes back whole with one redo', async () => {
    const office = aTestOffice()
    await anImportDesk(office).take('partners', 'school.csv', schoolCsv)
    const after = snapshotOf(office.connections)
    await office.door.undo()
    await office.door.redo()
    expect(snapshotOf(office.connections)).toEqual(after)
  })

  test('leaves no action when the list holds nothing new', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    await desk.take('partners', 'school.csv', schoolCsv)
    const view = await desk.read('partners', 'school.csv', schoolCsv)
    expect(await desk.service.apply(view.importId, idleJob)).toEqual({ changed: false, entities: {} })
    expect(office.connections.raw.prepare('SELECT count(*) FROM action').pluck().get()).toBe(1)
  })

  test('shows what a cell holds and would hold, and changes only that', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    await desk.take('partners', 'school.csv', schoolCsv)
    const next = schoolList.map((row) =>
      row[3] === 'RO EXEMPLU05' ? row.with(5, '6').with(8, 'Nuevo') : row,
    )
    const view = await desk.read('partners', 'school.csv', csvFile(next))
    expect(view.counts).toMatchObject({ new: 0, changed: 1, unchanged: 7 })
    const { rows } = desk.service.rows(view.importId, { outcome: 'changed', offset: 0, limit: 10 })
    expect(rows[0]?.cells[5]).toEqual({ text: '6', before: '4', after: '6' })
    expect(rows[0]?.cells[8]).toEqual({ text: 'Nuevo', before: '', after: 'Nuevo' })
    expect(await desk.service.apply(view.importId, idleJob)).toMatchObject({ changed: true })
    const places = office.connections.raw.prepare('SELECT sum(count) FROM place').pluck().get()
    expect(places).toBe(29)
  })

  test('never lets a blank cell erase a value', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    await desk.take('partners', 'school.csv', schoolCsv)
    const blanked = schoolList.map((row) => (row[3] === 'CZ PRIKLAD01' ? row.with(5, '').with(8, '') : row))
    const view = await desk.read('partners', 'school.csv', csvFile(blanked))
    expect(view.counts).toMatchObject({ changed: 0, unchanged: 8 })
  })

  test('is refused when the office has changed in between, and shows the new preview', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    await desk.take('partners', 'school.csv', schoolCsv)
    const renamed = schoolList.map((row) =>
      row[3] === 'NL VOORBEE17' ? row.with(2, 'HOGESCHOOL VOORBEELD') : row,
    )
    const { importId } = await desk.read('partners', 'school.csv', csvFile(renamed))
    await rename(office, 'NL VOORBEE17', 'Universiteit Elders')
    expect(await refusalCode(desk.service.apply(importId, idleJob))).toBe('import-stale')
    const { rows } = desk.service.rows(importId, { outcome: 'changed', offset: 0, limit: 10 })
    expect(rows[0]?.cells[2]?.before).toBe('Universiteit Elders')
    expect(await desk.service.apply(importId, idleJob)).toMatchObject({ changed: true })
  })

  test('goes through when what changed in between does not matter to it', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    await office.door.change('record.create', {}, (trx) =>
      trx.insertInto('setting').values({ id: 'colour', value: '"blue"' }).execute(),
    )
    expect(await desk.service.apply(importId, idleJob)).toMatchObject({ changed: true })
  })

  test('cancelled half way leaves the office as it was', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    const before = snapshotOf(office.connections)
    const abort = new AbortController()
    const job = {
      signal: abort.signal,
      onProgress: (phase: string) => {
        if (phase === 'writing') abort.abort()
      },
    }
    expect(await refusalCode(desk.service.apply(importId, job))).toBe('job-cancelled')
    expect(snapshotOf(office.connections)).toEqual(before)
    expect(await desk.service.apply(importId, idleJob)).toMatchObject({ changed: true })
  })

  test('keeps a report with each cleaned value as it was written, and nothing of columns that are not read', async () => {
    const office = aTestOffice()
    const secret = schoolList.map((row, at) => (at > 1 && at < 10 ? row.with(1, 'SECRET-ZONE') : row))
    await anImportDesk(office).take('partners', 'school.csv', csvFile(secret))
    const { report, sha256 } = office.connections.raw
      .prepare<[], { report: string; sha256: string }>('SELECT report, sha256 FROM importBatch')
      .get() ?? { report: '{}', sha256: '' }
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.parse(report)).toMatchObject({ counts: { rows: 15, new: 8 }, created: { places: 27 } })
    expect(JSON.parse(report).cleaned).toContainEqual(
      expect.objectContaining({ target: 'institution.name', raw: 'ECOLE NATIONALE D`INGENIEURS DE MODELE' }),
    )
    const everything = JSON.stringify([
      snapshotOf(office.connections),
      office.connections.raw.prepare('SELECT * FROM journal').all(),
    ])
    expect(everything).not.toContain('SECRET-ZONE')
  })
})

describe('adjusting an import', () => {
  test('takes the user’s columns, keeps them, and recognises them the next time', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    const view = await desk.service.adjust(importId, {
      columns: [
        { index: 5, target: 'places', programme: 'Bachelor' },
        { index: 6, target: null },
      ],
    })
    expect(view.columns[5]).toMatchObject({ programme: 'Bachelor', confidence: 1 })
    expect(view.entities['places']).toBe(20)
    await desk.service.apply(importId, idleJob)
    const again = await desk.read('partners', 'school.csv', schoolCsv)
    expect(again.columns[5]).toMatchObject({ target: 'places', programme: 'Bachelor' })
    expect(again.columns[6]?.target).toBeNull()
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 8 })
  })

  test('gives a target to one column only: the one that had it loses it', async () => {
    const desk = anImportDesk(aTestOffice())
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    const { columns } = await desk.service.adjust(importId, {
      columns: [{ index: 1, target: 'institution.name' }],
    })
    expect(columns[1]?.target).toBe('institution.name')
    expect(columns[2]?.target).toBeNull()
  })

  test('refuses to apply while no column says whom the rows are about', async () => {
    const desk = anImportDesk(aTestOffice())
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    const view = await desk.service.adjust(importId, {
      columns: [
        { index: 2, target: null },
        { index: 3, target: null },
      ],
    })
    expect(view.refusal).toEqual({ code: 'import-incomplete-mapping', data: { target: 'institution.name' } })
    expect(view.counts.rows).toBe(15)
    expect(await refusalCode(desk.service.apply(importId, idleJob))).toBe('import-incomplete-mapping')
  })

  test('takes another year, semester and kind of agreement', async () => {
    const office = aTestOffice()
    const desk = anImportDesk(office)
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    const options = { academicYear: '2030/2031', semester: 'autumn', agreementKind: 'double-degree' } as const
    const view = await desk.service.adjust(importId, { options })
    expect(view.optionSources).toMatchObject({ academicYear: 'user', agreementKind: 'user' })
    await desk.service.apply(importId, idleJob)
    const place = office.connections.raw.prepare('SELECT DISTINCT academicYear, semester FROM place').all()
    expect(place).toEqual([{ academicYear: '2030/2031', semester: 'autumn' }])
    expect(office.connections.raw.prepare('SELECT DISTINCT kind FROM agreement').pluck().all()).toEqual([
      'double-degree',
    ])
  })

  test('can take institutions without making partners of them', async () => {
    const desk = anImportDesk(aTestOffice())
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    const { entities } = await desk.service.adjust(importId, { options: { agreements: false } })
    expect(entities).toEqual({ institutions: 8, agreements: 0, conditions: 0, places: 0 })
  })

  test('reads under another header row, or none', async () => {
    const desk = anImportDesk(aTestOffice())
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    const view = await desk.service.adjust(importId, { headerRows: null })
    expect(view.headerRows).toBeNull()
    expect(view.columns.find(({ letter }) => letter === 'D')?.target).toBe('institution.erasmusCode')
    expect(view.columns.every(({ confidence }) => confidence < 0.8)).toBe(true)
  })
})

describe('imports between reading and applying', () => {
  test('are given up when there are more than five, the oldest first', async () => {
    const desk = anImportDesk(aTestOffice())
    const ids: string[] = []
    for (let i = 0; i < 6; i++) ids.push((await desk.read('partners', 'school.csv', schoolCsv)).importId)
    expect(() => desk.service.get(ids[0] ?? '')).toThrow('import-missing')
    expect(desk.service.get(ids[1] ?? '').counts.new).toBe(8)
  })

  test('are gone once discarded', async () => {
    const desk = anImportDesk(aTestOffice())
    const { importId } = await desk.read('partners', 'school.csv', schoolCsv)
    desk.service.discard(importId)
    expect(() => desk.service.get(importId)).toThrow('import-missing')
  })
})
