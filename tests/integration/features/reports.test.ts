import { describe, expect, it } from 'vitest'
import { agreementUseSql } from '#core/features/lists/report-sources.ts'
import { reportTables } from '#shared/reports/report-tables.ts'
import { aRecord, aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'

async function aStay(app: TestApp, values: Parameters<typeof aRecord>[2]): Promise<void> {
  const studentNumber = `S${Math.random()}`
  const studentId = await aRecord(app, 'student', { studentNumber, gender: '2' })
  await aRecord(app, 'mobility', { studentId, academicYear: '2026/2027', ...values })
}

/** The figure of a row and a column, and how many rows the list that it opens has. */
async function figureAndRows({ client }: TestApp, id: string, row: string | null, column: string) {
  const view = await client.reports.view({ academicYear: '2026/2027' })
  const table = view.tables.find((known) => known.id === id)
  if (table === undefined) throw new Error(`No table ${id}`)
  const value = table.cells[table.rows.indexOf(row)]?.[table.columns.indexOf(column)] ?? 0
  const filters = [
    ...table.filters,
    row === null
      ? { key: table.rowKey, test: 'empty' as const, values: [] }
      : { key: table.rowKey, test: 'is' as const, values: [row] },
    { key: table.columnKey, test: 'is' as const, values: [column] },
  ]
  const ids = await client.lists.ids({
    list: table.list,
    // as an address holds them: the list checks each test
    query: { search: '', filters: JSON.parse(JSON.stringify(filters)), sort: [] },
  })
  return [value, ids.length]
}

describe('a report', () => {
  it('counts every stay of the sample once, and each figure has as many rows as it says', async () => {
    const app = await aTestAppWithOffice({ profile: 'telecom-paris', sample: true })
    const view = await app.client.reports.view({ academicYear: '2026/2027' })
    const plain = await app.client.lists.ids({
      list: 'mobilities',
      query: {
        search: '',
        filters: [
          { key: 'academicYear', test: 'is', values: ['2026/2027'] },
          {
            key: 'status',
            test: 'is-not',
            values: ['draft', 'applied', 'approved', 'selected', 'nominated', 'refused', 'withdrawn'],
          },
          { key: 'form', test: 'is-not', values: ['regional-semester'] },
        ],
        sort: [],
      },
    })
    expect(view.figures.find((figure) => figure.id === 'outgoing')?.value).toBe(plain.length)
    for (const table of view.tables.filter((known) => known.id.startsWith('outgoing'))) {
      const column = table.columns.indexOf('2026/2027')
      expect(table.cells.reduce((sum, cells) => sum + (cells[column] ?? 0), 0)).toBe(plain.length)
    }
    const counted = reportTables.filter((table) => table.sumKey === undefined).map((table) => table.id)
    for (const table of view.tables.filter((known) => counted.includes(known.id))) {
      const row = table.rows[0]
      if (row === undefined || typeof row === 'number' || typeof row === 'boolean') continue
      const column = String(table.columns.at(-1))
      const [value, rows] = await figureAndRows(app, table.id, row, column)
      expect([table.id, rows]).toEqual([table.id, value])
    }
  })

  it('tells durations in the school’s own bands, and what has no dates apart', async () => {
    const app = await aTestAppWithOffice()
    const accepted = { form: 'internship', status: 'draft' }
    await aStay(app, { ...accepted, plannedStart: '2027-02-01', plannedEnd: '2027-02-27' }) // 27 days
    await aStay(app, { ...accepted, plannedStart: '2027-02-01', plannedEnd: '2027-02-28' }) // 28 days
    await aStay(app, accepted)
    const { rows } = await app.client.lists.page({
      list: 'mobilities',
      query: { search: '', filters: [], sort: [] },
      offset: 0,
      limit: 10,
    })
    expect(new Set(rows.map((row) => row.cells['durationBand']))).toEqual(new Set(['0–4', '4–12', null]))
    await app.client.reports.setDurationBands({ weeks: [2] })
    const after = await app.client.lists.distinct({
      list: 'mobilities',
      query: { search: '', filters: [], sort: [] },
      key: 'durationBand',
    })
    expect(after.map(({ value }) => value)).toContain('2+')
  })

  it('refuses bands that do not rise', async () => {
    const { client } = await aTestAppWithOffice()
    await expect(client.reports.setDurationBands({ weeks: [12, 4] })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  it.each(Object.entries(agreementUseSql))(
    'looks for the stays of an agreement by its conditions, not among all those of the years: %s',
    async (_column, written) => {
      const { app } = await aTestAppWithOffice()
      const { raw } = app.context.office.current().connections
      const steps = raw
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN SELECT ${written} FROM agreement r`)
        .all(...(written.includes(':year') ? [{ year: '2026/2027' }] : []))
        .map(({ detail }) => detail)
      expect(steps.filter((detail) => /mobilityByYear|incomingStayByYear/.test(detail))).toEqual([])
    },
  )

  it('of a year without data is empty, and says so by its figures', async () => {
    const { client } = await aTestAppWithOffice()
    const view = await client.reports.view({ academicYear: '2031/2032' })
    expect(view.figures.map((figure) => figure.value)).toEqual(view.figures.map(() => 0))
    expect(view.tables.flatMap((table) => table.rows)).toEqual([])
  })
})
