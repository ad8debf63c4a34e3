import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '#shared/domain/civil-date.ts'
import { bmDays } from '#shared/domain/bm/bm-facts.ts'
import { checkBm } from '#shared/domain/bm/bm-rules.ts'
import { readCell, styleOf, writeCell, type SeenColumn } from '#shared/domain/bm/bm-style.ts'
import { compareReleases } from '#shared/domain/bm/match-template.ts'
import { datePatterns } from '#shared/domain/date-pattern.ts'
import { aProject, aStay, day, ourSchool } from '#tests/fixtures/bm/stays.ts'

const first = day('2026-01-01')
const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(first, days))
const period = fc
  .tuple(someDay, fc.integer({ min: 0, max: 500 }))
  .map(([start, days]) => ({ start, end: addDays(start, days) }))
const stays = fc
  .record({
    stay: period,
    interruptions: fc.array(period, { maxLength: 4 }),
    nonFundedDays: fc.nat(600),
    isZeroGrant: fc.boolean(),
  })
  .map(({ stay, ...rest }) => aStay({ ...stay, ...rest }))

it('counts days so that they sum: calculated = interruption + mobility, funded = months of 30 and days over', () => {
  fc.assert(
    fc.property(stays, (stay) => {
      const days = bmDays(stay)
      if (days === undefined) throw new Error('The stay has dates')
      expect(days.interruption + days.mobility).toBe(days.calculated)
      expect(days.interruption).toBeGreaterThanOrEqual(0)
      expect(days.mobility).toBeGreaterThanOrEqual(0)
      expect(days.fundedMonths * 30 + days.fundedExtraDays).toBe(days.funded)
      expect(days.fundedExtraDays).toBeLessThan(30)
      expect(days.funded).toBe(Math.max(0, days.mobility - days.nonFunded))
    }),
  )
})

it('counts an interruption once, however it is cut or repeated', () => {
  fc.assert(
    fc.property(stays, fc.nat(300), (stay, cut) => {
      const pieces = stay.interruptions.flatMap((one) => {
        const middle = addDays(one.start, cut)
        return middle < one.end
          ? [{ start: one.start, end: middle }, { start: addDays(middle, 1), end: one.end }, one]
          : [one, one]
      })
      expect(bmDays({ ...stay, interruptions: pieces })).toEqual(bmDays(stay))
    }),
  )
})

it('finds a long-term stay too short or too long exactly outside of the limits of its call', () => {
  fc.assert(
    fc.property(stays, (stay) => {
      const days = bmDays(stay)?.mobility ?? 0
      const codes = checkBm({ today: first, school: ourSchool, stays: [stay] }).map(({ code }) => code)
      expect(codes.includes('too-short')).toBe(days < aProject.limits.longMinDays)
      expect(codes.includes('too-long')).toBe(days > aProject.limits.longMaxDays)
    }),
  )
})

const bare: SeenColumn = {
  label: '',
  hint: '',
  samples: [],
  allowed: null,
  hasDates: false,
  hasNumbers: false,
  hasBooleans: false,
}

it('reads back the dates and amounts that it writes, in every style', () => {
  const styles = fc.constantFrom(
    ...datePatterns.filter((pattern) => pattern !== 'yyyymmdd' && pattern !== 'ddmmyyyy'),
  )
  fc.assert(
    fc.property(
      someDay,
      styles,
      fc.integer({ min: 0, max: 10_000_000 }),
      fc.constantFrom('1,50', '1.50'),
      (date, pattern, cents, sample) => {
        const ofDate = styleOf('date', { ...bare, hint: pattern.toUpperCase() }, () => undefined)
        const names = { country: String, choice: String }
        const cell = writeCell(date, 'date', ofDate, names)
        expect(readCell(cell.kind === 'date' ? (cell.text ?? '') : '', 'date', ofDate, () => undefined)).toBe(
          date,
        )
        const ofAmount = styleOf('amount', { ...bare, samples: [sample] }, () => undefined)
        const amount = writeCell(cents / 100, 'amount', ofAmount, names)
        expect(readCell(amount.kind === 'text' ? amount.text : '', 'amount', ofAmount, () => undefined)).toBe(
          cents / 100,
        )
      },
    ),
  )
})

it('accounts for every column between two releases', () => {
  const labels = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {
    maxLength: 8,
  })
  fc.assert(
    fc.property(labels, labels, (before, after) => {
      const { appeared, vanished, moved } = compareReleases(before, after)
      expect(appeared.toSorted()).toEqual(after.filter((one) => !before.includes(one)).toSorted())
      expect(vanished.toSorted()).toEqual(before.filter((one) => !after.includes(one)).toSorted())
      const gone = new Set(moved.map(({ label }) => label))
      const kept = (list: readonly string[]) =>
        list.filter((one) => before.includes(one) && after.includes(one) && !gone.has(one))
      expect(kept(after)).toEqual(kept(before))
      expect(compareReleases(after, after)).toEqual({ appeared: [], vanished: [], moved: [] })
    }),
  )
})
