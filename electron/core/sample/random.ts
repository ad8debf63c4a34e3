/** A reproducible source of chance: the same seed gives the same sequence on every machine. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number
  /** A whole number from `min` to `max`, both included. */
  readonly int: (min: number, max: number) => number
  /** Whether an event of this probability (0 to 1) happens. */
  readonly chance: (probability: number) => boolean
  /** One of the items, each as likely; throws RangeError on an empty list. */
  readonly pick: <T extends string | number | boolean | object>(items: readonly T[]) => T
  /** One of the items, each as likely as its weight; throws RangeError when no weight is above zero. */
  readonly weighted: <T>(items: readonly T[], weightOf: (item: T) => number) => T
  /** The items in another order; the list given is left as it is. */
  readonly shuffle: <T>(items: readonly T[]) => T[]
}

/**
 * Creates a generator from a seed, a whole number of 32 bits (0 to 4 294 967 295). The algorithm is sfc32 ("small fast counter", Chris Doty-Humphrey,
 * PractRand), its state filled by splitmix32: good enough for invented data, never for secrets.
 */
export function createRandom(seed: number): Random {
  if (seed >>> 0 !== seed) throw new RangeError(`A seed is a whole number of 32 bits, not ${seed}`)
  const nextUint32 = createSfc32(seed)
  const next = () => nextUint32() / 2 ** 32
  return {
    next,
    int: (min, max) => drawInt(next, min, max),
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items.at(drawInt(next, 0, Math.max(items.length - 1, 0)))
      if (item === undefined) throw new RangeError('Nothing to pick from')
      return item
    },
    weighted: (items, weightOf) => drawWeighted(next, items, weightOf),
    shuffle: (items) => shuffled(next, items),
  }
}

function createSfc32(seed: number): () => number {
  const nextState = createSplitmix32(seed)
  let a = nextState()
  let b = nextState()
  let c = nextState()
  let counter = 1
  const nextUint32 = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  // The first outputs still resemble the seed; the author of sfc32 discards twelve.
  for (let round = 0; round < 12; round += 1) nextUint32()
  return nextUint32
}

function createSplitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
}

function drawInt(next: () => number, min: number, max: number): number {
  if (!Number.isSafeInteger(min) || !Number.isSafeInteger(max) || min > max) {
    throw new RangeError(`No whole number from ${min} to ${max}`)
  }
  return min + Math.floor(next() * (max - min + 1))
}

function drawWeighted<T>(next: () => number, items: readonly T[], weightOf: (item: T) => number): T {
  const entries = items.map((item) => ({ item, weight: weightOf(item) }))
  if (entries.some(({ weight }) => !(weight >= 0))) throw new RangeError('A weight is zero or more')
  const candidates = entries.filter(({ weight }) => weight > 0)
  let rest = next() * candidates.reduce((total, { weight }) => total + weight, 0)
  for (const { item, weight } of candidates) {
    rest -= weight
    if (rest < 0) return item
  }
  // Rounding may leave a remainder of zero after the last candidate.
  const last = candidates.at(-1)
  if (last === undefined) throw new RangeError('Nothing to pick from')
  return last.item
}

/** Draws one item after the other out of those left: every order is as likely. */
function shuffled<T>(next: () => number, items: readonly T[]): T[] {
  const rest = [...items]
  const result: T[] = []
  while (rest.length > 0) result.push(...rest.splice(drawInt(next, 0, rest.length - 1), 1))
  return result
}
