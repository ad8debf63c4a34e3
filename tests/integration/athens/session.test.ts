import { describe, expect, it } from 'vitest'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'
import { readBook } from '#tests/fixtures/exports/read-book.ts'

const session = '2027-03'
const allocation = { session, mechanism: 'stable', priority: 'ects', seed: 7 } as const

/** Two courses in Delft with a quota of two for the host, one blended course in Wien, four students. */
async function aSession() {
  const app = await aTestAppWithOffice()
  await app.client.settings.updateSchool({
    athensCoordinatorName: 'Paul Durand',
    athensCoordinatorEmail: 'paul@example.org',
  })
  await app.client.athens.openSession({ session })
  const delft = await aRecord(app, 'institution', { name: 'TU Delft', city: 'Delft', country: 'NL' })
  const wien = await aRecord(app, 'institution', { name: 'TU Wien', city: 'Wien', country: 'AT' })
  const course = (institutionId: string, code: string, values = {}) =>
    aRecord(app, 'athensCourse', {
      session,
      institutionId,
      code,
      title: `Course ${code}`,
      capacity: 2,
      ects: 2,
      ...values,
    })
  const courses = {
    TUD1: await course(delft, 'TUD1', { capacity: 1 }),
    TUD2: await course(delft, 'TUD2'),
    TUW1: await course(wien, 'TUW1', { isBip: true }),
  }
  await aRecord(app, 'athensHostQuota', { session, institutionId: delft, quota: 2 })
  const student = async (
    familyName: string,
    ectsAcquired: number,
    choices: readonly (keyof typeof courses)[],
  ) => {
    const id = await aRecord(app, 'student', {
      familyName,
      studentNumber: familyName,
      ectsAcquired,
      cohort: '2028',
      gender: '2',
      birthDate: '2004-02-29',
      nationality: 'FR',
      email: `${familyName.toLowerCase()}@example.org`,
    })
    for (const [at, code] of choices.entries())
      await aRecord(app, 'wish', { studentId: id, courseId: courses[code], rank: at + 1 })
    return id
  }
  const students = {
    Abel: await student('Abel', 180, ['TUD1', 'TUD2']),
    Brun: await student('Brun', 120, ['TUD1', 'TUD2']),
    Cros: await student('Cros', 60, ['TUD2', 'TUW1']),
    Dumas: await student('Dumas', 30, ['TUD1']),
  }
  return { app, delft, wien, courses, students }
}

const cockpit = ({ client }: TestApp) => client.athens.cockpit({ session })

async function finished({ client }: TestApp, format: string, params: Record<string, string | boolean>) {
  const { jobId } = await client.jobs.start({ kind: 'export', format, params })
  for await (const event of await client.jobs.watch({ jobId }))
    if (event.type === 'failed') throw Object.assign(new Error(event.code), { data: event.data })
  const result = await client.jobs.result({ jobId })
  if (result.kind !== 'export') throw new Error('Not an export')
  return result
}

