import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  carriedPlaces,
  leftWithin,
  lineFigures,
  lineState,
  poolLeftFor,
  seatUses,
  suitsLine,
  type PlaceLine,
  type PlaceUse,
} from '#shared/domain/places-ledger.ts'

const lines = fc
  .uniqueArray(
    fc.record({
      semester: fc.constantFrom('any', 'autumn', 'spring', 'year'),
      programme: fc.constantFrom(null, 'P', 'Q'),
      agreed: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null, freq: 6 }),
    }),
    { maxLength: 4, selector: (line) => `${line.semester}${line.programme}` },
  )
  .map((made) => made.map((line, at): PlaceLine => ({ ...line, id: `line ${at}` })))

const uses = fc
  .array(
    fc.record({
      semester: fc.constantFrom(null, 'autumn', 'spring', 'year'),
      groups: fc.constantFrom([], ['P'], ['Q'], ['P', 'Q']),
      stage: fc.constantFrom('allocated', 'nominated', 'confirmed'),
      months: fc.option(
        fc.integer({ min: 0, max: 1200 }).map((cents) => cents / 100),
        { nil: null },
      ),
      isJustified: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((made) => made.map((use, at): PlaceUse => ({ ...use, id: `use ${at}` })))

/** The most stays that can have a place at once, by trying everything. */
function mostSeated(all: readonly PlaceLine[], wanted: readonly PlaceUse[]): number {
  const left = all.map(({ agreed }) => agreed ?? Number.POSITIVE_INFINITY)
  const from = (at: number): number => {
    const use = wanted[at]
    if (use === undefined) return 0
    let best = from(at + 1)
    for (const [index, line] of all.entries()) {
      if (!suitsLine(line, use) || (left[index] ?? 0) < 1) continue
      left[index] = (left[index] ?? 0) - 1
      best = Math.max(best, 1 + from(at + 1))
      left[index] = (left[index] ?? 0) + 1
    }
    return best
  }
  return from(0)
}

describe('the ledger of places', () => {
  it('seats as many stays as any way of seating them can', () => {
    fc.assert(
      fc.property(lines, uses, (all, wanted) => {
        const { over } = seatUses(all, wanted)
        expect(wanted.length - over.length).toBe(mostSeated(all, wanted))
      }),
    )
  })

  it('never seats more than a line has, nor on a line that does not suit', () => {
    fc.assert(
      fc.property(lines, uses, (all, wanted) => {
        const { lineOf, over } = seatUses(all, wanted)
        for (const line of all) {
          const seated = wanted.filter((use) => lineOf.get(use.id) === line.id)
          expect(seated.every((use) => suitsLine(line, use))).toBe(true)
          const within = seated.filter((use) => !over.includes(use.id))
          expect(within.length).toBeLessThanOrEqual(line.agreed ?? Number.POSITIVE_INFINITY)
        }
      }),
    )
  })

  it('puts each stay on a line exactly when one suits it', () => {
    fc.assert(
      fc.property(lines, uses, (all, wanted) => {
        const { lineOf } = seatUses(all, wanted)
        for (const use of wanted) expect(lineOf.has(use.id)).toBe(all.some((line) => suitsLine(line, use)))
      }),
    )
  })

  it('has left what was agreed and carried, less what was taken', () => {
    const line = fc.record({
      agreed: fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }),
      carried: fc.integer({ min: -5, max: 5 }),
    })
    fc.assert(
      fc.property(
        line,
        uses,
        fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
        (one, wanted, months) => {
          const figures = lineFigures(one, wanted, months)
          expect(figures.allocated + figures.nominated + figures.confirmed).toBe(figures.taken)
          expect(figures.left).toBe(one.agreed === null ? null : one.agreed + one.carried - wanted.length)
          expect(figures.agreedMonths === null).toBe(one.agreed === null || months === null)
          const expected = figures.agreedMonths === null ? 0 : figures.agreedMonths - figures.takenMonths
          expect(figures.leftMonths ?? 0).toBeCloseTo(expected, 6)
        },
      ),
    )
  })

  it('never gives a member of a pool the seats that are reserved for another', () => {
    const members = fc
      .array(fc.record({ reserved: fc.nat(3), taken: fc.nat(3) }), { minLength: 1, maxLength: 4 })
      .map((made) => made.map((member, at) => ({ ...member, id: `member ${at}` })))
    fc.assert(
      fc.property(members, fc.nat(12), (all, total) => {
        const left = poolLeftFor(total, all, 'member 0') ?? 0
        const others = all.slice(1).reduce((sum, { reserved, taken }) => sum + Math.max(reserved, taken), 0)
        expect(others + (all[0]?.taken ?? 0) + left).toBe(total)
      }),
    )
  })
})

describe('what is carried over', () => {
  it('is nothing unless the agreement says so', () => {
    expect(carriedPlaces('none', { left: 3, received: 5, sent: 1 })).toBe(0)
    expect(carriedPlaces('unused-places', { left: 3, received: 5, sent: 1 })).toBe(3)
    expect(carriedPlaces('unused-places', { left: -2, received: 0, sent: 0 })).toBe(0)
    expect(carriedPlaces('unused-places', { left: null, received: 0, sent: 0 })).toBe(0)
    expect(carriedPlaces('balance', { left: 3, received: 5, sent: 1 })).toBe(4)
    expect(carriedPlaces('balance', { left: 0, received: 1, sent: 4 })).toBe(-3)
  })
})

describe('the word for a line', () => {
  it('says that an unknown quota is unknown, and over-booking unless each stay beyond has its reason', () => {
    expect(lineState(null, 0)).toBe('unknown')
    expect(lineState(1, 0)).toBe('free')
    expect(lineState(0, 1)).toBe('full')
    expect(lineState(-2, 1)).toBe('over')
    expect(lineState(-2, 2)).toBe('justified')
    expect(leftWithin(null, 2)).toBe(2)
    expect(leftWithin(3, 2)).toBe(2)
    expect(leftWithin(3, undefined)).toBe(3)
  })
})
