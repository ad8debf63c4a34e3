import { describe, expect, it } from 'vitest'
import type { Client } from '#shared/contract/index.ts'
import type { ListCell } from '#shared/lists/types.ts'
import { aRecord, aTestAppWithOffice, everything, type TestApp } from '#tests/fixtures/test-app.ts'

/** A partner with an agreement, an outgoing and an incoming condition. */
async function aPartnership(
  app: TestApp,
  values: { readonly carryOver?: string; readonly people?: number | null } = {},
) {
  const institutionId = await aRecord(app, 'institution')
  const agreementId = await aRecord(app, 'agreement', {
    institutionId,
    carryOver: values.carryOver ?? 'none',
  })
  const peoplePerYear = values.people === undefined ? 2 : values.people
  const condition = (direction: string) =>
    aRecord(app, 'condition', {
      agreementId,
      direction,
      peoplePerYear,
      monthsPerYear: peoplePerYear === null ? null : 10,
    })
  return {
    institutionId,
    agreementId,
    outgoing: await condition('outgoing'),
    incoming: await condition('incoming'),
  }
}

async function hostOf({ client }: TestApp, conditionId: string): Promise<string> {
  const condition = await client.records.get({ entity: 'condition', id: conditionId })
  const agreementId = String(condition.values['agreementId'])
  return String((await client.records.get({ entity: 'agreement', id: agreementId })).values['institutionId'])
}

let students = 0
async function aStay(
  app: TestApp,
  conditionId: string,
  values: Readonly<Record<string, string | null>> = {},
) {
  students += 1
  const { programme = null, ...stay } = values
  const studentId = await aRecord(app, 'student', {
    studentNumber: `P${students}`,
    programme,
    cohort: '2028',
  })
  return await aRecord(app, 'mobility', {
    studentId,
    conditionId,
    institutionId: await hostOf(app, conditionId),
    status: 'selected',
    academicYear: '2026/2027',
    semester: 'autumn',
    plannedStart: '2026-09-01',
    plannedEnd: '2027-01-28',
    ...stay,
  })
}

type Line = Readonly<Record<string, ListCell>> & { readonly id: string }

async function linesOf(client: Client, conditionId: string): Promise<readonly Line[]> {
  const query = {
    ...everything,
    filters: [{ key: 'conditionId', test: 'is' as const, values: [conditionId] }],
  }
  const page = await client.lists.page({ list: 'placesLedger', query, offset: 0, limit: 100 })
  return page.rows.map((row) => ({ ...row.cells, id: row.id }))
}

