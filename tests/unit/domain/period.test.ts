import { describe, expect, it } from 'vitest'
import { isCivilDate } from '#shared/domain/civil-date.ts'
import {
  calendarDays,
  commercialDays,
  daysCovered,
  intersection,
  mergePeriods,
  monthsAndDays,
  periodOf,
  subtractPeriods,
} from '#shared/domain/period.ts'
import type { Period } from '#shared/domain/period.ts'

function period(text: string): Period {
  const [start = '', end = ''] = text.split('/')
  if (!isCivilDate(start) || !isCivilDate(end)) throw new Error(text)
  const result = periodOf(start, end)
  if (!result.ok) throw new Error(result.error.reason)
  return result.value
}

describe('periodOf', () => {
  it('refuses an end before the start', () => {
    const { start, end } = period('2026-01-01/2026-02-01')
    expect(periodOf(end, start)).toMatchObject({ error: { reason: 'end-before-start' } })
  })
})

describe('lengths', () => {
  it.each([
    ['2026-09-01/2026-09-01', 1, 1],
    ['2026-09-01/2026-09-30', 30, 30],
    ['2026-01-01/2026-01-31', 31, 30],
    ['2026-01-01/2026-01-30', 30, 30],
    ['2026-02-01/2026-02-28', 28, 30],
    ['2024-02-01/2024-02-29', 29, 30],
    ['2026-02-28/2026-02-28', 1, 1],
    ['2026-09-15/2027-02-14', 153, 150],
    ['2026-09-01/2027-08-31', 365, 360],
  ])('%s has %d calendar days and %d commercial days', (text, calendar, commercial) => {
    expect(calendarDays(period(text))).toBe(calendar)
    expect(commercialDays(period(text))).toBe(commercial)
  })

  it('splits days into months of 30 days', () => {
    expect(monthsAndDays(84)).toEqual({ months: 2, days: 24 })
    expect(monthsAndDays(60)).toEqual({ months: 2, days: 0 })
  })
})

describe('sets of periods', () => {
  it('merges periods that overlap or touch', () => {
    const periods = [
      '2026-03-01/2026-03-10',
      '2026-01-01/2026-01-31',
      '2026-02-01/2026-02-05',
      '2026-01-15/2026-02-03',
    ]
    expect(mergePeriods(periods.map(period))).toEqual(
      ['2026-01-01/2026-02-05', '2026-03-01/2026-03-10'].map(period),
    )
  })

  it('keeps a period that lies within a longer one', () => {
    expect(mergePeriods(['2026-01-01/2026-12-31', '2026-02-01/2026-02-05'].map(period))).toEqual([
      period('2026-01-01/2026-12-31'),
    ])
  })

  it('counts a day in two stays once', () => {
    expect(daysCovered(['2026-01-01/2026-01-10', '2026-01-05/2026-01-12'].map(period))).toBe(12)
    expect(daysCovered([])).toBe(0)
  })

  it('finds the days that two periods share', () => {
    expect(intersection(period('2026-01-01/2026-01-10'), period('2026-01-10/2026-02-01'))).toEqual(
      period('2026-01-10/2026-01-10'),
    )
    expect(intersection(period('2026-01-01/2026-01-10'), period('2026-01-11/2026-02-01'))).toBeUndefined()
  })

  it('takes interruptions out of a stay', () => {
    expect(
      subtractPeriods(
        [period('2026-01-01/2026-01-31')],
        [period('2026-01-10/2026-01-12'), period('2026-01-30/2026-02-05')],
      ),
    ).toEqual(['2026-01-01/2026-01-09', '2026-01-13/2026-01-29'].map(period))
  })
})
