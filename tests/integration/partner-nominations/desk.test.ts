import { describe, expect, test } from 'vitest'
import { readBook } from '#tests/fixtures/exports/read-book.ts'
import { aRecord, aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'
import { aPartnerWithStudents, fill, keep, year } from '#tests/fixtures/workbooks/nominating-office.ts'
import { englishForm } from '#tests/fixtures/workbooks/partner-workbooks.ts'

async function produce(app: TestApp, format: string, params: Record<string, string | boolean | string[]>) {
  const { jobId } = await app.client.jobs.start({ kind: 'export', format, params })
  const result = await app.client.jobs.result({ jobId })
  if (result.kind !== 'export') throw new Error('no export')
  return { ...result, text: await result.file.text() }
}

describe('the desk of a partner', () => {
  test('shows what to copy in the partner’s own terms, and what changed since the last time', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aPartnerWithStudents(app)
    const before = await app.client.partnerNominations.desk({ institutionId, academicYear: year })
    expect(before.profile).toMatchObject({ channel: 'file', profileId: null, nominationLanguage: 'en' })
    expect(before.students[0]?.values).toContainEqual({ label: 'Gender', text: 'Female' })
    await keep(app, institutionId, await englishForm())
    await fill(app, institutionId)
    const [student] = before.students
    await app.client.records.update({
      entity: 'student',
      ids: [student?.studentId ?? ''],
      values: { email: 'new@example.org', phone: '+33 1 23' },
    })
    const after = await app.client.partnerNominations.desk({ institutionId, academicYear: year })
    expect(after.template?.fileName).toBe('form.xlsx')
    expect(after.students[0]).toMatchObject({
      student: 'Dupont Élise',
      status: 'nominated',
      changes: [
        { key: 'email', before: 's0@example.org', after: 'new@example.org' },
        { key: 'phone', before: null, after: '+33 1 23' },
      ],
    })
    expect(after.students[1]?.changes).toEqual([])
    expect(after.students[0]?.values).toContainEqual({ label: 'Semester', text: 'Autumn' })
    expect(after.sent).toHaveLength(3)
    expect(after.sent[0]).toMatchObject({ channel: 'file', fileName: expect.stringMatching(/xlsx$/) })
  })

  test('records what went through a web form, without a file, as one step', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aPartnerWithStudents(app)
    await aRecord(app, 'nominationProfile', {
      institutionId,
      channel: 'web-form',
      formUrl: 'https://example.org/form',
    })
    const { students } = await app.client.partnerNominations.desk({ institutionId, academicYear: year })
    const mobilityIds = students.slice(0, 2).map(({ mobilityId }) => mobilityId)
    const asked = { institutionId, academicYear: year, mobilityIds, channel: 'web-form' as const }
    expect(await app.client.partnerNominations.record(asked)).toEqual({ nominated: 2 })
    const desk = await app.client.partnerNominations.desk({ institutionId, academicYear: year })
    expect(desk.students.map(({ status }) => status)).toEqual(['nominated', 'nominated', 'selected'])
    expect(desk.sent[0]).toMatchObject({
      channel: 'web-form',
      recipient: 'https://example.org/form',
      fileName: null,
    })
    await app.client.history.undo()
    const undone = await app.client.partnerNominations.desk({ institutionId, academicYear: year })
    expect(undone.sent).toEqual([])
    const gone = { ...asked, mobilityIds: ['nobody'] }
    await expect(app.client.partnerNominations.record(gone)).rejects.toMatchObject({
      data: { code: 'record-missing' },
    })
  })
})

describe('the EWP file', () => {
  test('is in the log as such, and what changed since is told, until the file is made again', async () => {
    const app = await aTestAppWithOffice()
    const { client } = app
    const institutionId = await aPartnerWithStudents(app)
    const params = { academicYear: year, partners: [institutionId] }
    await client.settings.updateSchool({ schac: 'ours.example' })
    await client.records.update({
      entity: 'institution',
      ids: [institutionId],
      values: { schac: 'theirs.example' },
    })
    const desk = async () => await client.partnerNominations.desk({ institutionId, academicYear: year })
    for (const [at, { studentId }] of (await desk()).students.entries()) {
      const esi = `urn:schac:personalUniqueCode:int:esi:ours.example:${at}`
      await client.records.update({ entity: 'student', ids: [studentId], values: { esi } })
    }
    const made = await produce(app, 'omobilities', params)
    expect(made.nominated).toBeGreaterThan(0)
    const first = await desk()
    expect(first.sent).toHaveLength(made.nominated)
    expect(first.sent[0]).toMatchObject({ channel: 'ewp', fileName: expect.stringMatching(/xml$/) })
    const student = first.students.find(({ status }) => status === 'nominated')
    const values = { email: 'new@example.org' }
    await client.records.update({ entity: 'student', ids: [student?.studentId ?? ''], values })
    const changesOf = (one: Awaited<ReturnType<typeof desk>>) =>
      one.students.find(({ studentId }) => studentId === student?.studentId)?.changes
    expect(changesOf(await desk())).toMatchObject([{ key: 'email', after: 'new@example.org' }])
    await produce(app, 'omobilities', params)
    expect(changesOf(await desk())).toEqual([])
  })
})

