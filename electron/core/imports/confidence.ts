import type { ContentFit } from './kind-types.ts'

/** A header that says it plainly is believed though the values look odd. */
const mostDoubt = 0.5

/**
 * How sure it is that a column is a target, 0 to 1, from its header's score and its values. The header is believed as
 * far as the values allow; what the values alone suggest stays under 0.8.
 */
export function confidenceOf(headerScore: number, { fit: value, tell }: ContentFit, count: number): number {
  if (value === null) return headerScore * 0.9
  // A few values prove little, for or against.
  const weight = Math.min(1, count / 4)
  if (headerScore === 0) return count < 3 ? 0 : Math.min(0.79, Math.max(0, value) * tell * 0.8)
  const allowed = headerScore * (1 - weight * mostDoubt * (1 - value))
  return allowed + (1 - allowed) * Math.max(0, value) * tell * weight * 0.9
}
