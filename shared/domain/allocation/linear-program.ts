import type { Contract, Prepared } from './prepare.ts'
import type { AllocationRule } from './types.ts'

/**
 * Maximum placement as a linear program: one column per wish that can be granted, one row per student, place, pool and
 * kept reserve. Students on one side and nested seats on the other make a network, so that every corner of the program
 * is whole (Hoffman and Kruskal 1956): the optimum of the program is the optimum of the allocation.
 */
export interface LinearProgram {
  /** To be maximised. */
  readonly value: Float64Array
  readonly rowLower: Float64Array
  readonly rowUpper: Float64Array
  /** Compressed columns. */
  readonly starts: Int32Array
  readonly indices: Int32Array
  readonly coefficients: Float64Array
}

export interface LinearSolution {
  readonly columns: Float64Array
  /** Price of each row: what one more unit of it would be worth. */
  readonly prices: Float64Array
}

export type LinearSolver = (program: LinearProgram) => LinearSolution

/**
 * What a seat is worth at each place and pool (`nodes`) and in each kept reserve, in the units of the objective. Any
 * prices give an upper bound of what can be reached; the optimal ones reach it. They prove the optimum.
 */
export interface Prices {
  readonly nodes: readonly number[]
  readonly reserves: readonly (readonly number[])[]
}

/** The value of a granted wish. Whole numbers, so that sums are exact. */
export type ValueOf = (contract: Contract) => number

export interface ProgramRows {
  readonly program: LinearProgram
  readonly contracts: readonly Contract[]
  /** Row of each kept reserve, by node and reserve; −1 for a released one. */
  readonly reserveRow: readonly (readonly number[])[]
}

/**
 * The objectives of maximum placement in order, each decided before the next. Weights join the first three in one:
 * those who can be placed together form a matroid, where placing the most students with an obligation at risk never
 * prevents placing the most students, and no ranks together outweigh one student (`weight` is above their greatest sum).
 */
export function objectivesOf(prepared: Prepared, rule: AllocationRule): readonly ValueOf[] {
  const free = prepared.contracts.filter((own) => own.length > 0).length
  const isAtRisk = prepared.students.map((student) => student.isAtRisk)
  const placed = (weight: number, { student }: Contract) => (isAtRisk[student] === true ? 2 * weight : weight)
  if (!rule.keepsPresent) {
    const weight = free * worstRank(prepared) + 1
    return [(contract) => placed(weight, contract) - contract.rank]
  }
  const present = prepared.students.map(
    (student) => prepared.placeIndex.get(student.presentPlace ?? '') ?? -1,
  )
  const isKept = ({ student, place }: Contract) => (present[student] === place ? 1 : 0)
  const first: ValueOf = (contract) => placed(free + 1, contract) + isKept(contract)
  const second: ValueOf = (contract) => -contract.rank
  const scale = scaleOf(prepared)
  const greatest = scale * (2 * (free + 1) + 1)
  // one program is quicker than two, as long as its numbers are far from where the solver's tolerances matter
  return greatest < greatestWeight
    ? [(contract) => first(contract) * scale + second(contract)]
    : [first, second]
}

/** The solver takes values to be equal that differ by 1e-7; ranks differ by 1. */
const greatestWeight = 1e8

/** One objective that has the same optima as the list in order; `scaleOf` is above any sum of the later one. */
export function joinObjectives(prepared: Prepared, objectives: readonly ValueOf[]): ValueOf {
  const scale = scaleOf(prepared)
  return (contract) => objectives.reduce((sum, valueOf) => sum * scale + valueOf(contract), 0)
}

export function scaleOf(prepared: Prepared): number {
  return 2 * prepared.students.length * worstRank(prepared) + 2
}

function worstRank({ contracts }: Prepared): number {
  return contracts.reduce((worst, own) => Math.max(worst, own.at(-1)?.rank ?? 1), 1)
}

/** What a decided objective leaves free: wishes that still count, and rows that must be used to the full. */
export interface Face {
  readonly isOpen: (contract: Contract) => boolean
  readonly isFull: (row: number) => boolean
  /** Whether those of a kept reserve may still use the seats of all, by the rows of the reserve and of its node. */
  readonly isShared: (reserveRow: number, nodeRow: number) => boolean
}

export const wholeFace: Face = { isOpen: () => true, isFull: () => false, isShared: () => true }