describe('the ledger of places', () => {
  it('counts by stage what a condition gives, in people and in person-months', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing } = await aPartnership(app)
    await aStay(app, outgoing)
    await aStay(app, outgoing, { status: 'accepted', plannedStart: null, plannedEnd: null })
    const lines = await linesOf(app.client, outgoing)
    expect(lines.find((line) => line['academicYear'] === '2026/2027')).toMatchObject({
      agreed: 2,
      carried: 0,
      allocated: 1,
      nominated: 0,
      confirmed: 1,
      left: 0,
      state: 'full',
      agreedMonths: 10,
      takenMonths: 5,
      leftMonths: 5,
      withoutMonths: 1,
    })
    expect(lines.find((line) => line['academicYear'] === '2027/2028')).toMatchObject({
      agreed: 2,
      left: 2,
      state: 'free',
    })
  })

  it('says unknown, never unlimited, where nothing is written', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing } = await aPartnership(app, { people: null })
    await aStay(app, outgoing)
    expect(await linesOf(app.client, outgoing)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ agreed: null, left: null, state: 'unknown', allocated: 1 }),
      ]),
    )
    const place = await aRecord(app, 'place', { conditionId: outgoing, academicYear: '2026/2027' })
    const { values } = await app.client.records.get({ entity: 'place', id: place })
    expect(values['count']).toBeNull()
  })

  it('seats stays by semester and by programme so that as many as possible have a place', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing } = await aPartnership(app)
    const year = { conditionId: outgoing, academicYear: '2026/2027', count: 1 }
    await aRecord(app, 'place', { ...year, semester: 'autumn' })
    await aRecord(app, 'place', { ...year, semester: 'any', programme: 'Ingénieur' })
    await aStay(app, outgoing, { programme: 'Ingénieur' })
    await aStay(app, outgoing, { programme: 'Master' })
    const lines = await linesOf(app.client, outgoing)
    const now = lines.filter((line) => line['academicYear'] === '2026/2027')
    expect(now.map((line) => [line['semester'], line['programme'], line['taken'], line['left']])).toEqual(
      expect.arrayContaining([
        ['autumn', null, 1, 0],
        ['any', 'Ingénieur', 1, 0],
      ]),
    )
  })

  it('opens each line on its stays', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing } = await aPartnership(app)
    const stay = await aStay(app, outgoing)
    const line = (await linesOf(app.client, outgoing)).find((one) => one['taken'] === 1)
    const filters = [{ key: 'placeLineId', test: 'is' as const, values: [line?.id ?? ''] }]
    expect(await app.client.lists.ids({ list: 'mobilities', query: { ...everything, filters } })).toEqual([
      stay,
    ])
  })

  it('tells the places that a campaign opens and the students who wish for them', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing } = await aPartnership(app)
    const placeId = await aRecord(app, 'place', {
      conditionId: outgoing,
      academicYear: '2026/2027',
      count: 2,
    })
    const campaignId = await aRecord(app, 'campaign', { name: 'Autumn', academicYear: '2026/2027' })
    const campaignPlaceId = await aRecord(app, 'campaignPlace', {
      campaignId,
      placeId,
      isOpen: true,
      opened: 1,
    })
    for (const [at, studentNumber] of ['W1', 'W2'].entries()) {
      const studentId = await aRecord(app, 'student', { studentNumber })
      await aRecord(app, 'campaignWish', { studentId, campaignPlaceId, rank: at + 1 })
    }
    const now = (await linesOf(app.client, outgoing)).find((one) => one.id === placeId)
    expect(now).toMatchObject({ agreed: 2, opened: 1, wished: 2 })
    const filters = [{ key: 'placeId', test: 'is' as const, values: [placeId] }]
    expect(
      await app.client.lists.ids({ list: 'campaignWishes', query: { ...everything, filters } }),
    ).toHaveLength(2)
  })

  it('carries unused places over when the agreement says so', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing } = await aPartnership(app, { carryOver: 'unused-places' })
    await aStay(app, outgoing)
    const lines = await linesOf(app.client, outgoing)
    expect(lines.find((line) => line['academicYear'] === '2027/2028')).toMatchObject({
      agreed: 2,
      carried: 1,
      left: 3,
    })
  })

  it('adds the balance of an exchange to the side that is owed, and tells the balance with the partner', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing, incoming, institutionId } = await aPartnership(app, { carryOver: 'balance' })
    await aStay(app, outgoing, { academicYear: '2025/2026' })
    await aRecord(app, 'incomingCount', {
      conditionId: incoming,
      academicYear: '2025/2026',
      semester: 'autumn',
      people: 3,
      months: 12,
    })
    const lines = await linesOf(app.client, outgoing)
    expect(lines.find((line) => line['academicYear'] === '2026/2027')).toMatchObject({
      agreed: 2,
      carried: 2,
      left: 4,
    })
    const query = {
      ...everything,
      filters: [{ key: 'institutionId', test: 'is' as const, values: [institutionId] }],
    }
    const balance = await app.client.lists.page({ list: 'partnerBalance', query, offset: 0, limit: 10 })
    expect(
      balance.rows.map(({ cells }) => [
        cells['academicYear'],
        cells['sent'],
        cells['received'],
        cells['balance'],
        cells['cumulative'],
      ]),
    ).toEqual([
      ['2027/2028', 0, 0, 0, 2],
      ['2026/2027', 0, 0, 0, 2],
      ['2025/2026', 1, 3, 2, 2],
    ])
  })

  it('keeps the reserved seats of a shared quota for the member that has them', async () => {
    const app = await aTestAppWithOffice()
    const one = await aPartnership(app)
    const agreementId = await aRecord(app, 'agreement', {
      institutionId: one.institutionId,
      kind: 'exchange',
    })
    const other = await aRecord(app, 'condition', { agreementId, peoplePerYear: 3 })
    const poolId = await aRecord(app, 'quotaPool', { name: 'München', total: 3 })
    await aRecord(app, 'quotaPoolMember', { poolId, conditionId: one.outgoing, reserved: 2 })
    await aRecord(app, 'quotaPoolMember', { poolId, conditionId: other })
    await aStay(app, other)
    const now = async (conditionId: string) =>
      (await linesOf(app.client, conditionId)).find((line) => line['academicYear'] === '2026/2027')
    expect(await now(other)).toMatchObject({
      agreed: 3,
      taken: 1,
      left: 0,
      pool: 'München',
      poolLeft: 0,
      state: 'full',
    })
    expect(await now(one.outgoing)).toMatchObject({ agreed: 2, left: 2, poolLeft: 2 })
    await expect(aStay(app, other)).rejects.toMatchObject({ data: { data: { problem: 'places.full' } } })
    const pools = await app.client.lists.page({ list: 'quotaPools', query: everything, offset: 0, limit: 10 })
    expect(pools.rows[0]?.cells).toMatchObject({ total: 3, members: 2, reserved: 2, taken: 1, left: 2 })
  })
})

