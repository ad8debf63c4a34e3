import { err, ok, type Result } from '#shared/domain/result.ts'
import { drawLot } from './draw.ts'
import { findProblems, type InstanceProblem } from './problems.ts'
import type { AllocationFact, AllocationInstance, AllocationStudent } from './types.ts'

/** One wish that can be granted. Numbers stand for students and places by their position in the instance. */
export interface Contract {
  readonly student: number
  readonly place: number
  readonly rank: number
  /** Position in the one strict order of precedence: 0 comes first. */
  readonly order: number
}

/** A number of seats: a place's own or a pool's total. `reserves` are those counted here. */
export interface SeatNode {
  readonly id: string
  readonly isPool: boolean
  readonly capacity: number
  readonly reserves: readonly Reserve[]
}

export interface Reserve {
  readonly seats: number
  readonly isKept: boolean
}

/** Where one student at one place is counted: at each node, in which of its reserves (−1: none). */
export interface Seat {
  readonly node: number
  readonly reserve: number
}

/** An instance turned into numbers, with its draw made; every mechanism and check starts from it. */
export interface Prepared {
  readonly instance: AllocationInstance
  readonly seed: number
  readonly students: readonly AllocationStudent[]
  /** Wishes that can be granted, best first, by student; none for a student whose place is locked. */
  readonly contracts: readonly (readonly Contract[])[]
  /** Students in the order of their own score, for the priority order. */
  readonly turns: readonly number[]
  /** Locked place by student, −1 when free. */
  readonly locked: readonly number[]
  readonly nodes: readonly SeatNode[]
  /** The pool's node, or the place's own: students who compete do so within one unit. */
  readonly unitOf: readonly number[]
  readonly placeIndex: ReadonlyMap<string, number>
  /** Where a student counts at a place. */
  readonly seatsAt: (place: number, student: number) => readonly Seat[]
  /** Why a wish cannot be granted whatever the competition; empty when it can. */
  readonly refusalsOf: (student: number, placeId: string) => readonly AllocationFact[]
}

/** Checks an instance and prepares it. The seed decides between students equal in score and second criterion. */
export function prepareInstance(
  instance: AllocationInstance,
  seed: number,
): Result<Prepared, readonly InstanceProblem[]> {
  const problems = findProblems(instance)
  if (problems.length > 0) return err(problems)
  const { students, places } = instance
  const placeIndex = new Map(places.map((place, index) => [place.id, index]))
  const banned = new Set(instance.bans.map((ban) => `${ban.student} ${ban.place}`))
  const refusalsOf = createRefusals(instance, placeIndex, banned)
  const locked = students.map((student) => placeIndex.get(student.lockedPlace ?? '') ?? -1)
  const seats = createSeats(instance, placeIndex)
  return ok({
    instance,
    seed,
    students,
    contracts: orderContracts(instance, seed, locked, placeIndex, refusalsOf),
    turns: orderStudents(students, seed),
    locked,
    placeIndex,
    refusalsOf,
    ...seats,
  })
}

function createRefusals(
  { students, places }: AllocationInstance,
  placeIndex: ReadonlyMap<string, number>,
  banned: ReadonlySet<string>,
): Prepared['refusalsOf'] {
  return (index, placeId) => {
    const student = students[index]
    const place = places[placeIndex.get(placeId) ?? -1]
    const wish = student?.wishes.find((one) => one.place === placeId)
    if (student === undefined || place === undefined) return [{ code: 'unknown-place', params: {} }]
    const facts: AllocationFact[] = []
    if (!place.isOpen) facts.push({ code: 'closed', params: {} })
    else if (place.capacity === null) facts.push({ code: 'capacity-unknown', params: {} })
    if (banned.has(`${student.id} ${placeId}`)) facts.push({ code: 'banned', params: {} })
    return [...facts, ...(wish?.refusals ?? [])]
  }
}

/** Compares by score, then second criterion, then draw, then key: never equal between two students. */
function comparePrecedence(a: Standing, b: Standing): number {
  return (
    b.score - a.score || b.second - a.second || a.lot - b.lot || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
  )
}

interface Standing {
  readonly score: number
  readonly second: number
  readonly lot: number
  readonly key: string
}

function standingOf(student: AllocationStudent, seed: number, score = student.score): Standing {
  return { score, second: student.second, lot: drawLot(seed, student.drawKey), key: student.drawKey }
}

function orderStudents(students: readonly AllocationStudent[], seed: number): readonly number[] {
  const standings = students.map((student, index) => ({ index, ...standingOf(student, seed) }))
  return standings.toSorted(comparePrecedence).map((standing) => standing.index)
}

function orderContracts(
  { students }: AllocationInstance,
  seed: number,
  locked: readonly number[],
  placeIndex: ReadonlyMap<string, number>,
  refusalsOf: Prepared['refusalsOf'],
): readonly (readonly Contract[])[] {
  const open = students.flatMap((student, index) => {
    if (locked[index] !== -1) return []
    const standing = standingOf(student, seed)
    return student.wishes
      .filter((wish) => refusalsOf(index, wish.place).length === 0)
      .map((wish) => ({
        ...standing,
        score: wish.score ?? student.score,
        student: index,
        place: placeIndex.get(wish.place) ?? -1,
        rank: wish.rank,
      }))
  })
  const contracts = students.map((): Contract[] => [])
  open
    .toSorted((a, b) => comparePrecedence(a, b) || a.rank - b.rank)
    .forEach(({ student, place, rank }, order) => {
      contracts[student]?.push({ student, place, rank, order })
    })
  return contracts.map((own) => own.toSorted((a, b) => a.rank - b.rank))
}

function createSeats(
  { students, places, pools }: AllocationInstance,
  placeIndex: ReadonlyMap<string, number>,
): Pick<Prepared, 'nodes' | 'unitOf' | 'seatsAt'> {
  const nodes: SeatNode[] = places.map((place) => ({
    id: place.id,
    isPool: false,
    capacity: place.capacity ?? 0,
    reserves: place.reserves,
  }))
  const unitOf = places.map((_place, index) => index)
  const poolSeat: (Seat | undefined)[] = places.map(() => undefined)
  for (const pool of pools) {
    const node = nodes.length
    nodes.push({ id: pool.id, isPool: true, capacity: pool.total, reserves: pool.reserves })
    for (const id of pool.places) {
      const place = placeIndex.get(id) ?? -1
      unitOf[place] = node
      poolSeat[place] = { node, reserve: pool.reserves.findIndex((reserve) => reserve.places.includes(id)) }
    }
  }
  // by place and group, made once: mechanisms ask for it millions of times
  const groups = new Map(
    [...new Set(students.map((student) => student.group))].map((group, index) => [group, index]),
  )
  const seats = places.map((place, index) =>
    [...groups.keys()].map((group): readonly Seat[] => {
      const own = { node: index, reserve: place.reserves.findIndex((reserve) => reserve.group === group) }
      const shared = poolSeat[index]
      return shared === undefined ? [own] : [own, shared]
    }),
  )
  const groupOf = students.map((student) => groups.get(student.group) ?? 0)
  return { nodes, unitOf, seatsAt: (place, student) => seats[place]?.[groupOf[student] ?? 0] ?? [] }
}
