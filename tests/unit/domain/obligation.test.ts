import { describe, expect, it } from 'vitest'
import { parseCivilDate } from '#shared/domain/civil-date.ts'
import { ledgerOf } from '#shared/domain/obligation.ts'
import type { LedgerStay, LedgerStudent, ObligationRule } from '#shared/domain/obligation-types.ts'
import { aForm, aPlan, aRule, aSetup, aStay, aStudent } from '#tests/fixtures/obligations/school.ts'
import { examples, examplesToday } from './obligation-examples.ts'

function ledger(
  stays: readonly LedgerStay[],
  rule: Partial<ObligationRule> = {},
  student: Partial<LedgerStudent> = {},
) {
  const today = parseCivilDate(examplesToday)
  if (!today.ok) throw new Error('The examples have no day')
  return ledgerOf(aStudent(student), stays, aSetup({ rules: [aRule(rule)] }), today.value)
}

describe('the worked examples', () => {
  it.each(examples)('$story', ({ rule, student, stays, expected }) => {
    const { acquiredWeeks, plannedWeeks, missingWeeks, status, reason, lines } = ledger(stays, rule, student)
    expect({
      acquired: acquiredWeeks,
      planned: plannedWeeks,
      missing: missingWeeks,
      status,
      why: reason.code,
      lines: lines.map((line) => line.reason.code),
    }).toEqual(expected)
  })
})

describe('a ledger', () => {
  it('has lines whose days add up to its own', () => {
    const { lines, acquiredDays, plannedDays } = ledger([
      aStay('a', ['2026-06-01', '2026-07-12']),
      aStay('b', ['2026-06-29', '2026-08-02'], { hostId: 'other' }),
      aPlan('c', ['2026-08-01', '2026-08-20'], { hostId: 'third' }),
    ])
    expect(lines.reduce((days, line) => days + line.acquiredDays, 0)).toBe(acquiredDays)
    expect(lines.reduce((days, line) => days + line.plannedDays, 0)).toBe(plannedDays)
  })

  it('names two stays at once as a mistake, at both', () => {
    const { problems } = ledger([
      aStay('a', ['2026-06-01', '2026-07-12']),
      aStay('b', ['2026-06-29', '2026-08-02'], { hostId: 'other' }),
    ])
    expect(problems.map(({ code, stayId }) => [code, stayId])).toEqual([
      ['overlap', 'a'],
      ['overlap', 'b'],
    ])
  })

  it('names what is missing at the field where it is mended', () => {
    const { problems } = ledger(
      [
        aStay('a', ['2026-06-01', '2026-07-12'], { country: null }),
        aStay('b', ['2026-09-01', '2026-08-02']),
        aStay('c', ['2026-09-01', '2026-09-02'], { form: 'cruise' }),
      ],
      { exemptions: [{ reason: 'health', needsProof: true }] },
      { cohort: ' ', exemptionReason: 'family' },
    )
    expect(problems.map(({ code, entity, field, stayId }) => [code, entity, field, stayId])).toEqual([
      ['cohort-missing', 'student', 'cohort', null],
      ['exemption-not-accepted', 'student', 'exemptionReason', null],
      ['country-missing', 'mobility', 'stayCountry', 'a'],
      ['form-missing', 'mobility', 'form', 'c'],
      ['dates-reversed', 'mobility', 'plannedEnd', 'b'],
    ])
  })

  it('counts the months left to the end of studies', () => {
    expect(ledger([])).toMatchObject({ endOfStudies: '2027-09-30', monthsLeft: 10 })
    expect(ledger([], {}, { endOfStudies: '2026-11-24' })).toMatchObject({ monthsLeft: 0 })
    expect(ledger([], {}, { cohort: 'no year' })).toMatchObject({ endOfStudies: null, monthsLeft: null })
  })

  it('says null weeks required when nothing is owed, and the weeks all the same', () => {
    const none = ledger([aStay('a', ['2026-06-01', '2026-08-16'])], { fromCohort: 2030 })
    expect(none).toMatchObject({ requiredWeeks: null, acquiredWeeks: 11, missingWeeks: 0, ruleId: null })
  })

  it('tells a validated part of a stay that becomes long enough only with what is still planned', () => {
    const { lines, acquiredWeeks, plannedWeeks } = ledger(
      [aStay('a', ['2026-10-01', '2026-10-20']), aPlan('b', ['2026-10-21', '2027-01-10'])],
      { minimumDays: 28 },
    )
    expect(lines.map((line) => line.reason.code)).toEqual(['minimum-not-yet', 'planned'])
    expect([acquiredWeeks, plannedWeeks]).toEqual([0, 14])
  })

  it('asks of one form its own minimum length', () => {
    const today = parseCivilDate(examplesToday)
    if (!today.ok) throw new Error('The examples have no day')
    const setup = aSetup({ forms: [aForm('internship', { minimumDays: 60 })] })
    const { lines } = ledgerOf(aStudent(), [aStay('a', ['2026-06-01', '2026-07-12'])], setup, today.value)
    expect(lines[0]?.reason).toEqual({ code: 'below-minimum', params: { days: 42, minimum: 60 } })
  })

  it('takes the rule of the cohort among several', () => {
    const today = parseCivilDate(examplesToday)
    if (!today.ok) throw new Error('The examples have no day')
    const setup = aSetup({
      rules: [
        aRule({ id: 'old', toCohort: 2026, requiredWeeks: 8 }),
        aRule({ id: 'new', fromCohort: 2027, requiredWeeks: 12 }),
      ],
    })
    const required = (cohort: string | null) =>
      ledgerOf(aStudent({ cohort }), [], setup, today.value).requiredWeeks
    expect([required('Promo 2026'), required('2027'), required(null)]).toEqual([8, 12, 12])
  })

  it('lets an interruption without end last until the end of the stay', () => {
    const interruptions = [{ start: '2026-06-15', end: null }]
    expect(ledger([aStay('a', ['2026-06-01', '2026-08-16'], { interruptions })]).acquiredDays).toBe(14)
  })

  it('counts a year of 360 days where the rule says so', () => {
    const days = (dayCount: 'calendar' | 'commercial') =>
      ledger([aStay('a', ['2026-07-01', '2026-08-31'])], { dayCount }).acquiredDays
    expect([days('calendar'), days('commercial')]).toEqual([62, 60])
  })
})
