import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver } from '#core/allocation/linear-solver.ts'
import { allocate } from '#shared/domain/allocation/allocate.ts'
import { certify } from '#shared/domain/allocation/certificate.ts'
import type { LinearSolver } from '#shared/domain/allocation/linear-program.ts'
import { prepareInstance, type Prepared } from '#shared/domain/allocation/prepare.ts'
import { createReasons, listDemand } from '#shared/domain/allocation/reasons.ts'
import type { AllocationInstance, AllocationRule } from '#shared/domain/allocation/types.ts'
import { arbitraryInstance } from '#tests/fixtures/allocation/arbitrary-instance.ts'
import {
  allResults,
  allowedPlaces,
  compareGoals,
  goals,
  hasEnvy,
  hasPairwiseEnvy,
  isPossible,
  mayEnter,
  rankOf,
  wastesSeat,
} from '#tests/fixtures/allocation/brute-force.ts'

const seed = 7
const priority: AllocationRule = { mechanism: 'priority', isFair: false, keepsPresent: false, seed }
const stable: AllocationRule = { mechanism: 'stable', isFair: true, keepsPresent: false, seed }
const fairest: AllocationRule = { mechanism: 'max', isFair: true, keepsPresent: false, seed }
const most: AllocationRule = { mechanism: 'max', isFair: false, keepsPresent: false, seed }
const staying: AllocationRule = { mechanism: 'max', isFair: false, keepsPresent: true, seed }
const rules = { priority, stable, fairest, most, staying }

let solve: LinearSolver
beforeAll(async () => {
  solve = await loadSolver()
})

function prepared(instance: AllocationInstance): Prepared {
  const made = prepareInstance(instance, seed)
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return made.value
}

const runs = { numRuns: 300 }

describe('the mechanisms against every possible result', () => {
  it('priority order gives each in turn the best that is left, reserved seats waiting', () => {
    fc.assert(
      fc.property(arbitraryInstance(), (instance) => {
        const ready = prepared(instance)
        const expected = instance.students.map((student) => student.lockedPlace)
        for (const keepsAll of [true, false])
          for (const index of ready.turns) {
            const student = instance.students[index]
            if (student === undefined || expected[index] !== null) continue
            expected[index] =
              allowedPlaces(instance, student).find((place) =>
                mayEnter(instance, expected, index, place, keepsAll),
              ) ?? null
          }
        expect(allocate(ready, priority, solve).assignment).toEqual(expected)
      }),
      runs,
    )
  })

  it('stable matching is without envy or waste, and no other such result is better for anybody', () => {
    fc.assert(
      fc.property(arbitraryInstance(), (instance) => {
        const { assignment } = allocate(prepared(instance), stable, solve)
        expect(isPossible(instance, assignment)).toBe(true)
        expect(hasEnvy(instance, seed, assignment)).toBe(false)
        expect(wastesSeat(instance, seed, assignment)).toBe(false)
        for (const other of allResults(instance)) {
          if (hasEnvy(instance, seed, other) || wastesSeat(instance, seed, other)) continue
          instance.students.forEach((_student, index) =>
            expect(rankOf(instance, index, assignment)).toBeLessThanOrEqual(rankOf(instance, index, other)),
          )
          const isPlaced = (result: readonly (string | null)[]) => result.map((place) => place !== null)
          expect(isPlaced(other)).toEqual(isPlaced(assignment))
        }
      }),
      runs,
    )
  })

  it('maximum placement without envy reaches the best of all results without envy, wasteful ones included', () => {
    fc.assert(
      fc.property(arbitraryInstance(), (instance) => {
        const { assignment } = allocate(prepared(instance), fairest, solve)
        expect(hasEnvy(instance, seed, assignment)).toBe(false)
        const reached = goals(instance, fairest, assignment)
        for (const other of allResults(instance)) {
          if (hasPairwiseEnvy(instance, seed, other)) continue
          expect(compareGoals(goals(instance, fairest, other), reached)).toBeLessThanOrEqual(0)
        }
      }),
      runs,
    )
  })

  it.each([
    ['allowed envy', most],
    ['the fewest moves', staying],
  ])('maximum placement with %s reaches the best of all results', (_name, rule) => {
    fc.assert(
      fc.property(arbitraryInstance(), (instance) => {
        const { assignment } = allocate(prepared(instance), rule, solve)
        expect(isPossible(instance, assignment)).toBe(true)
        const reached = goals(instance, rule, assignment)
        for (const other of allResults(instance))
          expect(compareGoals(goals(instance, rule, other), reached)).toBeLessThanOrEqual(0)
      }),
      runs,
    )
  })
})

