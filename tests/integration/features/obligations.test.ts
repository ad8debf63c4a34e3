import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FieldValue } from '#shared/entities/fields.ts'
import type { Filter } from '#shared/lists/types.ts'
import { runCommand } from '#tests/fixtures/command-line.ts'
import { readFirstSheet } from '#tests/fixtures/exports/read-book.ts'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'

/** A student of the cohort of 2027, of a school that asks eleven weeks of everyone. */
const aStudentOf = (app: TestApp, values: Readonly<Record<string, FieldValue>> = {}) =>
  aRecord(app, 'student', { cohort: '2027', ...values })

/** A validated internship of twelve weeks in Germany. */
async function aStay(
  app: TestApp,
  studentId: string,
  { status = 'recognised', ...values }: Readonly<Record<string, FieldValue>> = {},
) {
  const id = await aRecord(app, 'mobility', {
    studentId,
    form: 'internship',
    academicYear: '2025/2026',
    plannedStart: '2026-06-01',
    plannedEnd: '2026-08-23',
    actualStart: '2026-06-01',
    actualEnd: '2026-08-23',
    stayCountry: 'DE',
    ...values,
  })
  const { door } = app.app.context.office.current()
  // the status moves by its own way, which has its own tests
  await door.change('record.update', { count: 1, title: '' }, (trx) =>
    trx
      .updateTable('mobility')
      .set({ status: statusOf(status) })
      .where('id', '=', id)
      .execute(),
  )
  return id
}

function statusOf(status: FieldValue) {
  if (status === 'agreed' || status === 'applied' || status === 'recognised') return status
  throw new Error(`No test stay is ${String(status)}`)
}

const rowsOf = async ({ client }: TestApp, filters: readonly Filter[] = []) => {
  const query = { ...everything, filters: filters.map((one) => ({ ...one, values: [...one.values] })) }
  return (await client.lists.page({ list: 'obligations', query, offset: 0, limit: 100 })).rows
}

describe('the list of obligations', () => {
  it('is worked out again after each change, and after its undo', async () => {
    const app = await aTestAppWithOffice()
    const student = await aStudentOf(app)
    const before = await rowsOf(app)
    expect(before[0]?.cells).toMatchObject({ status: 'at-risk', missingWeeks: 11, requiredWeeks: 11 })

    await aStay(app, student)
    const [met] = await rowsOf(app)
    expect(met?.cells).toMatchObject({ status: 'met', acquiredWeeks: 12, missingWeeks: 0 })
    expect(await rowsOf(app, [{ key: 'status', test: 'is', values: ['at-risk'] }])).toEqual([])

    await app.client.history.undo()
    await app.client.history.undo()
    expect(await rowsOf(app)).toEqual(before)
  })

  it('takes interruptions off, and counts the place of the stay rather than the host’s', async () => {
    const app = await aTestAppWithOffice()
    const student = await aStudentOf(app)
    const host = await aRecord(app, 'institution', { country: 'FR' })
    const stay = await aStay(app, student, { institutionId: host })
    await aRecord(app, 'interruption', { mobilityId: stay, start: '2026-06-08', end: '2026-06-14' })
    expect((await rowsOf(app))[0]?.cells).toMatchObject({ acquiredWeeks: 11, status: 'met' })
    await app.client.records.update({ entity: 'mobility', ids: [stay], values: { stayCountry: null } })
    expect((await rowsOf(app))[0]?.cells).toMatchObject({ acquiredWeeks: 0, status: 'at-risk' })
  })

  it('says what must be mended, in the language of the user', async () => {
    const app = await aTestAppWithOffice()
    const student = await aStudentOf(app, { cohort: null })
    await aStay(app, student, { stayCountry: null })
    expect((await rowsOf(app))[0]?.cells['problems']).toBe(
      'The cohort is missing. The country of a stay is missing.',
    )
    await app.client.office.setPreferences({ language: 'fr' })
    expect((await rowsOf(app))[0]?.cells['problems']).toBe('La promotion manque. Le pays d’un séjour manque.')
  })

  it('sorts, sums and searches like any list', async () => {
    const app = await aTestAppWithOffice()
    await aStudentOf(app, { studentNumber: 'A1', familyName: 'Éluard' })
    await aStudentOf(app, { studentNumber: 'A2', familyName: 'Zola', isSchooledInFrance: false })
    const query = { ...everything, sort: [{ key: 'missingWeeks', descending: true }] }
    const page = await app.client.lists.page({ list: 'obligations', query, offset: 0, limit: 10 })
    expect(page.totals).toMatchObject({ missingWeeks: 22, acquiredWeeks: 0 })
    const found = await app.client.lists.ids({
      list: 'obligations',
      query: { ...everything, search: 'eluard' },
    })
    expect(found).toHaveLength(1)
  })

  it('lists each stay with the days that count and why', async () => {
    const app = await aTestAppWithOffice()
    const student = await aStudentOf(app)
    await aStay(app, student)
    await aStay(app, student, {
      status: 'agreed',
      plannedStart: '2027-01-04',
      plannedEnd: '2027-01-17',
      actualStart: null,
      actualEnd: null,
    })
    await aStay(app, student, {
      status: 'agreed',
      stayCountry: 'FR',
      plannedStart: '2027-02-01',
      plannedEnd: '2027-02-17',
      actualStart: null,
      actualEnd: null,
    })
    const { rows } = await app.client.lists.page({
      list: 'ledgerLines',
      query: everything,
      offset: 0,
      limit: 10,
    })
    const days = rows.map(({ cells }) => [cells['acquiredDays'], cells['plannedDays'], cells['reason']])
    const byDays = days.toSorted((a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]))
    expect(byDays).toEqual([
      [0, 0, 'In the country of the school: not abroad.'],
      [0, 14, '14 days will count once the stay is validated.'],
      [84, 0, '84 days count.'],
    ])
  })

  it('leaves the reading connection closed to writing', async () => {
    const app = await aTestAppWithOffice()
    await aStudentOf(app)
    await rowsOf(app)
    const { rawReader } = app.app.context.office.current().connections
    expect(() => rawReader.exec('DELETE FROM student')).toThrow(/readonly/)
    expect(() => rawReader.exec('DELETE FROM temp.studentLedger')).toThrow(/readonly/)
  })
})

