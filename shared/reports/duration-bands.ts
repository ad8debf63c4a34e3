/**
 * Where the bands of durations begin, in weeks: `0–4`, `4–12`, … A supposition for the school to change, because no authority's
 * own bands could be read.
 */
export const defaultDurationBandsWeeks: readonly number[] = [4, 12, 24, 36]
