import type { AllocationInstance, Assignment } from './types.ts'

/** What a result amounts to, counted from the result alone. */
export interface Measure {
  readonly students: number
  readonly placed: number
  readonly unplaced: number
  readonly atRisk: number
  readonly atRiskPlaced: number
  /** Sum of the ranks obtained: the smaller, the better. */
  readonly rankTotal: number
  /** How many obtained each rank; what was given outside their wishes is under 0. */
  readonly byRank: Readonly<Record<string, number>>
  /** Of those who had a place before: how many have another, or none. */
  readonly moved: number
}

export function measureAssignment({ students }: AllocationInstance, assignment: Assignment): Measure {
  const byRank: Record<string, number> = {}
  const sum = { placed: 0, atRisk: 0, atRiskPlaced: 0, rankTotal: 0, moved: 0 }
  students.forEach((student, index) => {
    const place = assignment[index] ?? null
    const present = student.presentPlace ?? null
    if (student.isAtRisk) sum.atRisk += 1
    if (present !== null && present !== place) sum.moved += 1
    if (place === null) return
    const rank = student.wishes.find((wish) => wish.place === place)?.rank ?? 0
    byRank[rank] = (byRank[rank] ?? 0) + 1
    sum.placed += 1
    sum.rankTotal += rank
    if (student.isAtRisk) sum.atRiskPlaced += 1
  })
  return { students: students.length, unplaced: students.length - sum.placed, byRank, ...sum }
}

/** Who differs between two results: positions of the students. */
export function movedBetween(a: Assignment, b: Assignment): readonly number[] {
  return a.flatMap((place, index) => (place === (b[index] ?? null) ? [] : [index]))
}
