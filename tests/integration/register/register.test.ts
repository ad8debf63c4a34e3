import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { finishJob } from '#tests/fixtures/register/finish-job.ts'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'
import { snapshotOf } from '#tests/fixtures/test-office.ts'
import { xlsxFile } from '#tests/fixtures/imports/make-files.ts'
import { bareList, newList, oldList } from '#tests/fixtures/register/lists.ts'

async function kept(office: TestApp, bytes: Uint8Array, name: string, dryRun = false) {
  const file = new File([new Uint8Array(bytes)], name)
  const done = await finishJob(office, { kind: 'register-import', file, dryRun })
  if (done.kind !== 'register-import') throw new Error('not a list of charters')
  return done.report
}

async function partner(office: TestApp, values: Readonly<Record<string, string>>): Promise<string> {
  const institutionId = await aRecord(office, 'institution', {
    name: 'Partner',
    country: null,
    city: null,
    ...values,
  })
  await aRecord(office, 'agreement', { institutionId })
  return institutionId
}

describe('a list of charters', () => {
  it.each([
    ['of today', newList(), 'eche-2026-04-08.xlsx', '2026-04-08'],
    ['of other years, with other headers', oldList(), 'eche-2022-03.xlsx', '2022-03-01'],
    ['without headers', bareList(), 'eche.csv', '2026-11-22'],
  ])('%s is read whole, its columns recognised by words and content', async (_, bytes, name, listDate) => {
    const office = await aTestAppWithOffice()
    const report = await kept(office, bytes, name)
    expect(report).toMatchObject({
      entries: 4,
      listDate,
      isDateSupposed: name === 'eche.csv',
      skipped: [],
      isApplied: true,
    })
    const page = await office.client.lists.page({
      list: 'registerEntries',
      query: { ...everything, filters: [{ key: 'pic', test: 'is', values: ['910000002'] }] },
      offset: 0,
      limit: 10,
    })
    expect(page.rows.map(({ cells }) => cells)).toEqual([
      expect.objectContaining({
        listDate,
        erasmusCode: 'E  ALTAVIL02',
        oid: 'E10000002',
        country: 'ES',
      }),
    ])
  })

  it('keeps the days, street and proposal of a charter', async () => {
    const office = await aTestAppWithOffice()
    await kept(office, newList(), 'eche-2026-04-08.xlsx')
    const page = await office.client.lists.page({
      list: 'registerEntries',
      query: everything,
      offset: 0,
      limit: 1,
    })
    expect(page.rows[0]?.cells).toMatchObject({
      startsOn: '2021-01-01',
      endsOn: '2027-12-31',
      postCode: expect.any(String),
      street: expect.any(String),
      proposal: expect.stringMatching(/^10101/),
    })
  })

  it('is one step that undo takes back; a dry run writes nothing; the same file twice is refused', async () => {
    const office = await aTestAppWithOffice()
    const { connections } = office.app.context.office.current()
    const before = snapshotOf(connections)
    await kept(office, newList(), 'a-2026-04-08.xlsx', true)
    expect(snapshotOf(connections)).toEqual(before)
    await kept(office, newList(), 'a-2026-04-08.xlsx')
    await expect(kept(office, newList(), 'b.xlsx')).rejects.toMatchObject({
      data: { code: 'register-same', data: { date: '2026-04-08' } },
    })
    await office.client.history.undo({})
    expect(snapshotOf(connections)).toEqual(before)
    await office.client.history.redo({})
    expect(
      await office.client.lists.page({ list: 'registers', query: everything, offset: 0, limit: 5 }),
    ).toMatchObject({ total: 1 })
  })

  it('of something else is refused, saying so', async () => {
    const office = await aTestAppWithOffice()
    const other = xlsxFile([
      {
        name: 'Menu',
        rows: [
          ['Day', 'Dish'],
          ['Monday', 'Soup'],
          ['Tuesday', 'Rice'],
        ],
      },
    ])
    await expect(kept(office, other, 'menu.xlsx')).rejects.toMatchObject({
      data: { code: 'register-no-table' },
    })
    await expect(kept(office, new TextEncoder().encode('<x/>'), 'x.xlsx')).rejects.toMatchObject({
      data: { code: expect.stringMatching(/^sheet-refused|register-no-table$/) },
    })
  })
})

it('of charters: names and towns are told apart where a header names them', async () => {
  const office = await aTestAppWithOffice()
  await kept(office, oldList(), 'eche-2022-03.xlsx')
  const filters = [{ key: 'name', test: 'is' as const, values: ['Universidad de Altavilla'] }]
  const page = await office.client.lists.page({
    list: 'registerEntries',
    query: { ...everything, filters },
    offset: 0,
    limit: 5,
  })
  expect(page.rows[0]?.cells).toMatchObject({ city: 'Altavilla', pic: '910000002', endsOn: '2027-12-31' })
})

