import { describe, expect, it } from 'vitest'
import type { FieldValue } from '#shared/entities/fields.ts'
import { aRecord, aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'

const refusal = (code: string, data: Record<string, unknown> = {}) => ({
  data: { code, data: expect.objectContaining(data) },
})

async function aStay(made: TestApp, student: Readonly<Record<string, FieldValue>> = {}): Promise<string> {
  const studentId = await aRecord(made, 'student', {
    email: 'zoe@example.org',
    nationality: 'FR',
    ...student,
  })
  const institutionId = await aRecord(made, 'institution', {
    contactName: 'Jan Berg',
    contactEmail: 'jan@example.org',
  })
  return aRecord(made, 'mobility', {
    studentId,
    institutionId,
    academicYear: '2026/2027',
    plannedStart: '2027-02-01',
    plannedEnd: '2027-06-30',
  })
}
const sign = (
  { client }: TestApp,
  mobilityId: string,
  role: 'student' | 'sending' | 'receiving',
  day: string | null,
) => client.stayFiles.sign({ mobilityId, version: 1, role, signedOn: day })

async function signAll(made: TestApp, mobilityId: string) {
  await sign(made, mobilityId, 'student', '2026-11-02')
  await sign(made, mobilityId, 'sending', '2026-11-04')
  await sign(made, mobilityId, 'receiving', '2026-11-09')
}

describe('the learning agreement of a stay', () => {
  it('is drawn up, mirrored, signed in order, then changed in a new version', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    await aRecord(made, 'laComponent', { mobilityId, title: 'Robotics', ects: 6 })
    await aRecord(made, 'laComponent', { mobilityId, title: 'Optics', ects: 4.5 })
    expect(await made.client.stayFiles.mirror({ mobilityId, version: 1 })).toEqual({ added: 2 })
    expect(await made.client.stayFiles.mirror({ mobilityId, version: 1 })).toEqual({ added: 0 })
    await signAll(made, mobilityId)
    const first = await made.client.stayFiles.agreement({ mobilityId })
    expect(first).toMatchObject({ newest: 1, signed: [1], ects: { A: 10.5, B: 10.5, C: 0 }, findings: [] })
    expect(first.signatures.map(({ role, signerName }) => [role, signerName])).toEqual([
      ['student', 'Zoé Müller'],
      ['sending', null],
      ['receiving', 'Jan Berg'],
    ])

    const change = { mobilityId, version: 2, reasonCode: 'not-available' }
    await aRecord(made, 'laComponent', { ...change, title: 'Optics', ects: 4.5, status: 'deleted' })
    await aRecord(made, 'laComponent', { ...change, title: 'Vision', ects: 4.5 })
    const second = await made.client.stayFiles.agreement({ mobilityId })
    expect(second).toMatchObject({ newest: 2, signed: [1], ects: { A: 10.5, B: 10.5, C: 0 } })
    expect(
      second.courses.filter(({ isInForce }) => isInForce).map(({ table, title }) => table + title),
    ).toEqual(['ARobotics', 'BRobotics', 'BOptics', 'AVision'])
  })

  it('keeps a version that the three have signed', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    const id = await aRecord(made, 'laComponent', { mobilityId, title: 'Robotics', ects: 6 })
    await signAll(made, mobilityId)
    const signed = refusal('record-invalid', {
      field: 'version',
      problem: 'stay-file.problem.version-signed',
    })
    const { records } = made.client
    await expect(
      records.update({ entity: 'laComponent', ids: [id], values: { ects: 7 } }),
    ).rejects.toMatchObject(signed)
    await expect(
      records.update({ entity: 'laComponent', ids: [id], values: { version: 2 } }),
    ).rejects.toMatchObject(signed)
    await expect(records.remove({ entity: 'laComponent', ids: [id] })).rejects.toMatchObject(signed)
    await expect(aRecord(made, 'laComponent', { mobilityId, title: 'More' })).rejects.toMatchObject(signed)
  })

  it('is not signed out of order, whoever writes it', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    await expect(sign(made, mobilityId, 'sending', '2026-11-04')).rejects.toMatchObject(
      refusal('record-invalid', { field: 'signedOn', problem: 'stay-file.problem.unsigned-before.student' }),
    )
    await sign(made, mobilityId, 'student', '2026-11-05')
    const early = refusal('record-invalid', {
      field: 'signedOn',
      problem: 'stay-file.problem.signed-before.student',
    })
    await expect(sign(made, mobilityId, 'sending', '2026-11-04')).rejects.toMatchObject(early)
    await expect(
      aRecord(made, 'laSignature', { mobilityId, role: 'sending', signedOn: '2026-11-04' }),
    ).rejects.toMatchObject(early)
    await sign(made, mobilityId, 'sending', '2026-11-06')
    await expect(sign(made, mobilityId, 'student', null)).rejects.toMatchObject(
      refusal('record-invalid', { problem: 'stay-file.problem.signed-after.sending' }),
    )
    const { signatures } = await made.client.stayFiles.agreement({ mobilityId })
    const student = signatures.find(({ role }) => role === 'student')?.id ?? ''
    await expect(made.client.records.remove({ entity: 'laSignature', ids: [student] })).rejects.toMatchObject(
      refusal('record-invalid', { problem: 'stay-file.problem.unsigned-under.sending' }),
    )
  })

  it('has no course of negative credits', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    await expect(aRecord(made, 'laComponent', { mobilityId, title: 'X', ects: -1 })).rejects.toMatchObject(
      refusal('record-invalid', { field: 'ects', problem: 'record.too-small' }),
    )
  })
})