describe('an e-mail', () => {
  test('goes with its workbook, in the office’s own words', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aPartnerWithStudents(app)
    await aRecord(app, 'nominationProfile', {
      institutionId,
      channel: 'e-mail',
      contactName: 'Ms Müller',
      contactEmail: 'incoming@example.org',
      extraColumns: 'Waiver: yes {{studyYear}}',
    })
    const texts = await app.client.partnerNominations.mailTexts()
    const own = { subject: 'Élèves {{year}} – {{partner}}', body: 'Dear {{contact}},\n{{students}}' }
    await app.client.partnerNominations.saveMailTexts({ ...texts, en: own })
    const wrong = { ...own, body: 'Dear {{nobody}}' }
    await expect(app.client.partnerNominations.saveMailTexts({ ...texts, en: wrong })).rejects.toMatchObject({
      data: { code: 'text-unknown-placeholder', data: { placeholder: 'nobody' } },
    })
    const { text, file, nominated } = await produce(app, 'nomination-email', {
      academicYear: year,
      partners: [institutionId],
      includeIncomplete: true,
    })
    expect(nominated).toBe(3)
    expect(file.name).toMatch(/^Élèves 2026 2027 .*\.eml$/)
    expect(text).toMatch(/^X-Unsent: 1\r\nFrom: a\.martin@example\.org\r\nTo: incoming@example\.org\r\n/)
    expect(text).toMatch(/Subject: =\?UTF-8\?B\?[\w+/=]+\?=/)
    const [, body = ''] = /base64\r\n\r\n([\w+/=\r\n]+)\r\n--/.exec(text) ?? []
    expect(Buffer.from(body, 'base64').toString('utf8')).toBe(
      'Dear Ms Müller,\r\n- Dupont Élise, Autumn\r\n- Öz Deniz, Spring\r\n- Weiß Jörg, Autumn',
    )
    expect(text).toMatch(/filename\*=UTF-8''Nominations/)
    const { sent } = await app.client.partnerNominations.desk({ institutionId, academicYear: year })
    expect(sent[0]).toMatchObject({ channel: 'e-mail', recipient: 'incoming@example.org' })
  })
})

test('our own workbook has the columns that a partner wants beside', async () => {
  const app = await aTestAppWithOffice()
  const institutionId = await aPartnerWithStudents(app)
  const extraColumns = 'Fee waiver: yes\nYear: {{studyYear}}\nPassport'
  await aRecord(app, 'nominationProfile', { institutionId, channel: 'file', extraColumns })
  const { bytes } = await fill(app, institutionId)
  const [sheet] = await readBook(bytes)
  expect(sheet?.header.slice(-3)).toEqual(['Fee waiver', 'Year', 'Passport'])
  expect(sheet?.rows[0]).toMatchObject({ 'Fee waiver': 'yes', Year: '4' })
})

describe('deadlines', () => {
  test('are those of all partners, with the students concerned, and a calendar', async () => {
    const app = await aTestAppWithOffice()
    const institutionId = await aPartnerWithStudents(app)
    const agreement = {
      institutionId,
      kind: 'exchange',
      springDeadline: '--12-31',
      autumnDeadline: '--04-15',
    }
    await aRecord(app, 'agreement', agreement)
    const deadlines = await app.client.partnerNominations.deadlines()
    expect(
      deadlines.map(({ wave, day, academicYear, toNominate }) => [
        wave,
        day.slice(5),
        academicYear,
        toNominate,
      ]),
    ).toEqual([
      ['spring', '12-31', '2026/2027', 1],
      ['autumn', '04-15', '2027/2028', 0],
    ])
    const { text, rows } = await produce(app, 'deadlines', {})
    expect(rows).toBe(2)
    expect(text).toContain(`UID:nomination-${institutionId}-spring-2026-2027@escale`.slice(0, 74))
    expect(text).toMatch(/DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101/)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    const again = await produce(app, 'deadlines', {})
    expect(again.text).toBe(text)
  })

  test('that nobody has written say so', async () => {
    const app = await aTestAppWithOffice()
    await expect(produce(app, 'deadlines', {})).rejects.toMatchObject({
      data: { code: 'nothing-to-export', data: { reason: 'no-deadlines' } },
    })
  })
})
