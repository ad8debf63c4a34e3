import { describe, expect, it } from 'vitest'
import type { BmOrganisation, BmStay } from '#shared/domain/bm/bm-facts.ts'
import { bmCodes, type BmCode } from '#shared/domain/bm/bm-finding.ts'
import { checkBm, countBm } from '#shared/domain/bm/bm-rules.ts'
import { proposeIds } from '#shared/domain/bm/propose-ids.ts'
import { aHost, aProject, aStay, aStudent, day, ourSchool } from '#tests/fixtures/bm/stays.ts'

const today = day('2026-11-22')

function codesOf(stay: BmStay, school: BmOrganisation = ourSchool): readonly string[] {
  return checkBm({ today, school, stays: [stay] }).map(({ code }) => code)
}

it('finds nothing in a stay with everything in order', () => {
  expect(codesOf(aStay())).toEqual([])
})

const blended = { isBlended: true, virtualStart: day('2027-01-11'), virtualEnd: day('2027-01-15') }
const money = {
  individualSupport: 1000,
  traineeshipTopUp: 0,
  inclusionTopUp: 0,
  greenTopUp: 0,
  travelSupport: 0,
  inclusionSupport: 0,
  total: 1000,
}

/** Each rule by a stay that it finds, and the nearest that it leaves alone. */
const examples: readonly (readonly [code: BmCode, wrong: Partial<BmStay>, right: Partial<BmStay>])[] = [
  ['no-project', { project: null }, {}],
  ['no-agreement-number', { project: { ...aProject, agreementNumber: null } }, {}],
  ['id-missing', { bmId: null }, {}],
  ['id-malformed', { bmId: 'two words' }, { bmId: 'a'.repeat(64) }],
  ['id-malformed', { bmId: 'a'.repeat(65) }, { bmId: '2026/MOB-1' }],
  ['no-start', { start: null }, {}],
  ['no-end', { end: null }, {}],
  ['dates-reversed', { start: day('2027-07-01'), end: day('2027-06-30') }, {}],
  ['before-project', { start: day('2026-05-31') }, { start: day('2026-06-01') }],
  [
    'after-project',
    { start: day('2028-03-01'), end: day('2028-08-01') },
    { start: day('2028-03-01'), end: day('2028-07-31') },
  ],
  [
    'dates-not-real',
    { start: day('2026-06-01'), end: day('2026-11-21') },
    { start: day('2026-06-01'), end: day('2026-11-21'), isReal: true },
  ],
  [
    'interruption-outside',
    { interruptions: [{ start: day('2027-06-20'), end: day('2027-07-10') }] },
    { interruptions: [{ start: day('2027-03-01'), end: day('2027-03-10') }] },
  ],
  [
    'interruption-over-duration',
    { interruptions: [{ start: day('2027-02-01'), end: day('2027-06-30') }] },
    {},
  ],
  ['non-funded-over-duration', { nonFundedDays: 151 }, { nonFundedDays: 90 }],
  // 60 days at least: 1 February to 1 April is 60 days, both ends counted
  ['too-short', { end: day('2027-03-31') }, { end: day('2027-04-01') }],
  ['too-short', { end: day('2027-03-27') }, { end: day('2027-03-27'), isForceMajeure: true }],
  // the least duration is checked on what is left after interruptions
  [
    'too-short',
    { end: day('2027-04-10'), interruptions: [{ start: day('2027-03-01'), end: day('2027-03-10') }] },
    { end: day('2027-04-10') },
  ],
  [
    'too-long',
    { start: day('2026-09-01'), end: day('2027-09-02') },
    { start: day('2026-09-01'), end: day('2027-08-31') },
  ],
  ['short-too-short', { ...blended, end: day('2027-02-04') }, { ...blended, end: day('2027-02-05') }],
  ['short-too-long', { ...blended, end: day('2027-03-03') }, { ...blended, end: day('2027-03-02') }],
  ['funded-too-short', { nonFundedDays: 100 }, { nonFundedDays: 90 }],
  [
    'virtual-missing',
    { ...blended, virtualEnd: null, end: day('2027-02-10') },
    { ...blended, end: day('2027-02-10') },
  ],
  ['virtual-reversed', { virtualStart: day('2027-01-15'), virtualEnd: day('2027-01-11') }, blended],
  // 150 days are 5 months: 7.01 before makes 12.01
  ['over-cycle', { monthsBefore: 7.01, end: day('2027-06-30') }, { monthsBefore: 7, end: day('2027-06-30') }],
  [
    'over-cycle',
    { monthsBefore: 19.5, student: { ...aStudent, isSingleCycle: true } },
    { monthsBefore: 18, student: { ...aStudent, isSingleCycle: true } },
  ],
  [
    'not-agreed',
    { start: day('2026-09-01'), end: day('2027-01-31') },
    { start: day('2026-09-01'), end: day('2027-01-31'), agreedOn: day('2026-08-31') },
  ],
  [
    'agreed-late',
    { start: day('2026-09-01'), end: day('2027-01-31'), agreedOn: day('2026-09-02') },
    { start: day('2026-09-01'), end: day('2027-01-31'), agreedOn: day('2026-09-01') },
  ],
  ['email-missing', { student: { ...aStudent, email: null } }, {}],
  ['gender-missing', { student: { ...aStudent, gender: null } }, {}],
  ['birth-missing', { student: { ...aStudent, birthDate: null } }, {}],
  ['nationality-missing', { student: { ...aStudent, nationality: null } }, {}],
  ['isced-missing', { iscedCode: null }, {}],
  ['isced-not-four', { iscedCode: '061' }, { iscedCode: '0610' }],
  ['isced-not-four', { iscedCode: '9998' }, { iscedCode: '0714' }],
  ['eqf-missing', { student: { ...aStudent, eqfLevel: null } }, {}],
  ['eqf-not-higher', { student: { ...aStudent, eqfLevel: 4 } }, { student: { ...aStudent, eqfLevel: 5 } }],
  ['language-missing', { language: null }, {}],
  ['recent-graduate-unknown', { activity: 'HE-SMT' }, { activity: 'HE-SMT', isRecentGraduate: false }],
  [
    'recent-graduate-late',
    { activity: 'HE-SMT', isRecentGraduate: true, student: { ...aStudent, endOfStudies: day('2026-06-29') } },
    { activity: 'HE-SMT', isRecentGraduate: true, student: { ...aStudent, endOfStudies: day('2026-06-30') } },
  ],
  ['fewer-unknown', { student: { ...aStudent, hasFewerOpportunities: null } }, {}],
  [
    'inclusion-without-flag',
    { money: { ...money, inclusionTopUp: 250 } },
    { money: { ...money, inclusionTopUp: 250 }, student: { ...aStudent, hasFewerOpportunities: true } },
  ],
  ['no-host', { host: null, stayCountry: 'DE' }, {}],
  [
    'no-host-country',
    { host: { ...aHost, country: null } },
    { host: { ...aHost, country: null }, stayCountry: 'DE', locationNote: 'x' },
  ],
  ['same-organisation', { host: { ...aHost, oid: ourSchool.oid } }, {}],
  ['same-country', { host: { ...aHost, country: 'FR' } }, { host: { ...aHost, country: 'BE' } }],
  ['oid-malformed', { host: { ...aHost, oid: 'E1234' } }, { host: { ...aHost, oid: 'E12345678' } }],
  [
    'host-incomplete',
    { host: { ...aHost, oid: null, erasmusCode: null } },
    { host: { ...aHost, oid: null, erasmusCode: null, address: 'Weg 1', postalCode: '12345' } },
  ],
  [
    'host-not-latin',
    { host: { ...aHost, oid: null, erasmusCode: null, name: 'Εταιρεία' } },
    { host: { ...aHost, oid: null, erasmusCode: null, name: 'Łódź Élan' } },
  ],
  [
    'location-note-missing',
    { stayCountry: 'AT' },
    { stayCountry: 'AT', locationNote: 'The laboratory is in Linz' },
  ],
  ['location-note-missing', { stayCity: 'Essen' }, { stayCity: 'KUPFERTAL' }],
  ['travel-days-over', { travelDays: 3 }, { travelDays: 2 }],
  [
    'travel-days-over',
    { travelDays: 7, transport: 'train', isGreenTravel: true },
    { travelDays: 6, transport: 'train', isGreenTravel: true },
  ],
  ['transport-missing', { transport: null }, {}],
  ['green-not-said', { transport: 'bus', isGreenTravel: null }, { transport: 'bus', isGreenTravel: true }],
  ['green-not-sustainable', { transport: 'plane', isGreenTravel: true }, {}],
  [
    'transport-note-missing',
    { transport: 'other-sustainable', isGreenTravel: true },
    { transport: 'other-sustainable', isGreenTravel: true, transportNote: 'By sailing boat' },
  ],
  ['transport-note-long', { transportNote: 'x'.repeat(301) }, { transportNote: 'x'.repeat(300) }],
  ['distance-missing', { distanceBand: null }, {}],
  [
    'exceptional-over-cost',
    { travelCostReal: 1000, travelCostExceptional: 800.01, travelCostNote: 'island', money },
    { travelCostReal: 1000, travelCostExceptional: 800, travelCostNote: 'island', money },
  ],
  [
    'exceptional-unexplained',
    { travelCostReal: 1000, travelCostExceptional: 800, money },
    { travelCostReal: 1000, travelCostExceptional: 800, travelCostNote: 'island', money },
  ],
  [
    'exceptional-and-travel',
    {
      travelCostReal: 1000,
      travelCostExceptional: 800,
      travelCostNote: 'island',
      money: { ...money, travelSupport: 1 },
    },
    { travelCostReal: 1000, travelCostExceptional: 800, travelCostNote: 'island', money },
  ],
  [
    'zero-grant-paid',
    { isZeroGrant: true },
    { isZeroGrant: true, money: { ...money, individualSupport: 0 } },
  ],
  ['grant-unknown', { money: null }, { money: null, isZeroGrant: true }],
  ['force-majeure', { isForceMajeure: true }, {}],
]