it('compares the transcript with the agreement and proposes the recognition', async () => {
  const made = await aTestAppWithOffice()
  const mobilityId = await aStay(made)
  await aRecord(made, 'laComponent', { mobilityId, title: 'Robotics', ects: 6 })
  await aRecord(made, 'laComponent', { mobilityId, title: 'Optics', ects: 4 })
  await made.client.stayFiles.mirror({ mobilityId, version: 1 })
  await aRecord(made, 'transcriptLine', { mobilityId, title: 'robotics', ects: 6, grade: '1.3' })
  await aRecord(made, 'transcriptLine', { mobilityId, title: 'Chinese', ects: 2 })
  expect(await made.client.stayFiles.recognition({ mobilityId })).toMatchObject({
    agreed: 10,
    obtained: 8,
    proposal: 'partial',
    missing: ['Optics'],
    unexpected: ['Chinese'],
  })
})

describe('the aids of a stay', () => {
  const aScheme = (made: TestApp, values: Readonly<Record<string, FieldValue>>) =>
    aRecord(made, 'aidScheme', { name: 'Aid', amountKind: 'per-month', rate: 400, ...values })

  it('are told with the reason for a no, and what they give', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made, { scholarship: '3' })
    await aScheme(made, { name: 'Test month', forms: 'exchange-semester', minDays: 60 })
    await aScheme(made, { name: 'Test work', forms: 'internship' })
    await aScheme(made, { name: 'Test level', minScholarshipLevel: 6 })
    const { aids, days } = await made.client.stayFiles.aids({ mobilityId })
    const byName = new Map(aids.map((one) => [one.name, one]))
    expect(days).toBe(150)
    expect(byName.get('Test month')).toMatchObject({ answer: 'yes', amount: 2000 })
    expect(byName.get('Test work')).toMatchObject({ answer: 'no', reasons: [{ code: 'form' }] })
    expect(byName.get('Test level')).toMatchObject({
      answer: 'no',
      reasons: [{ code: 'scholarship', params: { least: 6 } }],
    })
  })

  it('go by the country where the stay is spent, which may not be that of its host', async () => {
    const made = await aTestAppWithOffice()
    const studentId = await aRecord(made, 'student', {})
    const institutionId = await aRecord(made, 'institution', { country: 'DE' })
    const mobilityId = await aRecord(made, 'mobility', {
      studentId,
      institutionId,
      stayCountry: 'BR',
      academicYear: '2026/2027',
    })
    await aScheme(made, { name: 'Test Brazil', hostCountries: 'BR', amountKind: 'once' })
    await aScheme(made, { name: 'Test Germany', hostCountries: 'DE', amountKind: 'once' })
    const { aids } = await made.client.stayFiles.aids({ mobilityId })
    const answers = new Map(aids.map(({ name, answer }) => [name, answer]))
    expect([answers.get('Test Brazil'), answers.get('Test Germany')]).toEqual(['yes', 'no'])
  })

  it('are asked, granted and paid, never beyond what was granted', async () => {
    const made = await aTestAppWithOffice()
    const mobilityId = await aStay(made)
    const schemeId = await aScheme(made, {})
    const fundingId = await aRecord(made, 'funding', { mobilityId, schemeId, amountAsked: 2000 })
    await expect(aRecord(made, 'instalment', { fundingId, amount: 100 })).rejects.toMatchObject(
      refusal('record-invalid', { field: 'amount', problem: 'stay-file.problem.nothing-granted' }),
    )
    await made.client.records.update({ entity: 'funding', ids: [fundingId], values: { amountGranted: 1500 } })
    expect((await made.client.records.get({ entity: 'funding', id: fundingId })).values).toMatchObject({
      status: 'granted',
      decidedOn: '2026-11-22',
    })
    await aRecord(made, 'instalment', { fundingId, amount: 1050, paidOn: '2026-11-20' })
    await expect(aRecord(made, 'instalment', { fundingId, amount: 450.01 })).rejects.toMatchObject(
      refusal('record-invalid', { field: 'amount', left: 450 }),
    )
    await aRecord(made, 'instalment', { fundingId, amount: 450 })
    const { fundings } = await made.client.stayFiles.aids({ mobilityId })
    expect(fundings).toMatchObject([{ paid: 1050, planned: 450, left: 0, status: 'granted' }])
    await expect(
      made.client.records.update({ entity: 'funding', ids: [fundingId], values: { amountGranted: 1000 } }),
    ).rejects.toMatchObject(refusal('record-invalid', { field: 'amountGranted', sum: 1500 }))
  })
})
