import { describe, expect, it } from 'vitest'
import type { FieldValue } from '#shared/entities/fields.ts'
import { grantRateId } from '#core/profiles/grant-rates.ts'
import { aRecord, aTestAppWithOffice, type TestApp } from '#tests/fixtures/test-app.ts'

type Values = Readonly<Record<string, FieldValue>>

/** An office with the call of 2026, whose rate for group 2 the school has chosen. */
async function anOffice(call: Values = {}) {
  const made = await aTestAppWithOffice()
  const callId = await aRecord(made, 'erasmusCall', {
    name: 'Erasmus+ 2026',
    callYear: 2026,
    envelope: 50_000,
    travelFor: 'nobody',
    ...call,
  })
  await update(made, 'grantRate', grantRateId(2026, { kind: 'monthly', countryGroup: 'group-2' }), {
    amount: 400,
  })
  return { ...made, callId }
}

const update = (
  made: Pick<TestApp, 'client'>,
  entity: 'grantRate' | 'mobility' | 'instalment' | 'student' | 'erasmusCall',
  id: string,
  values: Values,
) => made.client.records.update({ entity, ids: [id], values })

let students = 0

async function aStay(made: TestApp, values: Values = {}, student: Values = {}): Promise<string> {
  students += 1
  const studentId = await aRecord(made, 'student', { studentNumber: `S${students}`, ...student })
  const institutionId = await aRecord(made, 'institution', { country: 'ES' })
  await aRecord(made, 'agreement', { institutionId })
  return aRecord(made, 'mobility', {
    studentId,
    institutionId,
    academicYear: '2026/2027',
    plannedStart: '2026-09-01',
    plannedEnd: '2027-01-31',
    ...values,
  })
}

