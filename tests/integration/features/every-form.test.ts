import { expect, test } from 'vitest'
import { profileNames } from '#shared/contract/office.ts'
import type { Issue } from '#shared/contract/mobilities.ts'
import type { FieldValue } from '#shared/entities/fields.ts'
import { aRecord, aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'
import { testDay } from '#tests/fixtures/test-office.ts'

/** What a clerk does about each thing that holds a stay back. */
async function mend(made: TestApp, id: string, issue: Issue): Promise<void> {
  const { client } = made
  const set = (values: Readonly<Record<string, FieldValue>>) =>
    client.records.update({ entity: 'mobility', ids: [id], values: { ...values } })
  const planned = async (field: string) =>
    (await client.records.get({ entity: 'mobility', id })).values[field] ?? null
  switch (issue.code) {
    case 'no-title':
      await set({ title: 'Antennas' })
      return
    case 'agreement-not-signed':
      await set({ agreementSignedOn: '2025-06-01' })
      return
    case 'committee-decision-missing':
      await set({ committeeDecision: 'granted', committeeOn: '2025-05-12', committeeMinutes: 'PV 2025-05' })
      return
    case 'la-not-signed':
      for (const role of ['student', 'sending', 'receiving'])
        await client.records.create({
          entity: 'laSignature',
          values: { mobilityId: id, version: 1, role, signedOn: '2025-06-01' },
        })
      return
    case 'no-actual-start':
      await set({ actualStart: await planned('plannedStart') })
      return
    case 'no-actual-end':
      await set({ actualEnd: await planned('plannedEnd') })
      return
    default:
      throw new Error(`Nobody knows what to do about ${issue.code}`)
  }
}

const ends: Readonly<Record<string, string>> = {
  'double-degree': '2026-07-10',
  'athens-week': '2025-09-07',
  'summer-school': '2025-09-28',
}

/** A host, a student of a track that corresponds, and a draft of the form. */
async function aDraft(made: TestApp, form: string): Promise<string> {
  const isRegional = form === 'regional-semester'
  const institutionId = await aRecord(made, 'institution', {
    name: isRegional ? 'Institut National des Sciences Appliquées de Toulouse' : 'Aalto-yliopisto',
    country: isRegional ? 'FR' : 'FI',
  })
  if (['exchange-semester', 'double-degree', 'athens-week'].includes(form))
    await aRecord(made, 'agreement', { institutionId, kind: 'other', status: 'active' })
  const studentId = await aRecord(made, 'student', {
    cohort: '2028',
    track: 'Génie mécanique',
    repeatsAfterS5: 0,
  })
  return await aRecord(made, 'mobility', {
    studentId,
    form,
    institutionId,
    academicYear: '2025/2026',
    semester: 'autumn',
    plannedStart: form === 'double-degree' ? '2025-01-06' : '2025-09-01',
    plannedEnd: ends[form] ?? '2026-01-31',
    ...(isRegional ? { studySemester: 'S9' } : {}),
  })
}

/** Takes a stay from draft to recognised, mending what holds it back. @returns the steps it made */
async function takeThrough(made: TestApp, id: string): Promise<readonly string[]> {
  const { client } = made
  const steps: string[] = []
  for (;;) {
    const { next, moves } = await client.mobilities.outlook({ id })
    const move = moves.find((one) => one.to === next)
    if (next === null || move === undefined) return steps
    for (const issue of move.issues) if (issue.level === 'block') await mend(made, id, issue)
    const { refused } = await client.mobilities.move({ ids: [id], to: 'next' })
    expect(refused).toEqual([])
    steps.push(next)
  }
}

const statusOf = async ({ client }: TestApp, id: string) =>
  (await client.records.get({ entity: 'mobility', id })).values['status']

for (const profile of profileNames) {
  test(`every form of ${profile} goes from draft to recognised, and each step can be undone`, async () => {
    const made = await aTestAppWithOffice({ profile })
    const forms = await made.client.mobilities.forms()
    await made.client.office.close({})
    for (const { form } of forms) {
      const office = await aTestAppWithOffice({ profile })
      const id = await aDraft(office, form)
      const steps = await takeThrough(office, id)
      expect([form, steps.at(-1), await statusOf(office, id)]).toEqual([form, 'recognised', 'recognised'])
      const seen: FieldValue[] = []
      while ((await statusOf(office, id)) !== 'draft') {
        const { label } = await office.client.history.undo()
        const status = await statusOf(office, id)
        if (label === 'mobility.move' && status !== undefined) seen.push(status)
      }
      expect([form, seen.toReversed()]).toEqual([form, ['draft', ...steps.slice(0, -1)]])
      await office.client.office.close({})
    }
  })
}

test('a step can be dated, and is kept with its day', async () => {
  const made = await aTestAppWithOffice({ profile: 'enit' })
  const id = await aDraft(made, 'internship')
  await made.client.mobilities.move({ ids: [id], to: 'applied', on: '2025-03-01', remark: 'By e-mail' })
  const { steps } = await made.client.mobilities.outlook({ id })
  expect(steps.find((one) => one.step === 'applied')).toMatchObject({ enteredOn: '2025-03-01' })
  expect(testDay > '2025-03-01').toBe(true)
})

test('a host is taken by its code or its name before one is made', async () => {
  const made = await aTestAppWithOffice({ profile: 'enit' })
  const known = await aRecord(made, 'institution', { erasmusCode: 'D  MUNCHEN02', shortName: 'TUM' })
  await aRecord(made, 'agreement', { institutionId: known, kind: 'erasmus', status: 'active' })
  const asked = { country: '', city: '', erasmusCode: '', kind: 'university' as const }
  const byName = await made.client.mobilities.host({ ...asked, name: ' tum ' })
  expect(byName).toMatchObject({ id: known, isNew: false, isPartner: true })
  const byCode = await made.client.mobilities.host({ ...asked, name: 'Any', erasmusCode: 'd munchen02' })
  expect(byCode.id).toBe(known)
  const elsewhere = await made.client.mobilities.host({ ...asked, name: 'TUM', country: 'AT' })
  expect(elsewhere).toMatchObject({ isNew: true, isPartner: false })
  await expect(
    made.client.mobilities.host({ ...asked, name: 'X', erasmusCode: 'MUNCHEN' }),
  ).rejects.toMatchObject({ data: { code: 'record-invalid' } })
})

test('each office sees its own stays', async () => {
  const made = await aTestAppWithOffice({ profile: 'enit', sample: true })
  const all = await made.client.office.today({})
  expect(all.offices).toEqual(['Relations internationales', 'Affaires industrielles', 'DFVE'])
  const industry = await made.client.office.today({ office: 'Affaires industrielles' })
  expect(industry.tasks.some((task) => task.code === 'ending-agreements')).toBe(false)
  expect(industry.deadlines).toEqual([])
  const applied = (today: typeof all) => today.tasks.find((task) => task.code === 'to-approve')
  expect(applied(industry)?.count).toBeLessThan(applied(all)?.count ?? 0)
  const parts = await Promise.all(all.offices.map((office) => made.client.mobilities.pipeline({ office })))
  const whole = await made.client.mobilities.pipeline({})
  for (const [index, step] of whole.steps.entries())
    expect(parts.reduce((sum, part) => sum + (part.steps[index]?.count ?? 0), 0)).toBe(step.count)
})
