import { describe, expect, it } from 'vitest'
import { planPayments, type MadePayment } from '#shared/domain/grant-payments.ts'
import { bandOfDistance } from '#shared/domain/grant-rates.ts'

const rule = { firstPercent: 70, firstDueDays: 20, lastDueDays: 45 }
const stay = { start: '2026-09-01', end: '2027-01-31' }
const paid = (amountCents: number): MadePayment => ({ id: 'paid', amountCents, paidOn: '2026-09-20' })
const open = (id: string, amountCents: number): MadePayment => ({ id, amountCents, paidOn: null })

describe('the payments of a grant', () => {
  it('are 70 % after arrival and the rest after the certificate, or as the call says', () => {
    expect(planPayments(204_000, [], rule, stay).added).toEqual([
      { amountCents: 142_800, dueOn: '2026-09-21' },
      { amountCents: 61_200, dueOn: '2027-03-17' },
    ])
    expect(planPayments(100, [], { ...rule, firstPercent: 100 }, stay).added).toEqual([
      { amountCents: 100, dueOn: '2026-09-21' },
    ])
    expect(planPayments(0, [], rule, stay)).toEqual({ removed: [], added: [] })
  })

  it('stay as they are while they make up the grant', () => {
    const own = [paid(100_000), open('b', 52_000), open('c', 52_000)]
    expect(planPayments(204_000, own, rule, stay)).toEqual({ removed: [], added: [] })
  })

  it('end with what is left to pay, or to be given back, once the grant changes', () => {
    const payments = [paid(142_800), open('b', 61_200)]
    expect(planPayments(180_000, payments, rule, stay)).toEqual({
      removed: ['b'],
      added: [{ amountCents: 37_200, dueOn: '2027-03-17' }],
    })
    expect(planPayments(120_000, payments, rule, stay)).toEqual({
      removed: ['b'],
      added: [{ amountCents: -22_800, dueOn: '2027-03-17' }],
    })
    expect(planPayments(142_800, payments, rule, stay)).toEqual({ removed: ['b'], added: [] })
  })
})

it.each([
  [0, '0-99'],
  [99, '0-99'],
  [100, '100-499'],
  [1999, '500-1999'],
  [2000, '2000-2999'],
  [7999, '4000-7999'],
  [8000, '8000'],
  [19_999, '8000'],
])('puts %d km in its band', (km, band) => {
  expect(bandOfDistance(km)).toBe(band)
})