describe('an ATHENS session', () => {
  it('opens with seven days from the third Saturday, to be corrected', async () => {
    const { app } = await aSession()
    const { record } = await cockpit(app)
    expect(record).toMatchObject({ status: 'open', startsOn: '2027-03-20', endsOn: '2027-03-26' })
  })

  it('is allocated within capacities and quotas of hosts, with a reason for each choice and a certificate', async () => {
    const { app } = await aSession()
    const preview = await app.client.athens.preview(allocation)
    expect(preview).toMatchObject({
      placed: 3,
      unplaced: 1,
      byRank: [1, 2],
      certificate: { ok: true, violations: 0 },
    })
    expect(preview.students.map(({ student, code }) => [student, code])).toEqual([
      ['Abel Zoé', 'TUD1'],
      ['Brun Zoé', 'TUD2'],
      ['Cros Zoé', 'TUW1'],
      ['Dumas Zoé', null],
    ])
    const cros = preview.students.find(({ student }) => student === 'Cros Zoé')
    expect(cros?.reasons[0]).toMatchObject({
      code: 'TUD2',
      outcome: 'outranked',
      limit: 'pool',
      holders: ['Abel Zoé', 'Brun Zoé'],
    })
    expect((await cockpit(app)).counts.proposed).toBe(0)
  })

  it('proposes courses in one step: registrations, and stays of seven days that undo takes back', async () => {
    const { app, students } = await aSession()
    expect(await app.client.athens.keep(allocation)).toEqual({ placed: 3, withdrawn: 0 })
    const { counts, record } = await cockpit(app)
    expect(counts).toMatchObject({ students: 4, proposed: 3, unplaced: 1 })
    expect(record?.status).toBe('allocated')
    const stays = await app.client.lists.page({ list: 'mobilities', query: everything, offset: 0, limit: 10 })
    expect(stays.rows).toHaveLength(3)
    expect(stays.rows[0]?.cells).toMatchObject({
      form: 'athens-week',
      status: 'selected',
      plannedStart: '2027-03-20',
      plannedEnd: '2027-03-26',
      academicYear: '2026/2027',
      semester: 'spring',
    })
    await app.client.records.update({
      entity: 'student',
      ids: [students.Dumas],
      values: { ectsAcquired: 300 },
    })
    expect(await app.client.athens.keep(allocation)).toEqual({ placed: 3, withdrawn: 1 })
    await app.client.history.undo()
    await app.client.history.undo()
    await app.client.history.undo()
    expect((await cockpit(app)).counts).toMatchObject({ proposed: 0, unplaced: 4 })
  })

  it('places nobody in a course whose capacity is unknown, and says so', async () => {
    const { app, courses } = await aSession()
    await app.client.records.update({
      entity: 'athensCourse',
      ids: [courses.TUD1],
      values: { capacity: null },
    })
    const preview = await app.client.athens.preview(allocation)
    expect(preview.unknownCapacity).toEqual(['TUD1'])
    expect(preview.students.map(({ code }) => code)).not.toContain('TUD1')
  })

  it('nominates those who have a course, per network or per host, with the columns of the preset', async () => {
    const { app } = await aSession()
    await app.client.athens.savePreset({ columns: ['familyName', 'email', 'course'], choices: 2 })
    await app.client.athens.keep(allocation)
    const made = await finished(app, 'athens-nominations', { session })
    expect(made).toMatchObject({ rows: 3, nominated: 3 })
    const [sheet] = await readBook(new Uint8Array(await made.file.arrayBuffer()))
    expect(sheet?.header).toEqual([
      'Family name',
      'E-mail of student',
      'Course proposed',
      'Choice 1',
      'Choice 2',
    ])
    expect(sheet?.rows[2]).toEqual({
      'Family name': 'Cros',
      'E-mail of student': 'cros@example.org',
      'Course proposed': 'TUW1',
      'Choice 1': 'TUD2',
      'Choice 2': 'TUW1',
    })
    expect((await cockpit(app)).counts).toMatchObject({ proposed: 0, nominated: 3 })
    const perHost = await finished(app, 'athens-nominations', { session, perHost: true })
    expect(perHost.file.name).toMatch(/\.zip$/)
    expect(perHost.rows).toBe(3)
  })

  it('explains quotas below those already nominated', async () => {
    const { app, courses } = await aSession()
    await app.client.athens.keep(allocation)
    await finished(app, 'athens-nominations', { session })
    const lower = app.client.records.update({
      entity: 'athensCourse',
      ids: [courses.TUD1],
      values: { capacity: 0 },
    })
    await expect(lower).rejects.toMatchObject({
      data: { data: { problem: 'places.below-nominated', count: 1 } },
    })
    const [quota] = await app.client.lists.ids({ list: 'athensHostQuotas', query: everything })
    const less = app.client.records.update({
      entity: 'athensHostQuota',
      ids: [quota ?? ''],
      values: { quota: 1 },
    })
    await expect(less).rejects.toMatchObject({
      data: { data: { problem: 'places.below-nominated', count: 2 } },
    })
  })

  it('carries results over, registers, opens the Erasmus mobility of a blended course, and lists the ECTS', async () => {
    const { app, students } = await aSession()
    await app.client.athens.keep(allocation)
    await finished(app, 'athens-nominations', { session })
    const list = await app.client.lists.page({
      list: 'athensRegistrations',
      query: everything,
      offset: 0,
      limit: 10,
    })
    const idOf = (familyName: string) =>
      list.rows.find(({ cells }) => cells['familyName'] === familyName)?.id ?? ''
    const set = (id: string, values: Record<string, string>) =>
      app.client.records.update({ entity: 'athensRegistration', ids: [id], values })
    await set(idOf('Abel'), { status: 'accepted' })
    await set(idOf('Brun'), { status: 'refused' })
    await set(idOf('Cros'), { status: 'accepted' })
    expect((await cockpit(app)).counts).toMatchObject({ accepted: 2, refused: 1, toCarry: 3 })
    expect(await app.client.athens.carryResults({ session })).toEqual({ moved: 3, unmoved: [] })
    expect((await cockpit(app)).counts.toCarry).toBe(0)
    expect(await app.client.athens.register({ session })).toEqual({ registered: 2, blended: 1 })
    const filters = [{ key: 'form', test: 'is' as const, values: ['short-term-blended'] }]
    const blended = await app.client.lists.page({
      list: 'mobilities',
      query: { ...everything, filters },
      offset: 0,
      limit: 5,
    })
    expect(
      blended.rows.map(({ cells }) => [
        cells['familyName'],
        cells['status'],
        cells['institution'],
        cells['plannedStart'],
      ]),
    ).toEqual([['Cros', 'accepted', 'TU Wien', '2027-03-20']])
    const ects = await finished(app, 'athens-registrations', { session })
    const [sheet] = await readBook(new Uint8Array(await ects.file.arrayBuffer()))
    expect(
      sheet?.rows.map((row) => [row['Family name'], row['Course'], row['ECTS'], row['Blended (BIP)']]),
    ).toEqual([
      ['Abel', 'TUD1', 2, 'No'],
      ['Cros', 'TUW1', 2, 'Yes'],
    ])
    const { nominees } = await cockpit(app)
    expect(nominees.find(({ studentId }) => studentId === students.Abel)?.findings).toEqual([
      { code: 'must-attend', params: { code: 'TUD1' } },
    ])
  })

  it('takes a registered student off only with the agreement of an official, recorded', async () => {
    const { app } = await aSession()
    await app.client.athens.keep(allocation)
    const list = await app.client.lists.page({
      list: 'athensRegistrations',
      query: everything,
      offset: 0,
      limit: 10,
    })
    const id = list.rows.find(({ cells }) => cells['familyName'] === 'Cros')?.id ?? ''
    const cancel = () =>
      app.client.athens.cancel({ id, reason: 'Illness', agreedBy: 'Paul Durand', agreedOn: '2027-02-01' })
    await expect(cancel()).rejects.toMatchObject({ data: { code: 'athens-not-registered' } })
    await app.client.records.update({
      entity: 'athensRegistration',
      ids: [id],
      values: { status: 'accepted' },
    })
    await app.client.athens.carryResults({ session })
    await app.client.athens.register({ session })
    const straight = app.client.records.update({
      entity: 'athensRegistration',
      ids: [id],
      values: { status: 'cancelled' },
    })
    await expect(straight).rejects.toMatchObject({
      data: { data: { problem: 'athens.cancel.needs-agreement' } },
    })
    expect(await cancel()).toEqual({ student: 'Cros Zoé' })
    const { values } = await app.client.records.get({ entity: 'athensRegistration', id })
    expect(values).toMatchObject({ status: 'cancelled', cancelAgreedBy: 'Paul Durand' })
    const stays = await app.client.lists.page({
      list: 'mobilities',
      query: { ...everything, search: 'Cros' },
      offset: 0,
      limit: 5,
    })
    expect(stays.rows.map(({ cells }) => cells['status'])).toEqual(['withdrawn', 'withdrawn'])
  })
})
