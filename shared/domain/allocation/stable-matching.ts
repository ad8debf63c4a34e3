import { seated } from './priority-order.ts'
import type { Occupancy } from './occupancy.ts'
import type { Contract, Prepared } from './prepare.ts'
import type { Assignment } from './types.ts'

/**
 * Stable matching by student-proposing deferred acceptance (Gale and Shapley 1962). Each student asks for the best
 * wish not yet refused; each unit (a place, or a pool with its places) keeps the best set that it may hold.
 *
 * The best set: as many released reserved seats as possible go to those they are for; within that, precedence decides
 * (score, second criterion, draw). The reserved seats, places and pools nest in one another (a group within a place, a
 * place within a set of a pool, the set within the pool), so that a unit's value is a laminar concave function: its
 * choice is substitutable and obeys the law of aggregate demand (Murota 2003; Hatfield and Milgrom 2005). Therefore the
 * result is stable, it is the best stable one for every student at once, and every stable result places the same
 * students. Reserves by group over a pool of several places would cross those nests and are not offered.
 */
export function allocateStably(prepared: Prepared): Assignment {
  const { contracts, unitOf, locked, instance } = prepared
  const occupancy = seated(prepared, locked)
  const held = prepared.nodes.map((): Contract[] => [])
  const next = contracts.map(() => 0)
  const placeOf = [...locked]
  const asking = contracts.map((_own, student) => student).toReversed()
  for (let student = asking.pop(); student !== undefined; student = asking.pop()) {
    const wanted = contracts[student]?.[next[student] ?? 0]
    if (wanted === undefined) continue
    next[student] = (next[student] ?? 0) + 1
    const holders = held[unitOf[wanted.place] ?? -1] ?? []
    const refused = keepBest(occupancy, holders, wanted)
    if (refused !== wanted) placeOf[student] = wanted.place
    if (refused === undefined) continue
    if (refused !== wanted) placeOf[refused.student] = -1
    asking.push(refused.student)
  }
  return placeOf.map((place) => instance.places[place]?.id ?? null)
}

/** Takes one more into a unit; what it can no longer hold is taken out and returned. */
function keepBest(occupancy: Occupancy, holders: Contract[], wanted: Contract): Contract | undefined {
  if (occupancy.canAdd(wanted.place, wanted.student)) {
    occupancy.add(wanted.place, wanted.student)
    holders.push(wanted)
    return undefined
  }
  const leaving = findDisplaced(occupancy, holders, wanted)
  if (leaving === undefined) return wanted
  occupancy.remove(leaving.place, leaving.student)
  occupancy.add(wanted.place, wanted.student)
  holders.splice(holders.indexOf(leaving), 1, wanted)
  return leaving
}

/**
 * The holder who would have to leave for `wanted`, which does not fit beside them all: the one whose leaving costs
 * least, if that is less than refusing `wanted`. This is also the definition of *justified envy*: the student of
 * `wanted` has it towards this holder. Holders decided by hand are not among `holders` and are never displaced.
 */
export function findDisplaced(
  occupancy: Occupancy,
  holders: readonly Contract[],
  wanted: Contract,
): Contract | undefined {
  let best: { readonly holder: Contract; readonly gain: number } | undefined
  for (const holder of holders) {
    const gain = gainOf(occupancy, holder, wanted)
    if (gain === undefined || gain < 0) continue
    if (gain === 0 && holder.order < wanted.order) continue
    if (best === undefined || gain > best.gain || (gain === best.gain && holder.order > best.holder.order))
      best = { holder, gain }
  }
  return best?.holder
}

/** Released reserved seats gained when `wanted` replaces `holder`; undefined when even then it does not fit. */
function gainOf(occupancy: Occupancy, holder: Contract, wanted: Contract): number | undefined {
  occupancy.remove(holder.place, holder.student)
  const isPossible = occupancy.canAdd(wanted.place, wanted.student)
  const gain = occupancy.fills(wanted.place, wanted.student) - occupancy.fills(holder.place, holder.student)
  occupancy.add(holder.place, holder.student)
  return isPossible ? gain : undefined
}
