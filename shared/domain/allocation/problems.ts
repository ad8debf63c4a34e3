import type { AllocationInstance } from './types.ts'

/** Why an instance cannot be allocated at all: each is a contradiction in what was entered. */
export interface InstanceProblem {
  readonly code:
    | 'two-students'
    | 'two-places'
    | 'wish-twice'
    | 'rank-twice'
    | 'wish-unknown-place'
    | 'place-in-two-pools'
    | 'pool-unknown-place'
    | 'reserves-exceed'
    | 'reserve-twice'
    | 'lock-unknown-place'
    | 'locks-exceed'
    | 'pool-scores-differ'
    | 'not-whole'
  readonly params: Readonly<Record<string, string | number>>
}

/** Everything that contradicts itself: identifiers, ranks, pools, reserved seats, places decided by hand. */
export function findProblems(instance: AllocationInstance): readonly InstanceProblem[] {
  return [
    ...wishProblems(instance),
    ...placeProblems(instance),
    ...poolProblems(instance),
    ...lockProblems(instance),
  ]
}

function wishProblems({ students, places }: AllocationInstance): InstanceProblem[] {
  const problems: InstanceProblem[] = []
  const known = new Set(places.map((place) => place.id))
  for (const id of repeated(students.map((student) => student.id)))
    problems.push({ code: 'two-students', params: { student: id } })
  for (const student of students) {
    for (const place of repeated(student.wishes.map((wish) => wish.place)))
      problems.push({ code: 'wish-twice', params: { student: student.id, place } })
    for (const rank of repeated(student.wishes.map((wish) => wish.rank)))
      problems.push({ code: 'rank-twice', params: { student: student.id, rank } })
    for (const wish of student.wishes)
      if (!known.has(wish.place))
        problems.push({ code: 'wish-unknown-place', params: { student: student.id, place: wish.place } })
  }
  return problems
}

function placeProblems({ places }: AllocationInstance): InstanceProblem[] {
  const problems: InstanceProblem[] = []
  for (const id of repeated(places.map((place) => place.id)))
    problems.push({ code: 'two-places', params: { place: id } })
  for (const place of places) {
    const numbers = [place.capacity ?? 0, ...place.reserves.map((reserve) => reserve.seats)]
    if (!numbers.every(isCount)) problems.push({ code: 'not-whole', params: { place: place.id } })
    for (const group of repeated(place.reserves.map((reserve) => reserve.group)))
      problems.push({ code: 'reserve-twice', params: { place: place.id, group } })
    if (place.capacity !== null && sumOf(place.reserves) > place.capacity)
      problems.push({ code: 'reserves-exceed', params: { place: place.id, seats: place.capacity } })
  }
  return problems
}

function poolProblems(instance: AllocationInstance): InstanceProblem[] {
  const { places, pools } = instance
  const problems: InstanceProblem[] = []
  const known = new Set(places.map((place) => place.id))
  for (const place of repeated(pools.flatMap((pool) => pool.places)))
    problems.push({ code: 'place-in-two-pools', params: { place } })
  for (const pool of pools) {
    if (![pool.total, ...pool.reserves.map((reserve) => reserve.seats)].every(isCount))
      problems.push({ code: 'not-whole', params: { place: pool.id } })
    if (sumOf(pool.reserves) > pool.total)
      problems.push({ code: 'reserves-exceed', params: { place: pool.id, seats: pool.total } })
    const reserved = pool.reserves.flatMap((reserve) => reserve.places)
    for (const place of repeated(reserved))
      problems.push({ code: 'reserve-twice', params: { place: pool.id, group: place } })
    const members = new Set(pool.places)
    for (const place of [...pool.places, ...reserved])
      if (!known.has(place) || !members.has(place))
        problems.push({ code: 'pool-unknown-place', params: { pool: pool.id, place } })
  }
  return [...problems, ...scoreProblems(instance)]
}

/** Within a pool a student competes with one score, or moving from one of its places to another would be a new claim. */
function scoreProblems({ students, pools }: AllocationInstance): InstanceProblem[] {
  const poolOf = new Map(pools.flatMap((pool) => pool.places.map((place) => [place, pool.id] as const)))
  return students.flatMap((student) => {
    const scores = new Map<string, number>()
    return student.wishes.flatMap((wish): InstanceProblem[] => {
      const pool = poolOf.get(wish.place)
      if (pool === undefined) return []
      const score = wish.score ?? student.score
      const known = scores.get(pool)
      scores.set(pool, score)
      if (known === undefined || known === score) return []
      return [{ code: 'pool-scores-differ', params: { student: student.id, pool } }]
    })
  })
}

/** Decisions by hand must fit: a place is never silently given to more students than it holds. */
function lockProblems({ students, places, pools }: AllocationInstance): InstanceProblem[] {
  const problems: InstanceProblem[] = []
  const byId = new Map(places.map((place) => [place.id, place]))
  const held = new Map<string, string[]>()
  for (const student of students) {
    if (student.lockedPlace === null) continue
    const group = student.group ?? ''
    held.set(student.lockedPlace, [...(held.get(student.lockedPlace) ?? []), group])
    if (!byId.has(student.lockedPlace))
      problems.push({
        code: 'lock-unknown-place',
        params: { student: student.id, place: student.lockedPlace },
      })
  }
  for (const place of places) {
    const groups = held.get(place.id) ?? []
    const kept = place.reserves.filter((reserve) => reserve.isKept)
    const inReserve = kept.map((reserve) => ({
      seats: reserve.seats,
      taken: groups.filter((group) => group === reserve.group).length,
    }))
    if (groups.length > 0 && !fits(groups.length, place.capacity ?? 0, inReserve))
      problems.push({
        code: 'locks-exceed',
        params: { place: place.id, count: groups.length, seats: place.capacity ?? 0 },
      })
  }
  for (const pool of pools) {
    const countAt = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (held.get(id)?.length ?? 0), 0)
    const kept = pool.reserves.filter((reserve) => reserve.isKept)
    const inReserve = kept.map((reserve) => ({ seats: reserve.seats, taken: countAt(reserve.places) }))
    const count = countAt(pool.places)
    if (count > 0 && !fits(count, pool.total, inReserve))
      problems.push({ code: 'locks-exceed', params: { place: pool.id, count, seats: pool.total } })
  }
  return problems
}

function fits(
  count: number,
  capacity: number,
  kept: readonly { readonly seats: number; readonly taken: number }[],
): boolean {
  const keptSeats = kept.reduce((sum, reserve) => sum + reserve.seats, 0)
  const inKept = kept.reduce((sum, reserve) => sum + Math.min(reserve.seats, reserve.taken), 0)
  return count - inKept <= capacity - keptSeats
}

function sumOf(reserves: readonly { readonly seats: number }[]): number {
  return reserves.reduce((sum, reserve) => sum + reserve.seats, 0)
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0
}

function repeated<T>(values: readonly T[]): readonly T[] {
  const seen = new Set<T>()
  return values.filter((value) => seen.has(value) || !seen.add(value))
}