describe('the grant of a stay', () => {
  it('is worked out by the figures of the call of its year, each with its source', async () => {
    const made = await anOffice()
    const grant = await made.client.grants.ofStay({ mobilityId: await aStay(made) })
    expect(grant).toMatchObject({
      call: { id: made.callId, callYear: 2026 },
      isCallGiven: false,
      group: 'group-2',
      totalCents: 204_000,
      problems: [],
      canGrant: true,
      days: { calendar: { mobility: 153 }, commercial: { mobility: 150 } },
    })
    expect(grant?.lines[0]).toMatchObject({
      category: 'individual-support',
      rateCents: 40_000,
      source: expect.stringContaining('mfja'),
      certainty: 'secondary',
    })
  })

  it('is granted with its two payments, as one action that can be undone', async () => {
    const made = await anOffice()
    const mobilityId = await aStay(made)
    const report = await made.client.grants.give({ mobilityIds: [mobilityId] })
    expect(report).toEqual({ granted: 1, cents: 204_000, refused: [] })
    const { fundings } = await made.client.stayFiles.aids({ mobilityId })
    expect(fundings).toMatchObject([
      {
        status: 'granted',
        amountGranted: 2040,
        instalments: [
          { amount: 1428, dueOn: '2026-09-21', paidOn: null },
          { amount: 612, dueOn: '2027-03-17', paidOn: null },
        ],
      },
    ])
    // once more there is nothing to do
    expect(await made.client.grants.give({ mobilityIds: [mobilityId] })).toMatchObject({
      granted: 0,
      refused: [{ id: mobilityId, reason: 'unchanged' }],
    })
    await made.client.history.undo()
    expect((await made.client.stayFiles.aids({ mobilityId })).fundings).toEqual([])
  })

  it('is worked out again on real dates, and what was paid too much is asked back', async () => {
    const made = await anOffice()
    const mobilityId = await aStay(made)
    await made.client.grants.give({ mobilityIds: [mobilityId] })
    const first = (await made.client.stayFiles.aids({ mobilityId })).fundings[0]?.instalments[0]
    await update(made, 'instalment', first?.id ?? '', { paidOn: '2026-09-25' })
    await update(made, 'mobility', mobilityId, { actualStart: '2026-09-01', actualEnd: '2026-11-29' })
    expect(await made.client.grants.ofStay({ mobilityId })).toMatchObject({
      basis: 'real',
      totalCents: 120_000,
      grantedCents: 204_000,
      paidCents: 142_800,
      differenceCents: -84_000,
    })
    await made.client.grants.give({ mobilityIds: [mobilityId] })
    const [funding] = (await made.client.stayFiles.aids({ mobilityId })).fundings
    expect(funding).toMatchObject({ amountGranted: 1200, paid: 1428, left: 0 })
    expect(funding?.instalments.map(({ amount, paidOn }) => [amount, paidOn])).toEqual([
      [1428, '2026-09-25'],
      [-228, null],
    ])
  })

  it('cannot be worked out with a reason that leads to where it is mended', async () => {
    const made = await anOffice()
    const short = await aStay(made, { plannedEnd: '2026-10-10', callId: made.callId })
    const grant = await made.client.grants.ofStay({ mobilityId: short })
    expect(grant).toMatchObject({
      totalCents: null,
      problems: [
        {
          code: 'too-short',
          params: { days: 40, least: 60 },
          at: { entity: 'mobility', id: short, field: 'plannedEnd' },
        },
      ],
    })
    const report = await made.client.grants.give({ mobilityIds: [short] })
    expect(report).toMatchObject({
      granted: 0,
      refused: [{ reason: 'problems', problems: [{ code: 'too-short' }] }],
    })
    expect((await made.client.history.next()).undo?.label).not.toBe('grant.give')
    await update(made, 'mobility', short, { isForceMajeure: true })
    expect(await made.client.grants.give({ mobilityIds: [short] })).toMatchObject({
      granted: 1,
      cents: 53_333,
    })
  })

  it('needs a figure: a year without any, a figure not chosen, two calls of one year', async () => {
    const made = await anOffice()
    const codes = async (mobilityId: string) =>
      (await made.client.grants.ofStay({ mobilityId }))?.problems.map(({ code }) => code)
    expect(
      await codes(
        await aStay(made, {
          academicYear: '2027/2028',
          plannedStart: '2027-09-01',
          plannedEnd: '2028-01-31',
        }),
      ),
    ).toEqual(['no-call'])
    const rate = grantRateId(2026, { kind: 'monthly', countryGroup: 'group-2' })
    await update(made, 'grantRate', rate, { amount: null })
    const stay = await aStay(made)
    expect(await codes(stay)).toEqual(['rate-without-amount'])
    await update(made, 'grantRate', rate, { amount: 700 })
    expect(await codes(stay)).toEqual(['rate-out-of-range'])
    const second = await aRecord(made, 'erasmusCall', { name: 'Erasmus+ 2026 bis', callYear: 2026 })
    expect(await codes(stay)).toEqual(['several-calls'])
    await update(made, 'mobility', stay, { callId: second, distanceKm: 1050 })
    expect(await made.client.grants.ofStay({ mobilityId: stay })).toMatchObject({ isCallGiven: true })
  })

  it('tracks the months of the cycle over all stays, and those declared', async () => {
    const made = await anOffice()
    const first = await aStay(made, {}, { erasmusMonthsBefore: 4.5 })
    await made.client.grants.give({ mobilityIds: [first] })
    const { values } = await made.client.records.get({ entity: 'mobility', id: first })
    const second = await aRecord(made, 'mobility', {
      studentId: values['studentId'] ?? null,
      institutionId: values['institutionId'] ?? null,
      academicYear: '2026/2027',
      plannedStart: '2027-02-01',
      plannedEnd: '2027-06-30',
      callId: made.callId,
    })
    const { calls } = await made.client.grants.budgets()
    expect(calls[0]?.overCycle.value).toBe(1)
    const beyond = await made.client.lists.page({
      list: 'grants',
      query: { search: '', filters: calls[0]?.overCycle.filters ?? [], sort: [] },
      offset: 0,
      limit: 10,
    })
    expect(beyond.rows.map(({ id }) => id)).toEqual([second])
    expect((await made.client.grants.ofStay({ mobilityId: first }))?.cycleMonths).toBe(9.5)
    expect(await made.client.grants.ofStay({ mobilityId: second })).toMatchObject({
      cycleMonths: 14.5,
      totalCents: 200_000,
      problems: [{ code: 'over-cycle', level: 'warning', params: { months: 14.5, most: 12 } }],
    })
  })

  it('is not there for a stay that Erasmus+ has nothing to do with', async () => {
    const made = await anOffice()
    const stay = await aStay(made, { form: 'gap-period' })
    expect(await made.client.grants.ofStay({ mobilityId: stay })).toBe(null)
    await expect(made.client.grants.ofStay({ mobilityId: 'none' })).rejects.toMatchObject({
      data: { code: 'record-missing' },
    })
  })
})

describe('the budget of a call', () => {
  it('adds up what was granted and paid, and every figure opens its rows', async () => {
    const made = await anOffice()
    const granted = await aStay(made, { status: 'draft' })
    const zero = await aStay(made, { isZeroGrant: true, callId: made.callId })
    await aStay(made, { plannedEnd: '2026-09-20', callId: made.callId })
    const waiting = await aStay(made, { callId: made.callId })
    await made.client.grants.give({ mobilityIds: [granted, zero] })
    const first = (await made.client.stayFiles.aids({ mobilityId: granted })).fundings[0]?.instalments[0]
    await update(made, 'instalment', first?.id ?? '', { paidOn: '2026-09-25' })
    const { calls, withoutCall } = await made.client.grants.budgets()
    const [budget] = calls
    expect(budget).toMatchObject({
      envelope: 5_000_000,
      committed: { value: 204_000 },
      paid: { value: 142_800 },
      left: 4_796_000,
      stays: { value: 4 },
      toGrant: { value: 204_000 },
      zeroGrant: { value: 1 },
      blocked: { value: 1 },
    })
    expect(withoutCall.value).toBe(0)
    const rows = async (figure: (typeof calls)[number]['stays'] | undefined) =>
      await made.client.lists.page({
        list: 'grants',
        query: { search: '', filters: figure?.filters ?? [], sort: [] },
        offset: 0,
        limit: 50,
      })
    expect((await rows(budget?.stays)).total).toBe(4)
    expect((await rows(budget?.committed)).totals).toMatchObject({ granted: 2040 })
    expect((await rows(budget?.paid)).totals).toMatchObject({ paid: 1428 })
    expect((await rows(budget?.toGrant)).rows.map(({ id }) => id)).toEqual([waiting])
    expect((await rows(budget?.zeroGrant)).rows.map(({ id }) => id)).toEqual([zero])
    expect((await rows(budget?.blocked)).total).toBe(1)
  })
})