describe.each(examples)('%s', (code, wrong, right) => {
  it('is found', () => expect(codesOf(aStay(wrong))).toContain(code))
  it('is not found in the nearest stay that is right', () =>
    expect(codesOf(aStay(right))).not.toContain(code))
})

it('has an example for every rule that looks at one stay', () => {
  const shown = new Set(examples.map(([code]) => code))
  expect(bmCodes.filter((code) => !shown.has(code))).toEqual(['id-shared', 'oid-shared', 'school-unnamed'])
})

it('names the field where each finding is mended, in a record that exists', () => {
  for (const [, wrong] of examples)
    for (const { at } of checkBm({ today, school: ourSchool, stays: [aStay(wrong)] })) {
      const ids = {
        mobility: 'stay',
        interruption: 'stay',
        student: 'student',
        institution: 'host',
        erasmusCall: 'call',
        school: null,
      }
      expect(at.id).toBe(ids[at.entity])
    }
})

it('finds two mobilities with one id, in both', () => {
  const stays = [aStay(), aStay({ id: 'other' })]
  const found = checkBm({ today, school: ourSchool, stays })
  expect(found.map(({ code, stayId }) => [code, stayId])).toEqual([
    ['id-shared', 'stay'],
    ['id-shared', 'other'],
  ])
})

