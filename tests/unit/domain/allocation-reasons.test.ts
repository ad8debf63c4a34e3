import { describe, expect, it } from 'vitest'
import { prepareInstance } from '#shared/domain/allocation/prepare.ts'
import { createReasons } from '#shared/domain/allocation/reasons.ts'
import type { AllocationStudent, AllocationWish } from '#shared/domain/allocation/types.ts'

const wish = (place: string, refusals: AllocationWish['refusals'] = []): AllocationWish => ({
  place,
  rank: 1,
  refusals,
})

function student(id: string, score: number, more: Partial<AllocationStudent>): AllocationStudent {
  return {
    id,
    drawKey: id,
    score,
    second: 0,
    isAtRisk: false,
    group: null,
    wishes: [wish('kth')],
    lockedPlace: null,
    ...more,
  }
}

/** Why Ada, the best, does not have the one seat of KTH, which somebody else was given by hand. */
function reasonOf(holder: AllocationStudent) {
  const made = prepareInstance(
    {
      students: [student('ada', 90, {}), holder],
      places: [{ id: 'kth', capacity: 1, isOpen: true, reserves: [] }],
      pools: [],
      bans: [],
    },
    1,
  )
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return createReasons(made.value, [null, 'kth'])(0).wishes[0]?.outcome
}

describe('a seat decided by hand', () => {
  it.each([
    ['for somebody with a lower score', student('bob', 40, { lockedPlace: 'kth' })],
    [
      'for somebody who was not eligible',
      student('bob', 40, { lockedPlace: 'kth', wishes: [wish('kth', [{ code: 'too-young', params: {} }])] }),
    ],
    ['for somebody who had not wished for it', student('bob', 40, { lockedPlace: 'kth', wishes: [] })],
  ])('%s is held by that student, not reserved', (_case, holder) => {
    expect(reasonOf(holder)).toMatchObject({
      kind: 'outranked',
      limit: 'place',
      holders: [{ student: 'bob', isByHand: true }],
    })
  })
})
