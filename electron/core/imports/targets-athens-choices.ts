import { fieldTarget, ownTarget, type ImportTarget } from './kind-types.ts'

const studentFields = ['studentNumber', 'familyName', 'givenNames', 'email', 'esi'] as const
const ranks = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

export type AthensChoiceTargetKey =
  | `student.${(typeof studentFields)[number]}`
  | 'fullName'
  | `athensChoice.${(typeof ranks)[number]}`
  | 'athensChoice.rank'
  | 'athensChoice.course'
  | 'athensChoice.result'

/** Columns of ranked choices, the first choice first. */
export const choiceColumns = ranks.map((rank) => `athensChoice.${rank}` as const)

/** What the columns of a list of ATHENS choices, or of results, can be read as. */
export const athensChoiceTargets: readonly ImportTarget<AthensChoiceTargetKey>[] = [
  fieldTarget('student.studentNumber', 'student', 'studentNumber', true),
  ownTarget('fullName'),
  ...studentFields.slice(1).map((name) => fieldTarget(`student.${name}`, 'student', name)),
  ...choiceColumns.map((key) => ownTarget(key)),
  ownTarget('athensChoice.rank'),
  ownTarget('athensChoice.course'),
  ownTarget('athensChoice.result'),
]