it('finds two organisations that share an OID, and names both', () => {
  const twin = { ...aHost, id: 'twin', name: 'Kupfertal Institute', erasmusCode: null }
  const found = checkBm({
    today,
    school: ourSchool,
    stays: [aStay(), aStay({ id: 'other', bmId: 'B', host: twin })],
  })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({
    code: 'oid-shared',
    stayId: 'other',
    at: { entity: 'institution', id: 'twin', field: 'oid' },
    params: { oid: 'E10000002', one: 'Kupfertal Institute', other: 'Universität Kupfertal' },
  })
})

it('asks for a code of our school once, however many the mobilities', () => {
  const school = { ...ourSchool, oid: '', erasmusCode: '' }
  const found = checkBm({ today, school, stays: [aStay(), aStay({ id: 'other', bmId: 'B' })] })
  expect(found.map(({ code, stayId }) => [code, stayId])).toEqual([['school-unnamed', null]])
})

it('counts each mobility once, by the worst that was found', () => {
  const stays = [
    aStay(),
    aStay({ id: 'b', bmId: 'B', language: null }),
    aStay({ id: 'c', bmId: null, language: null }),
  ]
  expect(countBm(stays, checkBm({ today, school: ourSchool, stays }))).toEqual({
    stays: 3,
    refused: 1,
    toLookAt: 1,
    ready: 1,
  })
})

it('proposes ids after the highest that is taken', () => {
  const taken = new Set(['123456-MOB-00007', 'X-1', '999999-MOB-00042'])
  expect(proposeIds('2026-1-FR01-KA131-HED-000123456', taken, 2)).toEqual([
    '123456-MOB-00008',
    '123456-MOB-00009',
  ])
})
