import { describe, expect, it } from 'vitest'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'
import { testDay } from '#tests/fixtures/test-office.ts'

const refusal = (code: string, data: Record<string, unknown> = {}) => ({
  data: { code, data: expect.objectContaining(data) },
})

async function aStay(made: TestApp, values: Readonly<Record<string, string>> = {}): Promise<string> {
  const studentId = await aRecord(made, 'student', { email: 'zoe.muller@example.org' })
  return aRecord(made, 'mobility', {
    studentId,
    academicYear: '2026/2027',
    plannedStart: '2027-02-01',
    plannedEnd: '2027-06-30',
    ...values,
  })
}
const aFile = (name = 'certificate.pdf', text = '%PDF-1.7 arrival') => new File([text], name)
const stayOf = async ({ client }: TestApp, id: string) =>
  (await client.records.get({ entity: 'mobility', id })).values
const documentsOf = async ({ client }: TestApp, mobilityId: string) => {
  const rows = await client.stayFiles.documents({ mobilityId })
  return new Map(rows.map((row) => [row.kind, row]))
}

describe('the checklist of a stay', () => {
  it('holds what the form asks for before anything has come, with the day each is due', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    const documents = await documentsOf(made, mobilityId)
    expect(documents.get('arrival-certificate')).toMatchObject({ state: 'later', dueOn: '2027-02-16' })
    expect(documents.get('cv')).toMatchObject({
      state: 'overdue',
      dueOn: '2026-08-05',
      neededFor: 'approved',
    })
    expect(documents.has('visa')).toBe(false)
  })

  it('is another for an internship, and follows what the school changed', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made, { form: 'internship' })
    expect([...(await documentsOf(made, mobilityId)).keys()].toSorted()).toEqual([
      'arrival-certificate',
      'cv',
      'departure-certificate',
      'insurance',
      'placement-agreement',
      'stay-report',
    ])
  })

  it('is empty for a stay that was given up', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    await made.client.records.update({
      entity: 'mobility',
      ids: [mobilityId],
      values: { status: 'withdrawn' },
    })
    expect((await documentsOf(made, mobilityId)).size).toBe(0)
  })
})

describe('a document that is only awaited', () => {
  it('can be opened, edited and filled in with others at once, and is written by that', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    const ids = ['cv', 'insurance'].map((kind) => `${mobilityId}.${kind}`)
    const [cv = ''] = ids
    const awaited = await made.client.records.get({ entity: 'document', id: cv })
    expect(awaited).toMatchObject({ title: 'Müller Zoé · CV', values: { status: 'missing', mobilityId } })
    await made.client.records.update({ entity: 'document', ids, values: { receivedOn: '2026-11-20' } })
    const documents = await documentsOf(made, mobilityId)
    expect(documents.get('cv')).toMatchObject({ id: cv, state: 'received', receivedOn: '2026-11-20' })
    expect(documents.get('insurance')?.state).toBe('received')
    await made.client.history.undo()
    expect((await documentsOf(made, mobilityId)).get('cv')).toMatchObject({ id: cv, state: 'overdue' })
  })

  it('of no stay or of no known kind is not there', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    for (const id of ['nobody.cv', `${mobilityId}.palace`, mobilityId])
      await expect(made.client.records.get({ entity: 'document', id })).rejects.toMatchObject(
        refusal('record-missing'),
      )
  })

  it('is told late, counted and filtered by the list', async () => {
    const made = await aTestAppWithOffice()
    await aStay(made)
    const filters = [{ key: 'state', test: 'is' as const, values: ['overdue'] }]
    const page = await made.client.lists.page({
      list: 'documents',
      query: { ...everything, filters },
      offset: 0,
      limit: 50,
    })
    expect(page.total).toBe(5)
    expect(page.rows.map(({ cells }) => String(cells['kind'])).toSorted()).toEqual([
      'cv',
      'identity',
      'language-certificate',
      'motivation-letter',
      'transcript-before',
    ])
    expect(page.rows[0]?.cells).toMatchObject({ office: 'Direction des relations internationales' })
  })
})

