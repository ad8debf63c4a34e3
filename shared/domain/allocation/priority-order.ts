import { createOccupancy, type Occupancy } from './occupancy.ts'
import type { Prepared } from './prepare.ts'
import type { Assignment } from './types.ts'

/**
 * Priority order (serial dictatorship): in the order of the score, each student takes the best wish in which a seat is
 * left. Reserved seats wait for those they are for; then, in a second round in the same order, those still without a
 * place may take the released seats that nobody claimed.
 */
export function allocateByPriority(prepared: Prepared): Assignment {
  const placeOf = [...prepared.locked]
  // a place decided by hand may already use a reserved seat: both counts must leave room
  takeTurns(prepared, placeOf, [seated(prepared, placeOf, true), seated(prepared, placeOf)])
  takeTurns(prepared, placeOf, [seated(prepared, placeOf)])
  return placeOf.map((place) => prepared.instance.places[place]?.id ?? null)
}

function takeTurns({ turns, contracts }: Prepared, placeOf: number[], counts: readonly Occupancy[]): void {
  for (const student of turns) {
    if (placeOf[student] !== -1) continue
    const taken = contracts[student]?.find((contract) =>
      counts.every((count) => count.canAdd(contract.place, student)),
    )
    if (taken === undefined) continue
    for (const count of counts) count.add(taken.place, student)
    placeOf[student] = taken.place
  }
}

/** Counts a set of students where they are. */
export function seated(prepared: Prepared, placeOf: readonly number[], keepsAll = false): Occupancy {
  const occupancy = createOccupancy(prepared, keepsAll)
  placeOf.forEach((place, student) => {
    if (place !== -1) occupancy.add(place, student)
  })
  return occupancy
}