describe('over-booking', () => {
  it('is refused, unless the reason is written; nothing is changed', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing } = await aPartnership(app, { people: 1 })
    await aStay(app, outgoing)
    await expect(aStay(app, outgoing)).rejects.toMatchObject({
      data: {
        code: 'record-invalid',
        data: { field: 'overbookingReason', problem: 'places.full', agreed: 1, taken: 2, year: '2026/2027' },
      },
    })
    expect(await app.client.lists.ids({ list: 'mobilities', query: everything })).toHaveLength(1)
    const stay = await aStay(app, outgoing, { overbookingReason: 'The partner agreed by e-mail.' })
    await app.client.records.update({ entity: 'mobility', ids: [stay], values: { status: 'nominated' } })
    const line = (await linesOf(app.client, outgoing)).find((one) => one['taken'] === 2)
    expect(line).toMatchObject({ left: -1, state: 'justified' })
  })

  it('is refused when a draft becomes a booking, and leaves stays that were booked before alone', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing } = await aPartnership(app, { people: 1 })
    const first = await aStay(app, outgoing)
    const draft = await aStay(app, outgoing, { status: 'draft' })
    const select = app.client.records.update({
      entity: 'mobility',
      ids: [draft],
      values: { status: 'selected' },
    })
    await expect(select).rejects.toMatchObject({ data: { data: { problem: 'places.full' } } })
    await app.client.records.update({ entity: 'mobility', ids: [first], values: { status: 'accepted' } })
  })

  it('explains a quota below those already nominated', async () => {
    const app = await aTestAppWithOffice()
    const { outgoing } = await aPartnership(app)
    const place = await aRecord(app, 'place', { conditionId: outgoing, academicYear: '2026/2027', count: 2 })
    await aStay(app, outgoing, { status: 'nominated' })
    await aStay(app, outgoing, { status: 'nominated' })
    const lower = app.client.records.update({ entity: 'place', ids: [place], values: { count: 1 } })
    await expect(lower).rejects.toMatchObject({
      data: { code: 'record-invalid', data: { field: 'count', problem: 'places.below-nominated', count: 2 } },
    })
    const { values } = await app.client.records.get({ entity: 'place', id: place })
    expect(values['count']).toBe(2)
  })
})
