import { describe, expect, it } from 'vitest'
import { createRowSlots } from '#renderer/ui/grid/row-slots.ts'

describe('slots of rows', () => {
  it('lets a row that stays keep its slot', () => {
    const slots = createRowSlots()
    const before = slots.assign([0, 1, 2, 3])
    const after = slots.assign([2, 3, 4, 5])
    expect(after.get(2)).toBe(before.get(2))
    expect(after.get(3)).toBe(before.get(3))
  })

  it('gives new rows the slots that were left, and no slot twice', () => {
    const slots = createRowSlots()
    slots.assign([0, 1, 2, 3])
    const after = slots.assign([0, 3, 8, 9])
    expect(new Set(after.values())).toEqual(new Set([0, 1, 2, 3]))
  })
})
