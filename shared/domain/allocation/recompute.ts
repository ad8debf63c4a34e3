import type { Contract, Prepared, Seat } from './prepare.ts'

/**
 * Second, deliberately plain implementations of the mechanisms, that share nothing with the first but the rules of
 * seats: the certificate compares with them. Every count is made from nothing each time.
 */

/** How many seats too many a set takes at a node. `keepsAll` treats every reserve as kept. */
function excessOf(prepared: Prepared, node: number, seats: readonly Seat[], keepsAll: boolean): number {
  const at = prepared.nodes[node]
  if (at === undefined) return 0
  const here = seats.filter((seat) => seat.node === node)
  const kept = at.reserves.map((reserve) => (keepsAll || reserve.isKept ? reserve.seats : 0))
  const taken = kept.map((_seats, index) => here.filter((seat) => seat.reserve === index).length)
  const inKept = kept.reduce((sum, own, index) => sum + Math.min(own, taken[index] ?? 0), 0)
  return Math.max(0, here.length - inKept - kept.reduce((left, own) => left - own, at.capacity))
}

function isFeasible(prepared: Prepared, node: number, seats: readonly Seat[]): boolean {
  return excessOf(prepared, node, seats, false) === 0
}

/** Released reserved seats that are filled by those they are for. */
function filledBy(prepared: Prepared, nodes: readonly number[], seats: readonly Seat[]): number {
  return nodes.reduce((sum, node) => {
    const filled = (prepared.nodes[node]?.reserves ?? []).map((reserve, index) =>
      reserve.isKept
        ? 0
        : Math.min(
            reserve.seats,
            seats.filter((seat) => seat.node === node && seat.reserve === index).length,
          ),
    )
    return sum + filled.reduce((all, own) => all + own, 0)
  }, 0)
}

/** The priority order, made again. @returns place by student, −1 for none */
export function recomputePriority(prepared: Prepared): readonly number[] {
  const placeOf = [...prepared.locked]
  const byUnit = prepared.nodes.map((): { place: number; student: number }[] => [])
  placeOf.forEach((place, student) => {
    if (place !== -1) byUnit[prepared.unitOf[place] ?? -1]?.push({ place, student })
  })
  for (const keepsAll of [true, false]) {
    for (const student of prepared.turns) {
      if (placeOf[student] !== -1) continue
      for (const { place } of prepared.contracts[student] ?? []) {
        const unit = byUnit[prepared.unitOf[place] ?? -1] ?? []
        const before = unit.flatMap((one) => prepared.seatsAt(one.place, one.student))
        const own = prepared.seatsAt(place, student)
        const isLeft = own.every(
          ({ node }) =>
            isFeasible(prepared, node, [...before, ...own]) &&
            excessOf(prepared, node, [...before, ...own], keepsAll) <=
              excessOf(prepared, node, before, keepsAll),
        )
        if (!isLeft) continue
        unit.push({ place, student })
        placeOf[student] = place
        break
      }
    }
  }
  return placeOf
}

/**
 * The stable matching, made again in rounds: all students ask at once for their best wish not yet refused, each unit
 * chooses the best set among all who ask, until nobody is refused.
 */
export function recomputeStable(prepared: Prepared): readonly number[] {
  const { contracts, locked, unitOf } = prepared
  const fixed = prepared.nodes.map((): { place: number; student: number }[] => [])
  locked.forEach((place, student) => {
    if (place !== -1) fixed[unitOf[place] ?? -1]?.push({ place, student })
  })
  const next = contracts.map(() => 0)
  const asked = prepared.nodes.map((): Contract[] => [])
  let asking = contracts.map((_own, student) => student)
  while (asking.length > 0) {
    const touched = new Set<number>()
    for (const student of asking) {
      const wanted = contracts[student]?.[next[student] ?? 0]
      if (wanted === undefined) continue
      const unit = unitOf[wanted.place] ?? -1
      asked[unit]?.push(wanted)
      touched.add(unit)
    }
    asking = []
    for (const unit of touched) {
      const all = asked[unit] ?? []
      const chosen = new Set(chooseBest(prepared, fixed[unit] ?? [], all))
      asked[unit] = all.filter((contract) => chosen.has(contract))
      for (const { student } of all.filter((contract) => !chosen.has(contract))) {
        next[student] = (next[student] ?? 0) + 1
        asking.push(student)
      }
    }
  }
  const placeOf = [...locked]
  for (const { student, place } of asked.flat()) placeOf[student] = place
  return placeOf
}

/**
 * The best set by the greedy rule of M♮-concave values: again and again the contract that fits and adds the most
 * (reserved seats filled, then precedence), until none fits. What does not fit once never will.
 */
function chooseBest(
  prepared: Prepared,
  fixed: readonly { readonly place: number; readonly student: number }[],
  asked: readonly Contract[],
): readonly Contract[] {
  const chosen: Contract[] = []
  const seats: Seat[] = fixed.flatMap((one) => prepared.seatsAt(one.place, one.student))
  let waiting = asked.toSorted((a, b) => a.order - b.order)
  const reach = new Set(
    asked.flatMap((one) => prepared.seatsAt(one.place, one.student)).map((seat) => seat.node),
  )
  const mostPossible = [...reach].some((node) => prepared.nodes[node]?.reserves.some((one) => !one.isKept))
    ? 2
    : 0
  while (waiting.length > 0) {
    let best: Contract | undefined
    let most = -1
    const unfit = new Set<Contract>()
    for (const contract of waiting) {
      if (most >= mostPossible) break
      const own = prepared.seatsAt(contract.place, contract.student)
      const nodes = own.map((seat) => seat.node)
      if (!nodes.every((node) => isFeasible(prepared, node, [...seats, ...own]))) {
        unfit.add(contract)
        continue
      }
      const fills = filledBy(prepared, nodes, [...seats, ...own]) - filledBy(prepared, nodes, seats)
      if (fills > most) {
        best = contract
        most = fills
      }
    }
    if (best === undefined) return chosen
    const taken = best
    chosen.push(taken)
    seats.push(...prepared.seatsAt(taken.place, taken.student))
    waiting = waiting.filter((contract) => contract !== taken && !unfit.has(contract))
  }
  return chosen
}
