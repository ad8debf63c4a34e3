import { describe, expect, it } from 'vitest'
import { grantOf, type GrantFacts } from '#shared/domain/erasmus-grant.ts'
import type { ErasmusCall } from '#shared/domain/grant-rates.ts'
import { categoryCents, type Grant } from '#shared/domain/grant-types.ts'
import { aGrantStay, aRate, someRates, someRules } from '#tests/fixtures/grants/facts.ts'

const grant = (facts: Partial<GrantFacts>, call: Partial<ErasmusCall> = {}): Grant =>
  grantOf(aGrantStay(facts), someRules(call))
const problems = (of: Grant) => of.problems.map(({ code, level }) => [code, level])
const euros = (of: Grant) => (of.totalCents === null ? null : of.totalCents / 100)

describe('the grant of a long stay', () => {
  it('pays whole months, and a thirtieth of one for each day over (unibas.it)', () => {
    // 1 September to 31 January: 153 days, 5 months and 3 days
    const semester = grant({})
    expect(semester.days?.calendar).toMatchObject({ mobility: 153, fullMonths: 5, extraDays: 3 })
    expect(semester.lines.map(({ unit, quantity, amountCents }) => [unit, quantity, amountCents])).toEqual([
      ['month', 5, 200_000],
      ['thirtieth', 3, 4_000],
    ])
    expect(euros(semester)).toBe(2040)
  })

  it('counts months of 30 days where the call says so: both counts are there, one is paid', () => {
    // Italian institutions count a year of 360 days
    const semester = grant({}, { dayCount: 'commercial' })
    expect(semester.days?.commercial).toMatchObject({ duration: 150, fullMonths: 5, extraDays: 0 })
    expect(semester.days?.calendar.mobility).toBe(153)
    expect(euros(semester)).toBe(2000)
  })

  it.each([
    ['DE', 'group-1', 450],
    ['ES', 'group-2', 400],
    ['PL', 'group-3', 350],
    ['JP', 'elsewhere', 700],
  ] as const)('pays %s by %s', (hostCountry, group, rate) => {
    const stay = grant({ hostCountry, plannedStart: '2026-09-01', plannedEnd: '2026-12-29' })
    expect(stay.group).toBe(group)
    expect(euros(stay)).toBe(rate * 4)
  })

  it('adds the top-ups of a traineeship and of fewer opportunities, which add up (Kozminski)', () => {
    const days = { plannedStart: '2026-09-01', plannedEnd: '2026-11-29' }
    const stay = grant({ ...days, activity: 'HE-SMT', hasFewerOpportunities: true })
    expect(categoryCents(stay, 'individual-support')).toBe(120_000)
    expect(categoryCents(stay, 'traineeship-top-up')).toBe(45_000)
    expect(categoryCents(stay, 'inclusion-top-up')).toBe(75_000)
    expect(euros(stay)).toBe(2400)
  })

  it('gives no traineeship top-up outside the programme (BM draft schema)', () => {
    const stay = grant({ hostCountry: 'JP', activity: 'HE-SMT' })
    expect(categoryCents(stay, 'traineeship-top-up')).toBe(0)
  })

  it('pays a school overseas 786 € a month, 936 € for a traineeship (mfja)', () => {
    const month = { plannedStart: '2026-09-01', plannedEnd: '2026-10-30' }
    expect(euros(grant(month, { isOutermost: true }))).toBe(2 * 786)
    expect(euros(grant({ ...month, activity: 'HE-SMT' }, { isOutermost: true }))).toBe(2 * 936)
  })

  it('takes days that are interrupted or at a distance off the stay', () => {
    const stay = grant({
      interruptions: [{ start: '2026-12-20', end: '2027-01-03' }],
      virtualStart: '2026-09-01',
      virtualEnd: '2026-09-10',
    })
    expect(stay.days?.calendar).toMatchObject({ duration: 153, interruption: 25, mobility: 128 })
  })

  it('is counted on the real dates once both are known', () => {
    const arrived = grant({ actualStart: '2026-09-08' })
    expect([arrived.basis, arrived.days?.calendar.mobility]).toEqual(['planned', 146])
    const back = grant({ actualStart: '2026-09-08', actualEnd: '2027-01-15' })
    expect([back.basis, back.days?.calendar.mobility]).toEqual(['real', 130])
  })
})

