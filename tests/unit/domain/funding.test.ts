import { describe, expect, it } from 'vitest'
import { seedCountryGroups } from '#shared/domain/country-groups.ts'
import {
  aidAmount,
  eligibilityOf,
  fundingBalance,
  scholarshipRank,
  type AidFacts,
  type AidScheme,
} from '#shared/domain/funding.ts'

const open: AidScheme = {
  id: 'aid',
  isOpen: true,
  amountKind: 'free',
  rate: null,
  ceiling: null,
  forms: [],
  countryGroups: [],
  hostCountries: [],
  nationalities: [],
  studentStatus: null,
  minDays: null,
  maxDays: null,
  minScholarshipLevel: null,
  needsPartner: false,
  excludesOthers: false,
  firstYear: null,
  lastYear: null,
}
const facts: AidFacts = {
  form: 'exchange-semester',
  academicYear: '2026/2027',
  hostCountry: 'ES',
  isPartner: true,
  nationality: 'FR',
  studentStatus: 'student',
  scholarshipLevel: 3,
  days: 150,
  otherSchemes: [],
}
const answer = (scheme: Partial<AidScheme>, known: Partial<AidFacts> = {}) =>
  eligibilityOf({ ...open, ...scheme }, { ...facts, ...known }, seedCountryGroups)

describe('an aid', () => {
  it('without rules is for every stay', () => {
    expect(answer({}, { days: null, hostCountry: null, nationality: null, scholarshipLevel: null })).toEqual({
      answer: 'yes',
      reasons: [],
    })
  })

  it.each([
    ['it is closed', { isOpen: false }, {}, 'closed'],
    ['it begins later', { firstYear: '2027/2028' }, {}, 'year'],
    ['it ended', { lastYear: '2025/2026' }, {}, 'year'],
    ['the form is another', { forms: ['internship'] }, {}, 'form'],
    ['the stay is too short', { minDays: 151 }, {}, 'too-short'],
    ['the stay is too long', { maxDays: 149 }, {}, 'too-long'],
    ['the host is in another group', { countryGroups: ['group-1', 'group-3'] }, {}, 'country-group'],
    [
      'the host is nowhere in Erasmus',
      { countryGroups: ['group-1'] },
      { hostCountry: 'JP' },
      'country-group',
    ],
    ['the host is in another country', { hostCountries: ['DE'] }, {}, 'host-country'],
    ['the nationality is another', { nationalities: ['DE'] }, {}, 'nationality'],
    ['the student is no apprentice', { studentStatus: 'apprentice' }, {}, 'student-status'],
    ['the scholarship is too low', { minScholarshipLevel: 4 }, {}, 'scholarship'],
    ['there is no scholarship', { minScholarshipLevel: 0 }, { scholarshipLevel: -1 }, 'scholarship'],
    ['the host is no partner', { needsPartner: true }, { isPartner: false }, 'not-partner'],
    ['another aid is had', { excludesOthers: true }, { otherSchemes: ['aid', 'b'] }, 'other-aid'],
  ] as const)('is refused when %s', (_name, scheme, known, code) => {
    expect(answer(scheme, known)).toMatchObject({ answer: 'no', reasons: [{ code }] })
  })

  it.each([
    ['days', { minDays: 60 }, { days: null }, 'days-unknown'],
    ['host', { countryGroups: ['group-2'] }, { hostCountry: null }, 'host-unknown'],
    ['nationality', { nationalities: ['FR'] }, { nationality: null }, 'nationality-unknown'],
    ['scholarship', { minScholarshipLevel: 0 }, { scholarshipLevel: null }, 'scholarship-unknown'],
  ] as const)('is not known without the %s', (_name, scheme, known, code) => {
    expect(answer(scheme, known)).toEqual({ answer: 'unknown', reasons: [{ code, params: {} }] })
  })

  it('tells every reason, and what is not known only where nothing refuses', () => {
    const found = answer(
      { minDays: 200, nationalities: ['DE'], minScholarshipLevel: 1 },
      { scholarshipLevel: null },
    )
    expect(found.reasons.map(({ code }) => code)).toEqual(['too-short', 'nationality'])
  })

  it('takes the groups of the call of the year', () => {
    expect(answer({ countryGroups: ['group-1'] }, { hostCountry: 'DE' }).answer).toBe('yes')
    expect(
      answer({ countryGroups: ['group-1'] }, { hostCountry: 'DE', academicYear: '2021/2022' }).answer,
    ).toBe('no')
  })
})

it.each([
  ['once', 'once', 500, null, 90, 500],
  ['per month of thirty days, an incomplete month by its days', 'per-month', 400, null, 75, 1000],
  ['per week', 'per-week', 70, null, 10, 100],
  ['per day', 'per-day', 12.5, null, 3, 37.5],
  ['up to its ceiling', 'per-month', 400, 900, 75, 900],
] as const)('an amount is counted %s', (_name, amountKind, rate, ceiling, days, amount) => {
  expect(aidAmount({ amountKind, rate, ceiling }, days)).toBe(amount)
})

it('an amount is not made up where the scheme does not tell it', () => {
  expect(aidAmount({ amountKind: 'free', rate: 100, ceiling: null }, 90)).toBe(undefined)
  expect(aidAmount({ amountKind: 'erasmus-grant', rate: 100, ceiling: null }, 90)).toBe(undefined)
  expect(aidAmount({ amountKind: 'per-month', rate: null, ceiling: null }, 90)).toBe(undefined)
  expect(aidAmount({ amountKind: 'per-month', rate: 100, ceiling: null }, null)).toBe(undefined)
})

it('a grant is what is paid, what is to come and what is left', () => {
  const third = { amount: 33.33, paidOn: '2026-09-10' }
  expect(fundingBalance(100, [third, third, { amount: 33.34, paidOn: null }])).toEqual({
    paid: 66.66,
    planned: 33.34,
    left: 0,
  })
  expect(fundingBalance(50, [{ amount: 50.01, paidOn: null }]).left).toBe(-0.01)
})

it('a scholarship is a level, none, or not known', () => {
  expect(['none', '0bis', '7', null].map(scholarshipRank)).toEqual([-1, 0, 7, null])
})
