import {
  objectivesOf,
  scaleOf,
  wholeFace,
  writeProgram,
  type Face,
  type LinearSolution,
  type LinearSolver,
  type Prices,
  type ProgramRows,
  type ValueOf,
} from './linear-program.ts'
import type { Contract, Prepared } from './prepare.ts'
import type { AllocationRule, Assignment } from './types.ts'

export interface PricedAssignment {
  readonly assignment: Assignment
  /** Proof of the optimum: see `boundOf`. */
  readonly prices: Prices
}

/**
 * Maximum placement where justified envy is allowed: the most students with an obligation at risk, then the most
 * students, then (when places held are kept) the fewest moves, then the best total rank. Exact.
 */
export function allocateMost(
  prepared: Prepared,
  rule: AllocationRule,
  solve: LinearSolver,
): PricedAssignment {
  const scale = scaleOf(prepared)
  let face = wholeFace
  let solved: { readonly rows: ProgramRows; readonly solution: LinearSolution } | undefined
  let prices: Float64Array | undefined
  for (const valueOf of objectivesOf(prepared, rule)) {
    const rows = writeProgram(prepared, valueOf, face)
    const solution = solve(rows.program)
    const rounded = solution.prices.map(Math.round)
    prices = prices === undefined ? rounded : prices.map((price, row) => price * scale + (rounded[row] ?? 0))
    face = faceOf(prepared, rows, valueOf, rounded)
    solved = { rows, solution }
  }
  if (solved === undefined || prices === undefined) throw new Error('No objective')
  return {
    assignment: readAssignment(prepared, solved.rows, solved.solution),
    prices: readPrices(prepared, solved.rows, prices),
  }
}

/** Complementary slackness: a wish that loses at the optimal prices is closed, a row that has a price is full. */
function faceOf(prepared: Prepared, rows: ProgramRows, valueOf: ValueOf, prices: Float64Array): Face {
  const { students, seatsAt } = prepared
  const surplus = (contract: Contract) =>
    seatsAt(contract.place, contract.student).reduce((left, { node, reserve }) => {
      const row = rows.reserveRow[node]?.[reserve] ?? -1
      return left - (prices[row === -1 ? students.length + node : row] ?? 0)
    }, valueOf(contract))
  const open = new Set(
    rows.contracts
      .filter((contract) => surplus(contract) >= (prices[contract.student] ?? 0))
      .map((one) => one.order),
  )
  const priceOf = (row: number) => prices[row] ?? 0
  return {
    isOpen: (contract) => open.has(contract.order),
    isFull: (row) => priceOf(row) > 0,
    isShared: (reserveRow, nodeRow) => priceOf(reserveRow) >= priceOf(nodeRow),
  }
}

function readAssignment(prepared: Prepared, rows: ProgramRows, { columns }: LinearSolution): Assignment {
  const placeOf = [...prepared.locked]
  rows.contracts.forEach(({ student, place }, column) => {
    const value = columns[column] ?? 0
    if (Math.abs(value - Math.round(value)) > 1e-6) throw new Error(`Column ${column} is not whole: ${value}`)
    if (value > 0.5) placeOf[student] = place
  })
  return placeOf.map((place) => prepared.instance.places[place]?.id ?? null)
}

function readPrices(prepared: Prepared, rows: ProgramRows, prices: Float64Array): Prices {
  const first = prepared.students.length
  return {
    nodes: prepared.nodes.map((_node, index) => prices[first + index] ?? 0),
    reserves: rows.reserveRow.map((own) => own.map((row) => (row === -1 ? 0 : (prices[row] ?? 0)))),
  }
}
