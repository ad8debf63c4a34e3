import { ownTarget, type ImportTarget } from './kind-types.ts'
import { chooserTargets, type ChooserKey } from './ranked-choices.ts'

const ranks = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const

export type WishTargetKey = ChooserKey | `wish.${(typeof ranks)[number]}` | 'wish.rank' | 'wish.place'

/** Columns of ranked choices, the first choice first. */
export const wishColumns = ranks.map((rank) => `wish.${rank}` as const)

/** What the columns of a list of wishes can be read as: choices in columns, or one row per wish with its rank. */
export const wishTargets: readonly ImportTarget<WishTargetKey>[] = [
  ...chooserTargets,
  ...wishColumns.map((key) => ownTarget(key)),
  ownTarget('wish.rank'),
  ownTarget('wish.place'),
]
