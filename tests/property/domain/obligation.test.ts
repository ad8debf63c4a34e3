import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, daysBetween, fromDayNumber, isCivilDate } from '#shared/domain/civil-date.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { ledgerOf } from '#shared/domain/obligation.ts'
import { ledgerStatuses, type LedgerStay, type ObligationRule } from '#shared/domain/obligation-types.ts'
import { aRule, aSetup, aStay, aStudent } from '#tests/fixtures/obligations/school.ts'

const today = fromDayNumber(20_750)
const dayNumber = fc.integer({ min: 20_300, max: 20_700 })

function dateOf(text: string | null): CivilDate {
  if (text === null || !isCivilDate(text)) throw new Error(`Not a day: ${text}`)
  return text
}

const stayOf = (id: number) =>
  fc
    .record({
      first: dayNumber,
      length: fc.integer({ min: 0, max: 160 }),
      form: fc.constantFrom('internship', 'athens-week', 'exchange-semester', 'regional-semester', 'cruise'),
      status: fc.constantFrom(
        'recognised',
        'recognised',
        'recognised',
        'returned',
        'agreed',
        'applied',
        'refused',
      ),
      hostId: fc.constantFrom('a', 'b', null),
      country: fc.constantFrom('DE', 'IT', 'FR', null),
      hole: fc.option(fc.tuple(dayNumber, fc.integer({ min: 0, max: 30 })), { nil: null }),
      virtual: fc.option(fc.tuple(dayNumber, fc.integer({ min: 0, max: 30 })), { nil: null }),
    })
    .map(({ first, length, hole, virtual, ...stay }): LedgerStay => {
      const days = [fromDayNumber(first), fromDayNumber(first + length)] as const
      const interruptions =
        hole === null ? [] : [{ start: fromDayNumber(hole[0]), end: fromDayNumber(hole[0] + hole[1]) }]
      return aStay(`stay-${String(id).padStart(2, '0')}`, days, {
        ...stay,
        interruptions,
        virtualStart: virtual === null ? null : fromDayNumber(virtual[0]),
        virtualEnd: virtual === null ? null : fromDayNumber(virtual[0] + virtual[1]),
      })
    })

const stays = fc.nat(6).chain((count) => fc.tuple(...Array.from({ length: count }, (_, id) => stayOf(id))))

const most = (form: 'internship' | 'athens-week') =>
  fc.option(fc.integer({ min: 0, max: 8 }), { nil: null }).map((mostWeeks) => {
    const counting = { form, counts: true, minimumDays: null, mostWeeks }
    return counting
  })

const rule: fc.Arbitrary<ObligationRule> = fc
  .record({
    requiredWeeks: fc.integer({ min: 1, max: 30 }),
    stays: fc.constantFrom('several', 'one'),
    minimumDays: fc.constantFrom(1, 7, 28, 60),
    dayCount: fc.constantFrom('calendar', 'commercial'),
    rounding: fc.constantFrom('down', 'nearest', 'up'),
    firstSemester: fc.constantFrom(null, 6),
    riskMonths: fc.constantFrom(null, 12),
    formExceptions: fc.tuple(most('internship'), most('athens-week')),
  })
  .map((changes) => aRule(changes))

const student = aStudent({ entryYear: '2025/2026', entrySemester: 5 })

function ledger(list: readonly LedgerStay[], one: ObligationRule) {
  return ledgerOf(student, list, aSetup({ rules: [one] }), today)
}

it('never acquires less for one more validated stay', () => {
  fc.assert(
    fc.property(stays, stayOf(50), rule, (list, added, one) => {
      const before = ledger(list, one)
      const after = ledger([...list, { ...added, status: 'recognised' }], one)
      expect(after.acquiredDays).toBeGreaterThanOrEqual(before.acquiredDays)
      expect(after.acquiredWeeks).toBeGreaterThanOrEqual(before.acquiredWeeks)
    }),
    { numRuns: 2000 },
  )
})

