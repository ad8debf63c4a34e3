/** One term of the priority score, as a campaign keeps it. */
export interface ScoreTerm {
  readonly id: string
  readonly label: string
  /** Points for a full value. */
  readonly weight: number
  /** The full value. */
  readonly outOf: number
}

/** The value of a term for one student, and the points it brings; a value that is not known brings none. */
export interface ScoredTerm {
  readonly id: string
  readonly value: number | null
  readonly points: number
}

/** The formula: each value divided by its full value, times its weight, added up. Rounded to a millionth of a point. */
export function scoreOf(
  terms: readonly ScoreTerm[],
  valueOf: (term: ScoreTerm) => number | null,
): { readonly score: number; readonly terms: readonly ScoredTerm[] } {
  const scored = terms.map((term) => {
    const value = valueOf(term)
    return { id: term.id, value, points: value === null ? 0 : round((value / term.outOf) * term.weight) }
  })
  return { score: round(scored.reduce((sum, term) => sum + term.points, 0)), terms: scored }
}

function round(points: number): number {
  return Math.round(points * 1e6) / 1e6
}
