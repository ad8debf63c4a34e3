import type { Prepared, Seat } from './prepare.ts'

/**
 * Who sits where, counted at every place and pool, with the two rules of reserved seats:
 * a *kept* reserve can only be used by those it is for (the others share what remains);
 * a *released* reserve serves them first, and opens to all what they do not take.
 */
export interface Occupancy {
  readonly canAdd: (place: number, student: number) => boolean
  readonly add: (place: number, student: number) => void
  readonly remove: (place: number, student: number) => void
  /** How many released reserved seats this student would fill (0 to 2: the place's and the pool's). */
  readonly fills: (place: number, student: number) => number
  readonly countAt: (node: number) => number
  /** Seats of a node that are taken and are not kept reserved ones, beyond what is allowed: 0 when all is well. */
  readonly excessAt: (node: number) => number
}

/** @param keepsAll treats every reserve as kept, as the first round of the priority order does. */
export function createOccupancy(prepared: Prepared, keepsAll = false): Occupancy {
  const { nodes, seatsAt } = prepared
  const isKept = nodes.map((node) => node.reserves.map((reserve) => keepsAll || reserve.isKept))
  const openSeats = nodes.map((node, index) =>
    node.reserves.reduce(
      (left, reserve, at) => left - (isKept[index]?.[at] === true ? reserve.seats : 0),
      node.capacity,
    ),
  )
  const total = new Int32Array(nodes.length)
  const openUsed = new Int32Array(nodes.length)
  const inReserve = nodes.map((node) => new Int32Array(node.reserves.length))

  const countIn = ({ node, reserve }: Seat): number => inReserve[node]?.[reserve] ?? 0
  const seatsOf = ({ node, reserve }: Seat): number => nodes[node]?.reserves[reserve]?.seats ?? 0
  const usesKept = (seat: Seat): boolean =>
    seat.reserve !== -1 && isKept[seat.node]?.[seat.reserve] === true && countIn(seat) < seatsOf(seat)
  const change = (seat: Seat, by: 1 | -1): void => {
    const counts = inReserve[seat.node]
    if (by === 1 && !usesKept(seat)) bump(openUsed, seat.node, 1)
    if (seat.reserve !== -1 && counts !== undefined) bump(counts, seat.reserve, by)
    if (by === -1 && !usesKept(seat)) bump(openUsed, seat.node, -1)
    bump(total, seat.node, by)
  }
  return {
    canAdd: (place, student) =>
      seatsAt(place, student).every(
        (seat) => usesKept(seat) || (openUsed[seat.node] ?? 0) < (openSeats[seat.node] ?? 0),
      ),
    add: (place, student) => {
      for (const seat of seatsAt(place, student)) change(seat, 1)
    },
    remove: (place, student) => {
      for (const seat of seatsAt(place, student)) change(seat, -1)
    },
    fills: (place, student) =>
      seatsAt(place, student).reduce(
        (sum, seat) =>
          sum +
          (seat.reserve !== -1 && isKept[seat.node]?.[seat.reserve] === false && countIn(seat) < seatsOf(seat)
            ? 1
            : 0),
        0,
      ),
    countAt: (node) => total[node] ?? 0,
    excessAt: (node) => Math.max(0, (openUsed[node] ?? 0) - (openSeats[node] ?? 0)),
  }
}

function bump(counts: Int32Array, index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by
}