describe('the certificate', () => {
  it.each(Object.entries(rules))('accepts what %s gives', (_name, rule) => {
    fc.assert(
      fc.property(arbitraryInstance({ students: 8, places: 5 }), (instance) => {
        const ready = prepared(instance)
        const { assignment, prices } = allocate(ready, rule, solve)
        expect(certify(ready, rule, assignment, prices).violations).toEqual([])
      }),
      runs,
    )
  })

  it.each(Object.entries(rules))('refuses every other result for %s, unless it is as good', (_name, rule) => {
    fc.assert(
      fc.property(arbitraryInstance({ students: 4, places: 3 }), (instance) => {
        const ready = prepared(instance)
        const { assignment, prices } = allocate(ready, rule, solve)
        const reached = goals(instance, rule, assignment)
        const candidates = allResults(instance).filter((other) =>
          other.some((place, at) => place !== assignment[at]),
        )
        for (const other of candidates) {
          const isAsGood =
            rule.mechanism === 'max' &&
            !rule.isFair &&
            compareGoals(goals(instance, rule, other), reached) === 0
          expect(certify(ready, rule, other, prices).isValid).toBe(isAsGood)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('refuses a result that gives one seat twice, a place not asked for, or a wrong price', () => {
    fc.assert(
      fc.property(arbitraryInstance(), (instance) => {
        const ready = prepared(instance)
        const { assignment, prices } = allocate(ready, most, solve)
        const doctored = instance.students.map((student) => allowedPlaces(instance, student)[0] ?? null)
        const isAccepted = certify(ready, most, doctored, prices).isValid
        expect(isAccepted && !isPossible(instance, doctored)).toBe(false)
        const raised = {
          nodes: (prices?.nodes ?? []).map((price) => price + 1),
          reserves: prices?.reserves ?? [],
        }
        const bound = certify(ready, most, assignment, raised).optimum
        expect(bound === null || bound.bound >= bound.value).toBe(true)
      }),
      runs,
    )
  })
})

describe('the draw and the reasons', () => {
  it('the same seed gives the same result, whatever the order in which students are listed', () => {
    fc.assert(
      fc.property(arbitraryInstance({ students: 7, places: 4 }), (instance) => {
        const reversed = { ...instance, students: instance.students.toReversed() }
        for (const rule of [priority, stable]) {
          const a = allocate(prepared(instance), rule, solve).assignment
          const b = allocate(prepared(reversed), rule, solve).assignment
          expect(b.toReversed()).toEqual(a)
        }
      }),
      runs,
    )
  })

  it('every wish of every student has a reason that fits the result', () => {
    fc.assert(
      fc.property(arbitraryInstance({ students: 8, places: 5 }), (instance) => {
        const ready = prepared(instance)
        const { assignment } = allocate(ready, stable, solve)
        const reasonsOf = createReasons(ready, assignment)
        instance.students.forEach((student, index) => {
          const reasons = reasonsOf(index)
          expect(reasons.wishes.map((wish) => wish.place)).toEqual(student.wishes.map((wish) => wish.place))
          for (const { outcome, place } of reasons.wishes) {
            expect(['free', 'given-up']).not.toContain(outcome.kind)
            expect(outcome.kind === 'obtained').toBe(assignment[index] === place)
            const first = outcome.kind === 'outranked' ? outcome.holders.filter((one) => !one.isByHand) : []
            const score = reasons.wishes.find((wish) => wish.place === place)?.score ?? 0
            expect(first.every((holder) => (holder.score ?? Infinity) >= score)).toBe(true)
          }
        })
        for (const { id } of instance.places) {
          const asked = instance.students.filter((student) =>
            student.wishes.some((wish) => wish.place === id),
          )
          expect(listDemand(ready, assignment, id)).toHaveLength(asked.length)
        }
      }),
      runs,
    )
  })
})
