import { describe, expect, it } from 'vitest'
import {
  compareAgreements,
  type ComparedField,
  type CopyCondition,
} from '#shared/domain/agreement-comparison.ts'
import { conditionText, countDifferences, differenceText, loneText } from '#shared/text/comparison-text.ts'
import { createTranslate } from '#shared/text/text.ts'

function condition(
  values: Partial<Record<ComparedField, string | number | boolean | null>> = {},
  rest: Partial<Pick<CopyCondition, 'direction' | 'kind'>> = {},
): CopyCondition {
  return {
    direction: 'outgoing',
    kind: 'student-studies',
    ...rest,
    values: {
      peoplePerYear: 3,
      monthsPerYear: 15,
      daysPerYear: null,
      firstYear: '2024/2025',
      lastYear: '2028/2029',
      iscedCodes: '0613',
      eqfLevels: '7',
      languages: 'en:B2',
      isBlended: false,
      sendingOunitId: null,
      receivingOunitId: null,
      otherTerms: null,
      ...values,
    },
  }
}
const compare = (
  ours: readonly CopyCondition[],
  theirs: readonly CopyCondition[],
  signed: { ours?: boolean; theirs?: boolean } = {},
) =>
  compareAgreements(
    { conditions: ours, isSigned: signed.ours ?? false },
    { conditions: theirs, isSigned: signed.theirs ?? false },
  )
const verdicts = (...args: Parameters<typeof compare>) =>
  compare(...args).flatMap(({ differences }) =>
    differences.map(({ field, change, reason }) => `${field} ${change} ${reason}`),
  )

describe('which side is to change', () => {
  it.each([
    ['a value that we lack', { peoplePerYear: null }, {}, 'peoplePerYear ours absent'],
    ['a value that they lack', {}, { languages: null }, 'languages theirs absent'],
    ['a field of three digits', {}, { iscedCodes: '061' }, 'iscedCodes theirs not-detailed'],
    ['a level under the minimum', { languages: 'en:A2' }, {}, 'languages ours below-minimum'],
    ['a level above it', { languages: 'en:B1' }, {}, 'languages ours receiving-decides'],
    ['another last year', { lastYear: '2027/2028' }, {}, 'lastYear ours receiving-decides'],
    ['another number of people', {}, { peoplePerYear: 5 }, 'peoplePerYear together to-agree'],
  ] as const)('%s', (_, ours, theirs, expected) => {
    expect(verdicts([condition(ours)], [condition(theirs)])).toEqual([expected])
  })

  it('the receiving side of an incoming condition is ours', () => {
    const incoming = { direction: 'incoming' } as const
    expect(
      verdicts([condition({ languages: 'fr:B1' }, incoming)], [condition({ languages: 'fr:B2' }, incoming)]),
    ).toEqual(['languages theirs receiving-decides'])
  })

  it('a copy signed by both sides stands', () => {
    expect(verdicts([condition()], [condition({ peoplePerYear: 5 })], { ours: true })).toEqual([
      'peoplePerYear theirs signed-stands',
    ])
    const [lone] = compare([condition()], [], { theirs: true })
    expect(lone).toMatchObject({ ours: 0, theirs: null, change: 'ours' })
  })
})

describe('pairing', () => {
  it('goes by fields, levels and kind, not by order', () => {
    const a = condition({ iscedCodes: '0613', peoplePerYear: 1 })
    const b = condition({ iscedCodes: '0714', peoplePerYear: 2 })
    const c = condition({}, { kind: 'staff-teaching' })
    const pairs = compare([a, b, c], [c, condition({ iscedCodes: '0714, 0713', peoplePerYear: 2 }), a])
    expect(pairs.map(({ ours, theirs }) => [ours, theirs])).toEqual([
      [0, 2],
      [1, 1],
      [2, 0],
    ])
  })

  it('takes a broader field for the same, and says so', () => {
    const pairs = compare(
      [condition({ iscedCodes: '0613' }), condition({ iscedCodes: '0714' })],
      [condition({ iscedCodes: '071' }), condition({ iscedCodes: '0613' })],
    )
    expect(pairs.map(({ theirs }) => theirs)).toEqual([1, 0])
  })

  it('a condition in one copy only stands alone', () => {
    const pairs = compare([condition()], [condition(), condition({}, { direction: 'incoming' })])
    expect(pairs[1]).toEqual({ ours: null, theirs: 1, differences: [], change: 'ours' })
    expect(
      countDifferences([...pairs].map((pair) => ({ ...pair, differences: [...pair.differences] }))),
    ).toBe(1)
  })
})

describe('in words', () => {
  it('every difference is a sentence in both languages', () => {
    const [pair] = compare([condition()], [condition({ peoplePerYear: 5 })])
    const difference = pair?.differences[0]
    if (difference === undefined) throw new Error('no difference')
    expect(differenceText(createTranslate('en'), difference)).toBe(
      'People per year: we say 3, they say 5. To settle together. Both values are possible.',
    )
    expect(differenceText(createTranslate('fr'), difference)).toContain('nous disons 3, ils disent 5')
    expect(
      conditionText(createTranslate('en'), { ...condition(), values: { ...condition().values } }),
    ).toMatch(/0613/)
    expect(loneText(createTranslate('en'), { ours: null, theirs: 0, differences: [], change: 'ours' })).toBe(
      'Our copy lacks this condition. Ours is to add it.',
    )
  })
})
