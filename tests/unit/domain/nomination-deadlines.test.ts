import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, fromDayNumber, parseCivilDate } from '#shared/domain/civil-date.ts'
import { deadlineDay, keptDays, yearOfDeadline } from '#shared/domain/nomination-deadlines.ts'

const day = (text: string) => {
  const read = parseCivilDate(text)
  if (!read.ok) throw new Error(text)
  return read.value
}

describe('a yearly deadline', () => {
  it.each([
    ['--04-15', '2026-11-24', '2027-04-15'],
    ['--12-15', '2026-11-24', '2026-12-15'],
    ['--10-31', '2026-11-24', '2026-10-31'], // missed three weeks ago
    ['--10-01', '2026-11-24', '2027-10-01'],
    ['--12-20', '2027-01-10', '2026-12-20'],
    ['--02-29', '2026-11-24', '2027-02-28'],
    ['--02-29', '2027-11-24', '2028-02-29'],
  ])('%s seen on %s is %s', (monthDay, today, expected) => {
    expect(deadlineDay(monthDay, day(today))).toBe(expected)
  })

  it('is nothing when it names no day', () => {
    expect(deadlineDay('--13-40', day('2026-11-24'))).toBeUndefined()
  })

  it('is never further than a year and never older than what is kept', () => {
    const days = fc.integer({ min: 18_000, max: 25_000 }).map(fromDayNumber)
    fc.assert(
      fc.property(days, days, (today, other) => {
        const found = deadlineDay(`--${other.slice(5)}`, today)
        if (found === undefined) throw new Error('none')
        expect(daysBetween(addDays(today, -keptDays), found)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(today, found)).toBeLessThanOrEqual(366 - keptDays)
      }),
    )
  })

  it.each([
    ['2027-04-15', 'autumn', '2027/2028'],
    ['2026-11-30', 'autumn', '2027/2028'],
    ['2026-10-15', 'spring', '2026/2027'],
    ['2027-01-10', 'spring', '2026/2027'],
  ] as const)('of %s for the %s is for %s', (date, wave, year) => {
    expect(yearOfDeadline(day(date), wave)).toBe(year)
  })
})