describe('a file', () => {
  it('is kept with its document, given back the same, replaced, removed, and all of it undone', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    const documentId = `${mobilityId}.insurance`
    await made.client.stayFiles.attach({ documentId, file: aFile('insurance.pdf', 'first') })
    const first = (await documentsOf(made, mobilityId)).get('insurance')
    expect(first).toMatchObject({
      state: 'received',
      receivedOn: testDay,
      fileName: 'insurance.pdf',
      sizeBytes: 5,
    })
    const back = await made.client.files.get({ sha256: first?.sha256 ?? '', name: 'insurance.pdf' })
    expect(await back.text()).toBe('first')

    await made.client.stayFiles.attach({ documentId, file: aFile('better.pdf', 'second one') })
    expect((await documentsOf(made, mobilityId)).get('insurance')).toMatchObject({
      fileName: 'better.pdf',
      sizeBytes: 10,
    })
    await made.client.stayFiles.detach({ documentId })
    expect((await documentsOf(made, mobilityId)).get('insurance')).toMatchObject({
      fileName: null,
      state: 'received',
    })
    await made.client.history.undo()
    await made.client.history.undo()
    expect((await documentsOf(made, mobilityId)).get('insurance')).toEqual(first)
  })

  it('can be of a document that no checklist asks for', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    const { id } = await made.client.stayFiles.attachNew({
      mobilityId,
      kind: 'visa',
      file: aFile('visa.pdf'),
    })
    expect((await documentsOf(made, mobilityId)).get('visa')).toMatchObject({
      id,
      state: 'received',
      neededFor: 'departed',
    })
  })

  it('that is empty or too large is refused with its name, and nothing changes', async () => {
    const made = await aTestAppWithOffice()
    const documentId = `${await aStay(made)}.cv`
    const before = await made.client.history.next()
    await expect(
      made.client.stayFiles.attach({ documentId, file: aFile('nothing.pdf', '') }),
    ).rejects.toMatchObject(refusal('file-empty', { name: 'nothing.pdf' }))
    const large = new File([new Uint8Array(25 * 1024 * 1024 + 1)], 'film.mov')
    await expect(made.client.stayFiles.attach({ documentId, file: large })).rejects.toMatchObject(
      refusal('file-too-large', { name: 'film.mov', limitMb: 25 }),
    )
    expect(await made.client.history.next()).toEqual(before)
  })
})

describe('a certificate', () => {
  it('sets the real dates of the stay in the same step, and undoing takes them back', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    const set = (kind: string, certifiedDate: string | null) =>
      made.client.records.update({
        entity: 'document',
        ids: [`${mobilityId}.${kind}`],
        values: { certifiedDate },
      })
    await set('arrival-certificate', '2027-02-03')
    await set('departure-certificate', '2027-06-25')
    expect(await stayOf(made, mobilityId)).toMatchObject({
      actualStart: '2027-02-03',
      actualEnd: '2027-06-25',
    })
    expect((await documentsOf(made, mobilityId)).get('arrival-certificate')).toMatchObject({
      state: 'received',
    })
    await made.client.history.undo()
    expect(await stayOf(made, mobilityId)).toMatchObject({ actualStart: '2027-02-03', actualEnd: null })
    await set('arrival-certificate', null)
    expect(await stayOf(made, mobilityId)).toMatchObject({ actualStart: null })
  })

  it('of departure before arrival is refused at the date', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    const set = (kind: string, certifiedDate: string) =>
      made.client.records.update({
        entity: 'document',
        ids: [`${mobilityId}.${kind}`],
        values: { certifiedDate },
      })
    await set('arrival-certificate', '2027-02-03')
    await expect(set('departure-certificate', '2027-02-02')).rejects.toMatchObject(
      refusal('record-invalid', { field: 'certifiedDate' }),
    )
  })

  it('does not take back a date that was typed otherwise since', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    const ids = [`${mobilityId}.arrival-certificate`]
    await made.client.records.update({ entity: 'document', ids, values: { certifiedDate: '2027-02-03' } })
    await made.client.records.update({
      entity: 'mobility',
      ids: [mobilityId],
      values: { actualStart: '2027-02-05' },
    })
    await made.client.records.update({ entity: 'document', ids, values: { certifiedDate: null } })
    expect(await stayOf(made, mobilityId)).toMatchObject({ actualStart: '2027-02-05' })
  })
})

it('refuses a document that expires before its issue, and an interruption outside of the stay', async () => {
  const made = await aTestAppWithOffice()
  const mobilityId = await aStay(made)
  await expect(
    aRecord(made, 'document', { mobilityId, kind: 'visa', issuedOn: '2026-05-02', expiresOn: '2026-05-01' }),
  ).rejects.toMatchObject(refusal('record-invalid', { field: 'expiresOn' }))
  await expect(
    aRecord(made, 'interruption', { mobilityId, start: '2027-01-31', end: '2027-02-05' }),
  ).rejects.toMatchObject(refusal('record-invalid', { field: 'start' }))
  await expect(
    aRecord(made, 'interruption', { mobilityId, start: '2027-06-30', end: '2027-07-01' }),
  ).rejects.toMatchObject(refusal('record-invalid', { field: 'end' }))
})

it('writes a reminder for each student and for each office', async () => {
  const made = await aTestAppWithOffice()
  await aStay(made)
  const students = await made.client.stayFiles.reminders({ by: 'student', office: null })
  expect(students.reminders).toHaveLength(1)
  const [first] = students.reminders
  expect(first).toMatchObject({ name: 'Müller Zoé', email: 'zoe.muller@example.org' })
  expect(first?.text).toContain('– CV (due on')
  expect(first?.overdue).toBeGreaterThan(0)
  const offices = await made.client.stayFiles.reminders({ by: 'office', office: null })
  expect(offices.reminders.map(({ name, count }) => [name, count])).toEqual([
    ['Direction des relations internationales', first?.count],
  ])
  expect(offices.offices).toEqual(['Direction des relations internationales'])
  const none = await made.client.stayFiles.reminders({ by: 'student', office: 'DFVE' })
  expect(none.reminders).toEqual([])
})
