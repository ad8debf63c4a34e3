/**
 * What an allocation works on. Students rank places; each place has a number of seats; a pool is a total shared by
 * several places. The same types serve a campaign (places of agreements) and an ATHENS session (courses, with a pool
 * per host).
 */

/** A fact that explains a refusal: its sentence is in shared/text, chosen by the code. */
export interface AllocationFact {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export interface AllocationWish {
  /** Id of the place. */
  readonly place: string
  /** The number that the student gave it, 1 is the best. */
  readonly rank: number
  /** Score for this place alone, where it differs from the student's own (a language of the host, for instance). */
  readonly score?: number
  /** Why the student may not have it: empty when eligible. */
  readonly refusals: readonly AllocationFact[]
}

export interface AllocationStudent {
  readonly id: string
  /** What the draw is made with; a number that stays the same from one file to another. */
  readonly drawKey: string
  /** Higher comes first. */
  readonly score: number
  /** Decides between equal scores, higher first. */
  readonly second: number
  /** Whether the obligation to go abroad will not be met without a place this time. */
  readonly isAtRisk: boolean
  /** The group that reserved seats look at (programme, department…): one per student. */
  readonly group: string | null
  /** Best first. */
  readonly wishes: readonly AllocationWish[]
  /** The place that somebody decided by hand; the student keeps it whatever the mechanism. */
  readonly lockedPlace: string | null
  /** Whether that place is simply the one held so far, which nobody is to lose: not a decision by hand. */
  readonly isHeld?: boolean
  /** The place that the student has already, which a repeated allocation tries to keep. */
  readonly presentPlace?: string | null
}

/** Seats of a place for one group first. */
export interface GroupReserve {
  readonly group: string
  readonly seats: number
  /** Kept empty when the group does not take them; otherwise they open to all. */
  readonly isKept: boolean
}

export interface AllocationPlace {
  readonly id: string
  /** Number of seats; `null` is unknown, and then nobody can be placed there: never "as many as one likes". */
  readonly capacity: number | null
  readonly isOpen: boolean
  readonly reserves: readonly GroupReserve[]
}

/** Seats of a pool for some of its places first; no place may be in two of them. */
export interface PoolReserve {
  readonly places: readonly string[]
  readonly seats: number
  readonly isKept: boolean
}

/** A total that several places share, besides their own capacities. A place is in one pool at most. */
export interface AllocationPool {
  readonly id: string
  readonly total: number
  readonly places: readonly string[]
  readonly reserves: readonly PoolReserve[]
}

export interface AllocationInstance {
  readonly students: readonly AllocationStudent[]
  readonly places: readonly AllocationPlace[]
  readonly pools: readonly AllocationPool[]
  readonly bans: readonly { readonly student: string; readonly place: string }[]
}

export const mechanisms = ['priority', 'stable', 'max'] as const
/** Priority order (serial dictatorship), stable matching (deferred acceptance) or maximum placement. */
export type Mechanism = (typeof mechanisms)[number]

export interface AllocationRule {
  readonly mechanism: Mechanism
  /** Of maximum placement only: whether a result with justified envy is ruled out. */
  readonly isFair: boolean
  /**
   * Of maximum placement: moves as few of the students who already have a place as it can. Of the priority order:
   * moves none of them (they are held), and what is left goes down the waiting list.
   */
  readonly keepsPresent: boolean
  readonly seed: number
}

/** The result: for each student of the instance, in its order, the place obtained or null. */
export type Assignment = readonly (string | null)[]

/** Whether somebody decided by hand where a student goes. */
export function isPlacedByHand({ lockedPlace, isHeld }: AllocationStudent): boolean {
  return lockedPlace !== null && isHeld !== true
}