describe('the figures of a call', () => {
  it('begin a year as those of the year before, inferred, as one action', async () => {
    const made = await anOffice()
    await aRecord(made, 'erasmusCall', { name: 'Erasmus+ 2027', callYear: 2027 })
    const callOf = async () =>
      (await made.client.grants.budgets()).calls.find(({ callYear }) => callYear === 2027)
    expect(await callOf()).toMatchObject({ rates: 0, copyFrom: 2026 })
    const { count } = await made.client.grants.copyRates({ from: 2026, to: 2027 })
    expect(count).toBeGreaterThan(20)
    expect(await callOf()).toMatchObject({ rates: count })
    expect(await made.client.grants.copyRates({ from: 2026, to: 2027 })).toEqual({ count: 0 })
    const page = await made.client.lists.page({
      list: 'grantRates',
      query: {
        search: '',
        filters: [
          { key: 'callYear', test: 'is', values: ['2027'] },
          { key: 'kind', test: 'is', values: ['inclusion-top-up'] },
        ],
        sort: [],
      },
      offset: 0,
      limit: 10,
    })
    expect(page.rows.map(({ cells }) => [cells['amount'], cells['certainty'], cells['source']])).toEqual([
      [250, 'inferred', expect.stringContaining('Copied from 2026')],
    ])
    await made.client.history.undo()
    expect(await callOf()).toMatchObject({ rates: 0 })
  })

  it('are refused where they cannot be', async () => {
    const made = await anOffice()
    const create = (values: Values) =>
      made.client.records.create({ entity: 'grantRate', values: { ...values } })
    await expect(create({ callYear: 2026, kind: 'monthly', least: 500, most: 300 })).rejects.toMatchObject({
      data: { code: 'record-invalid', data: { field: 'most', problem: 'record.most-under-least' } },
    })
    await expect(create({ callYear: 1999, kind: 'monthly' })).rejects.toMatchObject({
      data: { code: 'record-invalid', data: { field: 'callYear' } },
    })
    await expect(
      made.client.records.create({
        entity: 'countryGroup',
        values: { name: 'group-1', countries: 'XX', firstCall: 2027 },
      }),
    ).rejects.toMatchObject({ data: { code: 'record-invalid', data: { field: 'countries' } } })
  })
})

describe('a stay that brings the student over the months of the study cycle', () => {
  const found = async (made: TestApp, id: string) => {
    const { findings } = await made.client.mobilities.outlook({ id })
    return findings.filter(({ code }) => code === 'over-cycle')
  }

  it('says so at its end, with the months that its grant counts', async () => {
    const made = await anOffice()
    const id = await aStay(made, {}, { erasmusMonthsBefore: 7.5 })
    expect(await found(made, id)).toEqual([
      { code: 'over-cycle', level: 'warn', field: 'plannedEnd', params: { months: 12.5, most: 12 } },
    ])
    const grant = await made.client.grants.ofStay({ mobilityId: id })
    expect(grant?.problems).toContainEqual(
      expect.objectContaining({ code: 'over-cycle', params: { months: 12.5, most: 12 } }),
    )
    await update(made, 'mobility', id, { plannedEnd: '2027-01-15' })
    expect(await found(made, id)).toEqual([])
  })

  it('is the later of two; one that Erasmus+ has nothing to do with uses none', async () => {
    const made = await anOffice()
    const first = await aStay(made, {
      callId: made.callId,
      plannedStart: '2026-09-01',
      plannedEnd: '2027-06-30',
    })
    const { values } = await made.client.records.get({ entity: 'mobility', id: first })
    const studentId = values['studentId'] ?? null
    const dates = { academicYear: '2026/2027', plannedStart: '2027-07-01', plannedEnd: '2027-12-31' }
    const second = await aRecord(made, 'mobility', { studentId, ...dates, callId: made.callId })
    expect(await found(made, first)).toEqual([])
    expect(await found(made, second)).toMatchObject([{ params: { months: 16, most: 12 } }])
    await update(made, 'mobility', second, { callId: null, form: 'regional-semester' })
    expect(await found(made, second)).toEqual([])
    await update(made, 'student', String(studentId), { isSingleCycle: true })
    await update(made, 'mobility', second, { callId: made.callId })
    expect(await found(made, second)).toEqual([])
  })
})