it('never has fewer weeks, acquired or planned, for one more stay of any status', () => {
  fc.assert(
    fc.property(stays, stayOf(50), rule, (list, added, one) => {
      const before = ledger(list, one)
      const after = ledger([...list, added], one)
      expect(after.acquiredDays + after.plannedDays).toBeGreaterThanOrEqual(
        before.acquiredDays + before.plannedDays,
      )
      expect(after.missingWeeks).toBeLessThanOrEqual(before.missingWeeks)
    }),
    { numRuns: 1000 },
  )
})

it('is the same when a stay is cut in two that follow on from each other', () => {
  fc.assert(
    fc.property(stays, stayOf(50), fc.nat(160), rule, (list, whole, at, one) => {
      const start = dateOf(whole.actualStart)
      const end = dateOf(whole.actualEnd)
      fc.pre(at < daysBetween(start, end))
      const cut = addDays(start, at)
      const halves = [
        { ...whole, actualEnd: cut, plannedEnd: cut },
        { ...whole, id: 'stay-51', actualStart: addDays(cut, 1), plannedStart: addDays(cut, 1) },
      ]
      const { lines: _one, problems: _none, ...cutInTwo } = ledger([...list, ...halves], one)
      const { lines: _two, problems: _some, ...asOne } = ledger([...list, whole], one)
      expect(cutInTwo).toEqual(asOne)
    }),
    { numRuns: 1000 },
  )
})

it('does not depend on the order of stays', () => {
  fc.assert(
    fc.property(
      stays.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      rule,
      ([list, shuffled], one) => {
        const { problems: some, ...expected } = ledger(list, one)
        const { problems, ...found } = ledger(shuffled, one)
        expect(found).toEqual(expected)
        expect(new Set(problems.map((problem) => JSON.stringify(problem)))).toEqual(
          new Set(some.map((problem) => JSON.stringify(problem))),
        )
      },
    ),
  )
})

it('has lines that add up, one per stay, none counting more than its days', () => {
  fc.assert(
    fc.property(stays, rule, (list, one) => {
      const { lines, acquiredDays, plannedDays } = ledger(list, one)
      expect(lines.map((line) => line.stayId).toSorted()).toEqual(list.map(({ id }) => id).toSorted())
      const sum = (of: 'acquiredDays' | 'plannedDays') => lines.reduce((days, line) => days + line[of], 0)
      expect([sum('acquiredDays'), sum('plannedDays')]).toEqual([acquiredDays, plannedDays])
      for (const line of lines) {
        expect(line.acquiredDays).toBeGreaterThanOrEqual(0)
        expect(line.plannedDays).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 1000 },
  )
})

it('has a status that follows from its weeks', () => {
  fc.assert(
    fc.property(stays, rule, (list, one) => {
      const { status, requiredWeeks, acquiredWeeks, plannedWeeks, missingWeeks, reason } = ledger(list, one)
      const required = requiredWeeks ?? 0
      expect(ledgerStatuses).toContain(status)
      expect(missingWeeks).toBe(Math.max(0, required - acquiredWeeks - plannedWeeks))
      const follows: Readonly<Record<string, boolean>> = {
        met: acquiredWeeks >= required,
        'at-risk': missingWeeks > 0,
        'on-track': acquiredWeeks < required && (missingWeeks === 0 || reason.code === 'time-left'),
      }
      expect(follows[status]).toBe(true)
    }),
    { numRuns: 500 },
  )
})

it('never counts what is not abroad, not accepted or at a distance', () => {
  fc.assert(
    fc.property(stays, rule, (list, one) => {
      const { lines } = ledger(list, one)
      const home = new Set(
        list
          .filter(
            ({ country, form }) => country === 'FR' || form === 'regional-semester' || form === 'cruise',
          )
          .map(({ id }) => id),
      )
      const counted = lines.filter((line) => line.acquiredDays + line.plannedDays > 0)
      expect(counted.filter((line) => home.has(line.stayId))).toEqual([])
    }),
    { numRuns: 500 },
  )
})
