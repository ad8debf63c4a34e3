import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, parseCivilDate } from '#shared/domain/civil-date.ts'
import { grantOf, type GrantFacts } from '#shared/domain/erasmus-grant.ts'
import { planPayments } from '#shared/domain/grant-payments.ts'
import { aGrantStay, someRules } from '#tests/fixtures/grants/facts.ts'

const epoch = parseCivilDate('2026-01-01')
const dayAt = (days: number) => {
  if (!epoch.ok) throw new Error('2026-01-01 is a day')
  return addDays(epoch.value, days)
}

const facts = fc
  .record({
    start: fc.integer({ min: 0, max: 700 }),
    days: fc.integer({ min: 1, max: 366 }),
    hostCountry: fc.constantFrom('DE', 'ES', 'PL', 'JP'),
    activity: fc.constantFrom('HE-SMS', 'HE-SMT'),
    hasFewerOpportunities: fc.boolean(),
    isGreenTravel: fc.boolean(),
    isZeroGrant: fc.boolean(),
    isForceMajeure: fc.boolean(),
    nonFundedDays: fc.integer({ min: 0, max: 40 }),
    travelDays: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ start, days, ...rest }): GrantFacts =>
    aGrantStay({ ...rest, plannedStart: dayAt(start), plannedEnd: dayAt(start + days - 1) }),
  )
const dayCount = fc.constantFrom('calendar', 'commercial')

describe('a grant', () => {
  it('is the sum of its lines, and nothing where a refusal stands against it', () => {
    fc.assert(
      fc.property(facts, dayCount, (stay, count) => {
        const grant = grantOf(stay, someRules({ dayCount: count, travelFor: 'everyone' }))
        const sum = grant.lines.reduce((cents, line) => cents + line.amountCents, 0)
        const isRefused = grant.problems.some(({ level }) => level === 'refusal')
        expect(grant.totalCents).toBe(isRefused ? null : sum)
        expect(
          grant.lines.every(({ amountCents }) => Number.isSafeInteger(amountCents) && amountCents > 0),
        ).toBe(true)
      }),
    )
  })

  it('grows with its days', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 60 }), dayCount, (stay, more, count) => {
        const end = parseCivilDate(stay.plannedEnd ?? '')
        if (!end.ok) throw new Error('the stay has an end')
        const rules = someRules({ dayCount: count })
        const lineSum = (one: GrantFacts) =>
          grantOf(one, rules).lines.reduce((cents, line) => cents + line.amountCents, 0)
        expect(lineSum({ ...stay, plannedEnd: addDays(end.value, more) })).toBeGreaterThanOrEqual(
          lineSum(stay),
        )
      }),
    )
  })

  it('never pays two halves of a stay more than the whole, but for the cents that are rounded', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 1, max: 365 }), (stay, cut) => {
        const start = parseCivilDate(stay.plannedStart ?? '')
        const end = parseCivilDate(stay.plannedEnd ?? '')
        if (!start.ok || !end.ok) throw new Error('the stay has both ends')
        const middle = addDays(start.value, cut)
        fc.pre(middle <= end.value)
        const whole = { ...stay, travelDays: 0, nonFundedDays: 0 }
        const sum = (one: GrantFacts) =>
          grantOf(one, someRules()).lines.reduce((cents, line) => cents + line.amountCents, 0)
        const halves =
          sum({ ...whole, plannedEnd: addDays(middle, -1) }) + sum({ ...whole, plannedStart: middle })
        // three kinds of lines by the month, each rounded to a cent
        expect(Math.abs(halves - sum(whole))).toBeLessThanOrEqual(3)
      }),
    )
  })

  it('pays days that are not funded nothing', () => {
    fc.assert(
      fc.property(facts, dayCount, (stay, count) => {
        const grant = grantOf(stay, someRules({ dayCount: count }))
        const days = grant.days?.[count]
        if (days === undefined) throw new Error('the stay has days')
        expect(days.funded + days.nonFunded).toBe(days.mobility)
        expect(days.mobility + days.interruption).toBe(days.duration)
        expect(days.fullMonths * 30 + days.extraDays).toBe(days.funded)
        expect(stay.isZeroGrant && grant.lines.length > 0).toBe(false)
      }),
    )
  })
})

describe('payments', () => {
  const cents = fc.integer({ min: 0, max: 2_000_000 })
  const payments = fc.array(
    fc.record({
      id: fc.uuid(),
      amountCents: fc.integer({ min: -50_000, max: 900_000 }),
      paidOn: fc.constantFrom(null, '2026-10-01'),
    }),
    { maxLength: 5 },
  )
  const rule = fc.record({
    firstPercent: fc.integer({ min: 0, max: 100 }),
    firstDueDays: fc.integer({ min: -60, max: 60 }),
    lastDueDays: fc.integer({ min: 0, max: 90 }),
  })

  it('sum to the grant, keep what was paid, and are not planned twice', () => {
    fc.assert(
      fc.property(cents, payments, rule, (total, made, how) => {
        const stay = { start: '2026-09-01', end: '2027-01-31' }
        const plan = planPayments(total, made, how, stay)
        const removed = new Set(plan.removed)
        const kept = made.filter(({ id }) => !removed.has(id))
        expect(kept.filter(({ paidOn }) => paidOn !== null)).toEqual(
          made.filter(({ paidOn }) => paidOn !== null),
        )
        const after = [
          ...kept,
          ...plan.added.map(({ amountCents }, at) => ({ id: `new-${at}`, amountCents, paidOn: null })),
        ]
        expect(after.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(total)
        expect(planPayments(total, after, how, stay)).toEqual({ removed: [], added: [] })
      }),
    )
  })
})
