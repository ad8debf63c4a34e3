import { expect, test } from 'vitest'
import type { Pipeline } from '#shared/contract/mobilities.ts'
import { aRecord, aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'

type Figure = Pipeline['steps'][number]['ready']

const opened = async ({ client }: TestApp, { filters }: Figure) =>
  client.lists.ids({
    list: 'mobilities',
    query: { search: '', sort: [], filters: filters.map((filter) => ({ ...filter, test: 'is' as const })) },
  })

test('each figure of the page of steps is the count of its list, and no stay is both ready and held back', async () => {
  const made = await aTestAppWithOffice({ profile: 'enit', sample: true })
  const { steps } = await made.client.mobilities.pipeline({ office: 'Affaires industrielles' })
  expect(steps.some(({ ready }) => ready.count > 0)).toBe(true)
  expect(steps.some(({ held }) => held.count > 0)).toBe(true)
  for (const { step, count, ready, held, lacking } of steps) {
    const ids = await opened(made, ready)
    expect([step, ids.length]).toEqual([step, ready.count])
    expect((await opened(made, held)).length).toBe(held.count)
    expect((await opened(made, lacking)).length).toBe(lacking.count)
    const isEnd = ['recognised', 'refused', 'withdrawn', 'interrupted'].includes(step)
    expect(ready.count + held.count).toBe(isEnd ? 0 : count)
    const [first] = ids
    if (first === undefined) continue
    const { next, moves } = await made.client.mobilities.outlook({ id: first })
    expect(moves.find(({ to }) => to === next)?.isOpen).toBe(true)
  }
})

test('the figures follow each change', async () => {
  const made = await aTestAppWithOffice({ profile: 'enit' })
  const studentId = await aRecord(made, 'student', { cohort: '2028' })
  const id = await aRecord(made, 'mobility', {
    studentId,
    form: 'gap-period',
    academicYear: '2027/2028',
  })
  const draft = async () =>
    (await made.client.mobilities.pipeline({})).steps.find(({ step }) => step === 'draft')
  expect(await draft()).toMatchObject({ ready: { count: 0 }, held: { count: 1 } })
  await made.client.records.update({
    entity: 'mobility',
    ids: [id],
    values: { plannedStart: '2027-09-01', plannedEnd: '2028-01-31' },
  })
  expect(await draft()).toMatchObject({ ready: { count: 1 }, held: { count: 0 } })
})

test('a stay says what the steps behind it lack, and who answers for the next one', async () => {
  const made = await aTestAppWithOffice({ profile: 'telecom-paris' })
  const studentId = await aRecord(made, 'student', { cohort: '2028' })
  const institutionId = await aRecord(made, 'institution', { country: 'FI' })
  const id = await aRecord(made, 'mobility', {
    studentId,
    institutionId,
    form: 'free-mover',
    academicYear: '2027/2028',
    plannedStart: '2027-09-01',
    plannedEnd: '2028-01-31',
  })
  const behind = async () =>
    (await made.client.mobilities.outlook({ id })).lacking.map(({ code, params }) => ({ code, ...params }))
  await made.client.mobilities.move({ ids: [id], to: 'applied' })
  expect(await behind()).toEqual([])
  const { steps } = await made.client.mobilities.outlook({ id })
  expect(steps.find(({ step }) => step === 'approved')?.approval).toContain('Validation pédagogique')
  await made.client.mobilities.move({ ids: [id], to: 'approved' })
  expect(await behind()).toContainEqual({ code: 'document-missing', document: 'cv' })
})

test('a stay for which no place would be left is held back: the figure is what moving them all moves', async () => {
  const made = await aTestAppWithOffice({ profile: 'telecom-paris' })
  const institutionId = await aRecord(made, 'institution', { country: 'FI' })
  const agreementId = await aRecord(made, 'agreement', {
    institutionId,
    firstYear: '2026/2027',
    lastYear: '2028/2029',
  })
  const conditionId = await aRecord(made, 'condition', { agreementId, direction: 'outgoing' })
  await aRecord(made, 'place', { conditionId, academicYear: '2027/2028', count: 2 })
  const stays = []
  for (const studentNumber of ['S1', 'S2', 'S3']) {
    const studentId = await aRecord(made, 'student', { studentNumber, cohort: '2028' })
    const place = { institutionId, conditionId, academicYear: '2027/2028', semester: 'autumn' }
    const period = { plannedStart: '2027-09-01', plannedEnd: '2028-01-31' }
    stays.push(await aRecord(made, 'mobility', { studentId, form: 'exchange-semester', ...place, ...period }))
  }
  await made.client.mobilities.move({ ids: stays, to: 'applied' })
  const applied = async () =>
    (await made.client.mobilities.pipeline({})).steps.find(({ step }) => step === 'applied')
  const figures = await applied()
  expect(figures).toMatchObject({ count: 3, ready: { count: 2 }, held: { count: 1 } })
  const { moved, refused } = await made.client.mobilities.move({ ids: stays, to: 'next' })
  expect([moved.length, refused.length]).toEqual([2, 1])
  expect(refused[0]?.issues).toMatchObject([{ code: 'places-full' }])
  expect(await applied()).toMatchObject({ count: 1, ready: { count: 0 }, held: { count: 1 } })
  await made.client.records.update({
    entity: 'mobility',
    ids: [refused[0]?.id ?? ''],
    values: { overbookingReason: 'The partner agreed by e-mail.' },
  })
  expect(await applied()).toMatchObject({ ready: { count: 1 }, held: { count: 0 } })
})