describe('the ledger of a student', () => {
  it('has a sentence for itself and for each stay, and each problem at its field', async () => {
    const app = await aTestAppWithOffice()
    const student = await aStudentOf(app)
    const host = await aRecord(app, 'institution', { name: 'Siemens', kind: 'company', country: 'DE' })
    await aStay(app, student, { institutionId: host, stayCountry: null })
    const stay = await aStay(app, student, {
      stayCountry: null,
      plannedStart: '2026-10-01',
      plannedEnd: '2026-10-31',
      actualStart: '2026-10-01',
      actualEnd: '2026-10-31',
    })
    const ledger = await app.client.obligations.ledger({ id: student })
    expect(ledger).toMatchObject({
      status: 'met',
      reason: 'Weeks validated abroad: 12; owed: 11.',
      lines: [
        { host: 'Siemens', country: 'DE', acquiredDays: 84, isReal: true },
        { host: null, acquiredDays: 0, reason: 'The country is not known, so nothing counts.' },
      ],
      problems: [{ entity: 'mobility', id: stay, field: 'stayCountry' }],
    })
  })

  it('refuses a student who is not there', async () => {
    const app = await aTestAppWithOffice()
    await expect(app.client.obligations.ledger({ id: 'nobody' })).rejects.toThrow('record-missing')
  })
})