describe('what changed between two lists', () => {
  it('is shown for our partners, and taken over with one undoable step', async () => {
    const office = await aTestAppWithOffice()
    const renamed = await partner(office, { name: 'Uni Prova', erasmusCode: 'F PROVA01' })
    const lost = await partner(office, { name: 'Altavilla', pic: '910000002' })
    const recoded = await partner(office, { name: 'Borne', erasmusCode: 'PL BORNE03' })
    await partner(office, { name: 'Schule', erasmusCode: 'CH BERN01' })
    await kept(office, oldList(), 'eche-2022-03.xlsx')
    await kept(
      office,
      newList((row) => {
        if (row[1] === 'F  PROVA01') return row.with(4, 'Université technologique de Prova')
        if (row[1] === 'E  ALTAVIL02')
          return [
            '101010009',
            'E  NUEVA09',
            '910000009',
            'E10000009',
            'Instituto Nueva',
            'x',
            '1',
            'Nueva',
            'ES',
            null,
            null,
            null,
          ]
        return row[1] === 'PL BORNE03' ? row.with(1, 'PL BORNE12') : row
      }),
      'eche-2026-04-08.xlsx',
    )
    const { partners, registers } = await office.client.register.compare({})
    expect(registers.map(({ listDate }) => listDate)).toEqual(['2026-04-08', '2022-03-01'])
    const stateOf = (id: string) => partners.find((one) => one.id === id)?.finding
    expect(stateOf(renamed)).toMatchObject({ state: 'held', changes: expect.arrayContaining(['renamed']) })
    expect(stateOf(lost)).toMatchObject({ state: 'lost', lastSeen: '2022-03-01' })
    expect(stateOf(recoded)).toMatchObject({ state: 'held', changes: expect.arrayContaining(['new-code']) })
    expect(partners.map(({ finding }) => finding.state).toSorted()).toEqual([
      'held',
      'held',
      'lost',
      'outside',
    ])
    const code = stateOf(recoded)?.suggestions.find(({ field }) => field === 'erasmusCode')
    expect(code).toEqual({ field: 'erasmusCode', from: 'PL BORNE03', to: 'PL BORNE12' })
    await office.client.records.update({
      entity: 'institution',
      ids: [recoded],
      values: { erasmusCode: code?.to ?? null },
    })
    const after = await office.client.register.compare({})
    expect(after.partners.find(({ id }) => id === recoded)?.finding.changes).not.toContain('new-code')
  })
})

const shared = join(import.meta.dirname, '../../../../shared/data')
describe.skipIf(!existsSync(shared))('the real lists', () => {
  it(
    'of three years come in whole, and tell the five findings of a real partner list',
    { timeout: 120_000 },
    async () => {
      const office = await aTestAppWithOffice()
      const csv = readFileSync(join(shared, 'partners/etsit-upv-2026-27.csv'))
      const read = await finishJob(office, {
        kind: 'import-read',
        as: 'partners',
        file: new File([csv], 'etsit.csv'),
      })
      if (read.kind !== 'import-read') throw new Error('not read')
      await finishJob(office, { kind: 'import-apply', importId: read.importId })
      const sizes: number[] = []
      for (const name of ['eche-2022-03.xlsx', 'eche-2024-06-27.xlsx', 'eche-2026-04-08.xlsx'])
        sizes.push((await kept(office, readFileSync(join(shared, 'eche', name)), name)).entries)
      expect(sizes).toEqual([5209, 5912, 6142])
      const { partners, school } = await office.client.register.compare({})
      const found = partners
        .filter(({ finding }) => finding.state !== 'held')
        .map(({ erasmusCode, finding }) => `${erasmusCode} ${finding.state}`)
      expect(found.toSorted()).toEqual([
        'CH DELEMON01 outside',
        'F  EVRY01 absent',
        'F  GIF-YVE02 absent',
        'F  PARIS083 lost',
        'F  PARIS225 absent',
      ])
      expect(partners).toHaveLength(91)
      expect(school.finding).toMatchObject({ state: 'lost', lastSeen: '2024-06-27' })
    },
  )

  it('tell ENIT that it was renamed', { timeout: 120_000 }, async () => {
    const office = await aTestAppWithOffice({ profile: 'enit' })
    for (const name of ['eche-2022-03.xlsx', 'eche-2026-04-08.xlsx'])
      await kept(office, readFileSync(join(shared, 'eche', name)), name)
    const { school } = await office.client.register.compare({})
    expect(school.finding).toMatchObject({
      state: 'held',
      by: 'pic',
      entry: { name: 'UNIVERSITE DE TECHNOLOGIE DE TARBES' },
      changes: expect.arrayContaining(['renamed']),
    })
  })
})
