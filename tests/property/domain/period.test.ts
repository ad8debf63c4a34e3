import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, daysBetween, fromDayNumber } from '#shared/domain/civil-date.ts'
import {
  calendarDays,
  commercialDays,
  containsDate,
  daysCovered,
  intersection,
  mergePeriods,
  monthsAndDays,
  overlaps,
  subtractPeriods,
} from '#shared/domain/period.ts'
import type { Period } from '#shared/domain/period.ts'

const period = fc
  .tuple(fc.integer({ min: 20_000, max: 20_200 }), fc.integer({ min: 0, max: 60 }))
  .map(([start, length]): Period => ({ start: fromDayNumber(start), end: fromDayNumber(start + length) }))
const periods = fc.array(period, { maxLength: 8 })

it('merges to the same days, whatever the order', () => {
  fc.assert(
    fc.property(periods, fc.integer({ min: 19_999, max: 20_261 }), (list, dayNumber) => {
      const merged = mergePeriods(list)
      const day = fromDayNumber(dayNumber)
      expect(merged.some((one) => containsDate(one, day))).toBe(list.some((one) => containsDate(one, day)))
      expect(mergePeriods(list.toReversed())).toEqual(merged)
      expect(mergePeriods(merged)).toEqual(merged)
    }),
  )
})

it('leaves a gap between merged periods', () => {
  fc.assert(
    fc.property(periods, (list) => {
      const merged = mergePeriods(list)
      merged.slice(1).forEach((one, i) => {
        expect(daysBetween(merged[i]?.end ?? one.start, one.start)).toBeGreaterThan(1)
      })
      expect(daysCovered(list)).toBe(merged.reduce((days, one) => days + calendarDays(one), 0))
    }),
  )
})

it('covers the same days when a period is split', () => {
  fc.assert(
    fc.property(periods, period, fc.nat(60), (list, whole, at) => {
      fc.pre(at < calendarDays(whole) - 1)
      const cut = addDays(whole.start, at)
      const halves = [
        { start: whole.start, end: cut },
        { start: addDays(cut, 1), end: whole.end },
      ]
      expect(daysCovered([...list, ...halves])).toBe(daysCovered([...list, whole]))
    }),
  )
})

it('takes out exactly the shared days', () => {
  fc.assert(
    fc.property(periods, periods, (kept, removed) => {
      const left = subtractPeriods(kept, removed)
      expect(left.some((one) => removed.some((hole) => overlaps(one, hole)))).toBe(false)
      expect(daysCovered([...left, ...removed])).toBe(daysCovered([...kept, ...removed]))
    }),
  )
})

it('finds the same intersection in both directions', () => {
  fc.assert(
    fc.property(period, period, (a, b) => {
      expect(intersection(a, b)).toEqual(intersection(b, a))
      expect(intersection(a, b) !== undefined).toBe(overlaps(a, b))
    }),
  )
})

it('counts commercial days close to calendar days and never less than one', () => {
  fc.assert(
    fc.property(period, (one) => {
      expect(commercialDays(one)).toBeGreaterThanOrEqual(1)
      expect(Math.abs(commercialDays(one) - calendarDays(one))).toBeLessThanOrEqual(3)
    }),
  )
})

it('splits days into months and back', () => {
  fc.assert(
    fc.property(fc.nat(5000), (total) => {
      const { months, days } = monthsAndDays(total)
      expect(months * 30 + days).toBe(total)
      expect(days).toBeLessThan(30)
    }),
  )
})
