import { expect, it } from 'vitest'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'
import { csvFile, type PlainCell } from '#tests/fixtures/imports/make-files.ts'

async function aCampaign(made: TestApp): Promise<string> {
  const campaignId = await aRecord(made, 'campaign', {
    name: 'Departures',
    academicYear: '2027/2028',
    status: 'open',
    maxWishes: 3,
  })
  for (const [code, name, isOpen] of [
    ['A1', 'Aalto University', true],
    ['B1', 'Università di Bologna', true],
    ['C1', 'Universidade de Coimbra', false],
  ] as const) {
    const institutionId = await aRecord(made, 'institution', { name })
    const agreementId = await aRecord(made, 'agreement', { institutionId })
    const conditionId = await aRecord(made, 'condition', { agreementId })
    const placeId = await aRecord(made, 'place', { conditionId, academicYear: '2027/2028', count: 2 })
    await aRecord(made, 'campaignPlace', { campaignId, placeId, code, isOpen, opened: 2 })
  }
  await aRecord(made, 'student', { studentNumber: '20240001', familyName: 'DURAND', givenNames: 'Zoé' })
  await aRecord(made, 'student', { studentNumber: '20240002', familyName: 'MARTIN', givenNames: 'Hugo' })
  return campaignId
}

async function readWishes({ client }: TestApp, rows: readonly (readonly PlainCell[])[]) {
  const file = new File([new Uint8Array(csvFile(rows))], 'wishes.csv')
  const { jobId } = await client.jobs.start({ kind: 'import-read', as: 'wishes', file })
  const read = await client.jobs.result({ jobId })
  if (read.kind !== 'import-read') throw new Error(read.kind)
  return await client.imports.get({ importId: read.importId })
}

async function apply({ client }: TestApp, importId: string) {
  const { jobId } = await client.jobs.start({ kind: 'import-apply', importId })
  await client.jobs.result({ jobId })
  const page = await client.lists.page({ list: 'campaignWishes', query: everything, offset: 0, limit: 50 })
  return page.rows.map(({ cells }) => [cells['studentNumber'], cells['rank'], cells['code']])
}

const inColumns = [
  ['Student number', 'Family name', 'First name', 'Choice 1', 'Choice 2', 'Choice 3'],
  ['20240001', 'DURAND', 'Zoé', 'B1', 'Aalto University', 'C1'],
  ['20240002', 'MARTIN', 'Hugo', 'A1', 'A1', 'Nowhere'],
  ['20249999', 'UNKNOWN', 'Person', 'A1', '', ''],
]

it('takes one row per student with the choices in columns, and says what is wrong at its cell', async () => {
  const made = await aTestAppWithOffice()
  await aCampaign(made)
  const view = await readWishes(made, inColumns)
  expect(view.counts).toMatchObject({ changed: 2, rejected: 1 })
  expect(view.issues.map(({ code, row, column }) => [code, row, column])).toEqual(
    expect.arrayContaining([
      ['imports.issue.wish-closed', 2, 'F'],
      ['imports.issue.wish-unknown', 3, 'F'],
      ['imports.issue.wish-repeated', 3, null],
    ]),
  )
  expect(await apply(made, view.importId)).toEqual([
    ['20240001', 1, 'B1'],
    ['20240001', 2, 'A1'],
    ['20240001', 3, 'C1'],
    ['20240002', 1, 'A1'],
  ])
})

it('takes one row per wish, proposes nothing the second time, and follows a change of mind', async () => {
  const made = await aTestAppWithOffice()
  await aCampaign(made)
  const perWish = [
    ['Student number', 'Rank', 'Wish'],
    ['20240001', 1, 'B1'],
    ['20240001', 2, 'A1'],
    ['20240002', 1, 'A1'],
  ]
  const first = await readWishes(made, perWish)
  const kept = await apply(made, first.importId)
  expect(kept).toEqual([
    ['20240001', 1, 'B1'],
    ['20240001', 2, 'A1'],
    ['20240002', 1, 'A1'],
  ])
  const again = await readWishes(made, perWish)
  expect(again.counts).toMatchObject({ new: 0, changed: 0, rejected: 0 })
  const changed = await readWishes(
    made,
    perWish.with(1, ['20240001', 1, 'A1']).with(2, ['20240001', 2, 'B1']),
  )
  expect(await apply(made, changed.importId)).toEqual([
    ['20240001', 1, 'A1'],
    ['20240001', 2, 'B1'],
    ['20240002', 1, 'A1'],
  ])
})

it('refuses every row when there is no campaign', async () => {
  const made = await aTestAppWithOffice()
  await aRecord(made, 'student', { studentNumber: '20240001', familyName: 'DURAND', givenNames: 'Zoé' })
  const view = await readWishes(made, inColumns.slice(0, 2))
  expect(view.counts).toMatchObject({ changed: 0, rejected: 1 })
})

it('says at its cell why a student is not eligible, with the rule and the value', async () => {
  const made = await aTestAppWithOffice()
  const campaignId = await aCampaign(made)
  await aRecord(made, 'campaignRule', { campaignId, kind: 'ects-min', value: '120' })
  const view = await readWishes(made, inColumns.slice(0, 3))
  const found = view.issues.filter(({ code }) => code === 'campaign.finding.unknown.ects-min')
  expect(found.map(({ row, column, params }) => [row, column, params])).toEqual([
    [2, 'D', { rank: 1, wanted: '120' }],
    [2, 'E', { rank: 2, wanted: '120' }],
    [2, 'F', { rank: 3, wanted: '120' }],
    [3, 'D', { rank: 1, wanted: '120' }],
  ])
  expect(view.counts).toMatchObject({ changed: 2, rejected: 0 })
})

it('puts the wishes into the campaign that is chosen', async () => {
  const made = await aTestAppWithOffice()
  await aCampaign(made)
  const other = await aRecord(made, 'campaign', {
    name: 'Second round',
    academicYear: '2027/2028',
    status: 'preparing',
  })
  const view = await readWishes(made, inColumns.slice(0, 2))
  expect(view.counts).toMatchObject({ changed: 1 })
  const adjusted = await made.client.imports.adjust({
    importId: view.importId,
    options: { campaignId: other },
  })
  expect(adjusted.issues.map(({ code }) => code)).toEqual([
    'imports.issue.wish-unknown',
    'imports.issue.wish-unknown',
    'imports.issue.wish-unknown',
  ])
  expect(adjusted.counts).toMatchObject({ changed: 0 })
})

it('is known from a list of ATHENS choices by the places that it names, when its kind is not said', async () => {
  const made = await aTestAppWithOffice()
  await aCampaign(made)
  const { client } = made
  const file = new File([new Uint8Array(csvFile(inColumns.slice(0, 3)))], 'list.csv')
  const { jobId } = await client.jobs.start({ kind: 'import-read', as: 'partners', orElse: true, file })
  const read = await client.jobs.result({ jobId })
  expect(read).toMatchObject({ kind: 'import-read', as: 'wishes' })
})
