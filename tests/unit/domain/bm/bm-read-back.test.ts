import { describe, expect, it } from 'vitest'
import type { BmFieldKey, BmValue } from '#shared/domain/bm/bm-fields.ts'
import {
  compareReadBack,
  locateErrors,
  type BmRow,
  type OwnMobility,
} from '#shared/domain/bm/bm-read-back.ts'
import { bmValues } from '#shared/domain/bm/bm-values.ts'
import { aStay, aStudent, day, ourSchool } from '#tests/fixtures/bm/stays.ts'

function own(stayId = 'stay', values: Partial<OwnMobility> = {}): OwnMobility {
  return {
    stayId,
    values: bmValues(aStay({ id: stayId }), ourSchool),
    isOver: false,
    isGivenUp: false,
    hasReport: true,
    ...values,
  }
}

function row(values: Partial<Record<BmFieldKey, BmValue>>, errors: BmRow['errors'] = []): BmRow {
  const all = { mobilityId: '123456-MOB-00001', ...values }
  return {
    row: 7,
    values: new Map(
      Object.entries(all).flatMap(([key, value]) => (isKey(key) ? [[key, value] as const] : [])),
    ),
    errors,
  }
}
function isKey(key: string): key is BmFieldKey {
  return Object.hasOwn(bmValues(aStay(), ourSchool), key)
}

const labels = new Map<BmFieldKey, string>([
  ['totalGrant', 'EU Total'],
  ['startDate', 'Start Date'],
  ['status', 'Status'],
])

it('lists amounts, dates and flags that differ, with both sides and the column', () => {
  const { findings } = compareReadBack(
    [row({ totalGrant: 2100, startDate: '2027-02-02', zeroGrant: true, email: 'x' })],
    [own()],
    labels,
    false,
  )
  expect(
    findings.map(({ kind, field, label, ours, theirs }) => ({ kind, field, label, ours, theirs })),
  ).toEqual([
    { kind: 'difference', field: 'startDate', label: 'Start Date', ours: '2027-02-01', theirs: '2027-02-02' },
    { kind: 'difference', field: 'zeroGrant', label: null, ours: false, theirs: true },
    { kind: 'difference', field: 'totalGrant', label: 'EU Total', ours: 2309, theirs: 2100 },
  ])
})

it('takes amounts that are the same to the cent for the same', () => {
  expect(
    compareReadBack([row({ totalGrant: 2309.000001, endDate: '2027-06-30' })], [own()], labels, true)
      .findings,
  ).toEqual([])
})

it('lands an error on its mobility and its field', () => {
  const errors = [
    { label: 'Travel Days', field: 'travelDays' as const, message: 'Travel Days must be 0 to 2' },
  ]
  const { findings, rowOfStay } = compareReadBack([row({ travelDays: 2 }, errors)], [own()], labels, false)
  expect(findings).toEqual([
    {
      kind: 'error',
      stayId: 'stay',
      row: 7,
      field: 'travelDays',
      label: 'Travel Days',
      ours: 2,
      theirs: 2,
      message: 'Travel Days must be 0 to 2',
    },
  ])
  expect(rowOfStay.get('stay')).toBe(7)
})

describe('recognising rows', () => {
  const person = { mobilityId: null, familyName: 'Muller', givenNames: 'Zoe', startDate: '2027-02-01' }
  it('by participant and first day where the id is not known', () => {
    expect(compareReadBack([row(person)], [own()], labels, false).rowOfStay.get('stay')).toBe(7)
  })
  it('not by a participant who leaves another day', () => {
    const { findings } = compareReadBack(
      [row({ ...person, startDate: '2026-09-01' })],
      [own()],
      labels,
      false,
    )
    expect(findings).toMatchObject([{ kind: 'unknown-row', stayId: null, row: 7, theirs: 'Muller Zoe' }])
  })
  it('not by a participant that two mobilities share', () => {
    const twins = [own('a'), own('b')].map((one) => ({ ...one, values: { ...one.values, mobilityId: null } }))
    expect(compareReadBack([row(person)], twins, labels, false).rowOfStay.size).toBe(0)
  })
})

it('says of an export which mobilities it lacks, and of a feedback file nothing of the kind', () => {
  expect(compareReadBack([], [own()], labels, true).findings).toMatchObject([
    { kind: 'absent', stayId: 'stay' },
  ])
  expect(compareReadBack([], [own()], labels, false).findings).toEqual([])
})

it('tells drafts of stays that are over, stays that were given up, and reports that came', () => {
  expect(
    compareReadBack([row({ status: 'Draft' })], [own('stay', { isOver: true })], labels, false).findings,
  ).toMatchObject([{ kind: 'draft', field: 'status', theirs: 'Draft' }])
  expect(compareReadBack([row({ status: 'Draft' })], [own()], labels, false).findings).toEqual([])
  expect(
    compareReadBack([row({ status: 'Complete' })], [own('stay', { isGivenUp: true })], labels, true).findings,
  ).toMatchObject([{ kind: 'given-up' }])
  expect(
    compareReadBack(
      [row({ reportReceived: '2027-08-01' })],
      [own('stay', { hasReport: false })],
      labels,
      false,
    ).findings,
  ).toMatchObject([{ kind: 'difference', field: 'reportReceived', theirs: '2027-08-01' }])
})

it('finds the column that a message quotes, the longest where several are', () => {
  const columns = [
    { label: 'Start Date', field: 'startDate' as const },
    { label: 'Virtual Start Date', field: 'virtualStart' as const },
    { label: 'Own remarks', field: null },
  ]
  expect(
    locateErrors(
      'Virtual Start Date: wrong format; "Start date" is before the project\nSomething else',
      columns,
    ),
  ).toEqual([
    { label: 'Virtual Start Date', field: 'virtualStart', message: 'Virtual Start Date: wrong format' },
    { label: 'Start Date', field: 'startDate', message: '"Start date" is before the project' },
    { label: null, field: null, message: 'Something else' },
  ])
})

it('says of a recent graduate only where the module asks, and never of a kind of disadvantage', () => {
  expect(bmValues(aStay({ isRecentGraduate: true }), ourSchool).recentGraduate).toBe(null)
  expect(bmValues(aStay({ activity: 'HE-SMT', isRecentGraduate: true }), ourSchool).recentGraduate).toBe(true)
  const values = bmValues(
    aStay({ student: { ...aStudent, hasFewerOpportunities: true }, end: day('2027-03-01') }),
    ourSchool,
  )
  expect(values).toMatchObject({
    fewerOpportunities: true,
    calculatedDays: 29,
    fundedMonths: 0,
    fundedExtraDays: 29,
  })
})
