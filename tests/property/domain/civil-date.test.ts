import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  compareDates,
  dateParts,
  daysBetween,
  fromDayNumber,
  parseCivilDate,
  toDayNumber,
  weekday,
} from '#shared/domain/civil-date.ts'

const date = fc.integer({ min: -719_162, max: 2_932_896 }).map(fromDayNumber)
const recent = fc.integer({ min: 0, max: 40_000 }).map(fromDayNumber)
const shift = fc.integer({ min: -20_000, max: 20_000 })

it('finds the day of a number and the number of a day', () => {
  fc.assert(
    fc.property(date, (day) => {
      expect(fromDayNumber(toDayNumber(day))).toBe(day)
      expect(parseCivilDate(day)).toEqual({ ok: true, value: day })
    }),
  )
})

it('adds days one after the other as together, and takes them back', () => {
  const middle = fc.integer({ min: -300_000, max: 300_000 }).map(fromDayNumber)
  fc.assert(
    fc.property(middle, shift, shift, (day, a, b) => {
      expect(addDays(addDays(day, a), b)).toBe(addDays(day, a + b))
      expect(addDays(addDays(day, a), -a)).toBe(day)
      expect(daysBetween(day, addDays(day, a))).toBe(a)
    }),
  )
})

it('counts days alike in both directions and in the order of the texts', () => {
  fc.assert(
    fc.property(date, date, (a, b) => {
      expect(daysBetween(a, b) + daysBetween(b, a)).toBe(0)
      expect(compareDates(b, a)).toBe(Math.sign(daysBetween(a, b)))
    }),
  )
})

it('comes back to the same day of the week after seven days', () => {
  fc.assert(
    fc.property(recent, (day) => {
      expect(weekday(addDays(day, 7))).toBe(weekday(day))
    }),
  )
})

it('adds months without leaving the month aimed at', () => {
  fc.assert(
    fc.property(recent, fc.integer({ min: -500, max: 500 }), (day, months) => {
      const from = dateParts(day)
      const to = dateParts(addMonths(day, months))
      expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months)
      expect(to.day).toBeLessThanOrEqual(from.day)
      expect(to.day).toBeGreaterThanOrEqual(Math.min(from.day, 28))
    }),
  )
})