describe.each(['telecom-paris', 'enit'] as const)('the forecast of the sample of %s', (profile) => {
  it('has figures that are the counts of their lists', async () => {
    const app = await aTestAppWithOffice({ profile, sample: true })
    const { cohorts, monthsLeft, reasons, stays } = await app.client.obligations.forecast()
    const count = async (list: 'obligations' | 'ledgerLines', filters: readonly unknown[]) =>
      (await app.client.lists.ids({ list, query: { ...everything, filters: filters.map(filterOf) } })).length

    expect(cohorts.map(({ cohort }) => cohort)).toEqual(['2027', '2028', '2029'])
    for (const { students, byStatus, problems, toAim } of cohorts)
      for (const figure of [students, problems, toAim, ...Object.values(byStatus)])
        expect(await count('obligations', figure.filters)).toBe(figure.count)
    for (const row of monthsLeft) {
      expect(await count('obligations', row.atRisk.filters)).toBe(row.atRisk.count)
      expect(await count('obligations', row.nothing.filters)).toBe(row.nothing.count)
    }
    for (const { figure } of reasons) expect(await count('obligations', figure.filters)).toBe(figure.count)
    for (const { figure } of stays) expect(await count('ledgerLines', figure.filters)).toBe(figure.count)
  })

  it('has students in every state that its rule knows, in each cohort', async () => {
    const app = await aTestAppWithOffice({ profile, sample: true })
    const { cohorts } = await app.client.obligations.forecast()
    const known = ['met', 'on-track', 'at-risk', 'exempt', ...(profile === 'enit' ? ['not-owed'] : [])]
    for (const { byStatus } of cohorts)
      expect(
        Object.entries(byStatus)
          .filter(([, figure]) => figure.count > 0)
          .map(([status]) => status)
          .toSorted(),
      ).toEqual(known.toSorted())
    expect(cohorts.map((one) => one.aimPercent)).toEqual(
      profile === 'enit' ? [100, 100, 100] : [null, null, null],
    )
  })
})

function filterOf(filter: unknown) {
  const test = (value: unknown): value is Filter & { values: string[] } => typeof value === 'object'
  if (!test(filter)) throw new Error('Not a filter')
  return filter
}

describe('the command line', () => {
  it('lists obligations with exactly the promised names', async () => {
    const app = await aTestAppWithOffice()
    const away = await aStudentOf(app, { studentNumber: 'A1' })
    await aStay(app, away)
    await aStudentOf(app, { studentNumber: 'A2', cohort: '2028' })
    const file = app.app.officePath() ?? ''
    const { status, out } = await runCommand(
      'list',
      'obligations',
      '--cohort',
      '2027',
      '--file',
      file,
      '--json',
      '--lang',
      'en',
    )
    expect(status).toBe(0)
    expect(JSON.parse(out)).toEqual([
      {
        studentNumber: 'A1',
        cohort: '2027',
        requiredWeeks: 11,
        acquiredWeeks: 12,
        plannedWeeks: 0,
        missingWeeks: 0,
        status: 'met',
        reason: 'Weeks validated abroad: 12; owed: 11.',
      },
    ])
  })

  it('says null weeks where nothing is owed', async () => {
    const app = await aTestAppWithOffice({ profile: 'enit' })
    await aStudentOf(app, { isSchooledInFrance: false })
    const file = app.app.officePath() ?? ''
    const { out } = await runCommand('list', 'obligations', '--file', file, '--json', '--lang', 'fr')
    expect(JSON.parse(out)).toMatchObject([{ requiredWeeks: null, status: 'not-owed', missingWeeks: 0 }])
  })

  it('refuses a cohort where the list has none, as wrong usage', async () => {
    const app = await aTestAppWithOffice()
    const file = app.app.officePath() ?? ''
    const { status, err } = await runCommand(
      'list',
      'agreements',
      '--cohort',
      '2027',
      '--file',
      file,
      '--lang',
      'en',
    )
    expect(status).toBe(2)
    expect(err).toContain('does not tell the cohort')
  })

  it('exports the obligations as a workbook', async () => {
    const app = await aTestAppWithOffice()
    await aStudentOf(app, { studentNumber: 'A1' })
    const out = join(app.folder, 'obligations.xlsx')
    const file = app.app.officePath() ?? ''
    const { status } = await runCommand('export', 'obligations', '--out', out, '--file', file, '--lang', 'en')
    expect(status).toBe(0)
    const { rows } = await readFirstSheet(readFileSync(out))
    expect(rows).toHaveLength(1)
    const cell = (label: string) => rows[0]?.[label]
    expect([cell('Student number'), cell('Weeks owed'), cell('Missing'), cell('Obligation')]).toEqual([
      'A1',
      11,
      11,
      'At risk',
    ])
  })
})
