import { ownTarget, type ImportTarget } from './kind-types.ts'
import { chooserTargets, type ChooserKey } from './ranked-choices.ts'

const ranks = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

export type AthensChoiceTargetKey =
  | ChooserKey
  | `athensChoice.${(typeof ranks)[number]}`
  | 'athensChoice.rank'
  | 'athensChoice.course'
  | 'athensChoice.result'

/** Columns of ranked choices, the first choice first. */
export const choiceColumns = ranks.map((rank) => `athensChoice.${rank}` as const)

/** What the columns of a list of ATHENS choices, or of results, can be read as. */
export const athensChoiceTargets: readonly ImportTarget<AthensChoiceTargetKey>[] = [
  ...chooserTargets,
  ...choiceColumns.map((key) => ownTarget(key)),
  ownTarget('athensChoice.rank'),
  ownTarget('athensChoice.course'),
  ownTarget('athensChoice.result'),
]
