import { describe, expect, it } from 'vitest'
import { createRandom } from '#core/sample/random.ts'

function draw<T>(count: number, once: () => T): T[] {
  return Array.from({ length: count }, once)
}

describe('createRandom', () => {
  it('repeats a sequence for the same seed', () => {
    expect(draw(50, createRandom(42).next)).toEqual(draw(50, createRandom(42).next))
  })

  it('gives another sequence for another seed', () => {
    const firsts = [0, 1, 2, 3, 65_536, 2 ** 31, 2 ** 32 - 1].map((seed) => createRandom(seed).next())
    expect(new Set(firsts).size).toBe(firsts.length)
  })

  it('keeps its sequence from one release to the next', () => {
    // Computed with a separate implementation of sfc32 seeded by splitmix32.
    const { next } = createRandom(2027)
    expect(draw(6, () => next() * 2 ** 32)).toEqual([
      883_459_000, 819_146_503, 231_520_648, 869_951_536, 4_208_194_341, 1_547_994_304,
    ])
  })

  it('spreads numbers evenly over [0, 1)', () => {
    const { next } = createRandom(7)
    const counts = draw(20, () => 0)
    for (const value of draw(20_000, next)) {
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThan(1)
      const slot = Math.floor(value * 20)
      counts[slot] = (counts[slot] ?? 0) + 1
    }
    // 1000 expected in each of 20 slots; chi-squared with 19 degrees of freedom exceeds 43.8 once in 1000.
    const chiSquared = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)
    expect(chiSquared).toBeLessThan(43.8)
  })

  it('refuses a seed that is not a whole number of 32 bits', () => {
    for (const seed of [0.5, -1, 2 ** 32, Number.NaN]) {
      expect(() => createRandom(seed)).toThrow(RangeError)
    }
  })
})

describe('int', () => {
  it('gives every whole number of the range, both ends included, about as often', () => {
    const { int } = createRandom(11)
    const drawn = draw(6000, () => int(-1, 4))
    for (const value of [-1, 0, 1, 2, 3, 4]) {
      const count = drawn.filter((other) => other === value).length
      expect(count).toBeGreaterThan(850)
      expect(count).toBeLessThan(1150)
    }
  })

  it('gives the only number of a range of one', () => {
    expect(createRandom(3).int(5, 5)).toBe(5)
  })

  it.each([
    [2, 1],
    [0.5, 3],
    [0, Number.POSITIVE_INFINITY],
  ])('refuses the range %s to %s', (min, max) => {
    expect(() => createRandom(3).int(min, max)).toThrow(RangeError)
  })
})

describe('chance', () => {
  it('never happens at 0, always at 1, and about three times in ten at 0.3', () => {
    const { chance } = createRandom(5)
    expect(draw(500, () => chance(0))).not.toContain(true)
    expect(draw(500, () => chance(1))).not.toContain(false)
    const happened = draw(10_000, () => chance(0.3)).filter(Boolean).length
    expect(happened).toBeGreaterThan(2850)
    expect(happened).toBeLessThan(3150)
  })
})

describe('pick', () => {
  it('reaches every item', () => {
    const { pick } = createRandom(9)
    expect(new Set(draw(200, () => pick(['a', 'b', 'c'])))).toEqual(new Set(['a', 'b', 'c']))
  })

  it('refuses an empty list', () => {
    expect(() => createRandom(9).pick([])).toThrow(RangeError)
  })
})

describe('weighted', () => {
  const items = [
    { name: 'often', weight: 8 },
    { name: 'never', weight: 0 },
    { name: 'seldom', weight: 2 },
  ]

  it('follows the weights and leaves out what weighs nothing', () => {
    const { weighted } = createRandom(13)
    const drawn = draw(5000, () => weighted(items, (item) => item.weight).name)
    const often = drawn.filter((name) => name === 'often').length
    expect(often).toBeGreaterThan(3850)
    expect(often).toBeLessThan(4150)
    expect(drawn).not.toContain('never')
  })

  it('refuses an empty list, weights that are all zero and weights below zero', () => {
    const { weighted } = createRandom(13)
    expect(() => weighted([], () => 1)).toThrow(RangeError)
    expect(() => weighted(items, () => 0)).toThrow(RangeError)
    expect(() => weighted(items, (item) => item.weight - 1)).toThrow(RangeError)
    expect(() => weighted(items, () => Number.NaN)).toThrow(RangeError)
  })
})

describe('shuffle', () => {
  it('keeps the items and leaves the list as it was', () => {
    const list = [1, 2, 2, 3, 4, 5]
    const shuffled = createRandom(17).shuffle(list)
    expect(shuffled.toSorted((a, b) => a - b)).toEqual([1, 2, 2, 3, 4, 5])
    expect(list).toEqual([1, 2, 2, 3, 4, 5])
  })

  it('gives each of the six orders of three items about as often', () => {
    const { shuffle } = createRandom(19)
    const orders = draw(6000, () => shuffle(['a', 'b', 'c']).join(''))
    for (const order of ['abc', 'acb', 'bac', 'bca', 'cab', 'cba']) {
      const count = orders.filter((other) => other === order).length
      expect(count).toBeGreaterThan(850)
      expect(count).toBeLessThan(1150)
    }
  })
})
