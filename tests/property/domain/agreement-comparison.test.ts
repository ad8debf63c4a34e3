import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareAgreements, comparedFields, type CopyCondition } from '#shared/domain/agreement-comparison.ts'

const condition: fc.Arbitrary<CopyCondition> = fc
  .record({
    direction: fc.constantFrom('outgoing' as const, 'incoming' as const),
    kind: fc.constantFrom('student-studies' as const, 'staff-teaching' as const),
    people: fc.option(fc.integer({ min: 1, max: 9 })),
    isced: fc.constantFrom(null, '0613', '0714', '0613, 0714', '061'),
    eqf: fc.constantFrom(null, '6', '6, 7', '7'),
    languages: fc.constantFrom(null, 'en:B1', 'en:B2', 'fr:A2, en:B2'),
    year: fc.constantFrom(null, '2021/2022', '2022/2023'),
  })
  .map(({ direction, kind, people, isced, eqf, languages, year }) => ({
    direction,
    kind,
    values: {
      peoplePerYear: people,
      monthsPerYear: null,
      daysPerYear: null,
      firstYear: year,
      lastYear: null,
      iscedCodes: isced,
      eqfLevels: eqf,
      languages,
      isBlended: false,
      sendingOunitId: null,
      receivingOunitId: null,
      otherTerms: null,
    },
  }))
const conditions = fc.array(condition, { maxLength: 6 })

it('finds nothing between a copy and itself in any order', () => {
  fc.assert(
    fc.property(conditions, fc.nat(), (list, turn) => {
      const at = list.length === 0 ? 0 : turn % list.length
      const turned = [...list.slice(at), ...list.slice(0, at)]
      const pairs = compareAgreements(
        { conditions: list, isSigned: false },
        { conditions: turned, isSigned: false },
      )
      expect(pairs.every(({ ours, theirs }) => ours !== null && theirs !== null)).toBe(true)
      expect(pairs.flatMap(({ differences }) => differences)).toEqual([])
    }),
  )
})

it('tells each condition once, and says the same from the other side', () => {
  const opposite = { ours: 'theirs', theirs: 'ours', together: 'together' } as const
  const turned = (one: CopyCondition): CopyCondition => ({
    ...one,
    direction: one.direction === 'outgoing' ? 'incoming' : 'outgoing',
  })
  fc.assert(
    fc.property(conditions, conditions, fc.boolean(), (mine, their, isSigned) => {
      const pairs = compareAgreements({ conditions: mine, isSigned }, { conditions: their, isSigned: false })
      expect(new Set(pairs.flatMap(({ ours }) => ours ?? []))).toEqual(new Set(mine.keys()))
      expect(new Set(pairs.flatMap(({ theirs }) => theirs ?? []))).toEqual(new Set(their.keys()))
      const mirrored = compareAgreements(
        { conditions: their.map(turned), isSigned: false },
        { conditions: mine.map(turned), isSigned },
      )
      expect(mirrored).toHaveLength(pairs.length)
      for (const { ours, theirs, differences } of pairs) {
        const mirror = mirrored.find((one) => one.ours === theirs && one.theirs === ours)
        if (mirror === undefined) continue // several pairings are as good as each other
        expect(mirror.differences.map(({ field, change }) => [field, change])).toEqual(
          differences.map(({ field, change }) => [field, opposite[change]]),
        )
      }
    }),
  )
})

it('compares every field', () => {
  fc.assert(
    fc.property(condition, fc.constantFrom(...comparedFields), (one, field) => {
      const other = { ...one, values: { ...one.values, [field]: field === 'isBlended' ? true : '7' } }
      const [pair] = compareAgreements(
        { conditions: [one], isSigned: false },
        { conditions: [other], isSigned: false },
      )
      const isEqual = one.values[field] === other.values[field]
      expect(pair?.differences.map((difference) => difference.field)).toEqual(isEqual ? [] : [field])
    }),
  )
})