describe('days without a grant', () => {
  it('leaves a stay without a grant at nothing, and still counts its days', () => {
    const stay = grant({ isZeroGrant: true })
    expect([euros(stay), stay.lines, stay.days?.calendar.mobility]).toEqual([0, [], 153])
  })

  it('pays the funded part of a stay alone', () => {
    const stay = grant({ nonFundedDays: 33 })
    expect(stay.days?.calendar).toMatchObject({ funded: 120, nonFunded: 33 })
    expect(euros(stay)).toBe(1600)
  })

  it('pays at most the days that the call funds, and says so', () => {
    const stay = grant({}, { fundedDaysMost: 120 })
    expect([euros(stay), problems(stay)]).toEqual([1600, [['over-funded-days', 'warning']]])
  })

  it('refuses a funded part under the least duration (gidatarim)', () => {
    expect(problems(grant({ nonFundedDays: 100 }))).toEqual([['funded-too-short', 'refusal']])
    expect(problems(grant({ nonFundedDays: 200 }))).toEqual([['not-funded-over-duration', 'refusal']])
  })
})

describe('the grant of a short stay', () => {
  const short = (facts: Partial<GrantFacts>, call: Partial<ErasmusCall> = {}) =>
    grant({ isBlended: true, form: 'short-term-blended', ...facts }, call)

  it('pays 79 € a day to day 14, then less (unife 2025/26)', () => {
    const stay = short({ plannedStart: '2026-11-02', plannedEnd: '2026-11-21' })
    expect(
      stay.lines.map(({ quantity, rateCents, fromDay, toDay }) => [quantity, rateCents, fromDay, toDay]),
    ).toEqual([
      [14, 7900, 1, 14],
      [6, 5600, 15, 20],
    ])
    expect(euros(stay)).toBe(14 * 79 + 6 * 56)
  })

  it.each([
    ['2026-11-06', 100],
    ['2026-11-15', 100],
    ['2026-11-16', 150],
  ])('adds the inclusion top-up once, by the days of the stay: to %s', (plannedEnd, topUp) => {
    const stay = short({ plannedStart: '2026-11-02', plannedEnd, hasFewerOpportunities: true })
    expect(categoryCents(stay, 'inclusion-top-up')).toBe(topUp * 100)
  })

  it('pays travel for fewer opportunities where the call does not for everyone (unife)', () => {
    const days = { plannedStart: '2026-11-02', plannedEnd: '2026-11-06' }
    const rule = { travelFor: 'short-inclusion' } as const
    expect(categoryCents(short(days, rule), 'travel-support')).toBe(0)
    expect(categoryCents(short({ ...days, hasFewerOpportunities: true }, rule), 'travel-support')).toBe(
      30_900,
    )
  })

  it('lets a doctoral stay be short, another not', () => {
    const days = { plannedStart: '2026-11-02', plannedEnd: '2026-11-16' }
    expect(grant({ ...days, isDoctoral: true })).toMatchObject({ durationKind: 'short', problems: [] })
    expect(problems(grant(days))).toEqual([['too-short', 'refusal']])
  })
})

describe('travel', () => {
  const call = { travelFor: 'everyone' } as const

  it('is paid by the band of the distance, more by green means', () => {
    expect(categoryCents(grant({}, call), 'travel-support')).toBe(30_900)
    expect(categoryCents(grant({ isGreenTravel: true }, call), 'travel-support')).toBe(41_700)
  })

  it('is paid as usual in a band without a green amount', () => {
    expect(categoryCents(grant({ isGreenTravel: true, distanceKm: 5000 }, call), 'travel-support')).toBe(
      118_800,
    )
  })

  it('needs a distance', () => {
    expect(problems(grant({ distanceKm: null }, call))).toEqual([['no-distance', 'refusal']])
    expect(problems(grant({ distanceKm: null, distanceBand: '500-1999' }, call))).toEqual([])
  })

  it('has a top-up of 50 € for green travel in the calls that pay no travel (wur.nl)', () => {
    const rates = [...someRates, aRate({ kind: 'green-top-up', euros: 50 })]
    const green = grantOf(aGrantStay({ isGreenTravel: true, travelDays: 4 }), someRules({}, rates))
    expect(categoryCents(green, 'green-top-up')).toBe(5_000)
    // four days of travel at a thirtieth of 400 €
    expect(green.lines.find(({ part }) => part === 'travel-days')?.amountCents).toBe(5_333)
  })

  it('pays two days of travel, or six by green means (BM wiki)', () => {
    expect(problems(grant({ travelDays: 2 }))).toEqual([])
    expect(problems(grant({ travelDays: 3 }))).toEqual([['travel-days', 'refusal']])
    expect(problems(grant({ travelDays: 6, isGreenTravel: true }))).toEqual([])
    expect(problems(grant({ travelDays: 7, isGreenTravel: true }))).toEqual([['travel-days', 'refusal']])
  })

  it('pays up to 80 % of expensive travel instead of travel support (BM draft schema)', () => {
    const cost = { travelCostRealCents: 100_000, travelCostExceptionalCents: 80_000 }
    const stay = grant(cost, call)
    expect([categoryCents(stay, 'exceptional-travel'), categoryCents(stay, 'travel-support')]).toEqual([
      80_000, 0,
    ])
    expect(problems(grant({ ...cost, travelCostExceptionalCents: 80_001 }, call))).toEqual([
      ['exceptional-over-cost', 'refusal'],
    ])
  })
})

