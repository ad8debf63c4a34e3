import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  civilDateOf,
  daysBetween,
  fromDayNumber,
  isCivilDate,
  isLeapYear,
  parseCivilDate,
  toDayNumber,
  weekday,
} from '#shared/domain/civil-date.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'

function date(text: string): CivilDate {
  const result = parseCivilDate(text)
  if (!result.ok) throw new Error(text)
  return result.value
}

describe('parseCivilDate', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('reads %s', (text) =>
    expect(parseCivilDate(text)).toEqual({ ok: true, value: text }),
  )

  it.each([
    ['2026-02-29', 'no-such-day'],
    ['1900-02-29', 'no-such-day'],
    ['2026-04-31', 'no-such-day'],
    ['2026-13-01', 'no-such-day'],
    ['2026-00-10', 'no-such-day'],
    ['0000-01-01', 'no-such-day'],
    ['2026-4-3', 'malformed'],
    ['2026-04-03T00:00', 'malformed'],
    ['', 'malformed'],
  ])('refuses %j: %s', (text, reason) => expect(parseCivilDate(text)).toMatchObject({ error: { reason } }))

  it('makes a date of numbers', () => {
    expect(civilDateOf(2026, 4, 3)).toEqual({ ok: true, value: '2026-04-03' })
    expect(civilDateOf(2026, 4, 31).ok).toBe(false)
    expect(civilDateOf(2026.5, 4, 3).ok).toBe(false)
  })
})

describe('arithmetic', () => {
  it('counts days from 1970', () => {
    expect(toDayNumber(date('1970-01-01'))).toBe(0)
    expect(toDayNumber(date('2000-03-01'))).toBe(11017)
    expect(toDayNumber(date('1969-12-31'))).toBe(-1)
  })

  it('refuses days outside of the calendar', () => {
    expect(() => addDays(date('9999-12-31'), 1)).toThrow(RangeError)
    expect(() => addDays(date('0001-01-01'), -1)).toThrow(RangeError)
  })

  it('stays within the month when months are added', () => {
    expect(addMonths(date('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(date('2024-02-29'), 12)).toBe('2025-02-28')
    expect(addMonths(date('2026-03-15'), -3)).toBe('2025-12-15')
    expect(addMonths(date('2026-12-01'), 1)).toBe('2027-01-01')
  })

  it('knows the day of the week', () => {
    expect(weekday(date('2026-11-14'))).toBe(6)
    expect(weekday(date('1969-12-28'))).toBe(7)
    expect(weekday(date('1970-01-05'))).toBe(1)
  })

  it('knows leap years', () => {
    expect([1900, 2000, 2023, 2024].map(isLeapYear)).toEqual([false, true, false, true])
  })

  it('agrees with the calendar of the computer on every day of a whole cycle of 400 years', () => {
    const first = toDayNumber(date('1800-01-01'))
    const last = toDayNumber(date('2200-01-01'))
    const wrong: string[] = []
    for (let day = first; day <= last; day += 1) {
      const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
      if (fromDayNumber(day) !== iso || !isCivilDate(iso) || toDayNumber(iso) !== day) wrong.push(iso)
    }
    expect(wrong).toEqual([])
    expect(daysBetween(date('1800-01-01'), date('2200-01-01'))).toBe(last - first)
  })
})