/** Writes the program of one objective on what the earlier ones left free. */
export function writeProgram(prepared: Prepared, valueOf: ValueOf, face: Face = wholeFace): ProgramRows {
  const { students, nodes, seatsAt } = prepared
  const contracts = prepared.contracts.flat().filter(face.isOpen)
  const reserveRow = numberReserves(prepared, students.length + nodes.length)
  const rhs = rightHandSides(prepared, reserveRow)
  const starts: number[] = [0]
  const indices: number[] = []
  const coefficients: number[] = []
  const close = () => starts.push(indices.length)
  const put = (row: number, coefficient: number) => {
    indices.push(row)
    coefficients.push(coefficient)
  }
  for (const { student, place } of contracts) {
    put(student, 1)
    for (const { node, reserve } of seatsAt(place, student)) {
      const row = reserveRow[node]?.[reserve] ?? -1
      put(row === -1 ? students.length + node : row, 1)
    }
    close()
  }
  let overflows = 0
  reserveRow.forEach((rows, node) => {
    for (const row of rows) {
      if (row === -1 || !face.isShared(row, students.length + node)) continue
      // those of the group beyond their reserved seats use the seats of all
      put(students.length + node, 1)
      put(row, -1)
      close()
      overflows += 1
    }
  })
  const value = new Float64Array(contracts.length + overflows)
  contracts.forEach((contract, column) => {
    value[column] = valueOf(contract)
  })
  const rowLower = rhs.map((bound, row) => (face.isFull(row) ? bound : -Infinity))
  const program = {
    value,
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rhs),
    starts: Int32Array.from(starts),
    indices: Int32Array.from(indices),
    coefficients: Float64Array.from(coefficients),
  }
  return { program, contracts, reserveRow }
}

function numberReserves({ nodes }: Prepared, first: number): readonly (readonly number[])[] {
  let row = first
  return nodes.map((node) => node.reserves.map((reserve) => (reserve.isKept ? row++ : -1)))
}

/** Seats that are left at each row once those decided by hand are counted. */
function rightHandSides(prepared: Prepared, reserveRow: readonly (readonly number[])[]): readonly number[] {
  const { students, nodes, locked, seatsAt } = prepared
  const open = nodes.map((node) =>
    node.reserves.reduce((left, reserve) => left - (reserve.isKept ? reserve.seats : 0), node.capacity),
  )
  const kept = nodes.flatMap((node) =>
    node.reserves.filter((reserve) => reserve.isKept).map((one) => one.seats),
  )
  const rhs = [...students.map(() => 1), ...open, ...kept]
  locked.forEach((place, student) => {
    if (place === -1) return
    for (const { node, reserve } of seatsAt(place, student)) {
      const row = reserveRow[node]?.[reserve] ?? -1
      const at = row === -1 ? students.length + node : row
      rhs[at] = (rhs[at] ?? 0) - 1
    }
  })
  return rhs
}

/**
 * The most that any allocation can be worth, from prices alone: seats at their prices, and for each student the best
 * that a wish is worth beyond the prices it would pay. It holds for any prices that are not negative and where a
 * reserved seat costs no more than an open one; others are mended before.
 */
export function boundOf(prepared: Prepared, valueOf: ValueOf, prices: Prices): number {
  const { students, nodes, contracts, seatsAt } = prepared
  const nodePrice = nodes.map((_node, index) => Math.max(0, prices.nodes[index] ?? 0))
  const reservePrice = nodes.map((node, index) =>
    node.reserves.map((_reserve, at) =>
      Math.min(nodePrice[index] ?? 0, Math.max(0, prices.reserves[index]?.[at] ?? 0)),
    ),
  )
  const reserveRow = numberReserves(prepared, students.length + nodes.length)
  const rhs = rightHandSides(prepared, reserveRow)
  let bound = 0
  nodes.forEach((_node, index) => {
    bound += (nodePrice[index] ?? 0) * (rhs[students.length + index] ?? 0)
    reserveRow[index]?.forEach((row, at) => {
      if (row !== -1) bound += (reservePrice[index]?.[at] ?? 0) * (rhs[row] ?? 0)
    })
  })
  for (const own of contracts) {
    const surpluses = own.map((contract) =>
      seatsAt(contract.place, contract.student).reduce((left, { node, reserve }) => {
        const isKept = (reserveRow[node]?.[reserve] ?? -1) !== -1
        return left - (isKept ? (reservePrice[node]?.[reserve] ?? 0) : (nodePrice[node] ?? 0))
      }, valueOf(contract)),
    )
    bound += Math.max(0, ...surpluses)
  }
  return bound
}