describe('what stands against a grant', () => {
  it('refuses one month and 25 days, unless by force majeure (Sapienza 2026/27, art. 2)', () => {
    const days = { plannedStart: '2026-09-01', plannedEnd: '2026-10-25' }
    const commercial = { dayCount: 'commercial' } as const
    const refused = grant(days, commercial)
    expect(refused.days?.commercial.mobility).toBe(55)
    expect([euros(refused), problems(refused)]).toEqual([null, [['too-short', 'refusal']]])
    const excused = grant({ ...days, isForceMajeure: true }, commercial)
    expect(excused.totalCents).toBe(40_000 + Math.round((40_000 * 25) / 30))
    expect(problems(excused)).toEqual([['too-short', 'warning']])
  })

  it.each<readonly [string, Partial<GrantFacts>, Partial<ErasmusCall>, string]>([
    ['no dates', { plannedEnd: null }, {}, 'no-dates'],
    ['dates in the wrong order', { plannedEnd: '2026-08-01' }, {}, 'dates-reversed'],
    ['no country', { hostCountry: null }, {}, 'no-host-country'],
    ['a country that is none', { hostCountry: 'XX' }, {}, 'no-host-country'],
    ['a host at home', { hostCountry: 'FR' }, {}, 'host-at-home'],
    ['a year without figures', {}, { callYear: 2025 }, 'no-rate'],
    ['a group without a figure', { hostCountry: 'CH' }, {}, 'no-rate'],
    ['more than a year', { plannedEnd: '2027-10-31' }, {}, 'too-long'],
    ['more than the ceiling', {}, { ceilingCents: 203_999 }, 'over-ceiling'],
  ])('refuses %s', (_what, facts, call, code) => {
    const stay = grant(facts, call)
    expect(stay.totalCents).toBe(null)
    expect(problems(stay)).toContainEqual([code, 'refusal'])
  })

  it('refuses a figure that the school has not chosen, or has twice; warns of one outside its range', () => {
    const withMonthly = (...amounts: readonly (number | null)[]) =>
      someRules(
        {},
        amounts.map((one) =>
          aRate({
            kind: 'monthly',
            countryGroup: 'group-2',
            euros: one,
            leastCents: 22_500,
            mostCents: 67_400,
          }),
        ),
      )
    expect(problems(grantOf(aGrantStay(), withMonthly(null)))).toEqual([['rate-without-amount', 'refusal']])
    expect(problems(grantOf(aGrantStay(), withMonthly(300, 310)))).toEqual([['several-rates', 'refusal']])
    expect(problems(grantOf(aGrantStay(), withMonthly(700)))).toEqual([['rate-out-of-range', 'warning']])
    expect(problems(grantOf(aGrantStay(), withMonthly(674)))).toEqual([])
  })

  it('warns beyond twelve months in the cycle, declared ones included, 24 where studies are one cycle', () => {
    const months = (facts: Partial<GrantFacts>) => grant(facts)
    const semester = months({ earlierDays: 150, declaredMonths: 2 })
    expect([semester.cycleMonths, problems(semester)]).toEqual([12, []])
    const more = months({ earlierDays: 150, declaredMonths: 2.5 })
    expect([more.cycleMonths, problems(more)]).toEqual([12.5, [['over-cycle', 'warning']]])
    expect(problems(months({ earlierDays: 150, declaredMonths: 2.5, isSingleCycle: true }))).toEqual([])
    // a stay without a grant counts (uniwa)
    expect(months({ isZeroGrant: true }).cycleMonths).toBe(5)
  })
})
